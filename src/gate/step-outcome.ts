import type { Verdict } from '../rollout/verdict.ts';
import type { Outcome } from './outcome.ts';
import { isGreen } from './outcome.ts';

/** How a step ended: each of its waits, in the order of the inputs, and the one that speaks for all. */
export interface StepOutcome {
  readonly outcomes: readonly Outcome[];
  readonly worst: Outcome;
}

/**
 * Which verdict speaks for a step of several orders, the worst first: what a person must mend, what
 * failed, what is not known, what was not waited for.
 */
export const SEVERITY = [
  'error',
  'needs-rollback',
  'failed',
  'system-error',
  'terminated',
  'unreadable',
  'not-found',
  'timed-out',
  'awaiting-manual-step',
  'cancelled',
  'not-awaited',
  'succeeded',
] as const satisfies readonly Verdict[];

/** Of outcomes equally bad the first speaks. Throws for none at all: no wait is no success. */
export function stepOutcome(outcomes: readonly Outcome[]): StepOutcome {
  const rank = ({ verdict }: Outcome): number => SEVERITY.indexOf(verdict);
  const [first, ...others] = outcomes;
  if (first === undefined) throw new Error('there was nothing to wait for');
  const worst = others.reduce((bad, outcome) => (rank(outcome) < rank(bad) ? outcome : bad), first);
  return { outcomes, worst };
}

/** Green only if every single wait is. */
export function isStepGreen({ outcomes }: StepOutcome): boolean {
  return outcomes.length > 0 && outcomes.every(isGreen);
}
