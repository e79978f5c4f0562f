import { fileURLToPath } from 'node:url';
import type { ChangeOrder } from '../testbed/simulator/change-order.ts';
import type { RecordedRequest } from '../testbed/simulator/request-log.ts';
import { scenario } from '../testbed/simulator/scenario.ts';
import type { Simulator } from '../testbed/simulator/server.ts';
import { startSimulator } from '../testbed/simulator/server.ts';
import { endMsOf } from './many-orders.ts';
import type { Program, Usage } from './measured-process.ts';
import { usage } from './measured-process.ts';

/** So many seconds of the story pass in a second. */
export const TIME_SCALE = 60;

const TIME_HOOK = fileURLToPath(new URL('scaled-time-hook.cjs', import.meta.url));

/** What a program did while it waited for orders. */
export interface ScaledRun {
  readonly usage: Usage;
  /** When each request arrived, in ms of the story. */
  readonly callsMs: readonly number[];
  /** How late the end of each order was seen, in ms of the story. */
  readonly lagsMs: readonly number[];
}

/**
 * Runs a program that waits for these orders of a simulator, both in scaled time: all that the program
 * waits for takes a sixtieth of the time, all that it does takes as long as ever. The account has `past`
 * orders besides.
 */
export async function scaledRun(
  orders: readonly ChangeOrder[],
  programFor: (simulator: Simulator) => Program,
  past: readonly ChangeOrder[] = [],
): Promise<ScaledRun> {
  const [order, ...others] = orders;
  const otherOrders = [...others, ...past];
  if (order === undefined) throw new Error('there is nothing to wait for');
  const epochMs = Date.now();
  const nowMs = (): number => Math.floor(epochMs + (Date.now() - epochMs) * TIME_SCALE);
  await using simulator = await startSimulator({ scenario: scenario({ order, otherOrders }), nowMs });
  const { args, env, ...program } = programFor(simulator);
  const used = await usage({
    ...program,
    args: ['--require', TIME_HOOK, ...args],
    env: { ...env, BENCH_TIME_SCALE: String(TIME_SCALE), BENCH_EPOCH_MS: String(epochMs) },
  });
  const { requests } = simulator;
  return {
    usage: used,
    callsMs: requests.map(({ atMs }) => atMs),
    lagsMs: orders.map(one => lastLookMs(one, requests) - endMsOf(one)),
  };
}

/** The look that saw the end is the last one. */
function lastLookMs({ id }: ChangeOrder, requests: readonly RecordedRequest[]): number {
  const looks = requests.filter(({ action, orderId }) => action === 'DescribeChangeOrder' && orderId === id);
  return looks.at(-1)?.atMs ?? Number.NaN;
}
