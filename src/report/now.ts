import type { Running, TargetEnding } from '../endings/ending.ts';
import { isGreen, taskOf } from '../endings/ending.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import { batchTotal } from '../rollout/change-order.ts';
import type { Instance } from '../rollout/application.ts';
import { failedStatusName, hasSucceeded, manualStepOf, statusName } from '../rollout/statuses.ts';
import type { Verdict } from '../rollout/verdicts.ts';
import { cleanText } from '../text/clean.ts';
import type { Undo } from '../undo/undo.ts';
import { present } from '../text/parts.ts';
import { isReady } from '../verification/instance-states.ts';
import type { RunningNow, VerifyStage } from '../verification/running-now.ts';
import type { Fate, RunningFacts, RunningKind, VerifyFacts } from '../words/facts.ts';
import { shortImage } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { pollAgoMs, shortState, stateOf } from './state.ts';

const LONGEST_KIND = 80;
const MOST_KINDS = 4;

/** What people know an instance by: its image, or else its version. */
function whatOf({ imageUrl, packageVersion }: Instance): string {
  return cleanText(imageUrl === undefined ? (packageVersion ?? '') : shortImage(imageUrl), LONGEST_KIND);
}

function ageOf({ createdMs }: Instance, beganMs: number | undefined): RunningKind['age'] {
  if (createdMs === undefined || beganMs === undefined) return undefined;
  return createdMs >= beganMs ? 'new' : 'old';
}

/** What runs, counted for people. Pure. */
export function runningFacts(running: RunningNow): RunningFacts {
  const { instances, ready, wanted, beganMs, restarts, draining, partly } = running;
  const all = kindsOf(instances, beganMs);
  // That all are new tells nothing of one that carries something else than the others.
  const isTold = all.length === 1 || all.some(({ age }) => age === 'old');
  const since = isTold ? beganMs : undefined;
  const kinds = kindsOf(instances.filter(isReady), since);
  const unready = kindsOf(
    instances.filter(one => !isReady(one)),
    since,
  );
  const of = wanted ?? instances.length;
  return { ready, of, kinds, unready, restarts, draining, partly };
}

/** What they carry and whether they are of this rollout, what most of them are first. */
function kindsOf(instances: readonly Instance[], beganMs: number | undefined): readonly RunningKind[] {
  const kinds = new Map<string, { what: string; age: RunningKind['age']; count: number }>();
  for (const instance of instances) {
    const [what, age] = [whatOf(instance), ageOf(instance, beganMs)];
    const key = JSON.stringify([what, age]);
    const kind = kinds.get(key) ?? { what, age, count: 0 };
    kind.count++;
    kinds.set(key, kind);
  }
  return [...kinds.values()].toSorted((a, b) => b.count - a.count).slice(0, MOST_KINDS);
}

/** A proof that is on its way, as the words want it. Pure. */
export function verifyFacts({ kind, lastedMs, ofMs, running }: VerifyStage): VerifyFacts {
  const of = running && (running.wanted ?? running.instances.length);
  return { kind, lastedMs, ofMs, ready: running?.ready, of };
}

/** What runs, in lines: the count, and what makes it worth less. Pure. */
export function runningLines(running: RunningNow, words: Words, view?: TargetEnding): readonly string[] {
  const { report } = words;
  const { unchecked, supersededBy, instances } = running;
  // What a rollback brought back is new, and is not of the rollout.
  const facts = runningFacts(view?.undo?.kind === 'sent' ? { ...running, beganMs: undefined } : running);
  // Where that is the verdict, or the rollback that was asked for, it is said already.
  const isSaid = view?.verdict === 'superseded' || isOwnRollback(supersededBy?.changeOrderId, view?.undo);
  return [
    ...report.running(facts).split('\n'),
    ...(unchecked && instances.length > 0 ? [`⚠️ ${report.unchecked}`] : []),
    ...(supersededBy === undefined || isSaid
      ? []
      : [`⚠️ ${report.supersededBy(words.orderName(supersededBy))}`]),
  ];
}

function isOwnRollback(orderId: string | undefined, undo: Undo | undefined): boolean {
  return undo?.kind === 'sent' && undo.followed?.changeOrderId === orderId;
}

/** With these the order has succeeded: what they deny is what runs. */
export const PROVEN: readonly Verdict[] = ['succeeded', 'unhealthy', 'superseded', 'unverified'];

function isProven(verdict: Verdict | undefined): boolean {
  return verdict !== undefined && PROVEN.includes(verdict);
}

/** What has become of a rollout, by its order as it was seen last. Pure. */
function fateOf({ verdict, progress: { order } }: TargetEnding | Running): Fate {
  if (order === undefined) return 'unknown';
  if (failedStatusName(order.status) === 'terminated') return 'terminated';
  if (failedStatusName(order.status) !== undefined)
    return batchTotal(order) > 1 ? 'stopped-phased' : 'stopped';
  if (hasSucceeded(order.status))
    return verdict === 'superseded' ? verdict : isProven(verdict) ? 'finished' : 'claimed';
  if (order.subStatus === 1) return 'stuck';
  return manualStepOf(order.status) === undefined ? 'continues' : 'paused';
}

/** With these the wait has ended, and nothing of the rollout. */
const ONLY_THE_WAIT: readonly Verdict[] = ['cancelled', 'not-awaited', 'timed-out', 'awaiting-manual-step'];

/** Whether it was seen to go on, or to wait for a person, when the wait for it ended. Pure. */
export function stillRuns(view: TargetEnding): boolean {
  const { order, last } = view.progress;
  const isSeen = last?.kind === 'read' && order !== undefined && statusName(order.status) !== undefined;
  return isSeen && ONLY_THE_WAIT.includes(view.verdict) && ['continues', 'paused'].includes(fateOf(view));
}

function fateText(view: TargetEnding | Running, words: Words): string {
  const { progress, subject, startedMs, waitedMs, endedWallMs, verdict } = view;
  const { order } = progress;
  if (taskOf(subject) === 'idle') return order === undefined ? '' : blockingText(view, order, words);
  const fate = fateOf(view);
  const isNamed = (subject.appId ?? subject.appName) !== undefined;
  if (order === undefined) return words.report.fate(isNamed ? 'unknown' : 'nameless', '');
  if (fate !== 'continues') return words.report.fate(fate, howFar(order, fate, words));
  const state = stateOf(order, endedWallMs, words);
  const agoMs = pollAgoMs(progress, startedMs + waitedMs);
  const isPast = agoMs !== undefined || progress.last?.kind !== 'read';
  return isPast ? words.report.lastSeen(state, agoMs) : words.report.continues(state, verdict !== undefined);
}

/** How the order stands that keeps the application from being free: it need not be a rollout. */
function blockingText(view: TargetEnding | Running, order: ChangeOrder, words: Words): string {
  const { progress, startedMs, waitedMs, endedWallMs } = view;
  const state = stateOf(order, endedWallMs, words);
  return words.report.blocking(state, pollAgoMs(progress, startedMs + waitedMs));
}

/** How many batches are done, of several; of one that says it has finished, what else its state says. */
function howFar(order: ChangeOrder, fate: Fate, words: Words): string {
  const of = batchTotal(order);
  const isNormal = order.subStatus === undefined || order.subStatus === 0;
  // A sub-status that is not normal may be all that keeps it from being confirmed.
  if (fate === 'claimed') return isNormal ? '' : shortState(order, words);
  const done = order.batches.filter(({ status }) => hasSucceeded(status)).length;
  return of > 1 && fate !== 'finished' && fate !== 'superseded' ? words.report.batchesDone(done, of) : '';
}

/**
 * How things stand: what runs, and whether the rollout continues, has stopped or was undone. Nothing where
 * no rollout was looked at, and of a success of which no instance was looked at. Pure.
 */
export function nowLines(view: TargetEnding | Running, words: Words): readonly string[] {
  if (view.verdict === undefined) return goingLines(view, words);
  const { cause, verification } = view;
  const { running, provenByOrderId } = verification ?? {};
  const lines = [
    ...(running === undefined ? [] : runningLines(running, words, view)),
    ...(provenByOrderId === undefined
      ? []
      : [words.report.provenBy(cleanText(provenByOrderId, LONGEST_KIND))]),
  ];
  const isUnasked = cause.kind === 'bad-inputs' || cause.kind === 'bug';
  if (isGreen(view) || isUnasked) return lines;
  const undone = view.undo && words.undo.explain(view.undo).what;
  // Once it was asked to roll back, how the order was seen last tells nothing any more.
  const isPast = view.undo?.kind === 'sent' || view.undo?.kind === 'bug';
  return [...present(isPast ? '' : fateText(view, words), undone), ...lines];
}

function goingLines(
  { progress, verifying, estimate, endedWallMs }: Running,
  words: Words,
): readonly string[] {
  const { order, doubt } = progress;
  if (doubt !== undefined) return [words.log.doubtful[doubt.kind]];
  if (verifying !== undefined) {
    const { running } = verifying;
    // How far the proof is stands in the title.
    return running === undefined
      ? [words.report.verifying(verifyFacts(verifying))]
      : runningLines(running, words);
  }
  const state = order === undefined ? words.log.notSeenYet : stateOf(order, endedWallMs, words);
  // What is usual stands in the line of the batches.
  const estimated = estimate === undefined ? '' : words.estimate({ ...estimate, usualMs: undefined });
  return [estimated === '' ? state : `${state} · ${estimated}`];
}
