import type { Program } from './measured-process.ts';

/** Measures each program once a round, in turns, so that a slow moment of the machine meets them all. */
export async function measuredInTurns<Name extends string, Measure>(
  programs: Readonly<Record<Name, Program>>,
  rounds: number,
  measure: (program: Program) => Promise<Measure>,
): Promise<Readonly<Record<Name, readonly Measure[]>>> {
  const names = Object.keys(programs) as Name[];
  const values = {} as Record<Name, Measure[]>;
  for (const name of names) values[name] = [];
  // One round that does not count warms the file cache.
  for (let round = -1; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const value = await measure(programs[name]);
      if (round >= 0) values[name].push(value);
    }
  }
  return values;
}
