import type { ChangeOrder } from '../change-order.ts';
import { changeOrder } from '../change-order.ts';
import { fault, gatewayError } from '../fault.ts';
import { DEMO_PAST } from '../past-orders.ts';
import { scenario } from '../scenario.ts';
import { stableId } from '../stable-id.ts';
import { MINUTE_MS, SECOND_MS } from '../story-time.ts';
import type { Timeline } from '../timeline.ts';
import { rollout } from '../timeline.ts';

const DAY_MS = 24 * 60 * MINUTE_MS;

/** Somebody scales the application out, from the console, a minute before the wait. */
const SCALING: Partial<ChangeOrder> = {
  id: stableId('scale-out'),
  createdAtMs: -MINUTE_MS,
  coTypeCode: 'CoScaleOut',
  coType: 'Scale Out',
  source: 'console',
  description: 'more instances for the sale',
  timeline: rollout({ batchesMs: [3 * MINUTE_MS] }),
};

const NEVER_ENDS: Timeline = rollout({ batchesMs: [Infinity] });

/** A phased release that failed, and that SAE can neither complete nor roll back. */
const BROKEN: Timeline = rollout({
  batchesMs: [50 * SECOND_MS, 50 * SECOND_MS, 50 * SECOND_MS],
  ending: { inBatch: 2, status: 1, subStatus: 1, batchStatus: 3, errorMessage: 'Batch 2 failed.' },
});

const IDLE = { task: 'idle' } as const;

/** Worlds in which a step waits, before its deploy, until the application is free. */
export const FREE = {
  free: scenario({
    title: 'Free at once',
    summary: 'The list of the application shows no order that has not ended: the deploy can begin.',
    expect: 'idle',
    order: { createdAtMs: -20 * MINUTE_MS },
    otherOrders: DEMO_PAST,
    demo: IDLE,
  }),
  'busy-then-free': scenario({
    title: 'Busy, and then free',
    summary: 'Somebody scales the application out; two minutes later it is free.',
    expect: 'idle',
    order: SCALING,
    otherOrders: DEMO_PAST,
    demo: IDLE,
  }),
  'stuck-record': scenario({
    title: 'Free, beside a record that got stuck',
    summary:
      'An order of last month is "in progress" for ever, but newer ones have begun and ended: it blocks nothing.',
    expect: 'idle',
    order: { id: stableId('stuck'), createdAtMs: -30 * DAY_MS, timeline: BROKEN },
    otherOrders: DEMO_PAST,
    demo: IDLE,
  }),
  'blocked-for-good': scenario({
    title: 'Busy until a person rolls back',
    summary:
      'The release before this one failed and stays "in progress" with SubStatus 1: SAE refuses every deploy.',
    expect: 'needs-rollback',
    order: { createdAtMs: -2 * MINUTE_MS, timeline: BROKEN },
    demo: IDLE,
  }),
  'busy-until-approved': scenario({
    title: 'Busy until a person approves',
    summary: 'An order waits for an approval (status 11), and onManualStep is fail.',
    expect: 'awaiting-manual-step',
    order: { createdAtMs: -MINUTE_MS, timeline: rollout({ batchesMs: [MINUTE_MS], approvalMs: Infinity }) },
    demo: { ...IDLE, inputs: { onManualStep: 'fail' } },
  }),
  'never-free': scenario({
    title: 'Never free',
    summary: 'Another pipeline deploys and does not come to an end; the step gives up at its deadline.',
    expect: 'timed-out',
    order: { createdAtMs: -MINUTE_MS, timeline: NEVER_ENDS },
    demo: { ...IDLE, inputs: { timeout: '8s' } },
  }),
  'busy-unreadable': scenario({
    title: 'Busy, and then unreadable',
    summary: 'The API fails while the step waits, and does not come back within outageTolerance.',
    expect: 'unreadable',
    order: SCALING,
    faults: [fault(gatewayError('ServiceUnavailable'), { fromMs: 30 * SECOND_MS })],
    demo: { ...IDLE, inputs: { outageTolerance: '4s' } },
  }),
} as const;

/** The order that keeps the application of `busy-then-free` from being free. */
export const SCALE_OUT: ChangeOrder = changeOrder(SCALING);
