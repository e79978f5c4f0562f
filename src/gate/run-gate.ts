import { isKnownCoType } from '../discovery/co-types.ts';
import type { RunStart } from '../discovery/run-start.ts';
import type { Transport } from '../http/transport.ts';
import type { InputFault, PlainDuration } from '../inputs/input-fault.ts';
import type { Environment } from '../inputs/input-table.ts';
import { secretsIn } from '../inputs/input-table.ts';
import type { Settings } from '../inputs/settings.ts';
import { readSettings } from '../inputs/settings.ts';
import type { Clock } from '../polling/clock.ts';
import { gateReporters } from '../report/gate-reporters.ts';
import type { Reporter } from '../report/reporter.ts';
import type { Toolkit } from '../report/toolkit.ts';
import { SaeClient } from '../sae/sae-client.ts';
import { cleanText } from '../text/clean-text.ts';
import type { Words } from '../words/words.ts';
import { creationBound } from './creation-bound.ts';
import { credentialsProvider } from './credentials-provider.ts';
import type { FollowEnding } from './find-and-follow.ts';
import { findAndFollow } from './find-and-follow.ts';
import type { GateCause, Outcome, Subject } from './outcome.ts';
import { isGreen, unseen } from './outcome.ts';
import { Step } from './step.ts';
import { watchOrder } from './watch-order.ts';

/** Everything outside the gate, handed in. */
export interface World {
  readonly env: Environment;
  readonly clock: Clock;
  /** Gives 0 ≤ chance < 1. */
  readonly chance: () => number;
  /** Gives a fresh text at each call. */
  readonly nonce: () => string;
  readonly transport: Transport;
  /** What is known of the start of this workflow run; asks GitHub with this token. Never rejects. */
  readonly runStart: (token: string | undefined, signal: AbortSignal) => Promise<RunStart>;
  readonly toolkit: Toolkit;
  /** Aborted, with the name of the signal as its reason, when the step is cancelled. */
  readonly cancel: AbortSignal;
  readonly words: Words;
  readonly version: string;
}

const NOTHING_KNOWN: Subject = { changeOrderId: undefined, appId: undefined, regionId: undefined };

/**
 * Runs the gate from its inputs to its verdict and tells about it. Gives whether the step is green.
 * Never rejects: anything thrown on the way, of any type, is the verdict `error`.
 */
export async function runGate(world: World): Promise<boolean> {
  const { env, toolkit, words, version, clock } = world;
  const startMs = clock.nowMs();
  for (const secret of secretsIn(env)) toolkit.mask(secret);
  const reporter = gateReporters(toolkit, words, version);
  toolkit.line(words.log.started(version));
  const ending = await endingOf(world, reporter);
  const waitedMs = clock.nowMs() - startMs;
  const outcome: Outcome = { ...ending, waitedMs, endedWallMs: clock.wallMs() };
  await reporter.ended(outcome);
  return isGreen(outcome);
}

async function endingOf(world: World, reporter: Required<Reporter>): Promise<FollowEnding> {
  let subject = NOTHING_KNOWN;
  const error = (cause: GateCause): FollowEnding => alone(unseen('error', cause, subject));
  try {
    const reading = readSettings(world.env);
    if (reading.kind === 'faults') return error({ kind: 'bad-inputs', faults: reading.faults });
    const { settings, plainDurations } = reading;
    subject = subjectOf(settings);
    tellStart(settings, subject, plainDurations, reporter);
    const ending = await wait(world, settings, reporter);
    return 'fault' in ending ? error({ kind: 'bad-inputs', faults: [ending.fault] }) : ending;
  } catch (thrown) {
    const message = cleanText(thrown instanceof Error ? thrown.message : String(thrown), 500);
    return error({ kind: 'bug', message });
  }
}

function subjectOf({ target, regionId }: Settings): Subject {
  return {
    changeOrderId: target.kind === 'order' ? target.changeOrderId : undefined,
    appId: target.appId,
    regionId,
  };
}

function tellStart(
  { origin, timeoutMs }: Settings,
  subject: Subject,
  plainDurations: readonly PlainDuration[],
  reporter: Required<Reporter>,
): void {
  reporter.started({ subject, origin, timeoutMs, plainDurations });
}

async function wait(
  world: World,
  settings: Settings,
  reporter: Required<Reporter>,
): Promise<FollowEnding | { readonly fault: InputFault }> {
  const step = stepOf(world, settings, reporter);
  const stopBeating = new AbortController();
  void step.beat(AbortSignal.any([world.cancel, stopBeating.signal]));
  try {
    const { target, token } = settings;
    if (target.kind === 'order') {
      return alone(await watchOrder(step, { ...target, notBeforeMs: undefined, listed: false }));
    }
    for (const coType of target.coTypes ?? []) {
      if (!isKnownCoType(coType)) step.note({ kind: 'unknown-co-type', coType: cleanText(coType, 100) });
    }
    const bound = await creationBound(target, world.clock.wallMs(), () =>
      world.runStart(token, world.cancel),
    );
    if (bound === undefined) return { fault: { kind: 'no-run-start' } };
    step.note({ kind: 'bound', bound, agoMs: world.clock.wallMs() - bound.createdAfterMs });
    return await findAndFollow(step, target, bound);
  } finally {
    stopBeating.abort();
  }
}

function stepOf(world: World, settings: Settings, reporter: Required<Reporter>): Step {
  const { clock, chance, nonce, transport, cancel, version, toolkit, env } = world;
  const { origin, requestTimeoutMs } = settings;
  const userAgent = `sae-rollout-gate/${version}`;
  const requests = { clock, transport, requestTimeoutMs, userAgent };
  const client = new SaeClient({
    ...requests,
    origin,
    nonce,
    credentials: credentialsProvider(settings.credentials, {
      ...requests,
      env,
      mask: secret => {
        toolkit.mask(secret);
      },
    }),
    traced: trace => {
      reporter.requested(trace);
    },
  });
  const step = new Step({ settings, client, clock, chance, cancel, reporter });
  step.note({ kind: 'credentials', source: settings.credentials.source });
  return step;
}

function alone(ending: ReturnType<typeof unseen>): FollowEnding {
  return { ...ending, amongSeveral: false };
}
