import type { ChangeOrder } from '../../testbed/simulator/change-order.ts';
import { changeOrder } from '../../testbed/simulator/change-order.ts';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../testbed/simulator/story-time.ts';
import type { RolloutPlan } from '../../testbed/simulator/timeline.ts';
import { rollout } from '../../testbed/simulator/timeline.ts';
import { CRASH_LOOP, READINESS_FAILS } from '../../testbed/simulator/troubles.ts';
import type { StoryOptions } from './story-run.ts';

/** A story that no demonstration can tell, since it is told at real speed, and how the gate sees it. */
export interface Shape {
  readonly name: string;
  readonly scenario: Scenario;
  readonly options: StoryOptions;
}

/** The action's own defaults in place of the demonstration's. */
const REAL_SPEED = { minPollInterval: '2s', maxPollInterval: '30s', timeout: '12h' };

const batches = (count: number, ms: number): readonly number[] => Array.from({ length: count }, () => ms);

function shape(
  name: string,
  plan: RolloutPlan,
  { order, ...options }: StoryOptions & { readonly order?: Partial<ChangeOrder> } = {},
): Shape {
  return {
    name,
    scenario: scenario({ order: { timeline: rollout(plan), ...order } }),
    options: { timeScale: 1, ...options, inputs: { ...REAL_SPEED, ...options.inputs } },
  };
}

const NAMES = ['shop', 'payment-gateway', 'recommendation-service-for-mobile', '订单中心', 'mail'] as const;

const FAILED = {
  status: 3,
  batchStatus: 3,
  errorMessage: 'Batch failed: 2 of 2 instances did not get ready.',
};

/** Very short and very long rollouts, of one batch and of many, seen at their end and on the way. */
export const SHAPES: readonly Shape[] = [
  shape('ten-seconds', { batchesMs: [10 * SECOND_MS], prepareMs: 0 }),
  shape(
    'one-batch-failed',
    { batchesMs: [40 * SECOND_MS], ending: { inBatch: 1, ...FAILED } },
    { order: { trouble: READINESS_FAILS } },
  ),
  shape('ten-hours', { batchesMs: [3 * HOUR_MS, 3.5 * HOUR_MS, 3.5 * HOUR_MS] }),
  shape(
    'ten-hours-half',
    { batchesMs: [3 * HOUR_MS, 3.5 * HOUR_MS, 3.5 * HOUR_MS] },
    { cancelAtMs: 5 * HOUR_MS },
  ),
  shape('fifty-batches', {
    batchesMs: batches(50, 2 * MINUTE_MS),
    pause: { kind: 'automatic', durationMs: MINUTE_MS },
  }),
  shape(
    'fifty-batches-failed',
    { batchesMs: batches(50, 12 * MINUTE_MS), ending: { inBatch: 37, ...FAILED } },
    { order: { trouble: CRASH_LOOP } },
  ),
  shape('fifty-batches-half', { batchesMs: batches(50, 2 * MINUTE_MS) }, { cancelAtMs: 50 * MINUTE_MS }),
  shape('long-pauses', {
    batchesMs: batches(5, 20 * SECOND_MS),
    pause: { kind: 'manual', durationMs: HOUR_MS },
  }),
  many(10),
  many(100),
  { ...many(10), name: 'many-10-half', options: { ...many(10).options, cancelAtMs: 100 * SECOND_MS } },
];

/** So many applications that are deployed at once, of which some fail. */
function many(count: number): Shape {
  const orders = Array.from({ length: count }, (_, index) => orderOf(index + 1));
  const [order, ...otherOrders] = orders;
  const changeOrderId = orders.map(({ id }) => id).join(',');
  return {
    name: `many-${count}`,
    scenario: scenario({ order: order ?? {}, otherOrders }),
    options: {
      timeScale: 1,
      inputs: { ...REAL_SPEED, timeout: '30m', changeOrderId, maxCallsPerMinute: '600' },
    },
  };
}

function orderOf(number: number): ChangeOrder {
  const name = `${NAMES[number % NAMES.length] ?? ''}-${number}`;
  const batchCount = 1 + (number % 4);
  const ending = number % 5 === 3 ? { ending: { inBatch: 1, ...FAILED } } : {};
  const plan = { batchesMs: batches(batchCount, (20 + 7 * (number % 9)) * SECOND_MS), ...ending };
  return changeOrder({
    id: `76fa5c0-9ebb-4bb4-b383-1f885447${String(number).padStart(4, '0')}`,
    app: {
      ...DEMO_APPLICATION,
      id: `145341c-9708-4967-b3ec-24933767${String(number).padStart(4, '0')}`,
      name,
    },
    timeline: rollout(plan),
    ...(number % 5 === 3 ? { trouble: number % 2 === 0 ? CRASH_LOOP : READINESS_FAILS } : {}),
  });
}
