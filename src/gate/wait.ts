import { isKnownCoType } from '../discovery/co-types.ts';
import type { GitHubApi } from '../github/github-api.ts';
import type { InputFault } from '../inputs/input-fault.ts';
import type { Settings } from '../inputs/settings.ts';
import type { Reporter } from '../report/reporter.ts';
import type { RequestTrace } from '../sae/sae-client.ts';
import { SaeClient } from '../sae/sae-client.ts';
import { cleanText } from '../text/clean-text.ts';
import { creationBound } from './creation-bound.ts';
import { credentialsProvider } from './credentials-provider.ts';
import type { FollowEnding } from './find-and-follow.ts';
import { findAndFollow } from './find-and-follow.ts';
import { readRunStart } from './run-start.ts';
import { Step } from './step.ts';
import { watchOrder } from './watch-order.ts';
import type { World } from './world.ts';

/** An input that turned out to be wanting only on the way. */
export interface LateFault {
  readonly fault: InputFault;
}

/** Waits as the settings say: for the order that was given, or for those that are found. */
export async function wait(
  world: World,
  settings: Settings,
  github: GitHubApi | undefined,
  reporter: Required<Reporter>,
): Promise<FollowEnding | LateFault> {
  const { clock, chance, cancel } = world;
  const client = clientOf(world, settings, reporter);
  const step = new Step({ settings, client, clock, chance, cancel, reporter });
  step.note({ kind: 'credentials', source: settings.credentials.source });
  const stopBeating = new AbortController();
  void step.beat(AbortSignal.any([cancel, stopBeating.signal]));
  try {
    return await waitForTarget(world, step, github);
  } finally {
    stopBeating.abort();
  }
}

async function waitForTarget(
  { env, clock, cancel, modifiedMs }: World,
  step: Step,
  github: GitHubApi | undefined,
): Promise<FollowEnding | LateFault> {
  const { target } = step.settings;
  if (target.kind === 'order') {
    const ending = await watchOrder(step, { ...target, notBeforeMs: undefined, listed: false });
    return { ...ending, amongSeveral: false };
  }
  for (const coType of target.coTypes ?? []) {
    if (!isKnownCoType(coType)) step.note({ kind: 'unknown-co-type', coType: cleanText(coType, 100) });
  }
  const runStart = () => readRunStart({ env, github, modifiedMs, cancel });
  const bound = await creationBound(target, clock.wallMs(), runStart);
  if (bound === undefined) return { fault: { kind: 'no-run-start' } };
  step.note({ kind: 'bound', bound, agoMs: clock.wallMs() - bound.createdAfterMs });
  return findAndFollow(step, target, bound);
}

function clientOf(world: World, settings: Settings, reporter: Required<Reporter>): SaeClient {
  const { clock, transport, nonce, env, toolkit, version } = world;
  const { origin, requestTimeoutMs } = settings;
  const requests = { clock, transport, requestTimeoutMs, userAgent: `sae-rollout-gate/${version}` };
  const mask = (secret: string): void => {
    toolkit.mask(secret);
  };
  const traced = (trace: RequestTrace): void => {
    reporter.requested(trace);
  };
  const credentials = credentialsProvider(settings.credentials, { ...requests, env, mask, traced });
  return new SaeClient({ ...requests, origin, nonce, credentials, traced });
}
