/**
 * The benchmarks of the gate, as Markdown on standard output:
 *
 *   npm run bench                    all of them
 *   npm run bench -- cost            one of them
 *   npm run bench -- cost --publish  and into docs/benchmarks.md, in the place of its last figures
 */
import { costReport } from './cost.ts';
import { manyReport } from './many.ts';
import { publish } from './publish.ts';

/** Makes the report of one benchmark, in Markdown. */
type Benchmark = () => Promise<string>;

const BENCHMARKS: Readonly<Record<string, Benchmark>> = { cost: costReport, many: manyReport };

const args = process.argv.slice(2);
const names = args.filter(arg => arg !== '--publish');
const unknown = names.filter(name => !Object.hasOwn(BENCHMARKS, name));
if (unknown.length > 0) {
  console.error(
    `No benchmark is called ${unknown.join(' or ')}; there is ${Object.keys(BENCHMARKS).join(', ')}.`,
  );
  process.exit(2);
}
for (const [name, benchmark] of Object.entries(BENCHMARKS)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const report = await benchmark();
  console.log(report);
  if (args.includes('--publish')) publish(name, report);
}
