import type { GateCause, TargetEnding } from '../endings/ending.ts';
import { isGreen } from '../endings/ending.ts';
import type { Settings } from '../inputs/settings.ts';
import type { Target } from '../inputs/targets.ts';
import type { ChangeOrder, ListedOrder } from '../rollout/change-order.ts';
import { isDeployment, orderTypeFacts } from '../rollout/order-types.ts';
import { isFinal } from '../rollout/fault.ts';
import type { Ending } from '../rollout/judge.ts';
import type { Verdict } from '../rollout/verdicts.ts';
import type { CallAllowance } from '../sae/bounded-reads.ts';
import type { ApiCaller } from '../sae/client.ts';
import type { ProofEnding } from '../verification/judge.ts';
import { showRunning } from '../verification/show.ts';
import { verifyOrder } from '../verification/verify.ts';
import type { Hide } from '../text/clean.ts';
import { thrownText } from '../text/clean.ts';
import { givenUp } from './follow.ts';
import type { Wait } from './wait.ts';
import type { World } from './world.ts';

/** The orders that a step waits for, by the index of their target. */
export class StepOrders {
  readonly #targets = new Map<string, number>();

  constructor(targets: readonly Target[]) {
    for (const [index, target] of targets.entries()) {
      if (target.kind === 'order') this.followed(target.changeOrderId, index);
    }
  }

  followed(changeOrderId: string, target: number): void {
    this.#targets.set(changeOrderId, target);
  }

  targetOf(changeOrderId: string): number | undefined {
    return this.#targets.get(changeOrderId);
  }

  /** Whether a newer order is one that the step waits for, so that it does not supersede the others. */
  isOfStep(order: ListedOrder, target: Target): boolean {
    return this.#targets.has(order.changeOrderId) && !isLetIn(order, target);
  }
}

/**
 * Whether only an open choice of types let an order in that leaves something else than was deployed, such as a
 * rollback or a stop.
 */
function isLetIn({ coTypeCode }: Pick<ListedOrder, 'coTypeCode'>, target: Target): boolean {
  const isOpen = target.kind === 'find' && target.coTypes === undefined;
  return isOpen && !isDeployment(coTypeCode) && !orderTypeFacts(coTypeCode).keepsVersion;
}

/**
 * The same ending if no proof is requested or it is red; otherwise how the proof of what runs ended. Never
 * rejects: anything thrown is the verdict `error`.
 */
export async function withProof(
  wait: Wait,
  ended: TargetEnding,
  orders: StepOrders,
  hide: Hide,
): Promise<TargetEnding> {
  try {
    return await proven(wait, ended, orders);
  } catch (thrown) {
    const cause = { kind: 'bug', message: thrownText(thrown, hide) } as const;
    return wait.ended({ verdict: 'error', cause }, ended, ended.amongSeveral);
  }
}

async function proven(wait: Wait, ended: TargetEnding, orders: StepOrders): Promise<TargetEnding> {
  const { verify } = wait.settings;
  const { order } = ended.progress;
  if (verify.mode !== 'require' || !isGreen(ended)) return ended;
  // A green order was read; otherwise the step would pass without a proof.
  if (order === undefined) throw new Error('cannot prove an order that was never read');
  const { ending, verification } = await verifyOrder(wait, {
    orders: ordersToProve(order, ended.succeeded ?? [], wait.target),
    appId: ended.subject.appId,
    expect: { image: verify.expectImage, version: verify.expectVersion },
    timeoutMs: verify.timeoutMs,
    bakeMs: verify.bakeMs,
    isOfStep: listed => orders.isOfStep(listed, wait.target),
  });
  return { ...wait.ended(endingOfProof(ending, wait.cancel), ended, ended.amongSeveral), verification };
}

/** All that succeeded, the oldest first, but what changed what runs since the one that speaks for them. */
function ordersToProve(
  order: ChangeOrder,
  succeeded: readonly ChangeOrder[],
  target: Target,
): readonly [ChangeOrder, ...ChangeOrder[]] {
  const place = succeeded.findIndex(({ changeOrderId }) => changeOrderId === order.changeOrderId);
  const own = (one: ChangeOrder, index: number): boolean => index <= place || !isLetIn(one, target);
  const [oldest = order, ...others] = succeeded.filter(own);
  return [oldest, ...others];
}

function endingOfProof(ending: ProofEnding | undefined, cancel: AbortSignal): Ending<GateCause> {
  if (ending === undefined) return givenUp(cancel);
  const { verdict, cause } = ending;
  const isProven = cause.kind === 'proven' || cause.kind === 'of-this-step';
  return isProven ? { verdict: 'succeeded', cause: { kind: 'succeeded' } } : { verdict, cause };
}

/**
 * The endings of a step: one that left its proof to a newer order of the same step is red unless what that
 * one left running is proven. Pure.
 */
export function withNewerProofs(
  outcomes: readonly TargetEnding[],
  orders: Pick<StepOrders, 'targetOf'>,
): readonly TargetEnding[] {
  return outcomes.map((outcome): TargetEnding => {
    const { verification } = outcome;
    const changeOrderId = verification?.provenByOrderId;
    if (verification === undefined || changeOrderId === undefined || !isGreen(outcome)) return outcome;
    return isProvenByNewer(outcome, outcomes, orders)
      ? { ...outcome, verification: { ...verification, verified: true } }
      : { ...outcome, verdict: 'unverified', cause: { kind: 'newer-unproven', changeOrderId } };
  });
}

function isProvenByNewer(
  outcome: TargetEnding,
  outcomes: readonly TargetEnding[],
  orders: Pick<StepOrders, 'targetOf'>,
): boolean {
  const seen = new Set<TargetEnding>();
  let newest: TargetEnding | undefined = outcome;
  // A circle proves nothing.
  while (newest?.verification?.provenByOrderId !== undefined && !seen.has(newest)) {
    seen.add(newest);
    const index = orders.targetOf(newest.verification.provenByOrderId);
    newest = index === undefined ? undefined : outcomes[index];
  }
  if (newest === undefined || appIdOf(newest) !== appIdOf(outcome)) return false;
  return isGreen(newest) && newest.verification?.verified === true;
}

function appIdOf({ progress, subject }: TargetEnding): string | undefined {
  return progress.order?.appId ?? subject.appId;
}

/** The calls of a step suffice to look at so many orders. */
const MOST_LOOKED_AT = 3;
/** So many calls are left alone by the orders that succeeded. */
const KEPT_FOR_RED = 8;

/**
 * The calls for an order that succeeded, in a step whose calls do not suffice for all: most are kept for those that
 * do not succeed. Taken at once, since orders may end at the same time.
 */
function spareOf(allowance: CallAllowance): CallAllowance | undefined {
  const left = allowance.left - KEPT_FOR_RED;
  if (left <= 0) return undefined;
  allowance.left = KEPT_FOR_RED;
  return { left };
}

/** Endings without anything to show, or that must not be delayed. */
const NOT_SHOWN: ReadonlySet<Verdict> = new Set(['not-found', 'error', 'cancelled', 'not-awaited']);

/** Whether the cause of the end would affect every other call too. */
function isDeaf({ cause }: TargetEnding): boolean {
  if (cause.kind === 'outage') return true;
  return cause.kind === 'refused' && isFinal(cause.fault) && cause.fault.reason !== 'permission';
}

/** What all reads of what runs share. */
export interface ShowParts extends Pick<World, 'clock' | 'cancel'> {
  readonly client: ApiCaller;
  readonly orders: StepOrders;
  readonly allowance: CallAllowance;
}

/**
 * The same outcome with one read of what runs, if that is requested and was not done already. Never rejects.
 */
export async function withRunning(
  outcome: TargetEnding,
  { settings, target }: { readonly settings: Pick<Settings, 'verify' | 'targets'>; readonly target: Target },
  { client, clock, cancel, orders, allowance }: ShowParts,
): Promise<TargetEnding> {
  const { verdict, subject, verification } = outcome;
  const { order } = outcome.progress;
  const isWanted = settings.verify.mode !== 'off' && !NOT_SHOWN.has(verdict) && !isDeaf(outcome);
  if (!isWanted || verification !== undefined || order === undefined || cancel.aborted) return outcome;
  const isSpare = isGreen(outcome) && settings.targets.length > MOST_LOOKED_AT;
  const own = isSpare ? spareOf(allowance) : allowance;
  if (own === undefined) return outcome;
  const isOfStep = (listed: ListedOrder): boolean => orders.isOfStep(listed, target);
  const { appId } = subject;
  const shown = await showRunning({ client, clock, cancel, order, appId, isOfStep, allowance: own });
  const verified = settings.verify.mode === 'require' ? false : undefined;
  return { ...outcome, verification: { ...shown, verified } };
}
