import type { Application } from './application.ts';
import { DEMO_APPLICATION } from './application.ts';
import type { Release } from './release.ts';
import { stableId } from './stable-id.ts';
import { SECOND_MS } from './story-time.ts';
import type { Timeline } from './timeline.ts';
import { rollout } from './timeline.ts';
import type { Trouble } from './trouble.ts';

/** A change order and the whole of its life, as data. */
export interface ChangeOrder {
  readonly id: string;
  readonly app: Application;
  /** When it is created, in story ms; below zero for an order that is older than the simulator. */
  readonly createdAtMs: number;
  readonly timeline: Timeline;
  readonly coTypeCode: string;
  /** The localised text of the type. */
  readonly coType: string;
  readonly description: string;
  /** `console`, `pop`, … */
  readonly source: string;
  readonly batchType: string;
  /**
   * `BatchWaitTime` in minutes, as shown. Not given: the automatic pause in wall-clock time, in whole
   * minutes rounded down, so that nobody who believes it waits longer than the pause really lasts.
   */
  readonly batchWaitMinutes?: number;
  readonly supportRollback: boolean;
  /**
   * `StartTime` and `UpdateTime` of a batch that has not begun. The reference does not say what SAE
   * shows there, so clients must bear all three.
   */
  readonly plannedBatchTimes: 'zero' | 'null' | 'absent';
  /** For how long after its creation ListChangeOrders does not show it yet, in story ms. */
  readonly listedAfterMs: number;
  /** Who made it, as the list of orders shows it; always the same one, if not given. */
  readonly userId?: string;
  /** From this story time on nobody knows it any more, in ms; never, if not given. */
  readonly expiresAtMs?: number;
  /**
   * What its instances are made of. Not given: the demo's new release for deploys and creations, its previous
   * one for rollbacks, and for all else what ran before.
   */
  readonly release?: Release;
  /** What it does to the instances of a batch; `replaced`, if not given. Matters where they are renewed. */
  readonly renewal?: 'replaced' | 'in-place' | 'none';
  /** How many instances the default group has from its first batch on; as before, if not given. */
  readonly replicas?: number;
  /** For how long the instances that it replaces go on running beside the new ones, in story ms; not at all, if not given. */
  readonly overlapMs?: number;
  /**
   * For how long the instances that it takes away are shown as `Terminating`, in story ms; 20 s, though never
   * longer than half of their batch, if not given.
   */
  readonly drainMs?: number;
  /** Why the batch that does not succeed does not, as the diagnostic calls of the API show it. */
  readonly trouble?: Trouble;
}

/** The id of the order that the scenarios wait for. */
export const DEMO_ORDER_ID = '76fa5c0-9ebb-4bb4-b383-1f8854470001';

/** Three batches of one to one and a half minutes: an ordinary rollout of four minutes. */
export const DEMO_BATCHES_MS = [80 * SECOND_MS, 70 * SECOND_MS, 75 * SECOND_MS] as const;

/** An order with the scenarios' usual values, but for those that are given. */
export function changeOrder(own: Partial<ChangeOrder> = {}): ChangeOrder {
  return {
    id: DEMO_ORDER_ID,
    app: DEMO_APPLICATION,
    createdAtMs: 0,
    timeline: rollout({ batchesMs: DEMO_BATCHES_MS }),
    coTypeCode: 'CoDeploy',
    coType: 'Deploy Application',
    description: '版本：1.0 | 镜像名称：nginx',
    source: 'pop',
    batchType: 'auto',
    supportRollback: true,
    plannedBatchTimes: 'zero',
    listedAfterMs: 0,
    ...own,
  };
}

/** The id of a batch (numbered from 1) of an order: always the same one, and no other order's. */
export function pipelineIdOf(orderId: string, batch: number): string {
  return stableId(`${orderId}/${batch}`);
}

/** Whether the API knows of an order at this story time: it has been created, and has not expired. */
export function isKnownAt({ createdAtMs, expiresAtMs = Infinity }: ChangeOrder, storyMs: number): boolean {
  return createdAtMs <= storyMs && storyMs < expiresAtMs;
}
