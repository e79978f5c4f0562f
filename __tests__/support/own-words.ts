import type { Fault } from '../../src/rollout/fault.ts';
import { faultDetail } from '../../src/words/en/faults.ts';

/** What the gate itself says of a fault, in English; empty where it has nothing to add. */
export function ownWords({ detail }: Fault): string {
  return detail === undefined ? '' : faultDetail(detail);
}
