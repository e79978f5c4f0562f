import type { GitHubApi, GitHubFailure, RunTimes, RunnerVariables } from '../github/api.ts';
import type { Clock } from '../polling/clock.ts';
import { within } from '../polling/clock.ts';

/** The source of the time that an order must be newer than. */
export type BoundSource =
  /** The start of this attempt of the workflow run, from GitHub's API. */
  | 'run'
  /** The time at which the runner wrote the event file, when this job started. */
  | 'job'
  /** On a re-run, when the run was first created. */
  | 'first-attempt'
  | 'input'
  /** The creation of the pipeline in another CI system: retrying a job does not change it. */
  | 'pipeline';

/** Why GitHub does not report when this run began. */
export type RunUnknown =
  /** There is no token, or this is no workflow run. */
  | { readonly kind: 'not-asked' }
  /** It reported a time at which a run that is still running cannot have begun. Epoch ms. */
  | { readonly kind: 'impossible'; readonly startedMs: number }
  | { readonly kind: 'refused'; readonly httpStatus: number }
  | { readonly kind: 'failed'; readonly failure: GitHubFailure };

/** The time that this run's own order must be newer than. */
export interface CreationBound {
  readonly source: BoundSource;
  /** Epoch ms. */
  readonly createdAfterMs: number;
  /** Why the start of the run is unknown, if the job's start replaces it. */
  readonly runUnknown: RunUnknown | undefined;
  /** On a re-run, when the run was first created: the order may be from an earlier attempt. Epoch ms. */
  readonly firstAttemptMs: number | undefined;
}

/** `createdAfter` as given: not at all, as a time, or as a duration before now. */
export type CreatedAfter =
  | { readonly kind: 'run-start' }
  /** `ofPipeline`: when the CI system created this pipeline. */
  | { readonly kind: 'time'; readonly epochMs: number; readonly ofPipeline?: true }
  | { readonly kind: 'ago'; readonly durationMs: number };

/** What is known of the start of this run. */
export interface RunStart {
  readonly times: RunTimes | { readonly unknown: RunUnknown };
  /** When the runner wrote the event file; `undefined` if there is none. Epoch ms. */
  readonly jobStartedMs: number | undefined;
  /** Counted from 1. */
  readonly attempt: number;
}

/** Neither GitHub nor the event file says when this run began. */
export interface StartUnknown {
  readonly run: RunUnknown;
  /** The date of the event file, if it is impossible. Epoch ms. */
  readonly eventFileMs: number | undefined;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * GitHub ends a workflow run after this time, including its waits and approvals. Source:
 * https://docs.github.com/en/actions/reference/limits
 */
const LONGEST_RUN_MS = 35 * DAY_MS;

/**
 * GitHub can re-run a workflow this long after its first attempt. Source:
 * https://docs.github.com/en/actions/how-tos/manage-workflow-runs/re-run-workflows-and-jobs
 */
const LAST_RERUN_MS = 30 * DAY_MS;

/**
 * How far a time may be ahead of this machine's clock: more than the 15 minutes that the API allows, since a
 * larger error is corrected, and less than the smallest mistake of a time zone.
 */
export const CLOCKS_DIFFER_MS = 30 * MINUTE_MS;

/** The bound from a given input. Pure. */
export function givenBound(
  createdAfter: Exclude<CreatedAfter, { kind: 'run-start' }>,
  nowMs: number,
): CreationBound {
  const createdAfterMs =
    createdAfter.kind === 'time' ? createdAfter.epochMs : nowMs - createdAfter.durationMs;
  const ofPipeline = createdAfter.kind === 'time' && createdAfter.ofPipeline === true;
  const source = ofPipeline ? 'pipeline' : 'input';
  return { source, createdAfterMs, runUnknown: undefined, firstAttemptMs: undefined };
}

/**
 * The bound from the start of the run: that of this attempt if GitHub reports it, otherwise that of the job,
 * which is later and therefore never too lenient. Impossible times count as unknown: container runners date
 * the event file 1970, and imitations of GitHub's API the year 1. Pure.
 */
export function runBound(
  { times, jobStartedMs, attempt }: RunStart,
  nowMs: number,
): CreationBound | { readonly unknown: StartUnknown } {
  if (!('unknown' in times) && canHaveBegun(times.attemptStartedMs, nowMs)) {
    return {
      source: 'run',
      createdAfterMs: times.attemptStartedMs,
      runUnknown: undefined,
      firstAttemptMs: attempt > 1 ? firstAttemptOf(times) : undefined,
    };
  }
  const runUnknown: RunUnknown =
    'unknown' in times ? times.unknown : { kind: 'impossible', startedMs: times.attemptStartedMs };
  if (jobStartedMs === undefined || !canHaveBegun(jobStartedMs, nowMs)) {
    return { unknown: { run: runUnknown, eventFileMs: jobStartedMs } };
  }
  return { source: 'job', createdAfterMs: jobStartedMs, runUnknown, firstAttemptMs: undefined };
}

/** Whether a run that is running now can have begun then. False for an invalid time. */
function canHaveBegun(startedMs: number, nowMs: number): boolean {
  return startedMs >= nowMs - LONGEST_RUN_MS && startedMs <= nowMs + CLOCKS_DIFFER_MS;
}

/** When the run was first created; `undefined` if this attempt cannot belong to a run of that time. */
function firstAttemptOf({ createdMs, attemptStartedMs }: RunTimes): number | undefined {
  const isPossible = createdMs >= attemptStartedMs - LAST_RERUN_MS && createdMs <= attemptStartedMs;
  return isPossible ? createdMs : undefined;
}

/** The sources for the start of a run. */
export interface RunStartParts {
  readonly env: RunnerVariables;
  /** `undefined` without a token, or outside a workflow run. */
  readonly github: GitHubApi | undefined;
  /** When a file was last written, epoch ms; `undefined` if it does not exist. */
  readonly modifiedMs: (file: string) => number | undefined;
  readonly clock: Clock;
  /** How long GitHub may take. */
  readonly limitMs: number;
  readonly cancel: AbortSignal;
}

/**
 * The start of this workflow run, by `limitMs` at the latest; unknown if it cannot be read, with the reason.
 */
export async function readRunStart(parts: RunStartParts): Promise<RunStart> {
  const { env, github, modifiedMs } = parts;
  const attempt = Number(env['GITHUB_RUN_ATTEMPT'] ?? '1') || 1;
  const eventFile = env['GITHUB_EVENT_PATH'];
  const jobStartedMs = eventFile === undefined || eventFile === '' ? undefined : modifiedMs(eventFile);
  const runId = Number(env['GITHUB_RUN_ID']);
  if (github === undefined || !runId) {
    return { times: { unknown: { kind: 'not-asked' } }, jobStartedMs, attempt };
  }
  return { times: await askedTimes(github, runId, attempt, parts), jobStartedMs, attempt };
}

async function askedTimes(
  github: GitHubApi,
  runId: number,
  attempt: number,
  { clock, limitMs, cancel }: RunStartParts,
): Promise<RunStart['times']> {
  const bounded = await within(clock, limitMs, cancel, signal => github.runTimes(runId, attempt, signal));
  // A cancelled step no longer needs it.
  if (bounded.kind !== 'done') return failed({ kind: 'time-limit', limitMs });
  const asked = bounded.value;
  if (asked.kind === 'done') return asked.value;
  return asked.kind === 'refused'
    ? { unknown: { kind: 'refused', httpStatus: asked.status } }
    : failed(asked.failure);
}

function failed(failure: GitHubFailure): { readonly unknown: RunUnknown } {
  return { unknown: { kind: 'failed', failure } };
}

/**
 * The time that this run's own order must be newer than: as given, or from the start of the run, which is
 * read only then; or why that is unknown.
 */
export async function creationBound(
  { createdAfter }: { readonly createdAfter: CreatedAfter },
  nowWallMs: number,
  runStart: () => Promise<RunStart>,
): Promise<CreationBound | { readonly unknown: StartUnknown }> {
  return createdAfter.kind === 'run-start'
    ? runBound(await runStart(), nowWallMs)
    : givenBound(createdAfter, nowWallMs);
}

/** Whether the bound depends on this machine's clock: the start of the job, or a duration before now. */
export function isByOwnClock(
  { source }: Pick<CreationBound, 'source'>,
  { createdAfter }: { readonly createdAfter: CreatedAfter },
): boolean {
  return source === 'job' || createdAfter.kind === 'ago';
}
