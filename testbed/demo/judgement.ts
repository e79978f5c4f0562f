import type { ActionRun } from '../runner/action-run.ts';
import type { ExpectedVerdict } from '../simulator/scenario.ts';
import { FRAME_WORDS } from './frame-words.ts';

/** Whether the gate did what a scenario expects of it. */
export interface Judgement {
  readonly asExpected: boolean;
  /** One sentence that says so. */
  readonly sentence: string;
}

/** Whether a step that ends with this verdict is green. */
export function isGreenVerdict(verdict: ExpectedVerdict): boolean {
  return verdict === 'succeeded' || verdict === 'idle';
}

/** Compares a run with the verdict that its scenario expects: verdict and colour must both be right. */
export function judge(
  run: Pick<ActionRun, 'conclusion' | 'exitCode' | 'outputs'>,
  expected: ExpectedVerdict,
  words = FRAME_WORDS.en,
): Judgement {
  const verdict = run.outputs['verdict'] ?? words.none;
  const isGreen = run.conclusion === 'success';
  const asExpected = verdict === expected && isGreen === isGreenVerdict(expected);
  const ending = run.exitCode === null ? words.bySignal : words.exitStatus(run.exitCode);
  const was = words.was(words.colours[isGreen ? 'green' : 'red'], verdict, ending);
  if (run.conclusion === 'cancelled') {
    return { asExpected: false, sentence: words.cancelled(verdict, ending) };
  }
  if (asExpected) return { asExpected, sentence: words.asExpected(was) };
  const wanted = words.colours[isGreenVerdict(expected) ? 'green' : 'red'];
  return { asExpected, sentence: words.notExpected(was, wanted, expected) };
}
