import fc from 'fast-check';
import { WORLDS_OF_APPLICATIONS, WORLDS_OF_ONE_ORDER, WORLDS_OF_SEVERAL_ORDERS } from './generated-worlds.ts';
import { WORLDS_OF_IDLE } from './generated-idle.ts';
import { WORLDS_OF_PROOFS } from './generated-proofs.ts';
import { HEALTHY_WORLDS } from './healthy-worlds.ts';
import { complaints } from './judge.ts';
import type { Breakage } from './run-world.ts';
import { runWorld } from './run-world.ts';
import type { World } from './world.ts';

/** The kinds of worlds that are generated. */
export const KINDS = {
  'one-order': WORLDS_OF_ONE_ORDER,
  'several-orders': WORLDS_OF_SEVERAL_ORDERS,
  applications: WORLDS_OF_APPLICATIONS,
  proofs: WORLDS_OF_PROOFS,
  idle: WORLDS_OF_IDLE,
  healthy: HEALTHY_WORLDS,
} as const satisfies Readonly<Record<string, fc.Arbitrary<World>>>;

export type Kind = keyof typeof KINDS;

export interface Exploration {
  readonly kind: Kind;
  readonly runs: number;
  readonly seed: number;
  /** Where in the worlds of this seed to go on, to repeat a failure. */
  readonly path?: string | undefined;
  readonly breakage?: Breakage | undefined;
}

export interface Explored {
  /** How many worlds ended with each verdict; after a failure, those on the way to its shrunk world too. */
  readonly verdicts: ReadonlyMap<string, number>;
  /** The shrunk world in which something was wrong, what that was, and how to see it again. */
  readonly failure: string | undefined;
}

/** Runs the gate through generated worlds until something is wrong with one of them. */
export async function explore({ kind, runs, seed, path, breakage }: Exploration): Promise<Explored> {
  const verdicts = new Map<string, number>();
  const property = fc.asyncProperty(KINDS[kind], async world => {
    const { verdict, wrong } = await judged(world, kind, breakage);
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    if (wrong.length > 0) throw new Error(wrong.join('; '));
  });
  const again = path === undefined ? {} : { path };
  const details = await fc.check(property, { numRuns: runs, seed, ...again });
  if (!details.failed) return { verdicts, failure: undefined };
  const { counterexample, counterexamplePath, errorInstance } = details;
  const [world] = counterexample ?? [];
  // The first number of the path is the world that was found; the others lead from there to the shrunk one.
  const [found = '0'] = (counterexamplePath ?? '').split(':');
  const repeat = `npm run test:worlds -- --kind ${kind} --seed ${seed} --path ${found}`;
  const what = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return { verdicts, failure: `${what}\n\n${fc.stringify(world)}\n\nTo see it again:\n  ${repeat}` };
}

async function judged(
  world: World,
  kind: Kind,
  breakage: Breakage | undefined,
): Promise<{ readonly verdict: string; readonly wrong: readonly string[] }> {
  const run = await runWorld(world, breakage);
  const verdict = run.verdicts[0]?.value ?? 'none';
  const wrong = complaints(world, run);
  const isRedAndWell = kind === 'healthy' && !run.green;
  return { verdict, wrong: isRedAndWell ? [...wrong, `${verdict} in a healthy world`] : wrong };
}

/** Which share of the worlds were green. */
export function greenShare({ verdicts }: Explored): number {
  const all = [...verdicts.values()].reduce((sum, count) => sum + count, 0);
  const green = (verdicts.get('succeeded') ?? 0) + (verdicts.get('idle') ?? 0);
  return green / Math.max(1, all);
}

/** How many worlds were explored, and how many ended how. */
export function tallyOf({ verdicts }: Explored): string {
  const all = [...verdicts.values()].reduce((sum, count) => sum + count, 0);
  const most = [...verdicts].sort(([, one], [, other]) => other - one);
  return `${all} worlds: ${most.map(([verdict, count]) => `${verdict} ${count}`).join(', ')}`;
}
