import type { Batch, ChangeOrder } from '../../src/rollout/change-order.ts';
import type { Fault } from '../../src/rollout/fault.ts';
import type { Observation } from '../../src/rollout/progress.ts';

export const ORDER_ID = '76fa5c0-9ebb-4bb4-b383-1f8854470001';
export const APP_ID = '017f39b8-dfa4-4e16-a84b-1dcee4b10001';

/** A change order as the gate understands it: in progress, with nothing but its id. */
export function anOrder(parts: Partial<ChangeOrder> = {}): ChangeOrder {
  return {
    changeOrderId: ORDER_ID,
    status: 1,
    subStatus: undefined,
    batches: [],
    appId: undefined,
    appName: undefined,
    coTypeCode: undefined,
    batchCount: undefined,
    batchWaitMinutes: undefined,
    currentPipelineId: undefined,
    description: undefined,
    errorMessage: undefined,
    supportRollback: undefined,
    approvalId: undefined,
    ...parts,
  };
}

export function aBatch(parts: Partial<Batch> = {}): Batch {
  return {
    pipelineId: undefined,
    name: undefined,
    status: undefined,
    startMs: undefined,
    updateMs: undefined,
    ...parts,
  };
}

/** Batches of these states. */
export function batchesAt(...statuses: readonly (number | undefined)[]): readonly Batch[] {
  return statuses.map(status => aBatch({ status }));
}

export function aFault(parts: Partial<Fault> = {}): Fault {
  return { reason: 'server', action: 'DescribeChangeOrder', message: '', ...parts };
}

export function readLook(parts: Partial<ChangeOrder> = {}): Observation {
  return { kind: 'read', order: anOrder(parts), dated: true };
}

export function faultyLook(reason: Fault['reason'], parts: Partial<Fault> = {}): Observation {
  return { kind: 'faulty', fault: aFault({ reason, ...parts }) };
}
