import type { CallBudget } from '../budget/call-budget.ts';
import { isKnownCoType } from '../discovery/co-types.ts';
import type { RunStart } from '../discovery/run-start.ts';
import type { GitHubApi } from '../github/github-api.ts';
import type { Settings } from '../inputs/settings.ts';
import type { Target } from '../inputs/target-input.ts';
import type { Reporter } from '../report/reporter.ts';
import type { SaeClient } from '../sae/sae-client.ts';
import type { ServerTime } from '../sae/server-time.ts';
import { cleanText } from '../text/clean-text.ts';
import { thrownText } from '../text/thrown-text.ts';
import { creationBound, isByOwnClock } from './creation-bound.ts';
import type { FollowEnding } from './find-and-follow.ts';
import { findAndFollow } from './find-and-follow.ts';
import type { Outcome, Subject } from './outcome.ts';
import type { PastRollouts } from './past-rollouts.ts';
import { Wait } from './wait.ts';
import { givenUp, watchOrder } from './watch-order.ts';
import type { World } from './world.ts';

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
  wait.close();
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
