import type { Outcome } from './outcome.ts';
import { isGreen } from './outcome.ts';
import { PastRollouts } from './past-rollouts.ts';
import { readRunStart } from './run-start.ts';
import type { StepParts } from './wait-for-one.ts';
import { waitForOne } from './wait-for-one.ts';
import { FAILED_FAST } from './watch-order.ts';
import { withDiagnosis } from './with-diagnosis.ts';

/** As long as GitHub may take for any answer: the job's start stands in for what comes later. */
const LONGEST_RUN_START_MS = 10_000;

/** What all waits of a step are made with, and who is told of their ends. */
export interface AllParts extends StepParts {
  readonly ended: (index: number, outcome: Outcome) => void;
}

/**
 * Waits for all targets at once, each for itself. Others are waited for when one is red, unless the
 * settings say to fail fast. Never rejects: what is thrown in a wait is the verdict `error` of that wait.
 */
export async function waitForAll(parts: AllParts): Promise<readonly Outcome[]> {
  const { settings, world } = parts;
  const failFast = new AbortController();
  const cancel = AbortSignal.any([world.cancel, failFast.signal]);
  // Half of the time at the most, so that orders can still be looked for in the rest.
  const limitMs = Math.min(LONGEST_RUN_START_MS, settings.timeoutMs / 2);
  const runStart = askedOnce(() => readRunStart({ ...world, github: parts.github, limitMs, cancel }));
  // What is learnt says when to look: nobody looks any more once the last wait has ended.
  const ended = new AbortController();
  let waiting = settings.targets.length;
  const past = new PastRollouts(parts.client, AbortSignal.any([cancel, ended.signal]));
  return Promise.all(
    settings.targets.map(async (target, index) => {
      const waited = await waitForOne({ ...parts, target, index, cancel, runStart, past });
      if (--waiting === 0) ended.abort();
      if (settings.failFast && !isGreen(waited)) failFast.abort(FAILED_FAST);
      const { client } = parts;
      const outcome = await withDiagnosis(waited, {
        client,
        settings,
        clock: world.clock,
        cancel: world.cancel,
        hide: world.toolkit.redact,
      });
      parts.ended(index, outcome);
      return outcome;
    }),
  );
}

/** All orders that have to be found are of the same run: GitHub is asked for its start once, if at all. */
function askedOnce<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined;
  return () => (asked ??= ask());
}
