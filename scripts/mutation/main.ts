/**
 * Mutation tests of the code that decides, area by area:
 *
 *   npm run test:mutation                      all areas
 *   npm run test:mutation -- verdicts budget   some of them
 *   npm run test:mutation -- --publish         and the summary of every area's last report into docs/mutation.md
 *   npm run test:mutation -- --last            none of them: only the summary of the last reports
 *
 * Mutants that were killed are not run again while their code and the test that killed them are the same
 * (`build/mutation/`). Ends non-zero where an area is below the score that is wanted.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { execNode } from '../exec-node.ts';
import type { MutationArea } from './areas.ts';
import { AREAS } from './areas.ts';
import { EXPLANATIONS } from './explained.ts';
import { publish } from './publish.ts';
import type { AreaResult, MutationReport } from './summary.ts';
import { areaResult, summaryMarkdown, withoutSurvivors } from './summary.ts';

const args = process.argv.slice(2);
const names = args.filter(arg => !['--publish', '--last'].includes(arg));
const unknown = names.filter(name => AREAS.every(area => area.name !== name));
if (unknown.length > 0) {
  const known = AREAS.map(({ name }) => name).join(', ');
  console.error(`No area is called ${unknown.join(' or ')}; there is ${known}.`);
  process.exit(2);
}

/** Runs Stryker on an area. @returns whether it reached the score */
function mutate({ name }: MutationArea): boolean {
  console.log(`> mutating ${name}`);
  forgetSurvivors(`build/mutation/${name}.incremental.json`);
  process.env['MUTATION_AREA'] = name;
  try {
    execNode('node_modules/@stryker-mutator/core/bin/stryker.js', ['run']);
    return true;
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** So that survivors are run again: Stryker does not notice every new test that could kill one. */
function forgetSurvivors(file: string): void {
  if (!existsSync(file)) return;
  const report = JSON.parse(readFileSync(file, 'utf8')) as MutationReport;
  writeFileSync(file, JSON.stringify(withoutSurvivors(report)));
}

function lastResult(area: MutationArea): readonly AreaResult[] {
  const file = `build/mutation/${area.name}.json`;
  if (!existsSync(file)) return [];
  const report = JSON.parse(readFileSync(file, 'utf8')) as MutationReport;
  return [areaResult(area, report, statSync(file).mtime)];
}

/** The summary of the areas' last reports; says of which areas there is none. */
function lastSummary(areas: readonly MutationArea[]): string {
  const results = areas.flatMap(lastResult);
  const notRun = areas.filter(area => results.every(result => result.area !== area));
  const note = notRun.length === 0 ? '' : `Not run yet: ${notRun.map(({ name }) => name).join(', ')}.\n\n`;
  return `${note}${summaryMarkdown(results, EXPLANATIONS)}`;
}

const wanted = AREAS.filter(({ name }) => names.length === 0 || names.includes(name));
const below = args.includes('--last') ? [] : wanted.filter(area => !mutate(area));
console.log(lastSummary(wanted));
if (args.includes('--publish')) await publish(lastSummary(AREAS));
process.exitCode = below.length === 0 ? 0 : 1;
