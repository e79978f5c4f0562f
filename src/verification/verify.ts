import { malformedAnswer } from '../http/envelope.ts';
import type { Clock } from '../polling/clock.ts';
import type { Decision, PollBounds } from '../polling/poll.ts';
import { backoffMs, poll } from '../polling/poll.ts';
import type { PollTurns, Turn } from '../polling/call-priority.ts';
import type { RunningGroup } from '../rollout/application.ts';
import type { ChangeOrder, ListedOrder } from '../rollout/change-order.ts';
import { pauseAfter } from '../rollout/fault.ts';
import type { ApiCaller, Asked } from '../sae/client.ts';
import { listChangeOrders } from '../sae/order-list.ts';
import { allGroups, allInstances, lastChangeOrderId } from '../sae/running.ts';
import { cleanText } from '../text/clean.ts';
import type { Claim, Expectation, LastOrder } from './claim.ts';
import { claimOf, hasBegun, lastOrderOf } from './claim.ts';
import type { ProofEnding, ProofLimits } from './judge.ts';
import { decideProof, dueMsOf, toleratedUntilMs } from './judge.ts';
import type { ProofProgress, VerifyObservation } from './progress.ts';
import { NOTHING_VERIFIED, foldRound } from './progress.ts';
import type { RunningNow, Verification, VerifyStage } from './running-now.ts';
import { runningNow } from './running-now.ts';

/** What a proof needs of the wait that it is part of. Times by the monotonic clock. */
export interface VerifyWait {
  readonly client: ApiCaller;
  readonly clock: Clock;
  /** Returns 0 ≤ chance < 1. */
  readonly chance: () => number;
  /** Aborted when the wait is to be given up. */
  readonly cancel: AbortSignal;
  readonly settings: {
    readonly bounds: PollBounds;
    readonly outageToleranceMs: number;
    readonly requestTimeoutMs: number;
    readonly callsPerMinute: number;
    /** All that the step waits for: they share its calls. */
    readonly targets: readonly unknown[];
  };
  readonly turns: Pick<PollTurns, 'next' | 'seen' | 'due' | 'startAnew'>;
  /** Told after every round; must not throw. */
  verifying(stage: VerifyStage): void;
}

/** What has to be proven, and within what. */
export interface ProofTask {
  /** Orders of one application that succeeded, the oldest first. */
  readonly orders: readonly [ChangeOrder, ...ChangeOrder[]];
  /** The application, where the orders do not name it. */
  readonly appId: string | undefined;
  readonly expect: Expectation;
  readonly timeoutMs: number;
  readonly bakeMs: number | undefined;
  /** Whether another order is waited for by the same step, so that it does not supersede this one. */
  readonly isOfStep: (order: ListedOrder) => boolean;
}

/** How a proof ended, and what was seen last; `undefined` where it was given up. */
export interface Proof {
  readonly ending: ProofEnding | undefined;
  readonly verification: Verification;
}

/**
 * Looks at what runs until it is proven to be this order's and has held for as long as it is to, or until that is
 * known not to come. Rejects only with a bug. Every round of requests is whole or counts as none.
 */
export async function verifyOrder(wait: VerifyWait, task: ProofTask): Promise<Proof> {
  const { clock, chance, cancel, settings, turns } = wait;
  const { orders, bakeMs } = task;
  const claim = claimOf(orders, task.expect);
  const [{ appId: namedAppId }] = orders;
  const appId = namedAppId ?? task.appId;
  if (appId === undefined) {
    const ending: ProofEnding = { verdict: 'unverified', cause: { kind: 'application-untold' } };
    return { ending, verification: verificationOf(NOTHING_VERIFIED, ending, undefined, task, clock.nowMs()) };
  }
  const startMs = clock.nowMs();
  const { outageToleranceMs } = settings;
  const limits: ProofLimits = { deadlineMs: startMs + task.timeoutMs, bakeMs, outageToleranceMs };
  const { isOfStep } = task;
  const { client } = wait;
  const rounds = new Rounds({ client, appId, claim, isOfStep, named: namedAppId !== undefined });
  let running: RunningNow | undefined;
  let progress = NOTHING_VERIFIED;
  turns.startAnew();
  turns.due(limits.deadlineMs);
  const ending = await poll<VerifyObservation, ProofProgress, ProofEnding>(
    {
      clock,
      chance,
      bounds: settings.bounds,
      deadlineMs: state => dueMsOf(state, limits),
      lastPollLimitMs: lastRoundLimitMs(settings),
      signal: cancel,
      observe: signal => rounds.read(signal, turns.next()),
      fold: (state, look, nowMs) => foldRound(state, look, nowMs, claim, bakeMs !== undefined),
      decide: (state, nowMs) => nextRound(state, nowMs, limits, settings.bounds),
      observed: state => {
        progress = state;
        turns.seen();
        turns.due(dueMsOf(state, limits));
        if (state.last?.kind === 'round') {
          const { beganMs } = claim;
          running = runningNow(state.last.round, { beganMs, atMs: clock.wallMs(), partly: false });
        }
        wait.verifying(stageOf(state, { startMs, nowMs: clock.nowMs(), task, running }));
      },
    },
    NOTHING_VERIFIED,
  );
  return { ending, verification: verificationOf(progress, ending, running, task, clock.nowMs()) };
}

/** Groups, their instances, the last order: each waits for the one before. */
const STAGES_OF_A_ROUND = 3;

/**
 * How long the last round may take: its requests, one after the other, and before them its turn, where all that the
 * step waits for have theirs at the same time. Pure.
 */
function lastRoundLimitMs({ requestTimeoutMs, callsPerMinute, targets }: VerifyWait['settings']): number {
  const turnMs = Math.ceil((STAGES_OF_A_ROUND * targets.length) / callsPerMinute) * MINUTE_MS;
  return STAGES_OF_A_ROUND * requestTimeoutMs + turnMs;
}

const MINUTE_MS = 60_000;

/** How often what runs is looked at while it bakes, and how often at most until it is proven. */
const BAKE_EVERY_MS = 15_000;
const LEAST_BETWEEN_ROUNDS_MS = 5_000;

/** What follows from the rounds so far: the end of the proof, or when to look again. Pure. */
function nextRound(
  progress: ProofProgress,
  nowMs: number,
  limits: ProofLimits,
  bounds: PollBounds,
): Decision<ProofEnding> {
  const ending = decideProof(progress, nowMs, limits);
  if (ending !== undefined) return { kind: 'ended', ending };
  const { last, rounds, provenSinceMs } = progress;
  const proving = { minMs: Math.max(bounds.minMs, LEAST_BETWEEN_ROUNDS_MS), maxMs: BAKE_EVERY_MS };
  return {
    kind: 'wait',
    plannedMs: provenSinceMs === undefined ? backoffMs(rounds - 1, proving) : BAKE_EVERY_MS,
    aimsMs: toleratedUntilMs(progress, limits.outageToleranceMs),
    ...pauseAfter(last?.kind === 'fault' ? last.fault : undefined),
  };
}

interface RoundsParts extends Pick<ProofTask, 'isOfStep'> {
  readonly client: ApiCaller;
  readonly appId: string;
  readonly claim: Claim;
  /** Whether the order itself names the application. */
  readonly named: boolean;
}

/** Makes the rounds of requests for one claim. */
class Rounds {
  readonly #parts: RoundsParts;
  /** The last orders after which, by the whole list, nothing that changes what runs came after the claim's own. */
  readonly #harmless = new Set<string>();

  constructor(parts: RoundsParts) {
    this.#parts = parts;
  }

  /**
   * One round. The last order is asked for last: where it is the claim's own then, none had changed what the
   * instances before it showed.
   */
  async read(signal: AbortSignal, turn: Turn): Promise<VerifyObservation> {
    const look = await this.#look(signal, turn);
    // Of an application that only the inputs name it may just be that its id is wrong.
    const { named, claim } = this.#parts;
    if (!named || !claim.type.deletes || look.kind !== 'fault' || look.fault.reason !== 'no-such-application')
      return look;
    return { kind: 'round', round: { groups: [], gone: look.fault, last: { kind: 'own' } } };
  }

  async #look(signal: AbortSignal, turn: Turn): Promise<VerifyObservation> {
    const { client, appId } = this.#parts;
    const groups = await allGroups(client, appId, signal, turn);
    if (groups.kind === 'fault') return groups;
    const asked = await Promise.all(
      groups.value.map(async group => ({
        group,
        found: await allInstances(client, { appId, groupId: group.groupId }, signal, turn),
      })),
    );
    const last = await this.#lastOrder(signal, turn);
    if (last.kind === 'fault') return last;
    const running: RunningGroup[] = [];
    const known = new Set<string>();
    for (const { group, found } of asked) {
      if (found.kind === 'fault') return found;
      running.push({ ...group, instances: found.value });
      // One in two groups would be counted for both.
      const again = found.value.some(({ instanceId: id }) => known.has(id));
      if (again) return malformedAnswer('DescribeApplicationInstances', { kind: 'list-changed' });
      for (const { instanceId } of found.value) known.add(instanceId);
    }
    return { kind: 'round', round: { groups: running, last: last.value } };
  }

  async #lastOrder(signal: AbortSignal, turn: Turn): Promise<Asked<LastOrder>> {
    const own: Asked<LastOrder> = { kind: 'answer', value: { kind: 'own' } };
    const { client, appId, claim, isOfStep } = this.#parts;
    const last = await lastChangeOrderId(client, appId, signal, turn);
    if (last.kind === 'fault') return last;
    const lastId = last.value;
    if (lastId === claim.changeOrderId) return own;
    if (lastId !== undefined && this.#harmless.has(lastId)) return own;
    const list = await listChangeOrders(client, { appId }, signal, undefined, turn);
    if (list.kind === 'fault') return list;
    const found = lastOrderOf(list.orders, lastId, claim, isOfStep);
    if (found === undefined) {
      const changeOrderId = cleanText(lastId ?? claim.changeOrderId, 100);
      return malformedAnswer('ListChangeOrders', { kind: 'list-contradicts', changeOrderId });
    }
    // What is still to begin may do so without being the last one.
    const isSettled = found.kind === 'own' && list.orders.every(hasBegun);
    if (isSettled && lastId !== undefined) this.#harmless.add(lastId);
    return { kind: 'answer', value: found };
  }
}

function stageOf(
  { provenSinceMs }: ProofProgress,
  now: {
    readonly startMs: number;
    readonly nowMs: number;
    readonly task: ProofTask;
    readonly running: RunningNow | undefined;
  },
): VerifyStage {
  const { startMs, nowMs, task, running } = now;
  const { bakeMs, timeoutMs } = task;
  return provenSinceMs === undefined || bakeMs === undefined
    ? { kind: 'verifying', lastedMs: nowMs - startMs, ofMs: timeoutMs, running }
    : { kind: 'baking', lastedMs: nowMs - provenSinceMs, ofMs: bakeMs, running };
}

function verificationOf(
  { provenSinceMs, last }: ProofProgress,
  ending: ProofEnding | undefined,
  running: RunningNow | undefined,
  { bakeMs }: ProofTask,
  nowMs: number,
): Verification {
  const cause = ending?.cause;
  return {
    mode: 'require',
    verified: cause?.kind === 'proven',
    running,
    bakedMs: bakeMs === undefined || provenSinceMs === undefined ? undefined : nowMs - provenSinceMs,
    bakeMs,
    ...(cause?.kind === 'of-this-step' ? { provenByOrderId: cause.changeOrderId } : {}),
    ...(last?.kind === 'fault' ? { fault: last.fault } : {}),
  };
}
