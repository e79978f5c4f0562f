import type { WorldProof, WorldRunning } from './world-instances.ts';
import { NO_PROOF, NOTHING_RUNS } from './world-instances.ts';

/**
 * A generated world, as plain data: what an account holds, what goes wrong on the way to it, and what the
 * step was told to do. All times in milliseconds since the start of the gate, by the true time.
 */
export interface World {
  readonly wish: Wish;
  readonly limits: Limits;
  readonly orders: readonly WorldOrder[];
  /** So many orders of the first application that are months old, so that its list has pages. */
  readonly fillers: number;
  /** A page of a list of orders has no more than these, whatever it is asked for. */
  readonly longestListPage: number;
  readonly running: WorldRunning;
  readonly proof: WorldProof;
  /** What becomes of the first requests to SAE, one after the other; `null` for nothing. */
  readonly troubles: readonly (Trouble | null)[];
  /** What every answer about an order has different. */
  readonly quirks: readonly Edit[];
  readonly latencyMs: number;
  readonly clock: WorldClock;
  readonly run: WorkflowRun;
  /** How long a session of the assumed role lives; `null`: a key that lives for ever. */
  readonly sessionMs: number | null;
  readonly cancelAtMs: number | null;
  /** 0 ≤ chance < 1. */
  readonly chance: number;
}

/** What the step is to wait for. */
export type Wish =
  /** That this application is free. */
  | { readonly by: 'idle'; readonly appId: string }
  | { readonly by: 'ids'; readonly ids: readonly string[]; readonly appId: string | null }
  | {
      readonly by: 'application';
      readonly appIds: readonly string[];
      /** As the input `coType` has it. */
      readonly coType: string;
      readonly description: string | null;
      readonly after: CreatedAfter;
      readonly discoveryTimeoutMs: number;
      /** The applications are given by their names, `shop-1` for `app-1` and so on, instead of by their ids. */
      readonly names?: WishedNames | null;
    };

/** How names are looked up, and which applications there are besides. */
export interface WishedNames {
  readonly namespaceId: string | null;
  readonly others: readonly NamedInWorld[];
}

export interface NamedInWorld {
  readonly appId: string;
  readonly appName: string;
  readonly namespaceId: string | null;
  /** Of a grey release. */
  readonly baseAppId: string | null;
}

/** `createdAfter`: not given, a time written in some zone, or a duration before now. */
export type CreatedAfter =
  | { readonly kind: 'run' }
  | { readonly kind: 'time'; readonly atMs: number; readonly zoneMinutes: number }
  | { readonly kind: 'ago'; readonly agoMs: number };

export interface Limits {
  readonly timeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly outageToleranceMs: number;
  /** `null` for `auto`. */
  readonly callsPerMinute: number | null;
  readonly manualStepTimeoutMs: number | null;
  readonly failOnManualStep: boolean;
  readonly failFast: boolean;
  readonly diagnose: boolean;
}

export interface WorldOrder {
  readonly id: string;
  readonly appId: string;
  readonly createdMs: number;
  /** From then on nobody knows it. */
  readonly goneMs: number | null;
  readonly type: string;
  readonly description: string;
  /** By how many hours the list's time of creation is not UTC+8. */
  readonly zoneHours: number;
  /** By their time, the first at 0. */
  readonly states: readonly State[];
}

/** What the API says of an order from some time after its creation on. */
export interface State {
  readonly afterMs: number;
  readonly status: unknown;
  readonly subStatus: unknown;
  /** The states of its batches. */
  readonly batches: readonly unknown[];
  /** When its first batch began, after its creation; `null`: not told. */
  readonly begunMs: number | null;
}

/** A field of an answer, by the keys that lead to it, and what stands there; `undefined` takes it away. */
export interface Edit {
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
}

/** What becomes of one request. */
export type Trouble =
  | { readonly kind: 'hang' | 'deaf' | 'reset' }
  | { readonly kind: 'slow'; readonly afterMs: number }
  | {
      readonly kind: 'error';
      readonly code: string;
      readonly status: number;
      readonly hint: string | null;
      readonly date: string | null;
    }
  | { readonly kind: 'raw'; readonly status: number; readonly body: string }
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'cut'; readonly left: number }
  /** The answer for another order of the account. */
  | { readonly kind: 'other'; readonly index: number }
  /** The answer as it was, or will be. */
  | { readonly kind: 'displaced'; readonly byMs: number };

/** This machine's wall clock, against the true time. */
export interface WorldClock {
  readonly aheadMs: number;
  readonly jumps: readonly { readonly atMs: number; readonly byMs: number }[];
  /** What the `Date` of a refusal says; `null` for the true time, empty for none. */
  readonly date: string | null;
}

/** The workflow run as GitHub tells of it. */
export interface WorkflowRun {
  readonly attempt: number;
  readonly createdMs: number;
  readonly startedMs: number;
  readonly github: 'tells' | 'fails' | 'refuses' | 'absent';
  readonly delayMs: number;
  /** When the runner wrote the event file. */
  readonly jobMs: number | null;
}

const MINUTE_MS = 60_000;

/** An order that succeeds in a minute. */
export function worldOrder(parts: Partial<WorldOrder> = {}): WorldOrder {
  const { createdMs = 0 } = parts;
  return {
    id: 'order-1',
    appId: 'app-1',
    createdMs,
    goneMs: null,
    type: 'CoDeploy',
    description: '',
    zoneHours: 0,
    states: [
      { afterMs: 0, status: 1, subStatus: 0, batches: [1], begunMs: 500 },
      { afterMs: MINUTE_MS, status: 2, subStatus: 0, batches: [2], begunMs: 500 },
    ],
    ...parts,
  };
}

/** A world in which everything is well, or how it differs from that. */
export function world(parts: Partial<World> = {}): World {
  return {
    wish: { by: 'ids', ids: ['order-1'], appId: null },
    limits: limits(),
    orders: [worldOrder()],
    fillers: 0,
    longestListPage: 100,
    running: NOTHING_RUNS,
    proof: NO_PROOF,
    troubles: [],
    quirks: [],
    latencyMs: 0,
    clock: { aheadMs: 0, jumps: [], date: null },
    run: {
      attempt: 1,
      createdMs: -MINUTE_MS,
      startedMs: -MINUTE_MS,
      github: 'tells',
      delayMs: 0,
      jobMs: -30_000,
    },
    sessionMs: null,
    cancelAtMs: null,
    chance: 0.5,
    ...parts,
  };
}

export function limits(parts: Partial<Limits> = {}): Limits {
  return {
    timeoutMs: 5 * MINUTE_MS,
    requestTimeoutMs: 10_000,
    outageToleranceMs: 5 * MINUTE_MS,
    callsPerMinute: null,
    manualStepTimeoutMs: null,
    failOnManualStep: false,
    failFast: false,
    diagnose: false,
    ...parts,
  };
}

/** A search for the order of an application. */
export function byApplication(
  parts: Partial<Extract<Wish, { by: 'application' }>> = {},
): Extract<Wish, { by: 'application' }> {
  return {
    by: 'application',
    appIds: ['app-1'],
    coType: 'CoDeploy,CoCreateApp',
    description: null,
    after: { kind: 'run' },
    discoveryTimeoutMs: 30_000,
    ...parts,
  };
}
