import type { AbortedOrder } from './abort.ts';
import type { Application } from './application.ts';
import { DEMO_APPLICATION, OTHER_APPLICATION } from './application.ts';
import type { ChangeOrder } from './change-order.ts';
import { isKnownAt, pipelineIdOf } from './change-order.ts';
import { orderProgressAt } from './change-order-data.ts';
import type { Fleet } from './fleet.ts';
import { fleetOf } from './fleet.ts';
import { SAMPLE_APPLICATION } from './reference-samples.ts';
import type { Scenario } from './scenario.ts';
import type { StoryTime } from './story-time.ts';

/** What the API's actions answer from. */
export interface World {
  readonly scenario: Scenario;
  readonly time: StoryTime;
  /** By how much what lasts by the clock, as sessions do, is shorter than in the story. */
  readonly clockScale: number;
  /** Notes that an order is aborted from now on. */
  readonly abort: (aborted: AbortedOrder) => void;
}

/** The order of this id, if it has been created by this story time. */
export function findOrder(world: World, orderId: string, storyMs: number): ChangeOrder | undefined {
  return ordersAt(world, storyMs).find(order => order.id === orderId);
}

/** The order and the number (from 1) of the batch that has this id, if its order has been created. */
export function findBatch(
  world: World,
  pipelineId: string,
  storyMs: number,
): { readonly order: ChangeOrder; readonly batch: number } | undefined {
  for (const order of ordersAt(world, storyMs)) {
    for (let batch = 1; batch <= order.timeline.batchCount; batch += 1) {
      if (pipelineIdOf(order.id, batch) === pipelineId) return { order, batch };
    }
  }
  return undefined;
}

/** The order of this application that was created last before this story time, be it expired. */
export function newestOrderOf(world: World, appId: string, storyMs: number): ChangeOrder | undefined {
  return world.scenario.orders
    .filter(order => order.app.id === appId && order.createdAtMs <= storyMs)
    .sort((left, right) => left.createdAtMs - right.createdAtMs)
    .at(-1);
}

/** An order of this application that has not come to its end at this story time, if there is one. */
export function runningOrderOf(world: World, appId: string, storyMs: number): ChangeOrder | undefined {
  return ordersAt(world, storyMs).find(
    order => order.app.id === appId && orderProgressAt(order, storyMs).finishMs === undefined,
  );
}

/** The application of this id, if there is one. */
export function findApplication(world: World, appId: string): Application | undefined {
  return allApplications(world).find(app => app.id === appId);
}

/** All applications of the account, each once. */
export function allApplications({ scenario }: World): readonly Application[] {
  const all = [
    ...scenario.orders.map(order => order.app),
    ...scenario.applications,
    DEMO_APPLICATION,
    OTHER_APPLICATION,
    SAMPLE_APPLICATION,
  ];
  return all.filter((app, index) => all.findIndex(({ id }) => id === app.id) === index);
}

/** The instances of an application through all of its story. */
export function fleetOfApplication({ scenario }: World, app: Application): Fleet {
  const orders = scenario.orders.filter(order => order.app.id === app.id);
  return fleetOf(app, orders, scenario.incidents);
}

function ordersAt({ scenario }: World, storyMs: number): readonly ChangeOrder[] {
  return scenario.orders.filter(order => isKnownAt(order, storyMs));
}
