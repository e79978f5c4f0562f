/**
 * The linters of the field: zizmor at its strictest over the workflows, `action.yml` and Dependabot's file,
 * and SchemaStore's schemas of the three, as check-jsonschema brings them.
 *
 *   node scripts/run.mjs --bare testbed/judges/workflows.ts
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
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
