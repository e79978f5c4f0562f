import type { ActionRun } from '../runner/action-run.ts';
import type { ExpectedVerdict } from '../simulator/scenario.ts';

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
): Judgement {
  const verdict = run.outputs['verdict'] ?? 'none';
  const isGreen = run.conclusion === 'success';
  const asExpected = verdict === expected && isGreen === isGreenVerdict(expected);
  const ending = run.exitCode === null ? 'ended by a signal' : `exit status ${run.exitCode}`;
  const was = `The gate was ${isGreen ? 'green' : 'red'} (verdict ${verdict}, ${ending})`;
  if (run.conclusion === 'cancelled') {
    return {
      asExpected: false,
      sentence: `The step was cancelled before its end (verdict ${verdict}, ${ending}).`,
    };
  }
  if (asExpected) return { asExpected, sentence: `${was}, as this scenario expects.` };
  const wanted = `${isGreenVerdict(expected) ? 'green' : 'red'} with the verdict ${expected}`;
  return { asExpected, sentence: `${was}, but this scenario expects ${wanted}.` };
}
