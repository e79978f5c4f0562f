/**
 * The benchmarks of the gate, as Markdown on standard output:
 *
 *   npm run bench                    all of them
 *   npm run bench -- cost            one of them
 *   npm run bench -- cost --publish  and into its page in docs/, in the place of its last figures
 */
import { blockingReport } from './blocking.ts';
import { costReport } from './cost.ts';
import { manyReport } from './many.ts';
import { publish } from './publish.ts';
import { scheduleReport } from './schedule/report.ts';

interface Benchmark {
  /** In Markdown. */
  readonly report: () => Promise<string>;
  /** Where it is published. */
  readonly page: string;
}

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  cost: { report: costReport, page: 'docs/benchmarks.md' },
  blocking: { report: blockingReport, page: 'docs/benchmarks.md' },
  many: { report: manyReport, page: 'docs/benchmarks.md' },
  schedule: { report: scheduleReport, page: 'docs/schedule.md' },
};

const args = process.argv.slice(2);
const names = args.filter(arg => arg !== '--publish');
const unknown = names.filter(name => !Object.hasOwn(BENCHMARKS, name));
if (unknown.length > 0) {
  console.error(
    `No benchmark is called ${unknown.join(' or ')}; there is ${Object.keys(BENCHMARKS).join(', ')}.`,
  );
  process.exit(2);
}
for (const [name, { report, page }] of Object.entries(BENCHMARKS)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const text = await report();
  console.log(text);
  if (args.includes('--publish')) publish(page, name, text);
}
