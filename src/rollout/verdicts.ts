import type { Sign } from './statuses.ts';

/** The exit statuses of the command, by what somebody has to do. */
export const EXIT_STATUS = {
  succeeded: 0,
  'rollout-failed': 1,
  usage: 2,
  'timed-out': 3,
  'not-found': 4,
  unreadable: 5,
  'awaiting-person': 6,
  /** 70 is EX_SOFTWARE of sysexits.h. */
  bug: 70,
  /** 128 plus the number of the signal, as in shells. */
  'hung-up': 129,
  interrupted: 130,
  quit: 131,
  terminated: 143,
} as const;

export type ExitName = keyof typeof EXIT_STATUS;

/** The tasks of a step: to judge a rollout, or to wait until the application is free for one. */
export type Task = 'gate' | 'idle';

interface VerdictFacts {
  /** The task for which it is the green verdict; `undefined` if it is red. */
  readonly greenOf: Task | undefined;
  /** The exit status of the command by its name; some causes have their own. */
  readonly exit: ExitName;
  /** Of the check run. Never `neutral` or `skipped`, which satisfy branch protection. */
  readonly conclusion: 'success' | 'failure' | 'timed_out' | 'cancelled' | 'action_required';
  /** In headings. */
  readonly sign: Sign;
  /** At the end of the live view: `open` if nothing is known to be wrong with the rollout. */
  readonly end: 'good' | 'open' | 'bad';
  /** Whether the API can explain it beyond what the order shows. */
  readonly diagnosed: boolean;
}

/** What most verdicts have: red, without a diagnosis. */
const RED = {
  greenOf: undefined,
  conclusion: 'failure',
  sign: 'failed',
  end: 'bad',
  diagnosed: false,
} as const;

/** The one green verdict of a task. */
const GREEN = {
  exit: 'succeeded',
  conclusion: 'success',
  sign: 'succeeded',
  end: 'good',
  diagnosed: false,
} as const;

/** A rollout that did not go well: the API can explain it. */
const BAD_ROLLOUT = { ...RED, exit: 'rollout-failed', diagnosed: true } as const;

/**
 * Every way in which a wait can end, with all consequences, in the order in which one determines a step of
 * several orders, the worst first: what a person must fix, what failed, what is unknown, what was not
 * followed. The gate's only green verdict is `succeeded`, that of the wait for a free application `idle`.
 */
export const VERDICT_FACTS = {
  error: { ...RED, exit: 'bug' },
  'needs-rollback': BAD_ROLLOUT,
  failed: BAD_ROLLOUT,
  'system-error': BAD_ROLLOUT,
  terminated: { ...BAD_ROLLOUT, sign: 'stopped' },
  unhealthy: BAD_ROLLOUT,
  // Nothing failed: another order took its place.
  superseded: { ...RED, exit: 'rollout-failed', sign: 'stopped' },
  unreadable: { ...RED, exit: 'unreadable', sign: 'unknown' },
  unverified: { ...RED, exit: 'unreadable', sign: 'unknown', end: 'open' },
  'not-found': { ...RED, exit: 'not-found', sign: 'unknown' },
  'timed-out': { ...RED, exit: 'timed-out', conclusion: 'timed_out', sign: 'timed-out', diagnosed: true },
  'awaiting-manual-step': {
    ...RED,
    exit: 'awaiting-person',
    conclusion: 'action_required',
    sign: 'awaiting-person',
    end: 'open',
  },
  cancelled: { ...RED, exit: 'interrupted', conclusion: 'cancelled', sign: 'stopped', end: 'open' },
  // Never the worst of its step: another order is red.
  'not-awaited': { ...RED, exit: 'rollout-failed', sign: 'stopped', end: 'open' },
  idle: { ...GREEN, greenOf: 'idle' },
  succeeded: { ...GREEN, greenOf: 'gate' },
} as const satisfies Readonly<Record<string, VerdictFacts>>;

export type Verdict = keyof typeof VERDICT_FACTS;

/** How a rollout can end: a free application says nothing about a rollout. */
export type GateVerdict = Exclude<Verdict, 'idle'>;

/** How the wait for a free application can end: how the blocking order ended does not matter. */
export type IdleVerdict = Extract<
  Verdict,
  'idle' | 'needs-rollback' | 'awaiting-manual-step' | 'timed-out' | 'unreadable' | 'cancelled' | 'error'
>;

/** All verdicts, the worst first. */
export const VERDICTS = Object.keys(VERDICT_FACTS) as readonly Verdict[];

/** How bad a verdict is compared with others: lower is worse. Pure. */
export function severityRank(verdict: Verdict): number {
  return VERDICTS.indexOf(verdict);
}
