import type { ChangeOrder } from '../change-order.ts';
import { DEMO_BATCHES_MS } from '../change-order.ts';
import { DEMO_PAST } from '../past-orders.ts';
import { scenario } from '../scenario.ts';
import { MINUTE_MS, SECOND_MS } from '../story-time.ts';
import type { Timeline } from '../timeline.ts';
import { endingWith, finishedAtOnce, followedBy, rollout } from '../timeline.ts';
import type { Trouble } from '../trouble.ts';
import { CRASH_LOOP, IMAGE_PULL_FAILS, NO_RESOURCES, OUT_OF_MEMORY, READINESS_FAILS } from '../troubles.ts';

/** An order that says succeeded while its second batch says failed. */
const CONTRADICTORY: Timeline = endingWith(rollout({ batchesMs: DEMO_BATCHES_MS }), {
  durationMs: Infinity,
  status: 2,
  batches: { 2: 3, 3: 2 },
});

/** The usual rollout, failing in this batch. */
function failingIn(
  inBatch: number,
  trouble: Trouble,
  errorMessage: string,
): Pick<ChangeOrder, 'timeline'> & { readonly trouble: Trouble } {
  const ending = { inBatch, status: 3, batchStatus: 3, errorMessage };
  return { timeline: rollout({ batchesMs: DEMO_BATCHES_MS, ending }), trouble };
}

/** Every way in which a rollout ends, or does not. */
export const ENDINGS = {
  success: scenario({
    title: 'Three batches, all well',
    summary: 'A rollout in three batches succeeds; four minutes of story time.',
    expect: 'succeeded',
    otherOrders: DEMO_PAST,
  }),
  'live-check': scenario({
    title: 'Shown live as a check run',
    summary: 'The second of three batches fails, and a check run on the commit shows it as it happens.',
    expect: 'failed',
    order: failingIn(2, READINESS_FAILS, 'Batch 2 failed: 2 of 2 instances did not get ready within 60 s.'),
    demo: { inputs: { checkRun: 'true' } },
  }),
  finished: scenario({
    title: 'Already over',
    summary: 'The rollout has succeeded before the first look.',
    expect: 'succeeded',
    order: { timeline: finishedAtOnce(1) },
  }),
  'failed-batch': scenario({
    title: 'The second batch fails',
    summary: 'The new version never gets ready: the second of three batches fails, and so does the order.',
    expect: 'failed',
    order: failingIn(2, READINESS_FAILS, 'Batch 2 failed: 2 of 2 instances did not get ready within 60 s.'),
    otherOrders: DEMO_PAST,
  }),
  'image-pull': scenario({
    title: 'The image does not exist',
    summary: 'The tag of the image was never pushed: the first batch fails while it pulls the image.',
    expect: 'failed',
    order: failingIn(1, IMAGE_PULL_FAILS, 'Batch 1 failed: the image could not be pulled.'),
  }),
  'crash-loop': scenario({
    title: 'The new version crashes',
    summary: 'The new version ends as soon as it starts, again and again: the first batch fails.',
    expect: 'failed',
    order: failingIn(1, CRASH_LOOP, 'Batch 1 failed: the instances keep exiting.'),
  }),
  'out-of-memory': scenario({
    title: 'The new version is too big',
    summary: 'The new version is killed for its memory in the last batch, which fails.',
    expect: 'failed',
    order: failingIn(3, OUT_OF_MEMORY, 'Batch 3 failed: 2 instances were killed.'),
  }),
  'needs-rollback': scenario({
    title: 'Failed, and SAE cannot roll back',
    summary:
      'The second batch fails; the order stays "in progress" with SubStatus 1 until a person rolls back.',
    expect: 'needs-rollback',
    order: {
      timeline: rollout({
        batchesMs: DEMO_BATCHES_MS,
        ending: {
          inBatch: 2,
          status: 1,
          subStatus: 1,
          batchStatus: 3,
          errorMessage: 'Batch 2 failed. Roll back manually to end this change order.',
        },
      }),
      trouble: CRASH_LOOP,
    },
  }),
  'system-error': scenario({
    title: 'SAE itself fails',
    summary: 'The order ends with status 10, a system exception, in its first batch.',
    expect: 'system-error',
    order: {
      timeline: rollout({
        batchesMs: DEMO_BATCHES_MS,
        ending: { inBatch: 1, status: 10, batchStatus: 10, errorMessage: 'System exception.' },
      }),
    },
  }),
  terminated: scenario({
    title: 'Somebody stops it',
    summary: 'A person terminates the rollout in its second batch.',
    expect: 'terminated',
    order: {
      timeline: rollout({
        batchesMs: DEMO_BATCHES_MS,
        ending: { inBatch: 2, status: 6, batchStatus: 6, errorMessage: 'Terminated by user.' },
      }),
    },
  }),
  stuck: scenario({
    title: 'Never comes to an end',
    summary: 'The last batch runs for ever; the gate gives up at its deadline.',
    expect: 'timed-out',
    order: {
      timeline: rollout({ batchesMs: [MINUTE_MS, MINUTE_MS, Infinity] }),
      trouble: NO_RESOURCES,
    },
    demo: { inputs: { timeout: '15s' } },
  }),
  contradiction: scenario({
    title: 'The order and its batch disagree',
    summary: 'The order says succeeded, its second batch says failed, and both insist.',
    expect: 'failed',
    order: { timeline: CONTRADICTORY },
    demo: { timeScale: 24 },
  }),
  'contradiction-heals': scenario({
    title: 'The order and its batch disagree for a moment',
    summary: 'The order says succeeded while a batch still says failed; a few seconds later both agree.',
    expect: 'succeeded',
    order: {
      timeline: followedBy(CONTRADICTORY, 40 * SECOND_MS, {
        durationMs: Infinity,
        status: 2,
        batches: { 2: 2 },
      }),
    },
  }),
} as const;
