import type { Instance, RunningGroup } from '../../src/rollout/application.ts';
import type { ListedOrder } from '../../src/rollout/change-order.ts';
import { orderTypeFacts } from '../../src/rollout/order-types.ts';
import type { Claim } from '../../src/verification/claim.ts';
import type { Round } from '../../src/verification/proof.ts';
import { APP_ID, ORDER_ID } from '../support/orders.ts';

/** When the rollout of these tests began, epoch ms. */
export const BEGAN_MS = Date.UTC(2026, 10, 22, 5);

export const IMAGE = 'registry.example/team/shop:2.0';
export const OLD_IMAGE = 'registry.example/team/shop:1.9';
export const DIGEST_IMAGE = `registry.example/team/shop@sha256:${'0123456789abcdef'.repeat(4)}`;
export const VERSION = '1609939496200';

/** A running, healthy instance of the rollout, or how it differs from one. */
export function anInstance(parts: Partial<Instance> = {}): Instance {
  return {
    instanceId: 'shop-1',
    containerStatus: 'Running',
    healthStatus: 'Healthy',
    unhealthyMessage: undefined,
    restarts: 0,
    createdMs: BEGAN_MS + 1_000,
    imageUrl: IMAGE,
    packageVersion: VERSION,
    ...parts,
  };
}

/** So many of them, each with an id of its own. */
export function instances(
  count: number,
  differs: (number: number) => Partial<Instance> = () => ({}),
): readonly Instance[] {
  return Array.from({ length: count }, (_, index) =>
    anInstance({ instanceId: `shop-${index + 1}`, ...differs(index + 1) }),
  );
}

/** A group that has as many instances as it is to have, if nothing else is said. */
export function aGroup(
  of: readonly Instance[],
  { groupId = 'group-1', ...parts }: Partial<RunningGroup> = {},
): RunningGroup {
  return { groupId, replicas: of.length, instances: of, ...parts };
}

/** A round that showed these instances in one group, and no newer order. */
export function aRound(of: readonly Instance[], parts: Partial<Round> = {}): Round {
  return { groups: [aGroup(of)], last: { kind: 'own' }, ...parts };
}

/** What is claimed of a deploy without any expectation, or how that differs. */
export function aClaim({
  type = 'CoDeploy',
  image,
  version,
  ...parts
}: Partial<Omit<Claim, 'type' | 'expect'>> & {
  readonly type?: string;
  readonly image?: string;
  readonly version?: string;
} = {}): Claim {
  return {
    changeOrderId: ORDER_ID,
    type: orderTypeFacts(type),
    beganMs: BEGAN_MS,
    expect: { image, version },
    ...parts,
  };
}

/** A deploy of the application as a list shows it, that succeeded. */
export function aListedOrder(parts: Partial<ListedOrder> = {}): ListedOrder {
  return {
    changeOrderId: ORDER_ID,
    appId: APP_ID,
    coTypeCode: 'CoDeploy',
    description: '',
    status: 2,
    createdMs: BEGAN_MS,
    ...parts,
  };
}
