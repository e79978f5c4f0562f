import type { TargetEnding } from '../../src/endings/ending.ts';
import type { HttpAnswer } from '../../src/http/transport.ts';
import { envelopeOf, httpAnswer } from './answers.ts';
import { findRun, runTimes } from './find-run.ts';
import type { GateRun, GateRunOptions } from './gate-run.ts';
import { gateRun } from './gate-run.ts';
import { APP_ID, ORDER_ID } from './orders.ts';
import type { AccountOptions, AccountOrder } from './sae-account.ts';
import { SaeAccount } from './sae-account.ts';
import type { Reply, Seen } from './scripted-transport.ts';
import { WALL_START_MS } from './virtual-clock.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A moment of an application: since the start of the gate. */
export interface Moment {
  readonly atMs: number;
  readonly appId: string;
  readonly groupId: string;
}

export interface ProofOptions extends AccountOptions, GateRunOptions {
  /** What runs in a group, as the API writes it; three instances of the rollout, if not given. */
  readonly running?: (now: Moment) => readonly Fields[];
  /** As many as run, if not given. */
  readonly replicas?: (now: Moment) => unknown;
  /** One, if not given. */
  readonly groups?: number;
  /** The API's word for the last order; that which began last, if not given. */
  readonly lastId?: (now: Omit<Moment, 'groupId'>) => unknown;
  /** No more on a page than this. */
  readonly longestPage?: number;
  /** Finds the orders of the application, instead of going by their ids. */
  readonly finds?: boolean;
}

export const IMAGE = 'registry.example/team/shop:2.0';

/** The order of these tests: it began a second after the gate, and succeeded at 60 s. */
export const DEPLOY: AccountOrder = { id: ORDER_ID, createdMs: 0, endsMs: 60_000 };

/** When its instances were made, by the wall clock. */
export const MADE_MS = WALL_START_MS + 20_000;

/** An instance as the API writes it: running, healthy and of the rollout, or how it differs from that. */
export function writtenInstance(id: string, parts: Fields = {}): Fields {
  return {
    InstanceId: id,
    InstanceContainerStatus: 'Running',
    InstanceHealthStatus: 'Healthy',
    InstanceContainerRestarts: 0,
    CreateTimeStamp: MADE_MS,
    ImageUrl: IMAGE,
    PackageVersion: '7',
    ...parts,
  };
}

/** So many of them, of which each may differ. */
export function writtenInstances(
  count: number,
  differs: (number: number) => Fields = () => ({}),
): readonly Fields[] {
  return Array.from({ length: count }, (_, index) =>
    writtenInstance(`shop-${index + 1}`, differs(index + 1)),
  );
}

/** Runs the gate for these orders, and looks at what runs as its inputs say: `verify: require`, if nothing. */
export async function proofRun(
  orders: readonly AccountOrder[] = [DEPLOY],
  { trouble, finds = false, ...options }: ProofOptions = {},
): Promise<GateRun> {
  const parts: AccountOptions & GateRunOptions = {
    ...options,
    inputs: { verify: 'require', diagnose: 'false', ...options.inputs },
    trouble: (seen, call) => trouble?.(seen, call) ?? answered(seen, call, orders, options),
  };
  if (finds) return findRun(orders, { ...parts, runTimes: runTimes(-60_000) });
  return gateRun(new SaeAccount(orders, parts).script, parts);
}

function answered(
  { atMs, url }: Seen,
  call: string,
  orders: readonly AccountOrder[],
  options: ProofOptions,
): Reply | HttpAnswer | undefined {
  const { searchParams: query } = url;
  const appId = query.get('AppId') ?? '';
  const { running = () => writtenInstances(3), groups = 1 } = options;
  const of = (groupId: string): readonly Fields[] => running({ atMs, appId, groupId });
  switch (call) {
    case 'describeApplicationGroups':
      return httpAnswer(
        envelopeOf(
          Array.from({ length: groups }, (_, index) => {
            const groupId = `group-${index + 1}`;
            const replicas = options.replicas?.({ atMs, appId, groupId });
            return { GroupId: groupId, Replicas: options.replicas ? replicas : of(groupId).length };
          }),
        ),
      );
    case 'describeApplicationInstances': {
      const all = of(query.get('GroupId') ?? '');
      const size = Math.min(Number(query.get('PageSize')), options.longestPage ?? Infinity);
      const number = Number(query.get('CurrentPage'));
      const page = all.slice((number - 1) * size, number * size);
      return httpAnswer(envelopeOf({ Instances: page, TotalSize: all.length, CurrentPage: number }));
    }
    case 'describeApplicationStatus': {
      const lastId = options.lastId ?? (now => lastBegun(orders, now));
      return httpAnswer(envelopeOf({ AppId: appId, LastChangeOrderId: lastId({ atMs, appId }) }));
    }
    default:
      return undefined;
  }
}

function lastBegun(orders: readonly AccountOrder[], now: Omit<Moment, 'groupId'>): string | undefined {
  const begun = orders
    .filter(({ appId = APP_ID }) => appId === now.appId)
    .filter(({ createdMs }) => createdMs <= now.atMs);
  return begun.toSorted((one, other) => other.createdMs - one.createdMs)[0]?.id;
}

/** What each target ended with. */
export function outcomesOf({ step }: GateRun): readonly TargetEnding[] {
  return step.outcomes;
}

/** The one target's ending in few words: verdict and cause. */
export function endingOf({ step }: GateRun): string {
  const { verdict, cause } = step.worst;
  if (cause.kind === 'broken') {
    const { how } = cause;
    return `${verdict}: ${how.kind === 'other' ? how.shortfall.kind : how.kind}`;
  }
  if (cause.kind === 'not-settled')
    return `${verdict}: ${cause.shortfalls.map(({ kind }) => kind).join(' ')}`;
  return `${verdict}: ${cause.kind === 'field-untold' ? cause.field : cause.kind}`;
}

/** The requests that look at what runs, by call: when they were sent. */
export function sentFor({ transport }: GateRun, call: string): readonly number[] {
  return transport.seen.filter(({ url }) => url.pathname.endsWith(`/${call}`)).map(({ atMs }) => atMs);
}

/** The calls of one look at what runs, in their order. */
export const LOOKS_AT_WHAT_RUNS = [
  'describeApplicationGroups',
  'describeApplicationInstances',
  'describeApplicationStatus',
];

/** The requests that look at what runs. */
export function looksAtWhatRuns(run: GateRun): readonly Seen[] {
  return run.transport.seen.filter(({ url }) =>
    LOOKS_AT_WHAT_RUNS.includes(url.pathname.replace(/.*\//u, '')),
  );
}
