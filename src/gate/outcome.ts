import type { InputFault } from '../inputs/input-fault.ts';
import type { Cause } from '../rollout/decide.ts';
import type { Progress } from '../rollout/progress.ts';
import type { Verdict } from '../rollout/verdict.ts';

/** Why a step ended: what was seen of the rollout, or what kept the gate from looking at all. */
export type GateCause =
  | Cause
  | { readonly kind: 'bad-inputs'; readonly faults: readonly InputFault[] }
  | { readonly kind: 'bug'; readonly message: string };

/** How a step ended, with all that was learnt on the way. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly cause: GateCause;
  readonly progress: Progress;
  readonly waitedMs: number;
  /** When it ended, by the wall clock. */
  readonly endedWallMs: number;
}

/** What the step is about, as far as its inputs tell; empty where these could not be read. */
export interface Subject {
  readonly changeOrderId: string | undefined;
  readonly appId: string | undefined;
  readonly regionId: string | undefined;
}

export function isGreen(outcome: Outcome): boolean {
  return outcome.verdict === 'succeeded';
}
