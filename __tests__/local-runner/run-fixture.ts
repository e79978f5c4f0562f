import { fileURLToPath } from 'node:url';
import type { RunActionOptions, RunningAction } from '../../testbed/runner/action-run.ts';
import { runAction } from '../../testbed/runner/run-action.ts';

export const FIXTURE_ACTION = fileURLToPath(new URL('fixtures/action.yml', import.meta.url));

/** Runs the fixture action with this module as its main (or post) step. */
export function runFixture(script: string, options: RunActionOptions = {}): RunningAction {
  const input = options.step === 'post' ? 'postScript' : 'script';
  return runAction({
    ...options,
    actionFile: FIXTURE_ACTION,
    inputs: { [input]: script, ...options.inputs },
  });
}
