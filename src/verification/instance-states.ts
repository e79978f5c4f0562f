import type { Instance } from '../rollout/application.ts';

/** The container states in which an instance is on its way out, or gone. Source: DescribeApplicationInstances. */
const GONE: readonly string[] = ['Terminating', 'NotFound'];

/** The states in which a container runs, and in which nothing speaks against its health. */
const RUNNING = 'Running';
const HEALTHY = 'Healthy';
/** No probe is configured, or one of the two: SAE calls nothing unhealthy then. */
const UNCHECKED: readonly string[] = [
  'WithoutHealthCheckConfig',
  'WithoutLivenessConfig',
  'WithoutReadinessConfig',
];

/**
 * Whether an instance counts among what runs. Only the two documented states say that it does not: one in a
 * state that nobody documents may still serve. Pure.
 */
export function isLive({ containerStatus }: Instance): boolean {
  return containerStatus === undefined || !GONE.includes(containerStatus);
}

/** Whether its container runs. Pure. */
export function isContainerRunning({ containerStatus }: Instance): boolean {
  return containerStatus === RUNNING;
}

/** Whether it runs and nothing speaks against its health. Pure. */
export function isReady(instance: Instance): boolean {
  return isContainerRunning(instance) && isHealthy(instance);
}

/** Whether nothing speaks against its health. Pure. */
export function isHealthy({ healthStatus = '' }: Instance): boolean {
  return healthStatus === HEALTHY || UNCHECKED.includes(healthStatus);
}

/** Whether no health check says anything of it. Pure. */
export function isUnchecked({ healthStatus = '' }: Instance): boolean {
  return UNCHECKED.includes(healthStatus);
}

/**
 * Whether its container cannot run as things stand: `CrashLoopBackOff`, `ErrImagePull`, `Init:Error` and
 * whatever else Kubernetes names so. Pure.
 */
export function isInErrorState({ containerStatus = '' }: Instance): boolean {
  return /BackOff$|Err|Failed$|OOMKilled$|InvalidImageName$/u.test(containerStatus);
}
