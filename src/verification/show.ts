import type { Clock } from '../polling/clock.ts';
import { within } from '../polling/clock.ts';
import type { Turn } from '../polling/call-priority.ts';
import type { RunningGroup } from '../rollout/application.ts';
import type { ChangeOrder, ListedOrder } from '../rollout/change-order.ts';
import { orderTypeFacts } from '../rollout/order-types.ts';
import type { Fault } from '../rollout/fault.ts';
import type { CallAllowance } from '../sae/bounded-reads.ts';
import { OutOfCalls, limitCalls } from '../sae/bounded-reads.ts';
import type { ApiCaller } from '../sae/client.ts';
import { listChangeOrders } from '../sae/order-list.ts';
import {
  describeApplicationGroups,
  describeApplicationInstances,
  lastChangeOrderId,
} from '../sae/running.ts';
import type { LastOrder } from './claim.ts';
import type { RunningNow, Verification } from './running-now.ts';
import { runningNow } from './running-now.ts';

/** What one look at what runs is made with. */
export interface ShowParts {
  readonly client: ApiCaller;
  readonly clock: Clock;
  /** Aborted when the step is cancelled: then nothing is shown. */
  readonly cancel: AbortSignal;
  /** The order as it was seen last. */
  readonly order: ChangeOrder;
  readonly appId: string | undefined;
  readonly isOfStep: (order: ListedOrder) => boolean;
  /** The calls that are left for the looks of the whole step. */
  readonly allowance: CallAllowance;
}

const LONGEST_LOOK_MS = 10_000;
const MOST_CALLS = 4;

/** An application usually has one group; of more, these may show enough. */
const MOST_GROUPS = 2;

/**
 * One look at what runs after an order has ended, in at most 10 s and 4 calls: for people, never for a verdict. Never
 * rejects; what could not be read is not shown, and a fault tells why.
 */
export async function showRunning(parts: ShowParts): Promise<Verification> {
  const look = new Look(parts);
  try {
    await within(parts.clock, LONGEST_LOOK_MS, parts.cancel, signal => look.run(signal));
  } catch (thrown) {
    // No call is left, or a bug: what was seen by then has to do.
    if (!(thrown instanceof OutOfCalls)) look.fail();
  }
  const { running, fault } = look;
  return { mode: 'show', verified: undefined, running, bakedMs: undefined, bakeMs: undefined, fault };
}

/** Gathers what a look brings, so that what came in time is shown. */
class Look {
  readonly #parts: ShowParts;
  readonly #caller: ApiCaller;
  #groups: readonly RunningGroup[] = [];
  #partly = false;
  #last: LastOrder | undefined;
  fault: Fault | undefined;

  constructor(parts: ShowParts) {
    this.#parts = parts;
    const nowMs = parts.clock.nowMs();
    // The polls of other orders go first.
    const turn: Turn = { purpose: 'diagnosis', unseenSinceMs: nowMs, askedMs: nowMs };
    this.#caller = limitCalls(parts.client, MOST_CALLS, turn, parts.allowance);
  }

  get running(): RunningNow | undefined {
    if (this.#groups.length === 0) return undefined;
    const { order, clock } = this.#parts;
    return runningNow(
      { groups: this.#groups, last: this.#last },
      { beganMs: order.batches[0]?.startMs, atMs: clock.wallMs(), partly: this.#partly },
    );
  }

  fail(): void {
    this.#groups = [];
  }

  async run(signal: AbortSignal): Promise<void> {
    const { order } = this.#parts;
    const appId = order.appId ?? this.#parts.appId;
    if (appId === undefined) return;
    await this.#readGroups(appId, signal);
    await this.#readLast(appId, signal);
  }

  async #readGroups(appId: string, signal: AbortSignal): Promise<void> {
    const groups = await describeApplicationGroups(this.#caller, appId, signal);
    if (groups.kind === 'fault') {
      this.fault ??= groups.fault;
      return;
    }
    this.#partly = groups.value.length > MOST_GROUPS;
    for (const group of groups.value.slice(0, MOST_GROUPS)) {
      const query = { appId, groupId: group.groupId };
      const page = await describeApplicationInstances(this.#caller, query, signal);
      if (page.kind === 'fault') {
        this.fault ??= page.fault;
        return;
      }
      const { instances, total } = page.value;
      this.#groups = [...this.#groups, { ...group, instances }];
      this.#partly ||= total === undefined || total > instances.length;
    }
  }

  /** Whether a newer order has changed what runs; told only where the last order is among the first of the list. */
  async #readLast(appId: string, signal: AbortSignal): Promise<void> {
    const { order, isOfStep } = this.#parts;
    const last = await lastChangeOrderId(this.#caller, appId, signal);
    if (last.kind === 'fault') {
      this.fault ??= last.fault;
      return;
    }
    if (last.value === undefined || last.value === order.changeOrderId) return;
    const page = await listChangeOrders(this.#caller, { appId }, signal, () => true);
    if (page.kind === 'fault') return;
    const newer = page.orders.find(({ changeOrderId }) => changeOrderId === last.value);
    if (newer === undefined || isOfStep(newer) || !orderTypeFacts(newer.coTypeCode).supersedes) return;
    this.#last = { kind: 'superseded', order: newer };
  }
}
