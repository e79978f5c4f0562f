import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { builtGate, simulatorInputs } from '../../bench/built-gate.ts';
import { RunnerFolder } from '../../testbed/runner/runner-folder.ts';
import { startSimulator } from '../../testbed/simulator/server.ts';

/** Preloaded: leaves beside the workspace which of Node's modules were loaded by the end. */
const LIST_MODULES = `process.on('exit', () => process.getBuiltinModule('fs').writeFileSync('loaded.json', JSON.stringify(process.moduleLoadList)))`;

/** A wait for an order that has ended, with the look at what runs, which is the default: four requests. */
async function shownOrder(nodeOptions: readonly string[]) {
  using folder = new RunnerFolder({});
  await using simulator = await startSimulator({ scenario: 'finished' });
  const inputs = { ...simulatorInputs(simulator), ...simulator.scenario.demo.inputs };
  const { args, env } = builtGate(folder, inputs, 0);
  const preloaded = `data:text/javascript,${encodeURIComponent(LIST_MODULES)}`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...nodeOptions, '--import', preloaded, ...args],
    { cwd: folder.workspace, env },
  );
  const loaded = JSON.parse(readFileSync(path.join(folder.workspace, 'loaded.json'), 'utf8')) as string[];
  return { stdout, loaded: loaded.map(name => name.replace(/^\w+ (?:Module|Binding)? ?/u, '')) };
}

test('the built action leaves the HTTP parser, and its own code, as V8 compiles them first', async () => {
  const { stdout } = await shownOrder(['--trace-wasm-compilation-times', '--trace-opt']);
  expect(stdout).toContain('using Liftoff');
  // It took 23 MiB and more processor time than Node's own start.
  expect(stdout).not.toContain('using TurboFan');
  // A loop over all characters that are written is optimised in its middle: 6 MiB.
  expect(stdout).not.toMatch(/compiling method .*(?:OSR|TURBOFAN)/u);
});

test('the built action loads nothing of Node that a wait on this machine does not need', async () => {
  const { loaded } = await shownOrder([]);
  expect(loaded).toContain('net');
  const needless = ['tls', 'assert', 'http', 'https', 'http2', 'dns', 'child_process', 'perf_hooks'];
  expect(loaded.filter(name => needless.includes(name))).toStrictEqual([]);
});
