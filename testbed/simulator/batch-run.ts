import type { ChangeOrder } from './change-order.ts';
import { progressAt } from './order-progress.ts';
import type { Release } from './release.ts';
import { SECOND_MS } from './story-time.ts';
import type { InstanceTrouble } from './trouble.ts';

/** One start of an instance's container. Times in story ms; `Infinity` for what never comes. */
export interface StartUp {
  readonly atMs: number;
  readonly release: Release;
  /** From here on `PodInitializing`, `Pending` before. */
  readonly initializesAtMs: number;
  /** From here on `Running`, its health not checked yet: its creation is complete. */
  readonly runsAtMs: number;
  /** From here on checked, and not ready yet. */
  readonly checkedAtMs: number;
  readonly healthyAtMs: number;
  /** What keeps it from getting ready, from the first moment on. */
  readonly trouble?: InstanceTrouble;
}

/** A batch of an order, from its beginning on. Times in story ms. */
export interface BatchRun {
  readonly order: ChangeOrder;
  /** Numbered from 1. */
  readonly batch: number;
  readonly startMs: number;
  /** When it ended, well or not; `Infinity` where it runs for ever. */
  readonly endMs: number;
  readonly succeeded: boolean;
}

/** How long instances drain, where nothing else is said and there is time for it. */
export const USUAL_DRAIN_MS = 20 * SECOND_MS;

/** The batches of an order that ever begin, first things first. */
export function batchRunsOf(order: ChangeOrder): readonly BatchRun[] {
  const { batches } = progressAt(order.timeline, Number.MAX_VALUE);
  return batches.flatMap(({ status, startMs, updateMs = Infinity }, index) => {
    if (startMs === undefined) return [];
    return [
      {
        order,
        batch: index + 1,
        startMs: order.createdAtMs + startMs,
        endMs: status === 1 ? Infinity : order.createdAtMs + updateMs,
        succeeded: status === 2,
      },
    ];
  });
}

/** How long the instances that a batch takes away are shown as they drain, in story ms. */
export function drainMsOf({ order, startMs, endMs }: BatchRun): number {
  return order.drainMs ?? Math.min(USUAL_DRAIN_MS, (endMs - startMs) / 2);
}

/** A start that takes so long and goes well. */
export function startUp(release: Release, atMs: number, durationMs: number): StartUp {
  return {
    atMs,
    release,
    initializesAtMs: atMs + Math.min(3 * SECOND_MS, 0.1 * durationMs),
    runsAtMs: atMs + Math.min(8 * SECOND_MS, 0.3 * durationMs),
    checkedAtMs: atMs + Math.min(15 * SECOND_MS, 0.6 * durationMs),
    healthyAtMs: atMs + durationMs,
  };
}

/** A start that is over well before its batch is; where the batch does not succeed, as it ends. */
export function batchStartUp(release: Release, atMs: number, { endMs, succeeded }: BatchRun): StartUp {
  const start = startUp(release, atMs, Math.min(45 * SECOND_MS, 0.7 * (endMs - atMs)));
  return succeeded ? start : { ...start, checkedAtMs: endMs, healthyAtMs: endMs };
}

/** What an instance of a batch that does not succeed shows, where its order has a trouble to tell of it. */
export function troubleOf(
  { order, succeeded }: BatchRun,
  place: number,
): { readonly trouble?: InstanceTrouble } {
  const troubles = order.trouble?.instances ?? [];
  const trouble = troubles[place % troubles.length];
  return succeeded || trouble === undefined ? {} : { trouble };
}
