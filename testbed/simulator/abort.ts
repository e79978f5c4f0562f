import type { ChangeOrder } from './change-order.ts';
import { changeOrder } from './change-order.ts';
import { stableId } from './stable-id.ts';
import type { Phase, Timeline } from './timeline.ts';

/** What becomes of the order that the scenario waits for once somebody aborts it and has it rolled back. */
export interface AbortPlan {
  /** What the order itself goes through from then on; terminated (6) at once, if not given. */
  readonly own?: readonly Phase[];
  /** The order of its own that rolls back; where it is not given the order itself does. */
  readonly rollback?: Timeline;
  /** Nobody is told of that order: the API answers the aborted one, as if it did it. */
  readonly isHidden?: boolean;
  /** It is refused with this code instead. */
  readonly refusedWith?: string;
}

/** An order that somebody has aborted, and when, in story ms. */
export interface AbortedOrder {
  readonly orderId: string;
  readonly atMs: number;
}

const TERMINATED: readonly Phase[] = [{ durationMs: Infinity, status: 6 }];

/** The id of the order that rolls an order back. */
export function rollbackIdOf(orderId: string): string {
  return stableId(`${orderId}/rollback`);
}

/** The orders of an account once these have been aborted. Pure. */
export function afterAborts(
  orders: readonly ChangeOrder[],
  { own = TERMINATED, rollback, isHidden = false }: AbortPlan,
  aborted: readonly AbortedOrder[],
): readonly ChangeOrder[] {
  return orders.flatMap(order => {
    const abort = aborted.find(({ orderId }) => orderId === order.id);
    if (abort === undefined) return [order];
    const timeline = cutAt(order.timeline, abort.atMs - order.createdAtMs, own);
    const rolled = { ...order, timeline };
    if (rollback === undefined) return [rolled];
    const rolling = rollbackOf(order, rollback, abort);
    return [rolled, isHidden ? { ...rolling, expiresAtMs: rolling.createdAtMs } : rolling];
  });
}

/** The same order up to this time after its creation, and these phases after that. */
function cutAt({ batchCount, phases }: Timeline, elapsedMs: number, later: readonly Phase[]): Timeline {
  const before: Phase[] = [];
  let startMs = 0;
  for (const phase of phases) {
    if (startMs > elapsedMs) break;
    before.push({ ...phase, durationMs: Math.min(phase.durationMs, elapsedMs - startMs) });
    startMs += phase.durationMs;
  }
  return { batchCount, phases: [...before, ...later] };
}

function rollbackOf({ id, app }: ChangeOrder, timeline: Timeline, { atMs }: AbortedOrder): ChangeOrder {
  return changeOrder({
    id: rollbackIdOf(id),
    app,
    createdAtMs: atMs,
    timeline,
    coTypeCode: 'CoRollback',
    coType: 'Roll Back Application',
    description: '',
  });
}
