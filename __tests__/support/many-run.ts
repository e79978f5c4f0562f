import type { GateRun, GateRunOptions } from './gate-run.ts';
import { gateRun } from './gate-run.ts';
import type { AccountOptions, AccountOrder } from './sae-account.ts';
import { SaeAccount } from './sae-account.ts';
import type { Seen } from './scripted-transport.ts';

/** An order, or how it differs from one that began with the gate and succeeds after a minute. */
export type ManyOrder = Partial<AccountOrder>;

/** The orders of a step: `order-1` of `app-1`, named `service-1`, and so on. */
export function orders(
  count: number,
  differs: (number: number) => ManyOrder = () => ({}),
): readonly AccountOrder[] {
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const usual = { id: `order-${number}`, appId: `app-${number}`, appName: `service-${number}` };
    return { ...usual, createdMs: 0, ...differs(number) };
  });
}

/** The same, of which these numbers end so: 3 is failed, 6 terminated, 10 a system error. */
export function ordersEnding(
  count: number,
  endings: Readonly<Record<number, number>>,
): readonly AccountOrder[] {
  return orders(count, number => ({ ending: endings[number] ?? 2 }));
}

/** Runs the gate for all these orders by their ids; asks no diagnosis. */
export async function manyRun(
  all: readonly AccountOrder[],
  options: GateRunOptions & AccountOptions = {},
): Promise<GateRun> {
  const account = new SaeAccount(all, options);
  const changeOrderId = all.map(({ id }) => id).join(',');
  const inputs = { changeOrderId, diagnose: 'false', ...options.inputs };
  return gateRun(account.script, { ...options, inputs });
}

/** An entry of the output `results`. */
export type Result = Readonly<Record<string, unknown>>;

export function resultsOf({ outputs }: GateRun): readonly Result[] {
  return JSON.parse(outputs['results'] ?? '') as readonly Result[];
}

/** The verdicts in the output `results`, in its order. */
export function verdictsOf(run: GateRun): readonly unknown[] {
  return resultsOf(run).map(({ verdict }) => verdict);
}

/** The looks at each order, by its id: when they were sent. */
export function looksByOrder({ transport }: GateRun): ReadonlyMap<string, readonly number[]> {
  const looks = transport.seen.filter(seen => orderOf(seen) !== undefined);
  const grouped = Map.groupBy(looks, seen => orderOf(seen) ?? '');
  return new Map([...grouped].map(([id, seen]) => [id, seen.map(({ atMs }) => atMs)]));
}

export function orderOf({ url }: Seen): string | undefined {
  return url.searchParams.get('ChangeOrderId') ?? undefined;
}
