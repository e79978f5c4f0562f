import { scenario } from '../scenario.ts';
import { SECOND_MS } from '../story-time.ts';
import { rollout } from '../timeline.ts';

/** Shorter than usual, so that the waiting has its place in four minutes. */
const SHORT_BATCHES_MS = [50 * SECOND_MS, 45 * SECOND_MS, 50 * SECOND_MS] as const;

/** Rollouts that wait: for a person, for a while, for an approval. */
export const WAITING = {
  paused: scenario({
    title: 'A person releases the batches',
    summary: 'After each batch the order waits (status 8) until a person releases the next one.',
    expect: 'succeeded',
    order: {
      batchType: 'manual',
      timeline: rollout({
        batchesMs: SHORT_BATCHES_MS,
        pause: { kind: 'manual', durationMs: 45 * SECOND_MS },
      }),
    },
  }),
  'released-by-nobody': scenario({
    title: 'Nobody releases the next batch',
    summary: 'After the first batch the order waits (status 8) for a person who never comes.',
    expect: 'timed-out',
    order: {
      batchType: 'manual',
      timeline: rollout({ batchesMs: SHORT_BATCHES_MS, pause: { kind: 'manual', durationMs: Infinity } }),
    },
    demo: { inputs: { timeout: '15s' } },
  }),
  'given-up-on-a-person': scenario({
    title: 'Nobody comes within manualStepTimeout',
    summary: 'After the first batch the order waits (status 8); the gate gives the person eight seconds.',
    expect: 'awaiting-manual-step',
    order: {
      batchType: 'manual',
      timeline: rollout({ batchesMs: SHORT_BATCHES_MS, pause: { kind: 'manual', durationMs: Infinity } }),
    },
    demo: { inputs: { manualStepTimeout: '8s' } },
  }),
  'auto-pause': scenario({
    title: 'SAE waits between the batches',
    summary: 'After each batch the order waits (status 9), then SAE goes on by itself.',
    expect: 'succeeded',
    order: {
      timeline: rollout({
        batchesMs: SHORT_BATCHES_MS,
        pause: { kind: 'automatic', durationMs: 45 * SECOND_MS },
      }),
    },
  }),
  approval: scenario({
    title: 'Somebody must approve first',
    summary: 'The order waits for an approval (status 11), is approved (12) and succeeds.',
    expect: 'succeeded',
    order: { timeline: rollout({ batchesMs: SHORT_BATCHES_MS, approvalMs: 60 * SECOND_MS }) },
  }),
} as const;
