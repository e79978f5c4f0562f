import type { GitHubFailure } from '../github/github-failure.ts';

/** Where the time that an order must be newer than came from. */
export type BoundSource =
  /** The start of this attempt of the workflow run, as GitHub's API tells it. */
  | 'run'
  /** The time at which the runner wrote the event file, when this job started. */
  | 'job'
  /** On a re-run, the time at which the run was first created. */
  | 'first-attempt'
  | 'input';

/** Why GitHub could not be asked when this run began. */
export type RunUnknown =
  /** There is no token, or this is no workflow run. */
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'refused'; readonly httpStatus: number }
  | { readonly kind: 'failed'; readonly failure: GitHubFailure };

/** The time that this run's own order must be newer than. */
export interface CreationBound {
  readonly source: BoundSource;
  /** Epoch ms. */
  readonly createdAfterMs: number;
  /** Why the run could not be asked, where the job's start stands in for it. */
  readonly runUnknown: RunUnknown | undefined;
  /**
   * On a re-run, when the run was first created: an order of an earlier attempt may be the one that is
   * meant. Epoch ms.
   */
  readonly firstAttemptMs: number | undefined;
}

/** `createdAfter` as it was given: not at all, as a time, or as a duration before now. */
export type CreatedAfter =
  | { readonly kind: 'run-start' }
  | { readonly kind: 'time'; readonly epochMs: number }
  | { readonly kind: 'ago'; readonly durationMs: number };

/** What GitHub tells of a workflow run: when it was created, and when this attempt of it began. Epoch ms. */
export interface RunTimes {
  readonly createdMs: number;
  readonly attemptStartedMs: number;
}

/** What is known of the start of this run. */
export interface RunStart {
  readonly times: RunTimes | { readonly unknown: RunUnknown };
  /** When the runner wrote the event file; `undefined` where there is none. Epoch ms. */
  readonly jobStartedMs: number | undefined;
  /** Counted from 1. */
  readonly attempt: number;
}

/** The bound for an input that is given. Pure. */
export function givenBound(
  createdAfter: Exclude<CreatedAfter, { kind: 'run-start' }>,
  nowMs: number,
): CreationBound {
  const createdAfterMs =
    createdAfter.kind === 'time' ? createdAfter.epochMs : nowMs - createdAfter.durationMs;
  return { source: 'input', createdAfterMs, runUnknown: undefined, firstAttemptMs: undefined };
}

/**
 * The bound that the start of the run gives: that of this attempt where GitHub tells it, else that of
 * the job, which is later and therefore never too lenient. `undefined` where neither is known. Pure.
 */
export function runBound({ times, jobStartedMs, attempt }: RunStart): CreationBound | undefined {
  if (!('unknown' in times)) {
    return {
      source: 'run',
      createdAfterMs: times.attemptStartedMs,
      runUnknown: undefined,
      firstAttemptMs: attempt > 1 ? times.createdMs : undefined,
    };
  }
  if (jobStartedMs === undefined) return undefined;
  const runUnknown = times.unknown;
  return { source: 'job', createdAfterMs: jobStartedMs, runUnknown, firstAttemptMs: undefined };
}
