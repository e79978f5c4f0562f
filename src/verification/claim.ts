import type { ChangeOrder, ListedOrder } from '../rollout/change-order.ts';
import type { OrderTypeFacts } from '../rollout/order-types.ts';
import { orderTypeFacts } from '../rollout/order-types.ts';
import { phaseOf } from '../rollout/statuses.ts';

/** What every live instance has to carry; a reference or a version is compared as the API reports it. */
export interface Expectation {
  readonly image: string | undefined;
  readonly version: string | undefined;
}

/** What has to be proven of what runs, for orders of one application that succeeded: usually it is one. */
export interface Claim {
  /** The first of them: nothing but they may have changed what runs since. */
  readonly changeOrderId: string;
  /** What all of them together do. */
  readonly type: OrderTypeFacts;
  /** When what runs can have been created at the earliest, epoch ms; `undefined` where that is not told. */
  readonly beganMs: number | undefined;
  readonly expect: Expectation;
}

/** SAE went public in 2018: what began before that is no time, or not one in milliseconds. */
const EARLIEST_START_MS = Date.UTC(2018, 0);

/**
 * What is claimed of orders of one application, the oldest first: of the last one that changed what runs, and of all
 * after it. By their batches' own times, since the zone of `CreateTime` is known for China only. Pure.
 */
export function claimOf(orders: readonly [ChangeOrder, ...ChangeOrder[]], expect: Expectation): Claim {
  const [oldest, ...newer] = orders;
  let all: readonly [ChangeOrder, ...ChangeOrder[]] = [oldest];
  for (const order of newer) {
    const { supersedes, renews } = factsOf(order);
    all = supersedes || (renews && factsOf(all[0]).empties) ? [order] : [...all, order];
  }
  const [base] = all;
  const renewing = all.filter(order => factsOf(order).renews);
  const { scalesIn } = factsOf(all.at(-1) ?? base);
  const type = { ...factsOf(base), renews: renewing.length > 0, scalesIn };
  const latestMs = Math.max(...(type.renews ? renewing : [base]).map(startOf));
  const beganMs = Number.isNaN(latestMs) ? undefined : latestMs;
  return { changeOrderId: base.changeOrderId, type, beganMs, expect };
}

function factsOf({ coTypeCode }: Pick<ChangeOrder, 'coTypeCode'>): OrderTypeFacts {
  return orderTypeFacts(coTypeCode);
}

/** Not a number where it is not told. */
function startOf({ batches }: ChangeOrder): number {
  const { startMs = NaN } = batches[0] ?? {};
  return startMs >= EARLIEST_START_MS ? startMs : NaN;
}

/** Which order of the application was the last one, by the API's own word and its list of orders. */
export type LastOrder =
  /** It is the claim's own, or nothing that came after it changes what runs. */
  | { readonly kind: 'own' }
  /** A newer order of the same step changed what runs: that one is to be proven instead. */
  | { readonly kind: 'of-this-step'; readonly changeOrderId: string }
  | { readonly kind: 'superseded'; readonly order: ListedOrder };

/**
 * Which order was the last one, by the whole list of an application's orders and, where it is told, the id of the
 * one that was executed last. `undefined` where the two contradict each other or do not tell: the claim's own order
 * is not listed, an order that changes what runs cannot be placed before or after it, or the last one is older. Pure.
 */
export function lastOrderOf(
  orders: readonly ListedOrder[],
  lastId: string | undefined,
  { changeOrderId, type }: Pick<Claim, 'changeOrderId' | 'type'>,
  isOfStep: (order: ListedOrder) => boolean,
): LastOrder | undefined {
  const own = orders.find(order => order.changeOrderId === changeOrderId);
  if (own?.createdMs === undefined) return undefined;
  const ownMs = own.createdMs;
  const others = orders.filter(order => order !== own && (order.changeOrderId === lastId || hasBegun(order)));
  // The list tells whole seconds: what was created in the same one may be newer.
  const newer = others.filter(({ createdMs }) => createdMs !== undefined && createdMs >= ownMs);
  const changes = (order: ListedOrder): boolean => {
    const { supersedes, renews } = orderTypeFacts(order.coTypeCode);
    // What was to leave nothing running is undone by a start.
    return supersedes || (type.empties && renews);
  };
  if (others.some(order => order.createdMs === undefined && changes(order))) return undefined;
  const lastIsNewer = newer.some(order => order.changeOrderId === lastId);
  if (lastId !== undefined && lastId !== changeOrderId && !lastIsNewer) return undefined;
  const changing = newer.filter(changes).toSorted((a, b) => (b.createdMs ?? 0) - (a.createdMs ?? 0));
  const foreign = changing.find(order => !isOfStep(order));
  if (foreign !== undefined) return { kind: 'superseded', order: foreign };
  const [newest] = changing;
  return newest === undefined
    ? { kind: 'own' }
    : { kind: 'of-this-step', changeOrderId: newest.changeOrderId };
}

/** What is being prepared or waits for approval has changed nothing yet. Pure. */
export function hasBegun({ status }: ListedOrder): boolean {
  const phase = phaseOf(status);
  return phase !== 'to-come' && phase !== 'due' && status !== AWAITING_APPROVAL;
}

const AWAITING_APPROVAL = 11;

/** Whether every live instance must have been created since the order began. Pure. */
export function mustBeNew({ type, expect }: Pick<Claim, 'type' | 'expect'>): boolean {
  const { image, version } = expect;
  // A digest names one image for ever, and so does a version that the deploy has told; a tag may have moved.
  const named = image === undefined ? version !== undefined : image.includes('@');
  return type.renews && !named;
}
