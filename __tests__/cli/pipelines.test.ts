import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parseDocument } from 'yaml';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import { documents, fencesOf, readDocument } from '../support/documents.ts';
import { exampleWorkflows } from '../support/example-workflows.ts';
import { readXml } from '../support/strict-xml.ts';
import type { CliRun } from './run-cli.ts';
import { CLI, runProgram, surroundings, withStory } from './run-cli.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  readonly version: string;
};

/** The shell lines of a pipeline, and how its system runs them. */
interface Script {
  readonly title: string;
  readonly shell: readonly string[];
  /** What its steps run, one after the other until one fails. */
  readonly steps: readonly string[];
}

/** Where the image of the pipelines has the command. */
const IN_IMAGE = '/opt/sae-rollout-gate/cli.mjs';

const INSTALL = 'Install the Alibaba Cloud CLI';

const SHELLS: Readonly<Record<string, readonly string[]>> = {
  'Yunxiao Flow': ['bash'],
  // https://www.jenkins.io/doc/pipeline/steps/workflow-durable-task-step/#sh-shell-script
  Jenkins: ['sh', '-xe'],
  // Each line of `script` ends the job when it fails.
  GitLab: ['bash', '-e', '-o', 'pipefail'],
  'Gitea and Forgejo Actions': ['bash', '-e', '-o', 'pipefail'],
};

const SCRIPTS = fencesOf(readDocument('docs/examples.md'))
  .filter(({ heading }) => Object.hasOwn(SHELLS, heading))
  .flatMap(({ heading, language, code }): Script[] => {
    const steps = language === 'yml' ? scriptsInYaml(code) : scriptsInGroovy(code);
    const doesDeploy = steps.some(lines => lines.includes('aliyun'));
    return [
      {
        title: `${heading}: ${doesDeploy ? 'deploy and gate' : 'gate'}`,
        shell: SHELLS[heading] ?? [],
        steps,
      },
    ];
  });

/** What stands under `run` and `script`, however deep. */
function scriptsInYaml(code: string): readonly string[] {
  const document = parseDocument(code, { strict: true });
  expect([...document.errors, ...document.warnings]).toStrictEqual([]);
  const walk = (node: unknown, key: string): readonly string[] => {
    if (key === 'run' && typeof node === 'string') return [node];
    if (key === 'script' && Array.isArray(node)) return [node.join('\n')];
    if (typeof node !== 'object' || node === null) return [];
    return Object.entries(node).flatMap(([inner, value]) => walk(value, inner));
  };
  return walk(document.toJS(), '');
}

/** What stands in `sh '''…'''`, as Groovy reads it. */
function scriptsInGroovy(code: string): readonly string[] {
  return [...code.matchAll(/\bsh '''\n([^]*?)'''/gu)].map(([, text = '']) => text.replaceAll('\\\\', '\\'));
}

const FOLDER = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-pipelines-'));

afterAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
});

interface PipelineRun extends CliRun {
  readonly junit: string | undefined;
  readonly requests: number;
}

/** Runs the steps with an `aliyun` that answers this, and a `node` that has the built command in the image. */
function runScript(
  { shell, steps }: Script,
  scenario: ScenarioName,
  deploy: (id: string) => string = id => `echo '{"Data":{"ChangeOrderId":"${id}"}}'`,
): Promise<PipelineRun> {
  return withStory(scenario, async simulator => {
    const folder = mkdtempSync(path.join(FOLDER, 'run-'));
    const [order] = simulator.scenario.orders;
    const program = (name: string, text: string): void => {
      const file = path.join(folder, name);
      writeFileSync(file, `#!/bin/sh\n${text}\n`);
      chmodSync(file, 0o755);
    };
    program('aliyun', deploy(order?.id ?? ''));
    program(
      'node',
      `[ "$1" = ${IN_IMAGE} ] || exit 99
shift
exec '${process.execPath}' '${CLI}' "$@"`,
    );
    const [command = '', ...options] = shell;
    const env = {
      ...surroundings(simulator),
      PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`,
      SAE_APP_ID: DEMO_APPLICATION.id,
      IMAGE: 'registry.example/acme/shop:1',
      PIPELINE_ID: '7',
      BUILD_NUMBER: '8',
      BUILD_TAG: 'jenkins-shop-8',
      CI_JOB_ID: '9',
      RUN: '10',
      CI_PIPELINE_CREATED_AT: new Date(Date.now() - 3_600_000).toISOString(),
    };
    let run: CliRun = { status: null, stdout: '', stderr: '' };
    for (const [index, lines] of steps.entries()) {
      const script = `step-${index}.sh`;
      writeFileSync(path.join(folder, script), lines);
      run = await runProgram(command, [...options, script], { cwd: folder, env });
      if (run.status !== 0) break;
    }
    const file = path.join(folder, 'reports', 'sae-rollout.xml');
    const junit = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    return { ...run, junit, requests: simulator.requests.length };
  });
}

const hasShell = ['bash', 'jq'].every(tool => spawnSync(tool, ['--version']).status === 0);
const CASES = SCRIPTS.map(script => [script.title, script] as const);
const DEPLOYS = CASES.filter(([title]) => title.endsWith('deploy and gate'));

test('there is a pipeline for each system', () => {
  expect(CASES.map(([title]) => title)).toStrictEqual([
    'Yunxiao Flow: deploy and gate',
    'Jenkins: deploy and gate',
    'GitLab: deploy and gate',
    'GitLab: gate',
    'Gitea and Forgejo Actions: deploy and gate',
  ]);
});

test('every document names the version of this package', () => {
  const named = documents().flatMap(({ text }) =>
    [...text.matchAll(/sae-rollout-gate@v(\d[\w.-]*)/gu)].map(([, one]) => one),
  );
  expect(named.length).toBeGreaterThan(5);
  expect([...new Set(named)]).toStrictEqual([version]);
});

test('no document has the command run from npm, where nobody has registered its name', () => {
  const told = documents().filter(({ file }) => file !== 'docs/judges.md');
  expect(
    told.filter(({ text }) => /\bnpx\b|sae-rollout-gate@\d|npm (?:i|install) /u.test(text)),
  ).toStrictEqual([]);
});

test('the pipeline in Chinese is the one in English', () => {
  const ymlIn = (file: string): readonly string[] =>
    fencesOf(readDocument(file)).flatMap(({ language, code }) => (language === 'yml' ? [code] : []));
  expect(ymlIn('docs/zh/yunxiao.md')).toStrictEqual(ymlIn('docs/examples.md').slice(0, 1));
});

describe('the image of the pipelines', () => {
  const images = ['docs/examples.md', 'docs/zh/yunxiao.md'].flatMap(file =>
    fencesOf(readDocument(file)).flatMap(({ language, code }) => (language === 'dockerfile' ? [code] : [])),
  );

  test('is the same in both languages, and has the file that the pipelines run', () => {
    expect(images).toHaveLength(2);
    expect(images[1]).toBe(images[0]);
    expect(images[0]).toContain(`COPY cli.js ${IN_IMAGE}\n`);
  });

  // The steps on GitHub and the image install the CLI in the same way, and there that is tried.
  test('has the CLI checked as the steps on GitHub have it', () => {
    const [, install = ''] = /^RUN cd \/tmp; \\\n([\s\S]*?)\nCOPY/mu.exec(images[0] ?? '') ?? [];
    const plain = (lines: string): readonly string[] =>
      lines
        .replaceAll(/;? \\$/gmu, '')
        .split('\n')
        .map(line => line.trim().replace(/^sudo /u, ''))
        .filter(line => !/^(?:rm|cd) /u.test(line));
    const [step] = exampleWorkflows().flatMap(({ steps }) => steps.filter(({ name }) => name === INSTALL));
    expect(plain(install)).toStrictEqual(plain(step?.run?.trimEnd() ?? ''));
  });
});

(hasShell ? describe : describe.skip)('the shell lines of', () => {
  test.concurrent.each(CASES)('%s: are green where the rollout succeeded', async (_, script) => {
    const run = await runScript(script, 'finished');
    expect(run.status).toBe(0);
    expect(readXml(run.junit ?? '').children[0]?.attributes).toMatchObject({ failures: '0', errors: '0' });
  });

  test.concurrent.each(CASES)('%s: are red where it failed, with a report', async (_, script) => {
    const run = await runScript(script, 'failed-batch');
    expect(run.status).toBe(1);
    expect(readXml(run.junit ?? '').children[0]?.attributes).toMatchObject({ failures: '1' });
  });

  test.concurrent.each(DEPLOYS)('%s: are red where the deploy call fails', async (_, script) => {
    const run = await runScript(script, 'finished', () => 'exit 3');
    expect(run.status).not.toBe(0);
    expect(run.requests).toBe(0);
  });

  test.concurrent.each(DEPLOYS)('%s: are red where SAE refuses, and say what it says', async (_, script) => {
    const run = await runScript(script, 'finished', () => `echo '{"Message":"An order runs."}'`);
    expect(run.status).not.toBe(0);
    expect(run.stderr).toContain('An order runs.');
    expect(run.requests).toBe(0);
  });
});
