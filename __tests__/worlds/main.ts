/**
 * Looks for a world in which the gate does wrong, longer than the tests do:
 *
 *   npm run test:worlds                                 20,000 worlds, of another seed each time
 *   npm run test:worlds -- --runs 200000 --seed 42      as many as you like
 *   npm run test:worlds -- --kind healthy               of one kind only
 *   npm run test:worlds -- --kind K --seed S --path P   one world again, as a failure names it
 */
import { parseArgs } from 'node:util';
import type { Kind } from './explore.ts';
import { explore, KINDS, tallyOf } from './explore.ts';

/** Worlds between two lines of progress. */
const PART = 2_000;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    kind: { type: 'string' },
    path: { type: 'string' },
  },
});
const names = Object.keys(KINDS) as readonly Kind[];
const kinds = names.filter(kind => values.kind === undefined || kind === values.kind);
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (kinds.length === 0 || !Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
  console.error(`--runs and --seed are whole numbers, --kind is one of ${names.join(', ')}.`);
  process.exit(2);
}

console.log(`${runs} worlds, seed ${seed}`);
let left = runs;
for (let part = 0; left > 0; part++) {
  const kind = kinds[part % kinds.length] ?? 'healthy';
  // Each part has worlds of its own, and the first parts those of the seed itself.
  const itsSeed = seed + Math.floor(part / kinds.length);
  const explored = await explore({ kind, runs: Math.min(PART, left), seed: itsSeed, path: values.path });
  console.log(`${kind}, seed ${itsSeed}: ${tallyOf(explored)}`);
  if (explored.failure !== undefined) {
    console.error(`\n${explored.failure}`);
    process.exit(1);
  }
  if (values.path !== undefined) break;
  left -= PART;
}
console.log('Nothing is wrong with any of them.');
