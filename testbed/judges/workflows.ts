/**
 * The linters of the field: zizmor at its strictest over the workflows, `action.yml` and Dependabot's file,
 * and SchemaStore's schemas of the three, as check-jsonschema brings them. Both look at the workflows of the
 * README and of docs/examples.md too.
 *
 *   node scripts/run.mjs --bare testbed/judges/workflows.ts
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { exampleTexts, GATE } from './examples.ts';
import { ROOT } from './folders.ts';
import type { Judgement } from './judge.ts';
import { judge } from './judge.ts';
import { pythonProgram } from './python-packages.ts';

const WORKFLOWS = '.github/workflows';

const SCHEMAS: Readonly<Record<string, readonly string[]>> = {
  'vendor.github-actions': ['action.yml'],
  'vendor.github-workflows': readdirSync(path.join(ROOT, WORKFLOWS)).map(file => `${WORKFLOWS}/${file}`),
  'vendor.dependabot': ['.github/dependabot.yml'],
};

/** What the program says where it ends otherwise than with 0. */
function complaintsOf(program: string, args: readonly string[]): readonly string[] {
  const { status, stdout, stderr } = spawnSync(pythonProgram(program), args, { cwd: ROOT, encoding: 'utf8' });
  if (status === 0) return [];
  return `${stdout}${stderr}`.split('\n').filter(line => line.trim() !== '' && !line.startsWith(' INFO'));
}

await judge('zizmor, pedantic', (): Judgement => {
  const complaints = complaintsOf('zizmor', [
    '--persona=pedantic',
    '--offline',
    '--no-progress',
    '--color=never',
    '.github',
    'action.yml',
  ]);
  return { seen: 'no finding without its reason beside it', complaints };
});

await judge('check-jsonschema', (): Judgement => {
  const complaints = Object.entries(SCHEMAS).flatMap(([schema, files]) =>
    complaintsOf('check-jsonschema', ['--builtin-schema', schema, ...files]),
  );
  return {
    seen: `${Object.values(SCHEMAS).flat().length} files are what SchemaStore's schemas say`,
    complaints,
  };
});

/**
 * What zizmor is not asked of the examples: the gate is named by its version, which cannot change, and the one
 * that a comment starts says who may start it.
 */
function withoutWhatIsMeant(text: string): string {
  return text
    .replaceAll(GATE, GATE.replace(/@.*$/u, `@${'0'.repeat(40)} # v1.0.0`))
    .replace(/^ {2}issue_comment:$/mu, '  issue_comment: # zizmor: ignore[dangerous-triggers]');
}

await judge('zizmor and check-jsonschema, on the examples', (): Judgement => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sae-rollout-gate-examples-'));
  try {
    const workflows = path.join(folder, WORKFLOWS);
    mkdirSync(workflows, { recursive: true });
    const files = exampleTexts().map(({ text }, index) => {
      const file = path.join(workflows, `example-${index}.yml`);
      writeFileSync(file, withoutWhatIsMeant(text));
      return file;
    });
    const complaints = [
      ...complaintsOf('zizmor', ['--offline', '--no-progress', '--color=never', workflows]),
      ...complaintsOf('check-jsonschema', ['--builtin-schema', 'vendor.github-workflows', ...files]),
    ];
    return { seen: `no finding in ${files.length} workflows`, complaints };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
