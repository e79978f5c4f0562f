import { diagnose } from '../diagnosis/diagnose.ts';
import { isKnownCoType } from '../discovery/choose-order.ts';
import type { RunStart } from '../discovery/run-start.ts';
import { creationBound, isByOwnClock, readRunStart } from '../discovery/run-start.ts';
import type { Outcome, Subject } from '../endings/ending.ts';
import { isGreen } from '../endings/ending.ts';
import type { GitHubApi } from '../github/api.ts';
import type { ServerTime } from '../http/server-time.ts';
import type { Settings } from '../inputs/settings.ts';
import type { Target } from '../inputs/targets.ts';
import type { CallBudget } from '../polling/call-budget.ts';
import type { Clock } from '../polling/clock.ts';
import type { Reporter } from '../report/reporter.ts';
import { VERDICT_FACTS } from '../rollout/verdicts.ts';
import type { ApiCaller, SaeClient } from '../sae/client.ts';
import { cleanText, thrownText } from '../text/clean.ts';
import type { Hide } from '../text/clean.ts';
import type { FollowEnding } from './follow.ts';
import { FAILED_FAST, findAndFollow, givenUp, watchOrder } from './follow.ts';
import { PastRollouts } from './past-rollouts.ts';
import type { World } from './world.ts';
import { Wait } from './wait.ts';

/** What a diagnosis takes besides the outcome. */
export interface WithDiagnosisParts {
  readonly client: ApiCaller;
  readonly clock: Clock;
  readonly cancel: AbortSignal;
  readonly settings: Pick<Settings, 'diagnose' | 'diagnoseLogs'>;
  readonly hide: Hide;
}

/**
 * The same outcome, with a diagnosis where one is wanted and of use: not for an order that was never
 * seen, and not after a cancel. Never rejects, and takes at most as long as a diagnosis.
 */
export async function withDiagnosis(outcome: Outcome, parts: WithDiagnosisParts): Promise<Outcome> {
  const { client, clock, cancel, settings, hide } = parts;
  const { verdict, progress, subject, endedWallMs, waitedMs } = outcome;
  const { order } = progress;
  const isWanted = settings.diagnose && VERDICT_FACTS[verdict].diagnosed;
  if (!isWanted || cancel.aborted || order === undefined) return outcome;
  const diagnosis = await diagnose({
    client,
    clock,
    cancel,
    order,
    appId: order.appId ?? subject.appId,
    startedWallMs: endedWallMs - waitedMs,
    withLog: settings.diagnoseLogs,
    hide,
  });
  return { ...outcome, diagnosis };
}

/** What all waits of a step are made with. */
export interface StepParts {
  readonly world: World;
  readonly settings: Settings;
  readonly client: SaeClient;
  readonly budget: CallBudget;
  readonly serverTime: ServerTime;
  readonly github: GitHubApi | undefined;
  /** The one that tells of the wait for the target of this index. */
  readonly reporterOf: (index: number) => Required<Reporter>;
  /** What is known of the target of this index by now. */
  readonly seenOf: (index: number) => Pick<Outcome, 'subject' | 'progress'>;
}

/** What one of the waits is made with besides. */
interface OneOfStep extends StepParts {
  readonly target: Target;
  readonly index: number;
  /** Aborted when the step is cancelled, or fails fast. */
  readonly cancel: AbortSignal;
  readonly runStart: () => Promise<RunStart>;
  readonly past: PastRollouts;
}

/** Waits for one target of the step. Never rejects: what is thrown is the verdict `error`. */
export async function waitForOne(parts: OneOfStep): Promise<Outcome> {
  const { world, settings, client, budget, past, target, index, cancel } = parts;
  const { clock, chance } = world;
  const reporter = parts.reporterOf(index);
  const wait = new Wait({ settings, target, client, budget, past, clock, chance, cancel, reporter });
  const stopBeating = new AbortController();
  void wait.beat(AbortSignal.any([cancel, stopBeating.signal]));
  reporter.started(subjectOf(target, settings));
  const ending = await endingOf(parts, wait);
  stopBeating.abort();
  wait.turns.close();
  const { startMs, estimate } = wait;
  const waitedMs = clock.nowMs() - startMs;
  return { ...ending, startedMs: startMs, waitedMs, endedWallMs: clock.wallMs(), estimate };
}

async function endingOf(parts: OneOfStep, wait: Wait): Promise<FollowEnding> {
  try {
    return await waitForTarget(parts, wait);
  } catch (thrown) {
    const cause = { kind: 'bug', message: thrownText(thrown, parts.world.toolkit.redact) } as const;
    return { verdict: 'error', cause, ...parts.seenOf(parts.index), amongSeveral: false };
  }
}

async function waitForTarget(parts: OneOfStep, wait: Wait): Promise<FollowEnding> {
  const { settings, index, runStart } = parts;
  const { target, clock } = wait;
  if (index === 0) wait.note({ kind: 'credentials', source: settings.credentials.source });
  if (target.kind === 'order') {
    const ending = await watchOrder(wait, { ...target, notBeforeMs: undefined, listed: false });
    return { ...ending, amongSeveral: false };
  }
  for (const coType of target.coTypes ?? []) {
    if (!isKnownCoType(coType)) wait.note({ kind: 'unknown-co-type', coType: cleanText(coType, 100) });
  }
  const bound = await creationBound(target, clock.wallMs(), runStart);
  if (wait.cancel.aborted) {
    return { ...givenUp(wait.cancel), ...parts.seenOf(index), amongSeveral: false };
  }
  if ('unknown' in bound) {
    const cause = { kind: 'bad-inputs', faults: [{ kind: 'no-run-start', ...bound.unknown }] } as const;
    return { verdict: 'error', cause, ...parts.seenOf(index), amongSeveral: false };
  }
  // An order that is too old would pass for this run's own by a clock that is behind.
  if (isByOwnClock(bound, target)) parts.serverTime.insistOnOwn();
  wait.note({ kind: 'bound', bound, agoMs: clock.wallMs() - bound.createdAfterMs });
  return findAndFollow(wait, target, bound);
}

/** What a wait is about before anything was seen. */
export function subjectOf(target: Target, { regionId }: Pick<Settings, 'regionId'>): Subject {
  const changeOrderId = target.kind === 'order' ? target.changeOrderId : undefined;
  return { changeOrderId, appId: target.appId, regionId };
}

/** As long as GitHub may take for any answer: the job's start stands in for what comes later. */
const LONGEST_RUN_START_MS = 10_000;

/** What all waits of a step are made with, and who is told of their ends. */
export interface AllParts extends StepParts {
  readonly ended: (index: number, outcome: Outcome) => void;
}

/**
 * Waits for all targets at once, each for itself. Others are waited for when one is red, unless the
 * settings say to fail fast. Never rejects: what is thrown in a wait is the verdict `error` of that wait.
 */
export async function waitForAll(parts: AllParts): Promise<readonly Outcome[]> {
  const { settings, world } = parts;
  const failFast = new AbortController();
  const cancel = AbortSignal.any([world.cancel, failFast.signal]);
  // Half of the time at the most, so that orders can still be looked for in the rest.
  const limitMs = Math.min(LONGEST_RUN_START_MS, settings.timeoutMs / 2);
  const runStart = askedOnce(() => readRunStart({ ...world, github: parts.github, limitMs, cancel }));
  // What is learnt says when to look: nobody looks any more once the last wait has ended.
  const ended = new AbortController();
  let waiting = settings.targets.length;
  const past = new PastRollouts(parts.client, AbortSignal.any([cancel, ended.signal]));
  return Promise.all(
    settings.targets.map(async (target, index) => {
      const waited = await waitForOne({ ...parts, target, index, cancel, runStart, past });
      if (--waiting === 0) ended.abort();
      if (settings.failFast && !isGreen(waited)) failFast.abort(FAILED_FAST);
      const { client } = parts;
      const outcome = await withDiagnosis(waited, {
        client,
        settings,
        clock: world.clock,
        cancel: world.cancel,
        hide: world.toolkit.redact,
      });
      parts.ended(index, outcome);
      return outcome;
    }),
  );
}

/** All orders that have to be found are of the same run: GitHub is asked for its start once, if at all. */
function askedOnce<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined;
  return () => (asked ??= ask());
}
