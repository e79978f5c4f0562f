import type { Outcome } from '../gate/outcome.ts';

/**
 * The output `results`: one entry for each order, in the order of the input, named as the scalar
 * outputs. Ids, verdicts and numbers only: people paste JSON into shells. Pure.
 */
export function resultsJson(outcomes: readonly Outcome[]): string {
  return JSON.stringify(
    outcomes.map(({ verdict, subject, progress: { order }, waitedMs }) => ({
      changeOrderId: subject.changeOrderId,
      appId: order?.appId ?? subject.appId,
      verdict,
      status: order?.status,
      subStatus: order?.subStatus,
      batchCount: order?.batchCount,
      supportRollback: order?.supportRollback,
      durationSeconds: Math.round(waitedMs / 1_000),
    })),
  );
}
