import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { GateCause, TargetEnding, Running, Subject } from '../endings/ending.ts';
import { isGreen, taskOf } from '../endings/ending.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import { batchTotal } from '../rollout/change-order.ts';
import { toldInOrder } from '../rollout/changes.ts';
import {
  failedStatusName,
  hasEnded,
  hasSucceeded,
  isUsual,
  manualStepOf,
  phaseOf,
} from '../rollout/statuses.ts';
import type { Task, Verdict } from '../rollout/verdicts.ts';
import { VERDICT_FACTS } from '../rollout/verdicts.ts';
import { consoleUrl, rollbackCommand } from '../sae/console.ts';
import { cutText } from '../text/clean.ts';
import { UNDO_TRIGGERS, triggerOf } from '../undo/permission.ts';
import type { NotWritten, Undo } from '../undo/undo.ts';
import { undoResultOf } from '../undo/undo.ts';
import { joined, present } from '../text/parts.ts';
import type { RunningNow } from '../verification/running-now.ts';
import type { BatchPlace, EndFacts, Explanation } from '../words/facts.ts';
import { causeText, statusText } from '../words/facts.ts';
import { formatElapsed, formatTime } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import type { ShownBatches } from './batches.ts';
import { NO_BATCHES, batchLine, shownBatches } from './batches.ts';
import { adviceText, rootCauseText, shortCause } from './diagnosis.ts';
import { PROVEN, nowLines, stillRuns, verifyFacts } from './now.ts';
import {
  JUST_NOW_MS,
  MARKS,
  batchPlace,
  changeText,
  shortState,
  stateOf,
  statusWithNumber,
} from './state.ts';

/** Says why a step ended as it did, and what to do. Pure. */
function explain(outcome: TargetEnding, words: Words, stopper: string | undefined): Explanation {
  const facts = { ...endFacts(outcome, words), stopper };
  const said = causeText(words, outcome.cause, facts);
  const bare = causeText(words, outcome.cause, { ...facts, short: undefined }).title;
  const explanation = withUndo(outcome, said, { bare, short: facts.short }, words);
  const orderId = outcome.subject.changeOrderId;
  if (!outcome.amongSeveral || orderId === undefined || isGreen(outcome)) return explanation;
  const { title, what, remedy } = explanation;
  const several = words.amongSeveral(orderId);
  const { sentenceGap } = words;
  return {
    title,
    what: `${several.what}${sentenceGap}${what}`,
    remedy: `${remedy}\n${several.remedy}`,
  };
}

/**
 * What became of undoing it stands in the title, before the cause, and what to do then in the place of what was to
 * be done; the rest of it is how things are now.
 */
function withUndo(
  { undo, verdict }: TargetEnding,
  said: Explanation,
  { bare, short }: { readonly bare: string; readonly short: string | undefined },
  words: Words,
): Explanation {
  if (undo === undefined) return said;
  const result = undoResultOf(undo);
  if (result === undefined) return said;
  const title = words.undo.title(bare, verdict, result);
  return {
    title: short === undefined ? title : words.report.verdictBecause(title, short),
    what: said.what,
    remedy: words.undo.explain(undo).remedy ?? said.remedy,
  };
}

function endFacts(outcome: TargetEnding, words: Words): Omit<EndFacts, 'stopper'> {
  const { progress, startedMs, waitedMs, endedWallMs, subject, diagnosis, verification } = outcome;
  const { order } = progress;
  const endedMs = startedMs + waitedMs;
  return {
    waitedMs,
    changeOrderId: subject.changeOrderId ?? '',
    askedAppId: subject.appId,
    lastState: order && stateOf(order, endedWallMs, words),
    lastFault: progress.lastFault,
    unproven: hasSucceeded(order?.status),
    waitsFor: order && manualStepOf(order.status),
    // The last poll is made at the deadline: where it is missing, its turn never came.
    callsScarce: endedMs - (progress.polledMs ?? -Infinity) > JUST_NOW_MS,
    ...badBatch(order, words),
    short: diagnosis && shortCause(diagnosis, words),
    provenMs: verification?.verified === true ? (verification.bakedMs ?? 0) : undefined,
    rollbackSupported: order?.supportRollback,
    hasRollbackCommand: rollbackOf(outcome) !== undefined,
    approvalId: order?.approvalId,
  };
}

function badBatch(order: ChangeOrder | undefined, words: Words): Pick<EndFacts, 'badBatch' | 'place'> {
  const index = order?.batches.findIndex(({ status }) => failedStatusName(status) !== undefined) ?? -1;
  const status = order?.batches[index]?.status;
  if (order === undefined || status === undefined) return { badBatch: undefined, place: undefined };
  const place = { number: index + 1, of: batchTotal(order) };
  return { badBatch: words.batchIs(place, statusText(status, words), undefined), place };
}

const LONGEST_SHORT_NAME = 80;

/** What an order is known by, where there is room for a few words only. Pure. */
export function shortName({ name }: Pick<Report, 'name'>): string {
  return name === undefined ? '–' : cutText(name, LONGEST_SHORT_NAME);
}

/** What tells an order from the others of its step, counted from 1; empty where it is the only one. Pure. */
export function orderLabel(index: number, of: number): string {
  return of === 1 ? '' : `#${index + 1}`;
}

/** A sign for how a wait ended, or that it goes on. Pure. */
export function headlineMark(verdict: Verdict | undefined): string {
  return MARKS[verdict === undefined ? 'running' : VERDICT_FACTS[verdict].sign];
}

/**
 * All that a person is told of a wait, ended or not, in plain text and in reading order: the one line that says
 * all, how the batches stand, why, how things are now, what to do; then what is folded away. Each rendering
 * escapes it for its own place.
 */
export interface Report {
  /** `undefined` while the wait goes on. */
  readonly verdict: Verdict | undefined;
  readonly task: Task;
  readonly green: boolean;
  /** What the order is known by, as far as that is known. */
  readonly name: string | undefined;
  readonly mark: string;
  /** The application and how its rollout stands, in one line; `clause` is that without the application. */
  readonly title: string;
  readonly clause: string;
  /** Why, in half a clause, and in which batch: both may be unknown. */
  readonly short: string | undefined;
  readonly badPlace: BatchPlace | undefined;
  /** How the batches stand, and how long it took, in one line. */
  readonly line: string;
  /** Why it ended so; `what` is that in the words of the cause, without what the diagnosis found. */
  readonly why: readonly string[];
  readonly what: string;
  /** What runs, and whether the rollout continues. */
  readonly now: readonly string[];
  /** What to do, step by step. */
  readonly todo: readonly string[];
  /** The command that rolls the order back, where a person may: as far as the gate has seen, and has not itself. */
  readonly rollbackCommand: string | undefined;
  /** For how long, with what that is. */
  readonly waited: string;
  /** The rollout goes on although the wait for it has ended. */
  readonly stillRuns: boolean;
  readonly diagnosis: Diagnosis | undefined;
  readonly errorMessage: string | undefined;
  /** What runs, for the details. */
  readonly running: RunningNow | undefined;
  readonly facts: readonly Fact[];
  /** Which order was chosen and why, what else there was, and what could not be shown. */
  readonly notes: readonly string[];
  readonly batchCount: number;
  /** They are what people watch: neither they nor the wait have ended. */
  readonly batchesGoOn: boolean;
  /** Made when it is asked for, like the timeline: often there is no room for them. */
  readonly batches: ShownBatches;
  /** What changed, and how far into the wait. */
  readonly timeline: readonly string[];
  /** Whether it has so much as one line. */
  readonly hasTimeline: boolean;
  readonly consoleUrl: string | undefined;
  /** The order that took its place, or rolls it back, where the console shows it. */
  readonly otherOrder: { readonly kind: 'openNewer' | 'openRollback'; readonly url: string } | undefined;
  readonly footer: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** The value is an identifier or a foreign text, to be set apart. */
  readonly verbatim: boolean;
}

/**
 * The one model that log, summary and check run are renderings of, for a wait that goes on or has ended. For
 * `stopper` see `stopperOf`. Pure.
 */
export function reportOf(
  view: TargetEnding | Running,
  notes: readonly string[],
  words: Words,
  version: string,
  stopper?: string,
): Report {
  const { progress, subject, startedMs, endedWallMs, verdict } = view;
  const { order } = progress;
  const name = nameOf(view);
  // An id alone does not tell what it is of.
  const isOrderId = name !== undefined && name === subject.changeOrderId;
  const named = isOrderId ? words.log.target(name, undefined) : name;
  const { title: clause, what, remedy } = explanationOf(view, words, stopper);
  const diagnosis = verdict === undefined ? undefined : view.diagnosis;
  return {
    verdict,
    task: taskOf(subject),
    green: verdict !== undefined && isGreen(view),
    name,
    mark: headlineMark(verdict),
    title: words.report.title(named, clause, taskOf(subject)),
    clause,
    short: diagnosis && shortCause(diagnosis, words),
    badPlace: badBatch(order, words).place,
    line: lineOf(view, words),
    why: whyLines(view, what, words),
    what,
    now: nowLines(view, words),
    todo: todoOf(view, remedy, diagnosis && adviceText(diagnosis, words)),
    rollbackCommand: rollbackOf(view),
    waited: waitedText(view, words),
    stillRuns: verdict !== undefined && stillRuns(view),
    diagnosis,
    errorMessage: order?.errorMessage,
    running: runningOf(view),
    facts: verdict !== undefined && view.cause.kind === 'bad-inputs' ? [] : factsOf(view, words),
    notes: [...notes, ...notShown(view, words)],
    batchCount: order?.batches.length ?? 0,
    batchesGoOn: verdict === undefined && view.verifying === undefined,
    get batches() {
      return order === undefined ? NO_BATCHES : shownBatches(order, endedWallMs, words);
    },
    hasTimeline: progress.timeline.changes.length > 0,
    get timeline() {
      return toldInOrder(
        progress.timeline,
        change => `${formatElapsed(change.atMs - startedMs)}  ${changeText(change, words)}`,
        count => words.log.changesLeftOut(count),
      );
    },
    consoleUrl: linkOf(subject, order),
    otherOrder: otherOrderOf(view),
    footer: words.report.footer({ ...progress, version }),
  };
}

function lineOf(view: TargetEnding | Running, words: Words): string {
  const { order } = view.progress;
  if (order === undefined) return '';
  const { usualMs, longerThanAny } = view.estimate ?? {};
  const usual = usualMs !== undefined && words.report.usually(usualMs, longerThanAny);
  // A proof takes its own time, which no past rollout tells of; the title says how far it is.
  const took = isProof(view) ? waitedText(view, words) : joined(words.comma, waitedText(view, words), usual);
  const stand = batchLine(order, words);
  return joined(
    ' · ',
    stand !== '' && `${lineLabel(view, words)}${words.colon}${stand}`,
    // Less is no wait.
    view.waitedMs >= 1_000 && !(view.verdict === undefined && isProof(view)) && took,
  );
}

/** Whose batches they are, and whether they are as they were seen last. */
function lineLabel(view: TargetEnding | Running, { report }: Words): string {
  const { verdict } = view;
  // Green signs under a red one are the order's, not those of what runs.
  if (verdict !== undefined && !isGreen(view) && PROVEN.includes(verdict)) return report.orderSucceeded;
  if (taskOf(view.subject) === 'idle') return report.fact.blockingOrder;
  return verdict !== undefined && VERDICT_FACTS[verdict].sign === 'unknown' ? report.wasSeen : report.batches;
}

/** Whether what is told is the proof of what runs, which begins when the order has succeeded. */
function isProof(view: TargetEnding | Running): boolean {
  return view.verdict === undefined ? view.verifying !== undefined : view.verification?.mode === 'require';
}

/** The wait as the time that the rollout took, where it has seen its end. */
function waitedText(view: TargetEnding | Running, words: Words): string {
  const { status } = view.progress.order ?? {};
  const isOver = failedStatusName(status) !== undefined || hasSucceeded(status);
  const { took, waited } = words.report;
  return isOver && !isProof(view) ? took(view.waitedMs) : waited(view.waitedMs);
}

/** The steps of the remedy, behind what the known cause asks for; where the rollout is stuck, that it is undone comes first. */
function todoOf(view: TargetEnding | Running, remedy: string, advice: string | undefined): readonly string[] {
  const [first = '', ...steps] = remedy.split('\n');
  const isStuck = view.verdict === 'needs-rollback' && view.undo?.kind !== 'sent';
  return isStuck ? present(first, advice, ...steps) : present(advice, first, ...steps);
}

/**
 * The order that ended the waits for the others of its step, by its number and name: the one that did not
 * succeed first. Pure.
 */
export function stopperOf(outcomes: readonly (TargetEnding | undefined)[]): string | undefined {
  const red = outcomes.flatMap((outcome, index) =>
    outcome === undefined || isGreen(outcome) || outcome.verdict === 'not-awaited'
      ? []
      : [{ outcome, label: orderLabel(index, outcomes.length) }],
  );
  const endedMs = ({ outcome }: (typeof red)[number]): number => outcome.startedMs + outcome.waitedMs;
  const [first] = red.toSorted((a, b) => endedMs(a) - endedMs(b));
  return first && joined(' ', first.label, shortName({ name: nameOf(first.outcome) }));
}

/** Of these the title says as much as their own words, where something tells why. */
const NEEDLESS: readonly GateCause['kind'][] = ['ended-badly', 'not-settled'];

function whyLines(view: TargetEnding | Running, what: string, words: Words): readonly string[] {
  if (view.verdict === undefined || isGreen(view)) return [];
  const { cause, diagnosis, amongSeveral } = view;
  if (cause.kind === 'bad-inputs') return cause.faults.map(fault => words.inputFault(fault));
  const root = diagnosis && rootCauseText(diagnosis, words);
  const { errorMessage } = view.progress.order ?? {};
  const said = root ?? (errorMessage && `${words.report.saeSays}${words.colon}${errorMessage}`);
  // That it failed is in the title, and what is undone is past; why is here.
  const isPast = NEEDLESS.includes(cause.kind) || view.undo?.kind === 'sent';
  const needless = isPast && said !== undefined && !amongSeveral;
  const told = needless ? [] : what.split('\n');
  // Of a stuck rollout the cause tells more than that it is stuck.
  return cause.kind === 'needs-rollback' ? present(said, ...told) : present(...told, said);
}

/** Why what runs is not shown although that was asked. */
function notShown(view: TargetEnding | Running, words: Words): readonly string[] {
  const fault = view.verdict === undefined ? undefined : view.verification?.fault;
  return fault === undefined ? [] : [words.report.notShown(words.fault(fault), words.faultRemedy(fault))];
}

/** Whoever named it may have written a book. */
const LONGEST_NAME = 100;

function nameOf({ progress: { order }, subject }: TargetEnding | Running): string | undefined {
  const name = order?.appName ?? subject.appName ?? subject.appId ?? subject.changeOrderId;
  return name === undefined ? undefined : cutText(name, LONGEST_NAME);
}

function explanationOf(view: TargetEnding | Running, words: Words, stopper: string | undefined): Explanation {
  if (view.verdict !== undefined) return explain(view, words, stopper);
  const { order } = view.progress;
  const { changeOrderId = '', appName, approvalId } = order ?? {};
  const waitsFor = order && manualStepOf(order.status);
  const title = runningClause(view, words);
  if (view.verifying !== undefined)
    return { title, what: '', remedy: words.report.nothingToDo(verifyFacts(view.verifying)) };
  if (waitsFor === undefined) return { title, what: '', remedy: '' };
  const { warning } = words;
  const isRelease = waitsFor === 'release';
  return {
    title,
    what: '',
    remedy: isRelease ? warning.release(changeOrderId, appName) : warning.approval(changeOrderId, approvalId),
  };
}

/** How a rollout stands that goes on, in half a clause. */
function runningClause({ subject, progress: { order }, verifying }: Running, words: Words): string {
  const { deployed, verifying: proving } = words.report;
  if (verifying !== undefined) return `${deployed}${words.comma}${proving(verifyFacts(verifying))}`;
  if (taskOf(subject) === 'idle') return words.report.waitingForFree;
  if (order === undefined) return words.report.inProgress;
  const place = batchPlace(order);
  const batch = place && order.batches[place.number - 1];
  if (place === undefined || batch?.status === undefined || !isUsual(order.status))
    return shortState(order, words);
  return words.batchIs(place, statusText(batch.status, words), undefined);
}

function rollbackOf(view: TargetEnding | Running): string | undefined {
  const { order } = view.progress;
  if (view.verdict === undefined || order === undefined) return undefined;
  // An order that only keeps others waiting may be about to end: it is to be undone where it never does.
  if (taskOf(view.subject) === 'idle' && view.verdict !== 'needs-rollback') return undefined;
  const isOpen = phaseOf(order.status) !== undefined && !hasEnded(order.status);
  const mayBeUndone = triggerOf(view.verdict, UNDO_TRIGGERS) !== undefined && isOpen;
  if (!mayBeUndone || order.supportRollback !== true || !isStillToUndo(view.undo)) return undefined;
  return rollbackCommand(order.changeOrderId, view.subject.regionId);
}

/** What the command that rolls an order back is told as: what has to be done, or what may be. Pure. */
export function undoLabel(verdict: Verdict | undefined): 'undo' | 'undoInstead' {
  return verdict === 'needs-rollback' ? 'undo' : 'undoInstead';
}

/** The refusals of the gate after which a person must not do it either: it is over, or would undo what is another's. */
const NOT_TO_UNDO: readonly NotWritten['kind'][] = [
  'ended',
  'unknown-status',
  'moved-on',
  'not-supported',
  'not-last',
  'other-application',
];

function isStillToUndo(undo: Undo | undefined): boolean {
  if (undo === undefined || undo.kind === 'not-due') return true;
  return undo.kind === 'not-written' && !NOT_TO_UNDO.includes(undo.why.kind);
}

function otherOrderOf(view: TargetEnding | Running): Report['otherOrder'] {
  if (view.verdict === undefined) return undefined;
  const { cause, undo, subject, progress } = view;
  const link = (
    kind: 'openNewer' | 'openRollback',
    changeOrderId: string | undefined,
  ): Report['otherOrder'] => {
    const url = linkOf({ ...subject, changeOrderId }, progress.order);
    return url === undefined || changeOrderId === subject.changeOrderId ? undefined : { kind, url };
  };
  if (cause.kind === 'superseded') return link('openNewer', cause.order.changeOrderId);
  return undo?.kind === 'sent' ? link('openRollback', undo.rollbackOrderId) : undefined;
}

function runningOf(view: TargetEnding | Running): RunningNow | undefined {
  return view.verdict === undefined ? view.verifying?.running : view.verification?.running;
}

function factsOf(view: TargetEnding | Running, words: Words): readonly Fact[] {
  const { subject, progress } = view;
  const { order } = progress;
  const { fact } = words.report;
  const running = runningOf(view);
  const facts: readonly (readonly [string, string | undefined, boolean])[] = [
    [fact.verdict, view.verdict && verdictText(view.verdict, words), false],
    [fact.application, applicationText(view, words), true],
    [taskOf(subject) === 'gate' ? fact.changeOrder : fact.blockingOrder, subject.changeOrderId, true],
    [fact.type, order?.coTypeCode, true],
    [fact.status, order && statusWithNumber(order.status, words), false],
    [fact.description, order?.description, true],
    [fact.region, subject.regionId, true],
    [fact.started, startedText(order), false],
    [fact.waited, words.duration(view.waitedMs), false],
    [view.verdict === undefined ? fact.estimate : fact.usual, estimateText(view, words), false],
    [fact.rollback, rollbackText(view, words), false],
    [fact.image, running?.image, true],
    [fact.version, running?.version, true],
  ];
  return facts.flatMap(([label, value, verbatim]) =>
    value === undefined ? [] : [{ label, value, verbatim }],
  );
}

function startedText(order: ChangeOrder | undefined): string | undefined {
  const startMs = order?.batches[0]?.startMs;
  return startMs === undefined ? undefined : formatTime(startMs);
}

/** In words, and as the output has it where that is another word. */
function verdictText(verdict: Verdict, words: Words): string {
  const said = words.verdict[verdict];
  return said === verdict ? said : `${said}${words.aside(verdict)}`;
}

function estimateText({ verdict, estimate }: TargetEnding | Running, words: Words): string | undefined {
  if (estimate === undefined) return undefined;
  if (verdict === undefined) return words.estimate(estimate) || undefined;
  return estimate.usualMs === undefined ? undefined : words.duration(estimate.usualMs);
}

function rollbackText(view: TargetEnding | Running, words: Words): string | undefined {
  const supported = view.progress.order?.supportRollback;
  if (view.verdict === undefined || isGreen(view) || supported === undefined) return undefined;
  return supported ? words.report.yes : words.report.no;
}

function applicationText(
  { subject, progress: { order } }: TargetEnding | Running,
  words: Words,
): string | undefined {
  const [name, id] = [order?.appName, order?.appId ?? subject.appId];
  return name === undefined || id === undefined ? (name ?? id) : `${name}${words.aside(id)}`;
}

/** Where the console shows an order; `undefined` where its id is not known. Pure. */
export function linkOf(subject: Subject, order: ChangeOrder | undefined): string | undefined {
  if (subject.changeOrderId === undefined) return undefined;
  return consoleUrl({
    changeOrderId: subject.changeOrderId,
    appId: order?.appId ?? subject.appId,
    regionId: subject.regionId,
  });
}
