/**
 * Mutation tests of the code that decides, area by area:
 *
 *   npm run test:mutation                      all areas
 *   npm run test:mutation -- verdicts budget   some of them
 *   npm run test:mutation -- --publish         and the summary of the last reports into docs/mutation.md, which
 *                                              keeps what it says of areas that have none here
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
import { publish, published } from './publish.ts';
import type { AreaSection, MutationReport } from './summary.ts';
import { areaResult, sectionIn, sectionOf, summaryMarkdown, withoutSurvivors } from './summary.ts';

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

/** What the area's last report says; `undefined` where there is none. */
function lastSection(area: MutationArea): AreaSection | undefined {
  const file = `build/mutation/${area.name}.json`;
  if (!existsSync(file)) return undefined;
  const report = JSON.parse(readFileSync(file, 'utf8')) as MutationReport;
  return sectionOf(areaResult(area, report, statSync(file).mtime), EXPLANATIONS);
}

/** The summary of these areas; says of which there is nothing to say. */
function summaryOf(
  areas: readonly MutationArea[],
  section: (area: MutationArea) => AreaSection | undefined,
): string {
  const notRun = areas.filter(area => section(area) === undefined);
  const note = notRun.length === 0 ? '' : `Not run yet: ${notRun.map(({ name }) => name).join(', ')}.\n\n`;
  return `${note}${summaryMarkdown(areas.flatMap(area => section(area) ?? []))}`;
}

const wanted = AREAS.filter(({ name }) => names.length === 0 || names.includes(name));
const below = args.includes('--last') ? [] : wanted.filter(area => !mutate(area));
console.log(summaryOf(wanted, lastSection));
if (args.includes('--publish')) {
  const before = published();
  await publish(summaryOf(AREAS, area => lastSection(area) ?? sectionIn(before, area)));
}
process.exitCode = below.length === 0 ? 0 : 1;
