import type { Application } from '../../testbed/simulator/application.ts';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import type { ChangeOrder } from '../../testbed/simulator/change-order.ts';
import { changeOrder } from '../../testbed/simulator/change-order.ts';
import type { Fleet } from '../../testbed/simulator/fleet.ts';
import { fleetOf } from '../../testbed/simulator/fleet.ts';
import type { Incident } from '../../testbed/simulator/incident.ts';
import type { ShownInstance } from '../../testbed/simulator/instances.ts';
import { instancesAt } from '../../testbed/simulator/instances.ts';
import { durationMsOf, rollout } from '../../testbed/simulator/timeline.ts';

/** Two batches of a minute each, after five seconds of preparation. */
export const TWO_BATCHES = rollout({ batchesMs: [60_000, 60_000] });
export const FIRST_BATCH_MS = 5_000;
export const SECOND_BATCH_MS = 65_000;
export const END_MS = durationMsOf(TWO_BATCHES);

/** The demo application with these instances in its group. */
export function appOf(replicas: number, own: Partial<Application> = {}): Application {
  return { ...DEMO_APPLICATION, replicas, ...own };
}

/** The fleet of four instances that an order of two batches is about, but for what is given. */
export function fleetAfter(
  own: Partial<ChangeOrder> = {},
  incidents: readonly Incident[] = [],
  others: readonly ChangeOrder[] = [],
): Fleet {
  const app = own.app ?? appOf(4);
  return fleetOf(app, [...others, changeOrder({ timeline: TWO_BATCHES, ...own, app })], incidents);
}

/** Those that are neither on their way out nor lost. */
export function liveAt(fleet: Fleet, storyMs: number): readonly ShownInstance[] {
  return instancesAt(fleet, storyMs).filter(
    ({ containerStatus }) => containerStatus !== 'Terminating' && containerStatus !== 'NotFound',
  );
}

/** `<place>: <container status>, <health>, <tag>` for each instance that is listed. */
export function linesAt(fleet: Fleet, storyMs: number): readonly string[] {
  return instancesAt(fleet, storyMs).map(
    ({ instance, containerStatus, healthStatus, release }) =>
      `${instance.place}: ${containerStatus}, ${healthStatus}, ${release.image.split('nginx')[1]}`,
  );
}

/** Whether an instance runs and is healthy. */
export function isWell({ containerStatus, healthStatus }: ShownInstance): boolean {
  return containerStatus === 'Running' && healthStatus === 'Healthy';
}
