/**
 * Ends non-zero unless the step of the gate ended as it had to: its colour, its verdict, and the verdict of
 * each order. Reads them from the environment: `ENDING` (the ending that was played), `OUTCOME` (of the
 * step, before `continue-on-error`), `VERDICT` and `RESULTS` (its outputs).
 *
 *   node scripts/run.mjs --bare testbed/action-e2e/judge.ts
 */
import { isDeepStrictEqual } from 'node:util';
import { endingNamed } from './endings.ts';

/** The verdict of each order, of the output `results`; empty where it is no such JSON. */
function verdictsIn(results: string): readonly unknown[] {
  try {
    return (JSON.parse(results) as readonly { readonly verdict: unknown }[]).map(({ verdict }) => verdict);
  } catch {
    return [];
  }
}

const {
  ENDING: name = '',
  OUTCOME: outcome = '',
  VERDICT: verdict = '',
  RESULTS: results = '',
} = process.env;
const ending = endingNamed(name);

const wanted = {
  outcome: ending.verdict === 'succeeded' ? 'success' : 'failure',
  verdict: ending.verdict,
  results: ending.results ?? [ending.verdict],
};
const was = { outcome, verdict, results: verdictsIn(results) };
if (isDeepStrictEqual(was, wanted)) {
  console.log(`${name}: as wanted, ${JSON.stringify(was)}`);
} else {
  console.error(`${name}: wanted ${JSON.stringify(wanted)}, was ${JSON.stringify(was)}`);
  process.exitCode = 1;
}
