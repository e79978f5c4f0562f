import type { FaultDetail } from '../rollout/fault-detail.ts';
import type { Fault } from '../rollout/fault.ts';
import type { ApiCall } from './api-calls.ts';

/** What becomes of an answer that came with HTTP 200 and is not what it must be. */
export interface MalformedAnswer {
  readonly kind: 'fault';
  readonly fault: Fault;
}

/** The fault that this call meets with such an answer: it passes, like all that is not understood. Pure. */
export function malformedAnswer(action: ApiCall, detail: FaultDetail, requestId?: string): MalformedAnswer {
  return {
    kind: 'fault',
    fault: { action, reason: 'malformed', message: '', detail, requestId, httpStatus: 200 },
  };
}
