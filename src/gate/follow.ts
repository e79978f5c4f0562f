import type { ApplicationNames, NamingFailure } from '../discovery/find-application.ts';
import type { FindTarget, SearchFailure } from '../discovery/find-orders.ts';
import { OrderFinder } from '../discovery/find-orders.ts';
import type { CreationBound, RunStart } from '../discovery/run-start.ts';
import { creationBound, isByOwnClock } from '../discovery/run-start.ts';
import type { GateCause, TargetEnding } from '../endings/ending.ts';
import { awaitIdle } from '../idle/await-idle.ts';
import type { ServerTime } from '../http/server-time.ts';
import type { OrderTarget, Target } from '../inputs/targets.ts';
import type { Decision } from '../polling/poll.ts';
import { poll } from '../polling/poll.ts';
import type { ChangeOrder, ListedOrder } from '../rollout/change-order.ts';
import type { Ending, Limits } from '../rollout/judge.ts';
import { decide, dueMsOf } from '../rollout/judge.ts';
import type { Observation, Progress } from '../rollout/progress.ts';
import { NO_PROGRESS, fold } from '../rollout/progress.ts';
import { isDeployment, isKnownCoType } from '../rollout/order-types.ts';
import { readingOf } from '../rollout/reading.ts';
import type { PollTarget } from '../sae/change-order.ts';
import { orderPoller } from '../sae/change-order.ts';
import type { TwoClocks } from '../schedule/known.ts';
import type { WaitCourse } from '../schedule/planned-wait.ts';
import { waitAfter } from '../schedule/planned-wait.ts';
import type { Hide } from '../text/clean.ts';
import { cleanText, thrownText } from '../text/clean.ts';
import type { Wait } from './wait.ts';
import { subjectOf } from './wait.ts';

/** What the waits for all targets of a step share. */
export interface FollowParts {
  readonly runStart: () => Promise<RunStart>;
  readonly serverTime: ServerTime;
  readonly hide: Hide;
  readonly names: ApplicationNames;
}

/** Waits for a target until it has ended. Never rejects: anything thrown is the verdict `error`. */
export async function followTarget(wait: Wait, parts: FollowParts): Promise<TargetEnding> {
  // A duration before now counts from the start of the wait, however long a name is looked up.
  const startedWallMs = wait.clock.wallMs();
  try {
    const target = await targetById(wait, wait.target, parts);
    if ('verdict' in target) return wait.ended(target);
    if (target.kind === 'idle') return await followIdle(wait, target.appId);
    if (target.kind === 'find') return await followApplication(wait, target, startedWallMs, parts);
    const ending = await followOrder(wait, { ...target, notBeforeMs: undefined, listed: false });
    return wait.ended(ending);
  } catch (thrown) {
    const cause = { kind: 'bug', message: thrownText(thrown, parts.hide) } as const;
    return wait.ended({ verdict: 'error', cause });
  }
}

/** A target whose application has a known ID, if any. */
type TargetById =
  | FindTarget
  | Pick<OrderTarget, 'kind' | 'changeOrderId' | 'appId'>
  | { readonly kind: 'idle'; readonly appId: string };

/** The target with the ID of the application that it names, or why there is none. */
async function targetById(
  wait: Wait,
  target: Target,
  { names }: FollowParts,
): Promise<TargetById | Ending<GateCause>> {
  const { appName, appId } = target;
  if (appName !== undefined) {
    const naming = await names.find(wait, { ...target, appName });
    if (naming.kind === 'cancelled') return givenUpOf(wait);
    if (naming.kind !== 'named') return endingOfNaming(naming);
    wait.named(naming.appId);
    return { ...target, appId: naming.appId };
  }
  if (target.kind === 'order') return target;
  // The inputs guarantee an application where it is needed.
  if (appId === undefined) throw new Error('the application is missing');
  return { ...target, appId };
}

function endingOfNaming(failure: NamingFailure): Ending<GateCause> {
  return { verdict: failure.kind === 'names-unreadable' ? 'unreadable' : 'error', cause: failure };
}

/** Waits until the application is free. */
async function followIdle(wait: Wait, appId: string): Promise<TargetEnding> {
  const ending = await awaitIdle(wait, appId);
  const { order, progress } = ending;
  const subject = { ...subjectOf(wait.target, wait.settings), appId, changeOrderId: order?.changeOrderId };
  return wait.ended(ending, { subject, progress });
}

/** Waits for the orders of an application that were created since this run began. */
async function followApplication(
  wait: Wait,
  target: FindTarget,
  startedWallMs: number,
  { runStart, serverTime }: FollowParts,
): Promise<TargetEnding> {
  const { clock, cancel } = wait;
  for (const coType of target.coTypes ?? []) {
    if (!isKnownCoType(coType)) wait.note({ kind: 'unknown-co-type', coType: cleanText(coType, 100) });
  }
  const bound = await creationBound(target, startedWallMs, runStart);
  if (cancel.aborted) return wait.ended(givenUp(cancel));
  if ('unknown' in bound) {
    const cause = { kind: 'bad-inputs', faults: [{ kind: 'no-run-start', ...bound.unknown }] } as const;
    return wait.ended({ verdict: 'error', cause });
  }
  // With a clock that is behind, an order that is too old would be taken for this run's own.
  if (isByOwnClock(bound, target)) serverTime.insistOnOwn();
  wait.note({ kind: 'bound', bound, agoMs: clock.wallMs() - bound.createdAfterMs });
  return findAndFollow(wait, target, bound);
}

/**
 * Finds the orders of an application that can belong to this run and waits for each, the newest first. Green
 * only if every one of them succeeded and a last poll of the whole list shows no further one, nor one without
 * a time of creation: one of them belongs to this run, and it is not known which.
 */
async function findAndFollow(wait: Wait, target: FindTarget, bound: CreationBound): Promise<TargetEnding> {
  const finder = new OrderFinder(wait, target, bound);
  const subject = { ...subjectOf(wait.target, wait.settings), appId: target.appId };
  const unseen = { subject, progress: NO_PROGRESS };
  const succeeded = new Map<string, TargetEnding>();
  for (;;) {
    const newest = speakerOf([...succeeded.values()], target);
    const finding = newest === undefined ? await finder.find() : await finder.confirm([...succeeded.keys()]);
    if (finding.kind !== 'orders') return wait.ended(endingOfSearch(finding, wait.cancel), newest ?? unseen);
    const waiting = finding.orders.filter(order => !succeeded.has(order.changeOrderId));
    if (waiting.length === 0 && newest !== undefined) {
      const orders = [...succeeded.values()].flatMap(({ progress }) => progress.order ?? []);
      return { ...wait.ended(newest, newest, succeeded.size > 1), succeeded: orders };
    }
    const red = await followAll(wait, target.appId, finder, waiting, succeeded);
    if (red !== undefined) return red;
  }
}

/**
 * The one of several green endings, the newest last, that determines the target: the newest. If every type is
 * allowed it is that of the newest deployment, if there is one: a later rollback is not what was requested.
 */
function speakerOf(
  greens: readonly TargetEnding[],
  { coTypes }: Pick<FindTarget, 'coTypes'>,
): TargetEnding | undefined {
  const deployment = greens.findLast(({ progress }) => isDeployment(progress.order?.coTypeCode));
  return (coTypes === undefined ? deployment : undefined) ?? greens.at(-1);
}

/** How a wait ends for which no orders were found. */
function endingOfSearch(failure: SearchFailure, cancel: AbortSignal): Ending<GateCause> {
  switch (failure.kind) {
    case 'none-found':
      return { verdict: 'not-found', cause: failure };
    case 'list-unreadable':
      return { verdict: 'unreadable', cause: failure };
    case 'cancelled':
      return givenUp(cancel);
  }
}

/** Waits for all of these, newest first, until one is red; the green ones are added, the newest last. */
async function followAll(
  wait: Wait,
  appId: string,
  finder: OrderFinder,
  waiting: readonly ListedOrder[],
  succeeded: Map<string, TargetEnding>,
): Promise<TargetEnding | undefined> {
  const greens: [string, TargetEnding][] = [];
  let others = succeeded.size + waiting.length - 1;
  for (const [index, order] of waiting.entries()) {
    if (index + succeeded.size > 0) wait.note({ kind: 'also-qualifies', order });
    const { changeOrderId } = order;
    const ending = await followOrder(wait, {
      changeOrderId,
      appId,
      notBeforeMs: finder.notBeforeMs,
      listed: true,
      undated: order.createdMs === undefined,
    });
    if (ending.cause.kind === 'stale') {
      finder.refuseAsStale(changeOrderId, ending.cause.startMs);
      others--;
    } else if (ending.verdict === 'succeeded') greens.unshift([changeOrderId, wait.ended(ending)]);
    else return wait.ended(ending, undefined, others > 0);
  }
  for (const [changeOrderId, green] of greens) succeeded.set(changeOrderId, green);
  return undefined;
}

/**
 * Polls one change order until its rollout is decided, the deadline has come, or the wait is cancelled.
 *
 * @param rollbackAsked a rollback was requested, so reporting that it needs one does not end it
 */
export async function followOrder(wait: Wait, target: PollTarget, rollbackAsked = false): Promise<Ending> {
  const { settings, clock, chance, cancel, deadlineMs } = wait;
  const { bounds, regionId } = settings;
  const manualStepTimeoutMs = wait.manualTimeLeftMs;
  const limits: Limits = { ...settings, deadlineMs, manualStepTimeoutMs, rollbackAsked };
  const { changeOrderId, appId } = target;
  const followed = wait.follow({ changeOrderId, appId, regionId });
  const ending = await poll<Observation, Progress, Ending>(
    {
      clock,
      chance,
      bounds,
      deadlineMs: state => dueMsOf(state, limits),
      fold,
      observe: orderPoller(wait.client, target, () => wait.turns.next()),
      lastPollLimitMs: wait.lastPollLimitMs,
      signal: cancel,
      decide: (state, nowMs) => {
        const wallMs = clock.wallMs() - (clock.nowMs() - nowMs);
        return nextStep(state, { nowMs, wallMs }, { limits, bounds, pastMs: followed.pastMs });
      },
      news: wait.news,
      observed: (state, before) => {
        wait.turns.due(dueMsOf(state, limits));
        wait.polled(state, before);
      },
      waits: ({ order }) => {
        if (order !== undefined && goesOn(order)) void wait.learn(order);
      },
    },
    NO_PROGRESS,
  );
  wait.addManualTime(followed.progress.manual.usedMs);
  return ending ?? givenUp(cancel);
}

/** An order that has ended needs no schedule. */
function goesOn(order: ChangeOrder): boolean {
  return readingOf(order, false).kind === 'undecided';
}

/** What follows from the polls so far: the end of the wait, or when to poll again. Pure. */
function nextStep(progress: Progress, now: TwoClocks, course: WaitCourse): Decision<Ending> {
  const ending = decide(progress, now.nowMs, course.limits);
  return ending === undefined ? waitAfter(progress, now, course) : { kind: 'ended', ending };
}

/** The reason of a cancel because another order is red. */
export const FAILED_FAST = 'failed fast';

/** How a cancelled wait ends: the step was cancelled, or another order is red already. */
export function givenUp(cancel: AbortSignal): Ending {
  const reason = String(cancel.reason);
  return reason === FAILED_FAST
    ? { verdict: 'not-awaited', cause: { kind: 'not-awaited' } }
    : { verdict: 'cancelled', cause: { kind: 'cancelled', signal: reason } };
}

/** The same, by the target. */
function givenUpOf({ target, cancel }: Pick<Wait, 'target' | 'cancel'>): Ending<GateCause> {
  if (target.kind !== 'idle') return givenUp(cancel);
  const signal = String(cancel.reason);
  return { verdict: 'cancelled', cause: { kind: 'idle-cancelled', signal, order: undefined } };
}
