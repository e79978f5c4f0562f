import path from 'node:path';
import { inputVariable } from '../testbed/runner/action-manifest.ts';
import { runnerEnvironment } from '../testbed/runner/runner-environment.ts';
import type { RunnerFolder } from '../testbed/runner/runner-folder.ts';
import type { Simulator } from '../testbed/simulator/server.ts';
import type { Program } from './measured-process.ts';

/** The committed bundle, which the action runs. */
export const BUNDLE = path.resolve('dist/index.js');

type Inputs = Readonly<Record<string, string>>;

/** The built gate as the runner runs it, with these inputs. */
export function builtGate(folder: RunnerFolder, inputs: Inputs, exitCode: number): Program {
  return { args: [BUNDLE], env: stepEnvironment(folder, inputs), folder: folder.workspace, exitCode };
}

/** The environment that the runner gives a step with these inputs. */
export function stepEnvironment(folder: RunnerFolder, inputs: Inputs): Inputs {
  const stepVariables = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [inputVariable(name), value]),
  );
  return runnerEnvironment({ folder, node: process.execPath, stepVariables, env: {} });
}

/** Where the simulator is, and the keys that it takes. */
export function simulatorInputs({ url, accessKeyId, accessKeySecret }: Simulator): Inputs {
  return { endpoint: url, accessKeyId, accessKeySecret };
}
