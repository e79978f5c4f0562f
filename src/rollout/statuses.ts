/** What happens in a status. */
export type Phase =
  | 'to-come'
  /** About to run. */
  | 'due'
  | 'working'
  /** SAE waits, and continues by itself. */
  | 'pausing'
  /** SAE does not continue before a person has acted. */
  | 'awaiting-person'
  | 'ended-well'
  | 'ended-badly';

/** The manual steps: to release the next batch, or to approve the order. */
export type ManualStep = 'release' | 'approval';

/** How a state is marked. Each rendering has its own picture for it. */
export type Sign =
  | 'succeeded'
  | 'failed'
  | 'stopped'
  | 'running'
  | 'pausing'
  | 'awaiting-person'
  | 'timed-out'
  | 'to-come'
  | 'unknown';

type StatusFacts = {
  /** The key of its words. */
  readonly name: string;
  /** Whether a rollout that needs nobody can have it on its way to success. */
  readonly usual: boolean;
  readonly sign: Sign;
} & (
  | { readonly phase: Exclude<Phase, 'awaiting-person'> }
  | { readonly phase: 'awaiting-person'; readonly awaits: ManualStep }
);

/**
 * The documented states of change orders and of their batches, by number, with all that the gate knows of
 * each. A new one is a row here and its name in every language; only a status that ends badly also needs a
 * verdict of its name. 7 is known from the sister product EDAS ("partly succeeded") and not documented for
 * SAE: it is left out on purpose, like every other unknown number.
 */
export const STATUSES = {
  0: { name: 'preparing', phase: 'to-come', usual: true, sign: 'to-come' },
  1: { name: 'in-progress', phase: 'working', usual: true, sign: 'running' },
  2: { name: 'succeeded', phase: 'ended-well', usual: true, sign: 'succeeded' },
  3: { name: 'failed', phase: 'ended-badly', usual: false, sign: 'failed' },
  6: { name: 'terminated', phase: 'ended-badly', usual: false, sign: 'stopped' },
  8: {
    name: 'awaiting-release',
    phase: 'awaiting-person',
    awaits: 'release',
    usual: false,
    sign: 'awaiting-person',
  },
  9: { name: 'auto-pause', phase: 'pausing', usual: true, sign: 'pausing' },
  10: { name: 'system-error', phase: 'ended-badly', usual: false, sign: 'failed' },
  11: {
    name: 'awaiting-approval',
    phase: 'awaiting-person',
    awaits: 'approval',
    usual: false,
    sign: 'awaiting-person',
  },
  12: { name: 'approved', phase: 'due', usual: true, sign: 'running' },
} as const satisfies Readonly<Record<number, StatusFacts>>;

type Row = (typeof STATUSES)[keyof typeof STATUSES];

export type StatusName = Row['name'];

/** The states in which an order or a batch has ended badly. */
export type FailedStatusName = Extract<Row, { readonly phase: 'ended-badly' }>['name'];

function rowOf(status: number | undefined): Row | undefined {
  return status === undefined ? undefined : (STATUSES as Readonly<Record<number, Row>>)[status];
}

/** The name of a status number, or `undefined` for a number that the API does not document. */
export function statusName(status: number): StatusName | undefined {
  return rowOf(status)?.name;
}

/** What happens in a status; `undefined` if it is missing or undocumented. Pure. */
export function phaseOf(status: number | undefined): Phase | undefined {
  return rowOf(status)?.phase;
}

/**
 * Whether a status proves that an order has begun to run: it works, pauses between batches, or has succeeded.
 * One that failed or was stopped may never have begun. Pure.
 */
export function provesBegun(status: number | undefined): boolean {
  const row = rowOf(status);
  if (row?.phase === 'awaiting-person') return row.awaits === 'release';
  return row?.phase === 'working' || row?.phase === 'pausing' || row?.phase === 'ended-well';
}

/**
 * The name of a status in which an order or a batch has ended badly, `undefined` for every other one. Pure.
 */
export function failedStatusName(status: number | undefined): FailedStatusName | undefined {
  const row = rowOf(status);
  return row?.phase === 'ended-badly' ? row.name : undefined;
}

/** Whether an order or a batch has succeeded. False for a missing or undocumented status. Pure. */
export function hasSucceeded(status: number | undefined): boolean {
  return phaseOf(status) === 'ended-well';
}

/** Whether an order or a batch has ended, well or badly. Pure. */
export function hasEnded(status: number | undefined): boolean {
  return hasSucceeded(status) || failedStatusName(status) !== undefined;
}

/** The manual step that an order in this status waits for; `undefined` if none. Pure. */
export function manualStepOf(status: number): ManualStep | undefined {
  const row = rowOf(status);
  return row?.phase === 'awaiting-person' ? row.awaits : undefined;
}

/** Whether a rollout that needs nobody can be in this status. Pure. */
export function isUsual(status: number): boolean {
  return rowOf(status)?.usual ?? false;
}

/** The sign for a status; a missing one has the sign of a future state. Pure. */
export function signOf(status: number | undefined): Sign {
  return status === undefined ? 'to-come' : (rowOf(status)?.sign ?? 'unknown');
}
