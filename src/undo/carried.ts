import { hasBegun } from '../rollout/change-order.ts';
import { describeChangeOrder } from '../sae/change-order.ts';
import type { SaeClient } from '../sae/client.ts';
import { allGroups, allInstances } from '../sae/running.ts';
import type { Turn } from '../polling/call-priority.ts';
import { isLive } from '../verification/instance-states.ts';

/** What the live instances of an application carry: each image and version once; `undefined` stands for one not told. */
export interface Carried {
  readonly images: readonly (string | undefined)[];
  readonly versions: readonly (string | undefined)[];
}

/** Reads what all live instances carry; `undefined` where that cannot be read whole, or where none is live. */
export async function carriedNow(
  client: SaeClient,
  appId: string,
  signal: AbortSignal,
  turn: Turn,
): Promise<Carried | undefined> {
  const groups = await allGroups(client, appId, signal, turn);
  if (groups.kind === 'fault') return undefined;
  const live = [];
  for (const { groupId } of groups.value) {
    const instances = await allInstances(client, { appId, groupId }, signal, turn);
    if (instances.kind === 'fault') return undefined;
    live.push(...instances.value.filter(isLive));
  }
  if (live.length === 0) return undefined;
  return {
    images: [...new Set(live.map(({ imageUrl }) => imageUrl))],
    versions: [...new Set(live.map(({ packageVersion }) => packageVersion))],
  };
}

/**
 * What ran before an order: what is carried now, if the order, looked at after that, has begun no batch yet.
 * `undefined` where one has, or where it cannot be told: an instance's age does not tell, since SAE may renew
 * instances in place.
 */
export async function carriedBefore(
  client: SaeClient,
  { appId, changeOrderId }: { readonly appId: string; readonly changeOrderId: string },
  signal: AbortSignal,
  turn: Turn,
): Promise<Carried | undefined> {
  const carried = await carriedNow(client, appId, signal, turn);
  if (carried === undefined) return undefined;
  const look = await describeChangeOrder(client, changeOrderId, signal, turn);
  if (look.kind === 'fault') return undefined;
  const { batches } = look.order;
  return batches.length > 0 && !batches.some(hasBegun) ? carried : undefined;
}

/** What is known of an application's instances before the rollout, before the write and after it. */
export interface Courses {
  readonly before: Carried | undefined;
  /** Before the write: shows that the rollout brought something else. */
  readonly between: Carried | undefined;
  readonly after: Carried | undefined;
}

/**
 * Whether what ran before the rollout is on every live instance again: all of them carry its image, or its
 * version, and the rollout had brought another one. Without that last it would prove nothing: a tag may be
 * deployed again. Pure.
 */
export function runsAsBefore({ before, between, after }: Courses): boolean {
  if (before === undefined || between === undefined || after === undefined) return false;
  return (['images', 'versions'] as const).some(what => {
    const [was, ...others] = before[what];
    const [is, ...more] = after[what];
    if (was === undefined || others.length > 0 || is !== was || more.length > 0) return false;
    return between[what].some(one => one !== undefined && one !== was);
  });
}
