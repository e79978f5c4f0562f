import type { Outcome } from '../gate/outcome.ts';
import type { StepOutcome } from '../gate/step-outcome.ts';
import type { Change } from '../rollout/change.ts';

/** What a timeline entry holds in JSON: numbers and words of the gate's own. */
type JsonChange = Readonly<Record<string, number | string | undefined>>;

/**
 * How a step ended as JSON for machines: ids, verdicts and numbers, and no free text from the cloud, since
 * people paste JSON into shells. Times are epoch ms unless their name says otherwise. Pure.
 */
export function reportJson(step: StepOutcome, version: string): string {
  return `${JSON.stringify(reportValue(step, version), undefined, 2)}\n`;
}

/** What that JSON holds. Pure. */
export function reportValue({ outcomes, worst }: StepOutcome, version: string): object {
  return { version, verdict: worst.verdict, orders: outcomes.map(jsonOutcome) };
}

function jsonOutcome(outcome: Outcome) {
  const { verdict, cause, subject, progress, waitedMs, startedMs, endedWallMs } = outcome;
  const { order } = progress;
  return {
    verdict,
    cause: cause.kind,
    changeOrderId: subject.changeOrderId,
    appId: order?.appId ?? subject.appId,
    regionId: subject.regionId,
    status: order?.status,
    subStatus: order?.subStatus,
    batchCount: order?.batchCount,
    supportRollback: order?.supportRollback,
    waitedMs,
    endedAtMs: endedWallMs,
    looks: progress.looks,
    throttles: progress.throttles,
    faultsSurvived: progress.faults,
    batches: (order?.batches ?? []).map(({ status, startMs, updateMs }, index) => ({
      number: index + 1,
      status,
      startMs,
      updateMs,
    })),
    timeline: progress.timeline.map(change => jsonChange(change, startedMs)),
  };
}

/** A change as data. Pure. */
export function jsonChange(change: Change, startedMs: number): JsonChange {
  const base = { kind: change.kind, elapsedMs: change.atMs - startedMs };
  switch (change.kind) {
    case 'first-seen':
      return { ...base, status: change.order.status };
    case 'status':
      return { ...base, status: change.status };
    case 'sub-status':
      return { ...base, subStatus: change.subStatus };
    case 'batch':
      return { ...base, number: change.number, status: change.status, tookMs: change.tookMs };
  }
}
