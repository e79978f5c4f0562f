/** An instance as DescribeApplicationInstances shows it. Texts are clean, but foreign. */
export interface Instance {
  readonly instanceId: string;
  /** In the API's own words, e.g. `CrashLoopBackOff`. */
  readonly containerStatus: string | undefined;
  /** In the API's own words, e.g. `ReadinessUnhealthy`. */
  readonly healthStatus: string | undefined;
  readonly unhealthyMessage: string | undefined;
  readonly restarts: number | undefined;
}

/** States of a container that keep an instance from running. Source: the API reference, and Kubernetes. */
const TROUBLED_CONTAINER =
  /error|backoff|errimage|invalidimage|oom|pending|unknown|notfound|evicted|failed/iu;

/** An old instance that is being stopped, as every rollout does. */
const LEAVING = /^terminating$/iu;

/** Whether an instance does not run as it should. One that is being stopped is of no interest. Pure. */
export function isUnhealthy({
  containerStatus = '',
  healthStatus = '',
  unhealthyMessage,
}: Instance): boolean {
  if (LEAVING.test(containerStatus)) return false;
  return (
    TROUBLED_CONTAINER.test(containerStatus) ||
    /unhealthy$/iu.test(healthStatus) ||
    unhealthyMessage !== undefined
  );
}

/**
 * The unhealthy ones of these, each once, those first that tell most: a container in trouble before one
 * that waits or runs, many restarts before few. Pure.
 */
export function unhealthyInstances(instances: readonly Instance[]): readonly Instance[] {
  const byId = new Map(instances.filter(isUnhealthy).map(instance => [instance.instanceId, instance]));
  return [...byId.values()].toSorted(
    (a, b) => weight(a) - weight(b) || (b.restarts ?? 0) - (a.restarts ?? 0),
  );
}

function weight({ containerStatus = '', unhealthyMessage }: Instance): number {
  if (/^pending$/iu.test(containerStatus)) return 2;
  if (TROUBLED_CONTAINER.test(containerStatus)) return 0;
  return unhealthyMessage === undefined ? 2 : 1;
}
