import { checkReporter } from '../../src/check-run/reporter.ts';
import { runGate } from '../../src/gate/run-gate.ts';
import type { World as GateWorld } from '../../src/gate/world.ts';
import type { GitHubAnswer, GitHubApi, RunTimes } from '../../src/github/api.ts';
import type { Environment } from '../../src/inputs/table.ts';
import { catalogue } from '../../src/words/catalogue.ts';
import { ID_TOKEN_VARIABLES, NO_KEYS, ROLE_INPUTS } from '../support/cloud.ts';
import { environment } from '../support/environment.ts';
import { RecordingToolkit } from '../support/recording-toolkit.ts';
import type { VirtualClock } from '../support/virtual-clock.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';
import type { Exchange } from './exchange.ts';
import { JumpingClock } from './world-clock.ts';
import { nameOf } from './world-account.ts';
import { WorldTransport } from './world-transport.ts';
import type { WorldProof } from './world-instances.ts';
import type { CreatedAfter, Wish, World } from './world.ts';

/** How a run through a world went, in what anybody outside the gate can see. */
export interface WorldRun {
  readonly green: boolean;
  readonly endedMs: number;
  readonly exchanges: readonly Exchange[];
  /** Each verdict that was put out, and when. */
  readonly verdicts: readonly { readonly atMs: number; readonly value: string }[];
  readonly results: string | undefined;
  readonly rolledBack: string | undefined;
  /** How many error annotations there are. */
  readonly errors: number;
  readonly summaries: number;
  /** Who still sleeps, now that it is over. */
  readonly asleep: number;
}

/** Changes what the gate is composed of; for gates that are broken on purpose. */
export type Breakage = (parts: GateWorld, clock: VirtualClock) => GateWorld;

/** Runs the whole gate through a world. */
export async function runWorld(world: World, breakage: Breakage = parts => parts): Promise<WorldRun> {
  const clock = new JumpingClock(world.clock);
  const transport = new WorldTransport(world, clock);
  const toolkit = new RecordingToolkit(clock);
  const cancel = new AbortController();
  if (world.cancelAtMs !== null) {
    clock.at(world.cancelAtMs, () => {
      cancel.abort('SIGINT');
    });
  }
  let nonces = 0;
  const { run } = world;
  const parts: GateWorld = {
    env: environmentOf(world),
    clock,
    chance: () => world.chance,
    nonce: () => `nonce-${++nonces}`,
    transport: transport.send,
    github: () => (run.github === 'absent' ? undefined : gitHubOf(world, clock)),
    checkReporter,
    eventPayload: () => undefined,
    modifiedMs: () => (run.jobMs === null ? undefined : WALL_START_MS + run.jobMs + world.clock.aheadMs),
    readSmallFile: () => Promise.resolve({ kind: 'missing' }),
    toolkit,
    cancel: cancel.signal,
    catalogue,
    version: '0.0.0',
  };
  const green = await clock.run(runGate(breakage(parts, clock), world.wish.by === 'idle' ? 'idle' : 'gate'));
  // A cancel that came too late would still be asleep.
  const late = world.cancelAtMs !== null && world.cancelAtMs > clock.elapsedMs ? 1 : 0;
  return {
    green,
    endedMs: clock.elapsedMs,
    exchanges: transport.exchanges,
    verdicts: toolkit.outputTimes.filter(({ name }) => name === 'verdict'),
    results: toolkit.outputs['results'],
    rolledBack: toolkit.outputs['rolledBack'],
    errors: toolkit.errors.length,
    summaries: toolkit.summaries.length,
    asleep: clock.asleep - late,
  };
}

function environmentOf(world: World): Environment {
  const { limits, run, sessionMs } = world;
  const ms = (durationMs: number): string => `${durationMs}ms`;
  const inputs = {
    ...inputsOfWish(world.wish),
    token: 'ghs_notARealToken',
    timeout: ms(limits.timeoutMs),
    requestTimeout: ms(limits.requestTimeoutMs),
    outageTolerance: ms(limits.outageToleranceMs),
    ...(limits.callsPerMinute === null ? {} : { maxCallsPerMinute: String(limits.callsPerMinute) }),
    ...(limits.manualStepTimeoutMs === null ? {} : { manualStepTimeout: ms(limits.manualStepTimeoutMs) }),
    onManualStep: limits.failOnManualStep ? 'fail' : 'wait',
    failFast: String(limits.failFast),
    diagnose: String(limits.diagnose),
    ...inputsOfProof(world.proof),
    ...(sessionMs === null ? {} : { ...ROLE_INPUTS, roleSessionDuration: '15m' }),
  };
  return environment(inputs, {
    GITHUB_RUN_ID: '1658821493',
    GITHUB_RUN_ATTEMPT: String(run.attempt),
    GITHUB_EVENT_PATH: '/event.json',
    ...(sessionMs === null ? {} : { ...NO_KEYS, ...ID_TOKEN_VARIABLES }),
  });
}

function inputsOfWish(wish: Wish): Readonly<Record<string, string>> {
  if (wish.by === 'idle') return { changeOrderId: '', appId: wish.appId };
  if (wish.by === 'ids') {
    const ids = { changeOrderId: wish.ids.join(',') };
    return wish.appId === null ? ids : { ...ids, appId: wish.appId };
  }
  return {
    changeOrderId: 'auto',
    ...inputsOfApplications(wish),
    coType: wish.coType,
    ...(wish.description === null ? {} : { descriptionContains: wish.description }),
    ...(wish.after.kind === 'run' ? {} : { createdAfter: written(wish.after) }),
    discoveryTimeout: `${wish.discoveryTimeoutMs}ms`,
  };
}

function inputsOfApplications({
  appIds,
  names = null,
}: Extract<Wish, { by: 'application' }>): Readonly<Record<string, string>> {
  if (names === null) return { appId: appIds.join(',') };
  const appName = appIds.map(nameOf).join(',');
  return { appName, ...(names.namespaceId === null ? {} : { namespaceId: names.namespaceId }) };
}

function inputsOfProof({
  mode,
  image,
  version,
  timeoutMs,
  bakeMs,
}: WorldProof): Readonly<Record<string, string>> {
  return {
    verify: mode,
    expectImage: image ?? 'none',
    expectVersion: version ?? 'none',
    verifyTimeout: `${timeoutMs}ms`,
    bake: bakeMs === null ? 'none' : `${bakeMs}ms`,
  };
}

/** A time as people in some zone write it, or a duration. */
function written(after: Exclude<CreatedAfter, { kind: 'run' }>): string {
  if (after.kind === 'ago') return `${after.agoMs}ms`;
  const { atMs, zoneMinutes } = after;
  const local = new Date(WALL_START_MS + atMs + zoneMinutes * 60_000).toISOString().slice(0, -1);
  const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
  const zone = Math.abs(zoneMinutes);
  return `${local}${zoneMinutes < 0 ? '-' : '+'}${two(zone / 60)}:${two(zone % 60)}`;
}

function gitHubOf({ run }: World, clock: VirtualClock): GitHubApi {
  const nobody = (): never => {
    throw new Error('nobody should write to GitHub');
  };
  const answers: Readonly<Record<string, GitHubAnswer<RunTimes>>> = {
    tells: {
      kind: 'done',
      value: {
        createdMs: WALL_START_MS + run.createdMs,
        attemptStartedMs: WALL_START_MS + run.startedMs,
      },
    },
    refuses: { kind: 'refused', status: 403, message: 'no' },
  };
  const fails: GitHubAnswer<RunTimes> = {
    kind: 'failed',
    failure: { kind: 'no-run-start' },
    retryAfterMs: undefined,
  };
  return {
    runTimes: async (_id, _attempt, signal) => {
      await clock.sleep(run.delayMs, signal);
      return answers[run.github] ?? fails;
    },
    createCheckRun: nobody,
    updateCheckRun: nobody,
  };
}
