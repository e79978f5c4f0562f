import type { GitHubAnswer, GitHubApi, RunTimes } from '../../src/github/api.ts';
import type { GateRun, GateRunOptions } from './gate-run.ts';
import { gateRun } from './gate-run.ts';
import { APP_ID } from './orders.ts';
import type { AccountOptions, AccountOrder } from './sae-account.ts';
import { SaeAccount } from './sae-account.ts';
import type { Seen } from './scripted-transport.ts';
import { isLearning } from './scripted-transport.ts';
import { WALL_START_MS } from './virtual-clock.ts';

/** This attempt of the workflow run began a minute before the gate. */
export const RUN_STARTED_MS = -60_000;

export interface FindOptions extends AccountOptions, GateRunOptions {
  /** Which attempt this is, counted from 1. */
  readonly attempt?: number;
  /** What GitHub says of the run. */
  readonly runTimes?: GitHubAnswer<RunTimes>;
  /** When the runner wrote the event file, in milliseconds since the start of the gate. */
  readonly eventFileMs?: number;
}

/** What GitHub answers of a run: when it was created and when this attempt began, since the gate's start. */
export function runTimes(attemptStartedMs: number, createdMs = attemptStartedMs): GitHubAnswer<RunTimes> {
  const value = { attemptStartedMs: WALL_START_MS + attemptStartedMs, createdMs: WALL_START_MS + createdMs };
  return { kind: 'done', value };
}

/** Runs the gate with nothing but the application's id, against an account with these orders. */
export async function findRun(orders: readonly AccountOrder[], options: FindOptions = {}): Promise<GateRun> {
  const { attempt = 1, eventFileMs, inputs, variables, world } = options;
  const asked = options.runTimes ?? runTimes(RUN_STARTED_MS);
  const account = new SaeAccount(orders, options);
  const notHere = (): never => {
    throw new Error('nobody should write to GitHub');
  };
  const github: GitHubApi = {
    runTimes: () => Promise.resolve(asked),
    createCheckRun: notHere,
    updateCheckRun: notHere,
  };
  return gateRun(account.script, {
    ...options,
    inputs: { changeOrderId: 'auto', appId: APP_ID, token: 'ghs_notARealToken', ...inputs },
    variables: {
      GITHUB_RUN_ID: '1658821493',
      GITHUB_RUN_ATTEMPT: String(attempt),
      GITHUB_EVENT_PATH: '/event.json',
      ...variables,
    },
    world: {
      github: () => github,
      modifiedMs: () => (eventFileMs === undefined ? undefined : WALL_START_MS + eventFileMs),
      ...world,
    },
  });
}

/** The requests of a call, in their order. */
export function callsOf({ transport }: GateRun, call: string): readonly Seen[] {
  return transport.seen.filter(seen => seen.url.pathname.endsWith(`/${call}`) && !isLearning(seen));
}

/** The orders that were looked at, each once, in the order of their first look. */
export function followedBy(run: GateRun): readonly string[] {
  const looks = callsOf(run, 'DescribeChangeOrder');
  return [...new Set(looks.map(({ url }) => url.searchParams.get('ChangeOrderId') ?? ''))];
}

/** The text of the one error annotation. */
export function errorOf({ toolkit }: GateRun): string {
  const [error, ...others] = toolkit.errors;
  if (error === undefined || others.length > 0) throw new Error(`${toolkit.errors.length} error annotations`);
  return error.message;
}

/** The lines of the log without the time at their start. */
export function textsOf({ lines }: GateRun): readonly string[] {
  return lines.map(line => line.replace(/^ *[\d:]+ {2}/u, ''));
}
