import type { ListedOrder } from '../discovery/listed-order.ts';
import type { CreationBound } from '../discovery/run-start.ts';
import type { FindTarget } from '../inputs/target-input.ts';
import { OrderFinder } from './order-finder.ts';
import type { WaitEnding } from './outcome.ts';
import { isGreen } from './outcome.ts';
import type { Wait } from './wait.ts';
import { watchOrder } from './watch-order.ts';

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
    if (finding.kind === 'ended') {
      const seen = newest === undefined ? {} : { progress: newest.progress, subject: newest.subject };
      return { ...finding.ending, ...seen, amongSeveral: false };
    }
    const waiting = finding.orders.filter(order => !succeeded.has(order.changeOrderId));
    if (waiting.length === 0 && newest !== undefined) return { ...newest, amongSeveral: succeeded.size > 1 };
    const red = await followAll(wait, target.appId, finder, waiting, succeeded);
    if (red !== undefined) return red;
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
