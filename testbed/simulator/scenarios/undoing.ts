import type { AbortPlan } from '../abort.ts';
import { changeOrder } from '../change-order.ts';
import { CONNECTION_RESET, fault, throttled } from '../fault.ts';
import type { Scenario, ScenarioParts } from '../scenario.ts';
import { scenario } from '../scenario.ts';
import { MINUTE_MS, SECOND_MS } from '../story-time.ts';
import { rollout } from '../timeline.ts';
import { DEMO_APPLICATION } from '../application.ts';
import { CRASH_LOOP } from '../troubles.ts';

const ROLLBACK = rollout({ batchesMs: [40 * SECOND_MS] });

/** The second batch fails, and SAE waits for a person to roll back. */
const STOPPED = rollout({
  batchesMs: [30 * SECOND_MS, 30 * SECOND_MS, 30 * SECOND_MS],
  prepareMs: 20 * SECOND_MS,
  ending: {
    inBatch: 2,
    status: 1,
    subStatus: 1,
    batchStatus: 3,
    errorMessage: 'Batch 2 failed. Roll back manually to end this change order.',
  },
});

const WRITE = { action: 'AbortAndRollbackChangeOrder' } as const;

type Story = Pick<Scenario, 'title' | 'summary'> &
  Partial<Omit<ScenarioParts, 'demo'>> & { readonly inputs?: Readonly<Record<string, string>> };

/** A rollout that needs a rollback, and what becomes of that. */
function undoing(abort: AbortPlan, { inputs, order, ...parts }: Story): Scenario {
  return scenario({
    expect: 'needs-rollback',
    abort,
    ...parts,
    order: { timeline: STOPPED, trouble: CRASH_LOOP, ...order },
    demo: {
      inputs: {
        appId: DEMO_APPLICATION.id,
        createdAfter: '10m',
        rollbackOn: 'needs-rollback,timed-out,awaiting-manual-step',
        rollbackTimeout: '20s',
        ...inputs,
      },
    },
  });
}

/** Rollouts that the gate is asked to undo. */
export const UNDOING = {
  'rolled-back': undoing(
    { rollback: ROLLBACK },
    {
      title: 'Rolled back on request',
      summary: 'The second batch fails; the gate has SAE roll back, by an order of its own that succeeds.',
    },
  ),
  'rolled-back-in-place': undoing(
    {
      own: [
        { durationMs: 60 * SECOND_MS, status: 1, subStatus: 1 },
        { durationMs: Infinity, status: 6 },
      ],
      rollback: ROLLBACK,
      isHidden: true,
    },
    {
      title: 'Rolled back by the order itself',
      summary: 'The gate has SAE roll back; the order itself does it, and what runs afterwards shows it.',
    },
  ),
  'rolled-back-or-not': undoing(
    {},
    {
      title: 'Aborted, and nothing more is told',
      summary: 'The gate has SAE roll back; the order ends as terminated, and what runs has not changed.',
    },
  ),
  'rollback-fails': undoing(
    { rollback: rollout({ batchesMs: [40 * SECOND_MS], ending: { inBatch: 1, status: 3, batchStatus: 3 } }) },
    {
      title: 'The rollback fails too',
      summary: 'The gate has SAE roll back, and the order that does it fails as well.',
    },
  ),
  'rollback-hangs': undoing(
    { rollback: rollout({ batchesMs: [Infinity] }) },
    {
      title: 'The rollback never ends',
      summary: 'The gate has SAE roll back, and the order that does it never comes to an end.',
      inputs: { rollbackTimeout: '8s' },
    },
  ),
  'rollback-too-late': undoing(
    {
      own: [
        { durationMs: 10 * SECOND_MS, status: 1 },
        { durationMs: Infinity, status: 2, batches: { 2: 2, 3: 2 } },
      ],
    },
    {
      title: 'It completes before it is aborted',
      summary: 'The gate gives up at its deadline and asks for a rollback, and the order succeeds after all.',
      expect: 'timed-out',
      order: { timeline: rollout({ batchesMs: [30 * SECOND_MS, 30 * SECOND_MS, 10 * MINUTE_MS] }) },
      inputs: { timeout: '10s' },
    },
  ),
  'rollback-answer-lost': undoing(
    { rollback: ROLLBACK },
    {
      title: 'The answer to the rollback is lost',
      summary: 'SAE takes the request and the connection breaks; the gate looks what became of it.',
      faults: [fault(CONNECTION_RESET, WRITE)],
    },
  ),
  'rollback-throttled': undoing(
    { rollback: ROLLBACK },
    {
      title: 'The rollback is throttled at first',
      summary: 'The first request to roll back is throttled; it is checked again and sent again.',
      faults: [fault(throttled(), { ...WRITE, toLook: 1 })],
    },
  ),
  'rollback-refused': undoing(
    { refusedWith: 'NoPermission' },
    {
      title: 'The key may not roll back',
      summary: 'The gate is asked to roll back, and its key may not: nothing is written.',
    },
  ),
  'rollback-of-another': undoing(
    { rollback: ROLLBACK },
    {
      title: 'Somebody else deploys meanwhile',
      summary: 'Before the gate can roll back, another order of the application begins: nothing is written.',
      otherOrders: [changeOrder({ id: 'fe5c1f2e-8f0e-4c5c-a1de-5a3b4f3f0001', createdAtMs: 40 * SECOND_MS })],
    },
  ),
  'undo-a-pause': undoing(
    { rollback: ROLLBACK },
    {
      title: 'Nobody releases it: rolled back',
      summary: 'After the first batch the order waits for a person; the gate has SAE roll it back instead.',
      expect: 'awaiting-manual-step',
      order: {
        batchType: 'manual',
        timeline: rollout({
          batchesMs: [30 * SECOND_MS, 30 * SECOND_MS],
          pause: { kind: 'manual', durationMs: Infinity },
        }),
      },
      inputs: { onManualStep: 'fail' },
    },
  ),
} as const;
