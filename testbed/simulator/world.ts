import type { Application } from './application.ts';
import { DEMO_APPLICATION, OTHER_APPLICATION } from './application.ts';
import type { ChangeOrder } from './change-order.ts';
import { pipelineIdOf } from './change-order.ts';
import { SAMPLE_APPLICATION } from './reference-samples.ts';
import type { Scenario } from './scenario.ts';
import type { StoryTime } from './story-time.ts';

/** What the API's actions answer from. */
export interface World {
  readonly scenario: Scenario;
  readonly time: StoryTime;
  /** By how much what lasts by the clock, as sessions do, is shorter than in the story. */
  readonly clockScale: number;
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

/** The order of this application that was created last before this story time. */
export function newestOrderOf(world: World, appId: string, storyMs: number): ChangeOrder | undefined {
  return ordersAt(world, storyMs)
    .filter(order => order.app.id === appId)
    .sort((left, right) => left.createdAtMs - right.createdAtMs)
    .at(-1);
}

/** The application of this id, if there is one. */
export function findApplication(world: World, appId: string): Application | undefined {
  return applicationsOf(world).find(app => app.id === appId);
}

/** The ids of all applications, each once. */
export function applicationIds(world: World): readonly string[] {
  return [...new Set(applicationsOf(world).map(app => app.id))];
}

function ordersAt({ scenario }: World, storyMs: number): readonly ChangeOrder[] {
  return scenario.orders.filter(order => order.createdAtMs <= storyMs);
}

function applicationsOf({ scenario }: World): readonly Application[] {
  return [
    ...scenario.orders.map(order => order.app),
    ...scenario.applications,
    DEMO_APPLICATION,
    OTHER_APPLICATION,
    SAMPLE_APPLICATION,
  ];
}
