import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readIdleSettings } from '../../src/inputs/idle.ts';
import { environment } from '../support/environment.ts';
import { fencesOf, readDocument } from '../support/documents.ts';
import { exampleWorkflows, filled, IDLE } from '../support/example-workflows.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EN = readDocument('docs/idle.md');
const ZH = readDocument('docs/zh/idle.md');
const { inputs } = parse(readFileSync(path.join(ROOT, 'idle/action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, unknown>>;
};
const EXAMPLE = exampleWorkflows().find(({ place }) => place.startsWith('docs/idle.md'));
const steps = EXAMPLE?.steps ?? [];

test('both languages show the same pieces of code, tables and parts', () => {
  expect(fencesOf(ZH).map(({ language, code }) => [language, code])).toStrictEqual(
    fencesOf(EN).map(({ language, code }) => [language, code]),
  );
  const shape = ({ text }: typeof EN): readonly string[] =>
    text.split('\n').flatMap(line => (/^(?:#+|\| *`[\w-]+` *\|)/u.exec(line) ?? []).slice(0, 1));
  expect(shape(ZH)).toHaveLength(shape(EN).length);
});

describe('every wait for a free application in an example', () => {
  const waits = exampleWorkflows().flatMap(example =>
    example.steps.filter(({ uses }) => uses === IDLE).map(step => [example.place, step] as const),
  );

  test('there is one', () => {
    expect(waits.map(([place]) => place)).toContain(EXAMPLE?.place);
  });

  test.each(waits)('%s: is given inputs that exist, and values that it takes', (_, { with: given = {} }) => {
    expect(Object.keys(given).filter(name => !Object.hasOwn(inputs, name))).toStrictEqual([]);
    const values = Object.entries(given).map(([name, value]) => [
      `INPUT_${name.toUpperCase()}`,
      filled(value, expression => expression.replaceAll(/\W+/gu, '-')),
    ]);
    const env = { ...environment(), ...(Object.fromEntries(values) as Record<string, string>) };
    expect(readIdleSettings(env).kind).toBe('settings');
  });
});

const hasShell = ['bash', 'jq'].every(tool => spawnSync(tool, ['--version']).status === 0);

(hasShell ? describe : describe.skip)('the deploy of the example, where somebody is quicker,', () => {
  const deploy = steps.find(({ id }) => id === 'deploy')?.run ?? '';
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-idle-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** Runs the step with an `aliyun` that is refused so many times, in this way. */
  function run(refusals: number, how: 'answer' | 'error') {
    const file = (name: string, text: string): string => {
      const at = path.join(folder, name);
      writeFileSync(at, text);
      chmodSync(at, 0o755);
      return at;
    };
    const outputs = file('outputs', '');
    const calls = file('calls', '');
    const pauses = file('pauses', '');
    const refused = {
      answer: `echo '{"Success":false,"Code":"Application.ChangerOrderRunning","Message":"An order runs."}'`,
      error: `echo 'ERROR: SDK.ServerError ErrorCode: Application.ChangerOrderRunning' >&2; exit 3`,
    }[how];
    file(
      'aliyun',
      `#!/bin/bash\necho >> "${calls}"\n[ $(wc -l < "${calls}") -gt ${refusals} ] || { ${refused}; exit 0; }\necho '{"Data":{"ChangeOrderId":"order-1"}}'\n`,
    );
    file('sleep', `#!/bin/bash\necho "$1" >> "${pauses}"\n`);
    const ended = spawnSync('bash', ['-e', file('step.sh', deploy)], {
      encoding: 'utf8',
      env: {
        PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`,
        GITHUB_OUTPUT: outputs,
        APP_ID: 'app',
        IMAGE: 'image',
        DESCRIPTION: 'description',
      },
    });
    const linesIn = (at: string): number => readFileSync(at, 'utf8').split('\n').length - 1;
    return {
      status: ended.status,
      told: ended.stdout + ended.stderr,
      output: readFileSync(outputs, 'utf8'),
      calls: linesIn(calls),
      pauses: linesIn(pauses),
    };
  }

  test.each(['answer', 'error'] as const)('is tried again, and hands on the id (refused by %s)', how => {
    expect(run(2, how)).toMatchObject({ status: 0, output: 'id=order-1\n', calls: 3, pauses: 2 });
  });

  test.each(['answer', 'error'] as const)('is red after five tries (refused by %s)', how => {
    const { status, told, ...ended } = run(99, how);
    expect(status).not.toBe(0);
    expect(ended).toStrictEqual({ output: '', calls: 5, pauses: 4 });
    expect(told).toMatch(/An order runs|ChangerOrderRunning/u);
  });
});
