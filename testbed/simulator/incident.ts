import { DEMO_APPLICATION } from './application.ts';
import type { ContainerStatus, HealthStatus } from './trouble.ts';
import { SECOND_MS } from './story-time.ts';

/** Where something happens: a place in a group, which instance after instance may hold. */
export interface Place {
  readonly appId: string;
  /** The group's id. */
  readonly groupId: string;
  /** Places are numbered from 0. */
  readonly place: number;
}

/** What befalls instances besides change orders. Times in story ms. */
export type Incident =
  /**
   * The instance's process ends at this moment and is started again, so many times in all; for ever where
   * that is `Infinity`. Between the restarts it is in CrashLoopBackOff, each time for longer.
   */
  | (Place & { readonly kind: 'crashes'; readonly atMs: number; readonly times: number })
  /** The instance's readiness probe fails and passes in turns, from this moment on. */
  | (Place & {
      readonly kind: 'flaps';
      readonly atMs: number;
      readonly unhealthyMs: number;
      readonly healthyMs: number;
    })
  /** The instance is taken away, and a new one is put into its place. */
  | (Place & {
      readonly kind: 'evicted';
      readonly atMs: number;
      /** Until the new one is created. */
      readonly replacedAfterMs: number;
      /** From its creation until it is healthy. */
      readonly startUpMs: number;
    })
  /** The group has so many instances from now on, by no change order: by a schedule, say. */
  | (Omit<Place, 'place'> & { readonly kind: 'scales'; readonly atMs: number; readonly replicas: number })
  /** Whatever instance holds the place shows these values instead of its own. */
  | (Place & {
      readonly kind: 'shows';
      readonly atMs: number;
      readonly untilMs: number;
      readonly looks: Looks;
    });

/** What an instance can be made to show; the rest stays as it is. */
export interface Looks {
  readonly containerStatus?: ContainerStatus;
  readonly healthStatus?: HealthStatus;
  readonly unhealthyMessage?: string;
  readonly image?: string;
  readonly packageVersion?: string;
}

const IN_DEMO = { appId: DEMO_APPLICATION.id, groupId: DEMO_APPLICATION.groupId };

type On<Kind extends Incident['kind']> = Omit<Extract<Incident, { readonly kind: Kind }>, 'kind' | 'atMs'>;

/** A crash of the demo application's first instance, again and again, but for what is given. */
export function crash(atMs: number, own: Partial<On<'crashes'>> = {}): Incident {
  return { kind: 'crashes', ...IN_DEMO, place: 0, times: Infinity, atMs, ...own };
}

/** A readiness probe of the demo application's first instance that fails for 30 s in each minute. */
export function flapping(atMs: number, own: Partial<On<'flaps'>> = {}): Incident {
  const turns = { unhealthyMs: 30 * SECOND_MS, healthyMs: 30 * SECOND_MS };
  return { kind: 'flaps', ...IN_DEMO, place: 0, ...turns, atMs, ...own };
}

/** An eviction of the demo application's first instance; a new one is healthy 20 s later. */
export function eviction(atMs: number, own: Partial<On<'evicted'>> = {}): Incident {
  const times = { replacedAfterMs: 2 * SECOND_MS, startUpMs: 18 * SECOND_MS };
  return { kind: 'evicted', ...IN_DEMO, place: 0, ...times, atMs, ...own };
}

/** The demo application has so many instances from this moment on, by no change order. */
export function scaling(atMs: number, replicas: number, own: Partial<On<'scales'>> = {}): Incident {
  return { kind: 'scales', ...IN_DEMO, atMs, replicas, ...own };
}

/** The demo application's instance in this place shows this, always where no times are given. */
export function showing(
  place: number,
  looks: Looks,
  own: Partial<Omit<On<'shows'>, 'place' | 'looks'>> & { readonly atMs?: number } = {},
): Incident {
  return { kind: 'shows', ...IN_DEMO, place, looks, atMs: -Infinity, untilMs: Infinity, ...own };
}

/** Of the demo application's `replicas` instances only the first `ready` ever get ready, from this moment on. */
export function neverReady(atMs: number, ready: number, replicas: number): readonly Incident[] {
  const looks: Looks = { healthStatus: 'ReadinessUnhealthy', unhealthyMessage: READINESS_FAILED };
  return Array.from({ length: replicas - ready }, (_, index) => showing(ready + index, looks, { atMs }));
}

/** What a failing readiness probe says. */
export const READINESS_FAILED = 'Readiness probe failed: HTTP probe failed with statuscode: 503';
