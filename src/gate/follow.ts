import { readingOf } from '../rollout/reading.ts';
import type { FindTarget, SearchFailure } from '../discovery/find-orders.ts';
import { OrderFinder } from '../discovery/find-orders.ts';
import type { CreationBound } from '../discovery/run-start.ts';
import type { Subject, WaitEnding } from '../endings/ending.ts';
import { isGreen, unseen } from '../endings/ending.ts';
import type { Decision, PollBounds } from '../polling/poll.ts';
import { poll } from '../polling/poll.ts';
import type { ChangeOrder, ListedOrder } from '../rollout/change-order.ts';
import { pauseAfter } from '../rollout/fault.ts';
import type { Ending, Limits } from '../rollout/judge.ts';
import { decide, dueMsOf } from '../rollout/judge.ts';
import type { Look, Progress } from '../rollout/progress.ts';
import { NO_PROGRESS, fold } from '../rollout/progress.ts';
import type { LookTarget } from '../sae/change-order.ts';
import { orderLooker } from '../sae/change-order.ts';
import type { TwoClocks } from '../schedule/known.ts';
import { knownOf } from '../schedule/known.ts';
import { plannedAimsMs, plannedWaitMs } from '../schedule/planned-wait.ts';
import type { Wait } from './wait.ts';

/** What a wait for an order goes by, beside what the looks at it show. */
export interface Course {
  readonly limits: Limits;
  readonly bounds: PollBounds;
  /** How long the last rollouts of the same application and type took. */
  readonly pastMs: readonly number[];
}

/** What follows from the looks so far: the end of the wait, or when to look again. Pure. */
export function nextStep(progress: Progress, now: TwoClocks, course: Course): Decision<Ending> {
  const { limits, bounds, pastMs } = course;
  const judgement = decide(progress, now.nowMs, limits);
  if (judgement.kind === 'ended') return judgement;
  const known = knownOf(progress, pastMs, now);
  const { last } = progress;
  return {
    kind: 'wait',
    plannedMs: plannedWaitMs(known, now.nowMs, bounds),
    aimsMs: [...judgement.aimsMs, ...plannedAimsMs(known)],
    ...pauseAfter(last?.kind === 'faulty' ? last.fault : undefined),
  };
}

/** The reason of a cancel that another order's red end gave. */
export const FAILED_FAST = 'failed fast';

/** Waits for one change order until its rollout is decided, the deadline has come, or the step is cancelled. */
export async function watchOrder(wait: Wait, target: LookTarget): Promise<WaitEnding> {
  const { settings, clock, chance, cancel, deadlineMs } = wait;
  const { bounds, regionId } = settings;
  const limits: Limits = { ...settings, deadlineMs, manualStepTimeoutMs: wait.manualTimeLeftMs };
  const { changeOrderId, appId } = target;
  const subject = { changeOrderId, appId, regionId };
  wait.follow(subject);
  const polled = await poll<Look, Progress, Ending>(
    {
      clock,
      chance,
      bounds,
      deadlineMs: state => dueMsOf(state, limits),
      fold,
      look: orderLooker(wait.client, target, () => wait.turns.next()),
      lastLookLimitMs: wait.lastLookLimitMs,
      signal: cancel,
      decide: (state, nowMs) => {
        const wallMs = clock.wallMs() - (clock.nowMs() - nowMs);
        return nextStep(state, { nowMs, wallMs }, { limits, bounds, pastMs: wait.followed.pastMs });
      },
      news: wait.news,
      looked: (state, before) => {
        wait.turns.due(dueMsOf(state, limits));
        wait.looked(state, before);
      },
      waits: ({ order }) => {
        if (order !== undefined && goesOn(order)) void wait.learn(order);
      },
    },
    NO_PROGRESS,
  );
  const ending: Ending = polled.kind === 'ended' ? polled.ending : givenUp(cancel);
  wait.addManualTime(polled.state.manual.usedMs);
  return { ...ending, subject, progress: polled.state };
}

/** What has ended needs no schedule. */
function goesOn(order: ChangeOrder): boolean {
  return readingOf(order, false).kind === 'undecided';
}

/** How a wait ends that was given up: the step was cancelled, or another order is red already. */
export function givenUp(cancel: AbortSignal): Ending {
  const reason = String(cancel.reason);
  return reason === FAILED_FAST
    ? { verdict: 'not-awaited', cause: { kind: 'not-awaited' } }
    : { verdict: 'cancelled', cause: { kind: 'cancelled', signal: reason } };
}

/** How a search and the waits after it ended. */
export type FollowEnding = WaitEnding & { readonly amongSeveral: boolean };

/**
 * Finds the orders of an application that can be this run's own and waits for each, the newest first.
 * Green only if every one of them succeeded and a last look at the whole list shows no further one, nor one
 * of which nothing tells when it was made: one of them is this run's own, and nobody can say which.
 */
export async function findAndFollow(
  wait: Wait,
  target: FindTarget,
  bound: CreationBound,
): Promise<FollowEnding> {
  const finder = new OrderFinder(wait, target, bound);
  const succeeded = new Map<string, WaitEnding>();
  for (;;) {
    const finding = succeeded.size === 0 ? await finder.find() : await finder.confirm([...succeeded.keys()]);
    const newest = [...succeeded.values()].at(-1);
    if (finding.kind !== 'orders') {
      const { regionId } = wait.settings;
      const subject = { changeOrderId: undefined, appId: target.appId, regionId };
      const seen = newest === undefined ? {} : { progress: newest.progress, subject: newest.subject };
      return { ...endingOfSearch(finding, wait.cancel, subject), ...seen, amongSeveral: false };
    }
    const waiting = finding.orders.filter(order => !succeeded.has(order.changeOrderId));
    if (waiting.length === 0 && newest !== undefined) return { ...newest, amongSeveral: succeeded.size > 1 };
    const red = await followAll(wait, target.appId, finder, waiting, succeeded);
    if (red !== undefined) return red;
  }
}

/** How a wait ends for which no orders were found. */
function endingOfSearch(failure: SearchFailure, cancel: AbortSignal, subject: Subject): WaitEnding {
  switch (failure.kind) {
    case 'none-found':
      return unseen('not-found', failure, subject);
    case 'list-unreadable':
      return unseen('unreadable', failure, subject);
    case 'cancelled':
      return { ...givenUp(cancel), subject, progress: NO_PROGRESS };
  }
}

/** Waits for all of these, newest first, until one is red; the green ones are added, the newest last. */
async function followAll(
  wait: Wait,
  appId: string,
  finder: OrderFinder,
  waiting: readonly ListedOrder[],
  succeeded: Map<string, WaitEnding>,
): Promise<FollowEnding | undefined> {
  const greens: WaitEnding[] = [];
  let others = succeeded.size + waiting.length - 1;
  for (const [index, order] of waiting.entries()) {
    if (index + succeeded.size > 0) wait.note({ kind: 'also-qualifies', order });
    const { changeOrderId } = order;
    const ending = await watchOrder(wait, {
      changeOrderId,
      appId,
      notBeforeMs: finder.notBeforeMs,
      listed: true,
      undated: order.createdMs === undefined,
    });
    if (ending.cause.kind === 'stale') {
      finder.refuseAsStale(changeOrderId, ending.cause.startMs);
      others--;
    } else if (isGreen(ending)) greens.unshift(ending);
    else return { ...ending, amongSeveral: others > 0 };
  }
  for (const green of greens) succeeded.set(green.subject.changeOrderId ?? '', green);
  return undefined;
}
