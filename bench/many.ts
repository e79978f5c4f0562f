import { RunnerFolder } from '../testbed/runner/runner-folder.ts';
import { builtGate, simulatorInputs } from './built-gate.ts';
import { machineText } from './machine.ts';
import { manyOrders, pastOf } from './many-orders.ts';
import { markdownTable } from './markdown-table.ts';
import { officialStackReport } from './official-stack.ts';
import type { ScaledRun } from './scaled-run.ts';
import { scaledRun, TIME_SCALE } from './scaled-run.ts';
import { median, percentile } from './statistics.ts';

/** How many orders, how many steps of so many are run, and how many of these at a time. */
const SIZES = [
  { orders: 1, steps: 20, atOnce: 5 },
  { orders: 10, steps: 4, atOnce: 2 },
  { orders: 100, steps: 2, atOnce: 1 },
] as const;

const MINUTE_MS = 60_000;

/** What a step of 1, 10 and 100 orders costs, and one order beside a script on the official SDK's stack. */
export async function manyReport(): Promise<string> {
  const startCpuMs = median((await runsOf(0)).map(({ usage }) => usage.cpuMs));
  const rows: (readonly string[])[] = [];
  for (const size of SIZES) {
    rows.push(rowOf(size.orders, await runsOf(size.orders, size.steps, size.atOnce), startCpuMs));
  }
  return [
    `Measured on ${machineText()}, in time that passes ${TIME_SCALE} times as fast; so a request seems ${TIME_SCALE} times as slow, and what is sent in one minute may arrive in the next.`,
    manyTable(rows),
    await officialStackReport(),
  ].join('\n\n');
}

/** Steps of so many orders with the gate's default inputs; of none: one order that has ended already. */
async function runsOf(count: number, steps = 5, atOnce = 1): Promise<readonly ScaledRun[]> {
  using folder = new RunnerFolder({});
  const step = (seed: number): Promise<ScaledRun> => {
    const orders =
      count === 0
        ? manyOrders(1, seed).map(one => ({ ...one, createdAtMs: -7_200_000 }))
        : manyOrders(count, seed);
    const changeOrderId = orders.map(({ id }) => id).join(',');
    return scaledRun(
      orders,
      simulator =>
        builtGate(folder, { ...simulatorInputs(simulator), changeOrderId, regionId: 'cn-hangzhou' }, 0),
      pastOf(orders, seed),
    );
  };
  const runs: ScaledRun[] = [];
  for (let first = 0; first < steps; first += atOnce) {
    const seeds = Array.from({ length: Math.min(atOnce, steps - first) }, (_, index) => first + index + 1);
    runs.push(...(await Promise.all(seeds.map(step))));
  }
  return runs;
}

function rowOf(orders: number, runs: readonly ScaledRun[], startCpuMs: number): readonly string[] {
  const lagsMs = runs.flatMap(run => run.lagsMs);
  const calls = runs.map(({ callsMs }) => callsMs.length);
  const cpuSeconds = runs.map(({ usage }) => usage.cpuMs / 1_000);
  const cpuPerCallMs = runs.map(
    ({ usage, callsMs }) => (usage.cpuMs - startCpuMs) / Math.max(1, callsMs.length - 1),
  );
  return [
    String(orders),
    String(Math.min(30, 20 + orders)),
    median(runs.map(meanPerMinute)).toFixed(1),
    String(Math.max(...runs.map(busiestMinute))),
    seconds(percentile(lagsMs, 50)),
    seconds(percentile(lagsMs, 95)),
    median(calls).toFixed(0),
    `${median(cpuSeconds).toFixed(2)} s`,
    `${median(cpuPerCallMs).toFixed(1)} ms`,
    `${(median(runs.map(({ usage }) => usage.peakKiB)) / 1_024).toFixed(0)} MiB`,
  ];
}

function manyTable(rows: readonly (readonly string[])[]): string {
  const titles = [
    'Orders',
    'Calls a minute allowed',
    'made, in the mean',
    'in the busiest minute',
    'Lag, median',
    'Lag, p95',
    'Calls',
    'CPU',
    'CPU a call',
    'Peak memory',
  ];
  return markdownTable(
    titles.map(title => ({ title, align: 'right' as const })),
    rows,
  );
}

function meanPerMinute({ callsMs }: ScaledRun): number {
  return (callsMs.length * MINUTE_MS) / Math.max(MINUTE_MS, (callsMs.at(-1) ?? 0) - (callsMs[0] ?? 0));
}

function busiestMinute({ callsMs }: ScaledRun): number {
  return Math.max(
    ...callsMs.map(fromMs => callsMs.filter(atMs => atMs >= fromMs && atMs < fromMs + MINUTE_MS).length),
  );
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
