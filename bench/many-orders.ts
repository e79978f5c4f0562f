import { DEMO_APPLICATION } from '../testbed/simulator/application.ts';
import type { ChangeOrder } from '../testbed/simulator/change-order.ts';
import { changeOrder } from '../testbed/simulator/change-order.ts';
import { pastOrders } from '../testbed/simulator/past-orders.ts';
import { durationMsOf, rollout } from '../testbed/simulator/timeline.ts';

/** A rollout of this benchmark takes ten minutes, give or take (log-normal). */
const MEDIAN_MS = 600_000;
const DEVIATION = 0.35;
const BATCH_COUNTS = [1, 3, 5] as const;

/** Change orders of as many applications that begin together and all succeed. The same for the same seed. */
export function manyOrders(count: number, seed: number): readonly ChangeOrder[] {
  const random = uniform(seed);
  return Array.from({ length: count }, (_, index) => {
    const durationMs = MEDIAN_MS * Math.exp(DEVIATION * normal(random));
    const batches = BATCH_COUNTS[Math.floor(random() * BATCH_COUNTS.length)] ?? 1;
    const batchesMs = Array.from({ length: batches }, () => durationMs / batches);
    const number = index + 1;
    const app = { ...DEMO_APPLICATION, id: `application-${number}`, name: `service-${number}` };
    return changeOrder({ id: `order-${number}`, app, timeline: rollout({ batchesMs }) });
  });
}

/** How far the rollouts of one application differ. */
const PAST_DEVIATION = 0.15;

/** The last 20 rollouts of the applications of these orders, each about as long. The same for the same seed. */
export function pastOf(orders: readonly ChangeOrder[], seed: number): readonly ChangeOrder[] {
  const random = uniform(seed);
  return orders.flatMap(order => {
    const durationsMs = Array.from(
      { length: 20 },
      () => durationMsOf(order.timeline) * Math.exp(PAST_DEVIATION * normal(random)),
    );
    return pastOrders(durationsMs, order.app);
  });
}

/** When an order of this benchmark ends, in ms since the simulator's start. */
export function endMsOf({ createdAtMs, timeline }: ChangeOrder): number {
  return createdAtMs + durationMsOf(timeline);
}

/** Numbers from 0 to 1 (mulberry32): few, quick, the same everywhere. */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One draw of the normal distribution (Box and Muller). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
