import type { ChangeOrder } from './change-order.ts';
import { pipelineIdOf } from './change-order.ts';
import { orderProgressAt } from './change-order-data.ts';
import { progressAt } from './order-progress.ts';
import { stableId } from './stable-id.ts';
import type { InstanceTrouble } from './trouble.ts';

/** One instance of an application while an order is rolled out over it. */
export interface Instance {
  readonly id: string;
  readonly number: number;
  /** The batch of the order that replaces it, numbered from 1. */
  readonly batch: number;
  readonly pipelineId: string;
  /** Whether it already runs (or should run) the new version. */
  readonly isNew: boolean;
  /** Whether the batch is still starting it. */
  readonly isStarting: boolean;
  readonly trouble: InstanceTrouble | undefined;
}

/** The instances of the order's application at this story time. Pure. */
export function instancesAt(order: ChangeOrder, storyMs: number): readonly Instance[] {
  const { batches } = orderProgressAt(order, storyMs);
  const { replicas } = order.app;
  const troubledBatch = troubledBatchOf(order);
  return Array.from({ length: replicas }, (_, number) => {
    const batch = Math.floor((number * batches.length) / replicas) + 1;
    const status = batches[batch - 1]?.status ?? 0;
    const isNew = status !== 0;
    return {
      id: instanceId(order, number, isNew),
      number,
      batch,
      pipelineId: pipelineIdOf(order.id, batch),
      isNew,
      isStarting: status === 1,
      trouble: isNew && batch === troubledBatch ? troubleOf(order, number) : undefined,
    };
  });
}

/** The batch that never succeeds, where the order has a trouble to tell of it. */
function troubledBatchOf(order: ChangeOrder): number | undefined {
  if (!order.trouble) return undefined;
  const end = progressAt(order.timeline, Number.MAX_VALUE);
  const index = end.batches.findIndex(batch => batch.status !== 0 && batch.status !== 2);
  return index < 0 ? undefined : index + 1;
}

function troubleOf(order: ChangeOrder, number: number): InstanceTrouble | undefined {
  const troubles = order.trouble?.instances ?? [];
  return troubles[number % troubles.length];
}

/** `<app name>-<app id>-<hash of the version>-<five letters>`, as SAE names them. */
function instanceId(order: ChangeOrder, number: number, isNew: boolean): string {
  const version = isNew ? order.id : 'the version before';
  const hash = stableId(`${order.app.id}/${version}`).slice(0, 8);
  return `${order.app.name}-${order.app.id}-${hash}-${stableId(`${version}/${number}`).slice(0, 5)}`;
}
