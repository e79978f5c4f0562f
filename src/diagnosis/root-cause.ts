import type { Diagnosis } from './diagnosis.ts';
import type { FailingTask } from './failing-tasks.ts';
import type { Instance } from './unhealthy-instances.ts';
import type { WarningEvent } from './warning-events.ts';

/** The one thing that tells most of why a rollout failed. */
export type RootCause =
  | { readonly kind: 'task'; readonly task: FailingTask }
  | { readonly kind: 'instance'; readonly instance: Instance }
  | { readonly kind: 'event'; readonly event: WarningEvent };

/**
 * The root cause: a task that says what went wrong before an unhealthy instance, that before a warning
 * event, and what says nothing, or is ignored by SAE, last of all. `undefined` where nothing is known.
 * Pure.
 */
export function rootCause({ tasks, instances, events }: Diagnosis): RootCause | undefined {
  // They are in order: what failed stands before what is still under way.
  const telling = tasks.find(({ error, errorIgnored }) => error !== undefined && !errorIgnored);
  if (telling !== undefined) return { kind: 'task', task: telling };
  const [instance] = instances;
  if (instance !== undefined) return { kind: 'instance', instance };
  const [event] = events;
  if (event !== undefined) return { kind: 'event', event };
  const silent = tasks.find(({ state }) => state !== 'in-progress');
  return silent === undefined ? undefined : { kind: 'task', task: silent };
}
