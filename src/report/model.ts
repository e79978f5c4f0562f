import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { rootCause } from '../diagnosis/diagnosis.ts';
import type { TargetEnding, Running, Subject } from '../endings/ending.ts';
import { isGreen } from '../endings/ending.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import { batchTotal } from '../rollout/change-order.ts';
import { toldInOrder } from '../rollout/changes.ts';
import type { Progress } from '../rollout/progress.ts';
import { failedStatusName, hasEnded, hasSucceeded, manualStepOf, phaseOf } from '../rollout/statuses.ts';
import type { Verdict } from '../rollout/verdicts.ts';
import { consoleUrl, rollbackCommand } from '../sae/console.ts';
import { cutText } from '../text/clean.ts';
import { UNDO_TRIGGERS, triggerOf } from '../undo/permission.ts';
import type { NotWritten, Undo, UndoResult } from '../undo/undo.ts';
import { undoResultOf } from '../undo/undo.ts';
import type { EndFacts, Explanation } from '../words/facts.ts';
import { causeText, statusText } from '../words/facts.ts';
import { formatElapsed, formatTime } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import type { ShownBatches } from './batches.ts';
import { NO_BATCHES, progressBar, shownBatches } from './batches.ts';
import { batchGantt } from './gantt.ts';
import { changeText, stateOf, statusWithNumber } from './state.ts';

/** Says why a step ended as it did, and what to do. Pure. */
export function explain(outcome: TargetEnding, words: Words): Explanation {
  const { what, remedy } = withUndo(
    outcome,
    causeText(words, outcome.cause, endFacts(outcome, words)),
    words,
  );
  const orderId = outcome.subject.changeOrderId;
  if (!outcome.amongSeveral || orderId === undefined || isGreen(outcome)) return { what, remedy };
  const several = words.amongSeveral(orderId);
  const { sentenceGap } = words;
  return {
    what: `${several.what}${sentenceGap}${what}`,
    remedy: `${remedy}${sentenceGap}${several.remedy}`,
  };
}

/** What became of undoing it comes after why that had to be, and what to do then in the place of what was to be done. */
function withUndo({ undo }: TargetEnding, { what, remedy }: Explanation, words: Words): Explanation {
  const undone: Partial<Explanation> = undo === undefined ? {} : words.undo.explain(undo);
  const whole = [what, undone.what ?? ''].filter(text => text !== '').join(words.sentenceGap);
  return { what: whole, remedy: undone.remedy ?? remedy };
}

function endFacts(outcome: TargetEnding, words: Words): EndFacts {
  const { progress, startedMs, waitedMs, endedWallMs, subject, diagnosis } = outcome;
  const { order } = progress;
  const endedMs = startedMs + waitedMs;
  return {
    waitedMs,
    changeOrderId: subject.changeOrderId ?? '',
    askedAppId: subject.appId,
    lastPollAgoMs: pollAgoMs(progress, endedMs),
    lastStatus: order?.status,
    lastState: order && stateOf(order, endedWallMs, words),
    lastFault: progress.lastFault,
    unproven: hasSucceeded(order?.status),
    waitsFor: order && manualStepOf(order.status),
    // The last poll is made at the deadline: where it is missing, its turn never came.
    callsScarce: endedMs - (progress.polledMs ?? -Infinity) > JUST_NOW_MS,
    badBatch: order && badBatch(order, words),
    diagnosed: diagnosis !== undefined && rootCause(diagnosis) !== undefined,
    rollbackSupported: order?.supportRollback,
    approvalId: order?.approvalId,
  };
}

function badBatch(order: ChangeOrder, words: Words): string | undefined {
  const index = order.batches.findIndex(({ status }) => failedStatusName(status) !== undefined);
  const status = order.batches[index]?.status;
  if (status === undefined) return undefined;
  const place = { number: index + 1, of: batchTotal(order) };
  return words.batchIs(place, statusText(status, words), undefined);
}

/** Who reads a last state should know when that was, if it was not just now. */
const JUST_NOW_MS = 60_000;

function pollAgoMs({ readAtMs }: Progress, endedMs: number): number | undefined {
  // Not the last poll of all: it may have brought no state, and the one that is told is older then.
  return readAtMs === undefined || endedMs - readAtMs <= JUST_NOW_MS ? undefined : endedMs - readAtMs;
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

/** A rollout and its verdict, or that it goes on, in one line. Pure. */
export function headlineText(
  verdict: Verdict | undefined,
  name: string | undefined,
  words: Words,
  undone?: UndoResult,
): string {
  if (name === undefined) return words.report.unnamedHeadline(verdict, undone);
  const { before, after } = words.report.headline(verdict, undone);
  return `${before}${name}${after}`;
}

/**
 * All that a person is told of a wait, ended or not, in plain text and in reading order. Each rendering
 * escapes it for its own place.
 */
export interface Report {
  /** `undefined` while the wait goes on. */
  readonly verdict: Verdict | undefined;
  readonly green: boolean;
  /** What the order is known by, as far as that is known. */
  readonly name: string | undefined;
  /** Where the order stands, in half a sentence, how far it is, and for how long it is waited for. */
  readonly state: string;
  readonly bar: string;
  readonly waited: string;
  readonly what: string;
  readonly remedy: string;
  /** What the headline says of undoing it. */
  readonly undone: UndoResult | undefined;
  /** The command that rolls the order back, where a person may: as far as the gate has seen, and has not itself. */
  readonly rollbackCommand: string | undefined;
  /** Why it failed, where that was asked. */
  readonly diagnosis: Diagnosis | undefined;
  readonly errorMessage: string | undefined;
  /** One line for each fault of the inputs. */
  readonly inputFaults: readonly string[];
  readonly facts: readonly Fact[];
  /** Which order was chosen and why, and what else there was. */
  readonly notes: readonly string[];
  readonly batchCount: number;
  /** Made when it is asked for, like the chart and the timeline: often there is no room for them. */
  readonly batches: ShownBatches;
  /** A mermaid chart of the batches, ready to be set into Markdown. */
  readonly gantt: string | undefined;
  /** What changed, and how far into the wait. */
  readonly timeline: readonly string[];
  /** Whether it has so much as one line. */
  readonly hasTimeline: boolean;
  readonly consoleUrl: string | undefined;
  readonly footer: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** The value is an identifier or a foreign text, to be set apart. */
  readonly verbatim: boolean;
}

/** The one model that log, summary and check run are renderings of, for a wait that goes on or has ended. Pure. */
export function reportOf(
  view: TargetEnding | Running,
  notes: readonly string[],
  words: Words,
  version: string,
): Report {
  const { progress, subject, startedMs, endedWallMs } = view;
  const { order } = progress;
  return {
    verdict: view.verdict,
    green: view.verdict !== undefined && isGreen(view),
    name: nameOf(view),
    state: order === undefined ? words.log.notSeenYet : statusText(order.status, words),
    bar: progressBar(order?.batches ?? []),
    waited: words.duration(view.waitedMs),
    ...explanationOf(view, words),
    undone: view.verdict === undefined ? undefined : undoResultOf(view.undo),
    rollbackCommand: rollbackOf(view),
    diagnosis: view.verdict === undefined ? undefined : view.diagnosis,
    errorMessage: order?.errorMessage,
    inputFaults: inputFaultsOf(view, words),
    facts: view.verdict !== undefined && view.cause.kind === 'bad-inputs' ? [] : factsOf(view, words),
    notes,
    batchCount: order?.batches.length ?? 0,
    get batches() {
      return order === undefined ? NO_BATCHES : shownBatches(order, endedWallMs, words);
    },
    get gantt() {
      return order && batchGantt(order, endedWallMs, words);
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
    footer: words.report.footer({ ...progress, lateMs: lateMs(view), version }),
  };
}

/** Whoever named it may have written a book. */
const LONGEST_NAME = 100;

function nameOf({ progress: { order }, subject }: TargetEnding | Running): string | undefined {
  const name = order?.appName ?? subject.appName ?? subject.appId ?? subject.changeOrderId;
  return name === undefined ? undefined : cutText(name, LONGEST_NAME);
}

function explanationOf(view: TargetEnding | Running, words: Words): Pick<Report, 'what' | 'remedy'> {
  if (view.verdict !== undefined) return explain(view, words);
  const { order, doubt } = view.progress;
  const state = order === undefined ? words.log.notSeenYet : stateOf(order, view.endedWallMs, words);
  return { what: doubt === undefined ? state : words.log.doubtful[doubt.kind], remedy: '' };
}

function rollbackOf(view: TargetEnding | Running): string | undefined {
  const { order } = view.progress;
  if (view.verdict === undefined || order === undefined) return undefined;
  const isOpen = phaseOf(order.status) !== undefined && !hasEnded(order.status);
  const mayBeUndone = triggerOf(view.verdict, UNDO_TRIGGERS) !== undefined && isOpen;
  if (!mayBeUndone || order.supportRollback !== true || !isStillToUndo(view.undo)) return undefined;
  return rollbackCommand(order.changeOrderId, view.subject.regionId);
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

function inputFaultsOf(view: TargetEnding | Running, words: Words): readonly string[] {
  if (view.verdict === undefined || view.cause.kind !== 'bad-inputs') return [];
  return view.cause.faults.map(fault => words.inputFault(fault));
}

function factsOf(view: TargetEnding | Running, words: Words): readonly Fact[] {
  const { subject, progress } = view;
  const { order } = progress;
  const { fact } = words.report;
  const startMs = order?.batches[0]?.startMs;
  const facts: readonly (readonly [string, string | undefined, boolean])[] = [
    [fact.verdict, view.verdict, true],
    [fact.application, joined(order?.appName ?? subject.appName, order?.appId ?? subject.appId, words), true],
    [fact.changeOrder, subject.changeOrderId, true],
    [fact.type, order?.coTypeCode, true],
    [fact.status, order && statusWithNumber(order.status, words), false],
    [fact.description, order?.description, true],
    [fact.region, subject.regionId, true],
    [fact.started, startMs === undefined ? undefined : formatTime(startMs), false],
    [fact.waited, words.duration(view.waitedMs), false],
    [view.verdict === undefined ? fact.estimate : fact.usual, estimateText(view, words), false],
    [fact.rollback, rollbackText(view, words), false],
  ];
  return facts.flatMap(([label, value, verbatim]) =>
    value === undefined ? [] : [{ label, value, verbatim }],
  );
}

function estimateText({ verdict, estimate }: TargetEnding | Running, words: Words): string | undefined {
  if (estimate === undefined) return undefined;
  if (verdict === undefined) return words.estimate(estimate) || undefined;
  const { usualMs, longerThanAny } = estimate;
  return usualMs === undefined ? undefined : words.report.usual(usualMs, longerThanAny);
}

function rollbackText(view: TargetEnding | Running, words: Words): string | undefined {
  const supported = view.progress.order?.supportRollback;
  if (view.verdict === undefined || isGreen(view) || supported === undefined) return undefined;
  return supported ? words.report.yes : words.report.no;
}

function joined(name: string | undefined, id: string | undefined, words: Words): string | undefined {
  return name === undefined || id === undefined ? (name ?? id) : `${name}${words.aside(id)}`;
}

/** How late the end was noticed at most: the time since the poll before; `undefined` where it was no look. */
function lateMs({
  verdict,
  progress,
}: {
  verdict: Verdict | undefined;
  progress: Progress;
}): number | undefined {
  const { polledMs, polledBeforeMs, last } = progress;
  const noticed = verdict !== undefined && last?.kind === 'read' && verdict !== 'timed-out';
  return noticed && polledMs !== undefined && polledBeforeMs !== undefined
    ? polledMs - polledBeforeMs
    : undefined;
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
