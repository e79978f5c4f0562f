import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readSettings } from '../src/inputs/settings.ts';
import { VERDICTS } from '../src/rollout/verdicts.ts';
import { API_PATHS, API_WRITES } from '../src/sae/client.ts';
import { anchorsOf, documents, fencesOf, proseOf, readDocument, tableRows } from './support/documents.ts';
import type { Gate, Step } from './support/example-workflows.ts';
import { exampleWorkflows, filled, GATE, gatesOf } from './support/example-workflows.ts';
import { WALL_START_MS } from './support/virtual-clock.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const README = readDocument('README.md');

const manifest = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8'), { schema: 'failsafe' }) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
};

/** What stands in a code span that is the whole cell; `undefined` for any other cell. */
function codeCell(cell: string | undefined): string | undefined {
  return /^`([^`]+)`$/u.exec(cell ?? '')?.[1];
}

describe('the README', () => {
  test('has every input of action.yml with its default, and no other', () => {
    const told = tableRows(README, 'Inputs').map(([name, value]) => [codeCell(name), codeCell(value)]);
    const wanted = Object.entries(manifest.inputs).map(([name, input]) => [name, input.default]);
    expect(told.toSorted()).toStrictEqual(wanted.toSorted());
  });

  test('has every output of action.yml, and no other', () => {
    const told = tableRows(README, 'Outputs').map(([name]) => codeCell(name));
    expect(told.toSorted()).toStrictEqual(Object.keys(manifest.outputs).toSorted());
  });

  test('has every verdict, and says of one only that it is green', () => {
    const rows = tableRows(README, 'What it decides');
    expect(rows.map(([name]) => codeCell(name)).toSorted()).toStrictEqual([...VERDICTS].toSorted());
    expect(rows.filter(([, step]) => step === 'green').map(([name]) => name)).toStrictEqual(['`succeeded`']);
  });

  test('says which verdict of several orders speaks for the step', () => {
    const [, order = ''] = /those of the worst one, in this order: (.*)\.$/mu.exec(README.text) ?? [];
    expect(order.split(', ').map(codeCell)).toStrictEqual([...VERDICTS]);
  });

  test('grants the RAM actions that the gate calls, and no other', () => {
    const calls = Object.keys({ ...API_PATHS, ...API_WRITES }).map(call => `sae:${call}`);
    const told = README.text.match(/sae:[A-Z]\w+/gu) ?? [];
    expect([...new Set(told)].toSorted()).toStrictEqual(calls.toSorted());
  });
});

describe('the documents', () => {
  test.each(
    documents().flatMap(document =>
      fencesOf(document)
        .filter(({ language }) => language === 'json')
        .map(({ code, heading }) => [`${document.file}, ${heading}`, code]),
    ),
  )('%s: the JSON is JSON', (_, code) => {
    expect(JSON.parse(code)).toBeInstanceOf(Object);
  });

  test.each(documents().map(({ file }) => file))('%s: every link to a file leads to one', file => {
    const prose = proseOf(readDocument(file));
    const links = [...prose.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/gu)]
      .map(([, link, source]) => link ?? source ?? '')
      .filter(link => !/^[a-z]+:/u.test(link));
    expect(links.filter(link => !leadsSomewhere(file, link))).toStrictEqual([]);
  });
});

describe('the documents name', () => {
  const places = ['', 'src'].flatMap(folder =>
    readdirSync(path.join(ROOT, folder), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => ({ folder, name })),
  );
  const spans = documents().flatMap(document =>
    [...proseOf(document).matchAll(/`([^`\n]+)`/gu)].map(([, code = '']) => ({ file: document.file, code })),
  );

  test('files that are there', () => {
    const named = spans.flatMap(({ file, code }) => {
      const [room = '', ...rest] = code.split('/');
      const homes = places.filter(({ name }) => name === room).map(({ folder }) => path.join(folder, code));
      return rest.length > 0 && homes.length > 0 ? [{ file, code, homes }] : [];
    });
    expect(named.length).toBeGreaterThan(50);
    const missing = named.filter(({ homes }) => !homes.some(home => existsSync(path.join(ROOT, home))));
    expect(missing.map(({ file, code }) => `${file}: ${code}`)).toStrictEqual([]);
  });

  test('scripts that are there', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const named = documents().flatMap(({ text }) =>
      [...text.matchAll(/\bnpm (?:run )?([a-z:]+)/gu)].map(([, script = '']) => script),
    );
    expect(named).toEqual(expect.arrayContaining(['demo', 'test', 'check']));
    // Commands of npm itself, and an "npm package".
    const npmOwn = ['ci', 'version', 'pack', 'package'];
    const missing = named.filter(script => !Object.hasOwn(scripts, script) && !npmOwn.includes(script));
    expect([...new Set(missing)]).toStrictEqual([]);
  });
});

function leadsSomewhere(file: string, link: string): boolean {
  const [target = '', anchor] = link.split('#');
  const reached = target === '' ? file : path.posix.join(path.posix.dirname(file), target);
  if (!existsSync(path.join(ROOT, reached))) return false;
  return anchor === undefined || anchorsOf(readDocument(reached)).includes(anchor);
}

const EXAMPLES = exampleWorkflows();
const GATES = gatesOf(EXAMPLES).map(gate => [gate.place, gate] as const);
const STATUS_FUNCTION = /\b(?:always|success|failure|cancelled)\s*\(/u;

test('there are examples to be tested', () => {
  expect(GATES.map(([place]) => place)).toContain('README.md, Smallest workflow');
  expect(GATES.length).toBeGreaterThan(9);
});

describe('every example', () => {
  test.each(EXAMPLES.map(example => [example.place, example.steps] as const))(
    '%s: pastes nothing into a shell line',
    (_, steps) => {
      expect(steps.filter(({ run }) => run?.includes('${{') === true)).toStrictEqual([]);
    },
  );

  test.each(EXAMPLES.map(example => [example.place, example] as const))(
    '%s: nothing is under always()',
    (_, { workflow, steps }) => {
      const conditions = [...steps, ...Object.values(workflow?.jobs ?? {})].map(part => part.if ?? '');
      expect(conditions.filter(condition => condition.includes('always'))).toStrictEqual([]);
    },
  );
});

describe('every gate in an example', () => {
  test.each(GATES)('%s: is given inputs that exist', (_, { step }) => {
    expect(step.uses).toBe(GATE);
    expect(Object.keys(step.with ?? {}).filter(name => !Object.hasOwn(manifest.inputs, name))).toStrictEqual(
      [],
    );
  });

  test.each(GATES)('%s: is given values that it takes', (_, gate) => {
    expect(readSettings(environmentOf(gate), WALL_START_MS)).toMatchObject({ kind: 'settings' });
  });

  test.each(GATES)('%s: may do what it is asked to', (_, { workflow, job, step }) => {
    const granted = job.permissions ?? workflow.permissions;
    const wanted = {
      ...(step.with?.['roleArn'] === undefined ? {} : { 'id-token': 'write' }),
      ...(step.with?.['checkRun'] === true ? { checks: 'write' } : {}),
      ...(step.with?.['changeOrderId'] === undefined ? { actions: 'read' } : {}),
    };
    expect(granted).toMatchObject(wanted);
  });
});

/** The environment in which a gate would find itself; `known` gives the values of expressions. */
function environmentOf(
  { workflow, job, step }: Gate,
  known: (expression: string) => string = plausible,
): Record<string, string> {
  const inputs = Object.entries(step.with ?? {}).map(([name, value]): [string, string] => [
    `INPUT_${name.toUpperCase()}`,
    filled(value, known),
  ]);
  const env = Object.entries({ ...workflow.env, ...job.env, ...step.env });
  return Object.fromEntries([
    ...env.map(([name, value]): [string, string] => [name, filled(value, known)]),
    ...inputs,
  ]);
}

/** A value that an expression could have. */
function plausible(expression: string): string {
  if (expression.endsWith('ROLE_ARN')) return 'acs:ram::1234567890123456:role/gate';
  if (expression.endsWith('PROVIDER_ARN')) return 'acs:ram::1234567890123456:oidc-provider/github';
  if (/\bsha$/u.test(expression)) return '0123456789abcdef0123456789abcdef01234567';
  return expression.replaceAll(/\W+/gu, '-');
}

function deploys({ run = '' }: Step): boolean {
  return /\baliyun sae DeployApplication\b|\bterraform apply\b/u.test(run);
}

/** The step that an expression takes an output of, and the name of that output. */
function outputOfStep(expression: string): { readonly id: string; readonly output: string } | undefined {
  const [, id, output] = /^\$\{\{ steps\.(\w+)\.outputs\.(\w+) \}\}$/u.exec(expression) ?? [];
  return id === undefined || output === undefined ? undefined : { id, output };
}

describe('what a gate does when the deploy failed:', () => {
  const inJobOfDeploy = GATES.filter(([, { before }]) => before.some(deploys));
  const inJobOfItsOwn = GATES.filter(([, { job }]) => job.needs.length > 0);
  const byHand = GATES.filter(([, { workflow }]) => Object.hasOwn(workflow.on, 'workflow_dispatch'));

  test('every gate is in the job of the deploy, in one of its own, or started by hand', () => {
    const all = [...inJobOfDeploy, ...inJobOfItsOwn, ...byHand];
    expect(all.map(([place]) => place).toSorted()).toStrictEqual(GATES.map(([place]) => place).toSorted());
    expect(Math.min(inJobOfDeploy.length, inJobOfItsOwn.length, byHand.length)).toBeGreaterThan(0);
  });

  test.each(inJobOfDeploy)('%s: it is not reached, and the job is red', (_, { job, step, before }) => {
    // Without a function of the status there is an implied success(). Nothing here may continue on error:
    // the schema of the examples does not know the key.
    expect(step.if ?? '').not.toMatch(STATUS_FUNCTION);
    expect(job.if ?? '').not.toMatch(STATUS_FUNCTION);
    const id = step.with?.['changeOrderId'];
    if (id === undefined) {
      expect(step.with).toHaveProperty('appId');
      return;
    }
    const source = outputOfStep(String(id));
    expect(before.filter(deploys).map(deploy => deploy.id)).toContain(source?.id);
  });

  test.each(inJobOfItsOwn)('%s: it runs', (_, { job }) => {
    expect(job.if).toMatch(/^\$\{\{ !cancelled\(\)(?: && .*)? \}\}$/u);
  });

  const items = inJobOfItsOwn.flatMap(([place, gate]) =>
    String(gate.step.with?.['changeOrderId'] ?? '')
      .split(',')
      .map(item => [place, item, gate] as const),
  );

  test.each(items)('%s: it is given %s, which is then empty, and is red', (_, item, gate) => {
    const [, job = '', output = ''] = /^\$\{\{ needs\.(\w+)\.outputs\.(\w+) \}\}$/u.exec(item) ?? [];
    expect(gate.job.needs).toContain(job);
    const deployJob = gate.workflow.jobs[job];
    const source = outputOfStep(deployJob?.outputs[output] ?? '');
    expect(deployJob?.steps.filter(deploys).map(({ id }) => id)).toContain(source?.id);
    const env = environmentOf(gate, expression =>
      expression === `needs.${job}.outputs.${output}` ? '' : plausible(expression),
    );
    expect(readSettings(env, WALL_START_MS)).toMatchObject({ kind: 'faults' });
  });

  test.each(byHand)('%s: nobody can forget the id', (_, gate) => {
    expect(gate.step.with?.['changeOrderId']).toBe('${{ inputs.changeOrderId }}');
    expect(
      readSettings(
        environmentOf(gate, () => ''),
        WALL_START_MS,
      ),
    ).toMatchObject({ kind: 'faults' });
  });
});

// The shell lines are for GitHub's runners, which have bash and jq.
const hasShell = ['bash', 'jq'].every(tool => spawnSync(tool, ['--version']).status === 0);

(hasShell ? describe : describe.skip)('the shell lines of a deploy step', () => {
  const lines = EXAMPLES.flatMap(({ place, steps }) =>
    steps
      .filter(({ run = '' }) => run.includes('GITHUB_OUTPUT') && run.includes('aliyun sae'))
      .map(step => [place, step] as const),
  );

  test.each(lines)('%s: hand on the id', (_, step) => {
    const { status, output } = runStep(step, { answer: '{"Data":{"ChangeOrderId":"order-1"}}', ends: 0 });
    expect(status).toBe(0);
    expect(output).toMatch(/^[\w-]+=order-1\n$/u);
  });

  test.each(lines)('%s: are red where the call fails', (_, step) => {
    const { status, output } = runStep(step, { answer: '', ends: 1 });
    expect(status).not.toBe(0);
    expect(output).toBe('');
  });

  test.each(lines)('%s: are red where SAE refuses, and say what it says', (_, step) => {
    const answer = '{"Success":false,"Code":"Application.ChangerOrderRunning","Message":"An order runs."}';
    const { status, output, errors } = runStep(step, { answer, ends: 0 });
    expect(status).not.toBe(0);
    expect(output).toBe('');
    expect(errors).toContain('An order runs.');
  });
});

/** Runs a step as the runner does, with a command `aliyun` that answers this. */
function runStep(
  { run = '', shell, env }: Step,
  { answer, ends }: { readonly answer: string; readonly ends: number },
): { readonly status: number | null; readonly output: string; readonly errors: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-readme-'));
  try {
    const script = path.join(folder, 'step.sh');
    const outputs = path.join(folder, 'outputs');
    const aliyun = path.join(folder, 'aliyun');
    writeFileSync(script, run);
    writeFileSync(outputs, '');
    writeFileSync(aliyun, `#!/bin/sh\nprintf '%s' "$FAKE_ANSWER"\nexit ${ends}\n`);
    chmodSync(aliyun, 0o755);
    const options = shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e'];
    const given = Object.entries(env ?? {}).map(([name, value]) => [name, filled(value, plausible)]);
    const { status, stderr } = spawnSync('bash', [...options, script], {
      encoding: 'utf8',
      env: {
        PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`,
        GITHUB_OUTPUT: outputs,
        FAKE_ANSWER: answer,
        ...(Object.fromEntries(given) as Record<string, string>),
      },
    });
    return { status, output: readFileSync(outputs, 'utf8'), errors: stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
