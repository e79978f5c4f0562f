import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { workflowFiles } from './support/workflow-files.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The shell lines of a step of this repository's own workflows. */
function shellOf(file: string, job: string, name: string): string {
  const { workflow } = workflowFiles().find(one => one.file === file) ?? {};
  const run = workflow?.jobs[job]?.steps.find(step => step.name === name)?.run;
  if (run === undefined) throw new Error(`${file}, ${job}: there is no step "${name}"`);
  return run;
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-steps-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  /** How `gh` was called. */
  readonly calls: readonly string[];
}

/** Runs shell lines as the runner does, in the folder of the test, with this script in the place of `gh`. */
function runShell(run: string, gh: string, env: Readonly<Record<string, string>>): Ended {
  const calls = path.join(folder, 'calls');
  const program = path.join(folder, 'gh');
  writeFileSync(calls, '');
  writeFileSync(program, `#!/bin/bash\necho "$*" >> "${calls}"\n${gh}\n`);
  chmodSync(program, 0o755);
  const { status, stdout } = spawnSync('bash', ['-e', '-c', run], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`,
      HOME: folder,
      GH_REPO: 'acme/gate',
      GITHUB_SHA: 'c0ffee',
      RUNNER_TEMP: folder,
      ...env,
    },
  });
  return { status, stdout, calls: readFileSync(calls, 'utf8').split('\n').filter(Boolean) };
}

/** What a release publishes: what the runner starts, the command, and whose work is in them. */
const PROGRAMS = ['action.yml', 'index.js', 'post.js', 'idle.js', 'cli.js', 'licenses.txt'];

const hasBash = spawnSync('bash', ['--version']).status === 0;

(hasBash ? describe : describe.skip)('a release', () => {
  const move = shellOf('release.yml', 'major-tag', 'Move the major tag');

  /** `gh` in a repository with these tags; `v1` is there or not. */
  function ghWith(tags: readonly string[], hasMajor = true): string {
    const refs = tags.map(tag => `refs/tags/${tag}`).join('\\n');
    return [
      `case "$*" in`,
      `  *matching-refs*) printf '${refs}\\n' ;;`,
      `  *"git/ref/tags/v1 "*) exit ${hasMajor ? 0 : 1} ;;`,
      `esac`,
    ].join('\n');
  }

  test('moves the major tag to the newest version', () => {
    const gh = ghWith(['v1.2.0', 'v1.10.0', 'v1.9.1']);
    const { status, calls } = runShell(move, gh, { GITHUB_REF_NAME: 'v1.10.0' });
    expect(status).toBe(0);
    expect(calls.at(-1)).toBe(
      'api --method PATCH repos/acme/gate/git/refs/tags/v1 -f sha=c0ffee -F force=true',
    );
  });

  test('makes the major tag where there is none', () => {
    const { status, calls } = runShell(move, ghWith(['v1.0.0'], false), { GITHUB_REF_NAME: 'v1.0.0' });
    expect(status).toBe(0);
    expect(calls.at(-1)).toBe('api --method POST repos/acme/gate/git/refs -f ref=refs/tags/v1 -f sha=c0ffee');
  });

  test.each([
    ['a fix for an older version', 'v1.2.1', ['v1.2.0', 'v1.2.1', 'v1.3.0']],
    ['a pre-release', 'v1.4.0-rc.1', ['v1.3.0', 'v1.4.0-rc.1']],
    ['the first pre-release', 'v1.0.0-rc.1', ['v1.0.0-rc.1']],
  ])('leaves the major tag where it is for %s', (_, tag, tags) => {
    const { status, stdout, calls } = runShell(move, ghWith(tags), { GITHUB_REF_NAME: tag });
    expect(status).toBe(0);
    expect(stdout).toContain('v1 stays where it is');
    expect(calls.filter(call => call.includes('--method'))).toStrictEqual([]);
  });

  test.each(['v0.1.0', 'v0.2.0'])('makes no v0 for %s: any of these may break what worked', tag => {
    const { status, stdout, calls } = runShell(move, ghWith([tag], false), { GITHUB_REF_NAME: tag });
    expect(status).toBe(0);
    expect(stdout).toContain('no moving tag before 1.0');
    expect(calls).toStrictEqual([]);
  });

  test('is red where GitHub does not tell the tags', () => {
    const { status, calls } = runShell(move, 'exit 1', { GITHUB_REF_NAME: 'v1.0.0' });
    expect(status).not.toBe(0);
    expect(calls).toHaveLength(1);
  });

  test.each([
    ['v1.0.0', 'false'],
    ['v1.0.0-rc.1', 'true'],
  ])('%s is published as what it is', (tag, isPrerelease) => {
    const publish = shellOf('release.yml', 'publish', 'Publish');
    const { calls } = runShell(publish, '', { GITHUB_REF_NAME: tag });
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatch(
      new RegExp(
        `^release create ${tag} --verify-tag .*--prerelease=${isPrerelease} action\\.yml dist/`,
        'u',
      ),
    );
    expect(published(calls[0] ?? '')).toStrictEqual(PROGRAMS);
  });

  /** The files that a call of `gh release create` uploads, without their folder. */
  function published(call: string): readonly string[] {
    return call
      .split(' ')
      .flatMap(word => (/^(?:action\.yml|dist\/.+)$/u.test(word) ? [path.basename(word)] : []));
  }

  test('is verified file by file: built by this workflow, from this tag and commit', () => {
    const verify = shellOf('release.yml', 'verify', 'Each file was built by this workflow from this commit');
    const { status, calls } = runShell(verify, '', { GITHUB_REF_NAME: 'v1.0.0' });
    expect(status).toBe(0);
    const [download = '', ...verified] = calls;
    expect(download).toBe(`release download v1.0.0 --dir ${folder}/published`);
    expect(verified).toStrictEqual(
      PROGRAMS.map(
        file =>
          `attestation verify ${folder}/published/${file} --repo acme/gate ` +
          '--signer-workflow acme/gate/.github/workflows/release.yml ' +
          '--source-ref refs/tags/v1.0.0 --source-digest c0ffee --deny-self-hosted-runners',
      ),
    );
  });

  test.each(PROGRAMS)('is red where the origin of %s cannot be proven, and moves no tag', file => {
    const verify = shellOf('release.yml', 'verify', 'Each file was built by this workflow from this commit');
    const gh = `case "$*" in *verify*/${file}\\ *) exit 1 ;; esac`;
    expect(runShell(verify, gh, { GITHUB_REF_NAME: 'v1.0.0' }).status).not.toBe(0);
    const { workflow } = workflowFiles().find(one => one.file === 'release.yml') ?? {};
    expect([workflow?.jobs['verify']?.needs, workflow?.jobs['major-tag']?.needs]).toStrictEqual([
      'publish',
      'verify',
    ]);
  });

  test.each([
    ['true', 0],
    ['false', 1],
    ['null', 1],
  ])('that is immutable: %s, ends with %i', (answer, wanted) => {
    const check = shellOf('release.yml', 'verify', 'The release is immutable');
    const { status } = runShell(check, `echo ${answer}`, { GITHUB_REF_NAME: 'v1.0.0' });
    expect(status).toBe(wanted);
  });

  test('is not made where dist/ is not what was built', () => {
    const compare = shellOf('release.yml', 'publish', 'dist/ and action.yml are what was built');
    for (const place of ['dist', 'release/dist']) mkdirSync(path.join(folder, place), { recursive: true });
    for (const file of ['dist/index.js', 'action.yml']) {
      writeFileSync(path.join(folder, file), 'one');
      writeFileSync(path.join(folder, 'release', file), 'one');
    }
    expect(runShell(compare, '', {}).status).toBe(0);
    writeFileSync(path.join(folder, 'release/action.yml'), 'two');
    expect(runShell(compare, '', {}).status).not.toBe(0);
    writeFileSync(path.join(folder, 'release/action.yml'), 'one');
    writeFileSync(path.join(folder, 'release/dist/more.js'), '');
    expect(runShell(compare, '', {}).status).not.toBe(0);
  });

  test('attests what it publishes', () => {
    const { workflow } = workflowFiles().find(one => one.file === 'release.yml') ?? {};
    const attested = workflow?.jobs['publish']?.steps.map(step => step.with['subject-path']).find(Boolean);
    expect(String(attested).trim().split('\n')).toStrictEqual(['action.yml', 'dist/*']);
  });
});

(hasBash ? describe : describe.skip)('the dist/ of a pull request of Dependabot', () => {
  const commit = shellOf('dependabot-dist.yml', 'push', 'Commit dist/');
  const FILES = readdirSync(path.join(ROOT, 'dist'));

  function git(...args: readonly string[]): string {
    const { stdout, stderr, status } = spawnSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    });
    if (status !== 0) throw new Error(stderr);
    return stdout.trim();
  }

  beforeEach(() => {
    mkdirSync(path.join(folder, 'repository', 'dist'), { recursive: true });
    mkdirSync(path.join(folder, 'dist'), { recursive: true });
    for (const file of FILES) {
      writeFileSync(path.join(folder, 'repository', 'dist', file), 'old');
      writeFileSync(path.join(folder, 'dist', file), 'new');
    }
    git('init', '--quiet', 'repository');
    git('-C', 'repository', 'add', '-A');
    git(
      '-C',
      'repository',
      '-c',
      'user.name=a',
      '-c',
      'user.email=a@b',
      'commit',
      '--quiet',
      '--message',
      'one',
    );
  });

  const run = (): Ended => runShell(`cd repository\n${commit}`, '', {});

  test('is committed, and nothing else that was built', () => {
    writeFileSync(path.join(folder, 'dist', 'more.js'), 'more');
    writeFileSync(path.join(folder, 'repository', 'package.json'), '{}');
    expect(run().status).toBe(0);
    const changed = git('-C', 'repository', 'show', '--name-only', '--format=%s%n%b', 'HEAD')
      .split('\n')
      .filter(Boolean);
    expect(changed).toStrictEqual([
      'Rebuild dist',
      '[dependabot skip]',
      ...FILES.map(file => `dist/${file}`).toSorted(),
    ]);
  });

  test('is refused where it holds a link: that could lead to a secret of the runner', () => {
    rmSync(path.join(folder, 'dist', 'index.js'));
    symlinkSync('/etc/passwd', path.join(folder, 'dist', 'index.js'));
    expect(run().status).toBe(1);
    expect(git('-C', 'repository', 'rev-list', '--count', 'HEAD')).toBe('1');
  });

  test('is made without a hook of the repository', () => {
    const hook = path.join(folder, 'repository', '.git', 'hooks', 'pre-commit');
    mkdirSync(path.dirname(hook), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\nexit 1\n');
    chmodSync(hook, 0o755);
    expect(run().status).toBe(0);
  });
});
