import type { Clock } from '../polling/clock.ts';
import { within } from '../polling/clock.ts';
import type { Turn } from '../polling/call-priority.ts';
import type { ChangeOrder, ListedOrder } from '../rollout/change-order.ts';
import { rolloutStartMs } from '../rollout/change-order.ts';
import type { Fault } from '../rollout/fault.ts';
import { isFinal, pauseAfter } from '../rollout/fault.ts';
import { abortAndRollbackChangeOrder } from '../sae/abort.ts';
import type { OrderAnswer } from '../sae/change-order.ts';
import { describeChangeOrder } from '../sae/change-order.ts';
import type { Asked, SaeClient } from '../sae/client.ts';
import type { ListAnswer } from '../sae/order-list.ts';
import { listChangeOrders } from '../sae/order-list.ts';
import { lastChangeOrderId } from '../sae/running.ts';
import { acceptanceOf } from './acceptance.ts';
import type { UndoCase, UndoReads } from './permission.ts';
import { refusalOf, refusalOfCase } from './permission.ts';
import type { NotWritten } from './undo.ts';

/** What an order is aborted with. */
export interface AbortParts {
  readonly client: SaeClient;
  readonly clock: Clock;
  /** Aborted when the step is cancelled. */
  readonly cancel: AbortSignal;
  readonly asked: UndoCase;
  /** Told right before the write. */
  readonly writes: () => void;
  /** What was written before, if anything was, provably was not carried out. */
  readonly provenUndone: boolean;
}

/** What became of the one write. */
export type Aborted =
  | { readonly kind: 'not-written'; readonly why: NotWritten }
  | {
      readonly kind: 'sent';
      readonly accepted: boolean;
      /** What came in place of an answer that says so. */
      readonly fault: Fault | undefined;
      /** The order that the API answered. */
      readonly answeredOrderId: string | undefined;
      /** The application's orders before, as many as were read. */
      readonly before: readonly ListedOrder[];
      /** When the first batch of the order began that was to be undone, epoch ms: what rolls it back is later. */
      readonly beganMs: number;
    };

/** How long the checks and the write may take. A cancelled step has 7 s in all, its report included. */
interface Limits {
  readonly checksMs: number;
  readonly writeMs: number;
  readonly attempts: number;
}

const UNHURRIED: Limits = { checksMs: 60_000, writeMs: 60_000, attempts: 3 };
const CANCELLED: Limits = { checksMs: 3_000, writeMs: 2_000, attempts: 1 };

/** Between two attempts, where the server asks for no pause of its own. */
const USUAL_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 10_000;

/** So long what was read is believed: a write whose turn comes later is not sent, and all is read anew. */
const LOOK_STANDS_MS = 5_000;

/** A write that is under way when the step is cancelled may still be answered for so long. */
const GRACE_MS = 2_000;

/**
 * Aborts an order and has it rolled back, if all that `refusalOf` wants is read and holds. Each attempt reads
 * everything anew and writes right after it; a further one follows only what provably was not carried out,
 * so that at most one write is ever accepted. Rejects only for a bug.
 */
export async function abortAndRollBack(parts: AbortParts): Promise<Aborted> {
  const known = refusalOfCase(parts.asked);
  if (known !== undefined) return { kind: 'not-written', why: known };
  const limits = parts.asked.trigger === 'cancelled' ? CANCELLED : UNHURRIED;
  const abort = new Abort(parts, limits);
  for (let attempt = 1; ; attempt++) {
    const outcome = await abort.attempt();
    if (outcome.kind !== 'again') return outcome;
    if (attempt === limits.attempts) return { kind: 'not-written', why: outcome.why };
    const { hintMs = USUAL_PAUSE_MS } = pauseAfter(outcome.fault).pause ?? {};
    await parts.clock.sleep(Math.min(hintMs, LONGEST_PAUSE_MS), parts.cancel);
  }
}

/** Nothing was written, and another attempt may. */
interface Again {
  readonly kind: 'again';
  readonly why: NotWritten;
  readonly fault: Fault;
}

class Abort {
  readonly #parts: AbortParts;
  readonly #limits: Limits;
  /** Of a cancelled step nothing is cancelled any more. */
  readonly #cancel: AbortSignal;
  #provenUndone: boolean;

  constructor(parts: AbortParts, limits: Limits) {
    this.#parts = parts;
    this.#limits = limits;
    this.#provenUndone = parts.provenUndone;
    this.#cancel = parts.asked.trigger === 'cancelled' ? new AbortController().signal : parts.cancel;
  }

  async attempt(): Promise<Aborted | Again> {
    const { clock, asked } = this.#parts;
    const { checksMs } = this.#limits;
    const read = await within(clock, checksMs, this.#cancel, signal => this.#read(signal));
    if (read.kind === 'aborted') return { kind: 'not-written', why: { kind: 'step-cancelled' } };
    if (read.kind === 'timed-out')
      return { kind: 'not-written', why: { kind: 'no-time', limitMs: checksMs } };
    const why = refusalOf(asked, read.value);
    if (why === undefined) return this.#write(read.value);
    const passes = why.kind === 'unreadable' && !isFinal(why.fault);
    return passes ? { kind: 'again', why, fault: why.fault } : { kind: 'not-written', why };
  }

  /** The list first, which may have many pages, so that the last look comes right before the write. */
  async #read(signal: AbortSignal): Promise<UndoReads> {
    const { client, clock, asked } = this.#parts;
    const { changeOrderId = '', appId = '', trigger, givenById } = asked;
    const turn: Turn = { purpose: 'first-look', unseenSinceMs: 0, askedMs: clock.nowMs() };
    const holds = (orders: readonly ListedOrder[]): boolean =>
      givenById && orders.some(order => order.changeOrderId === changeOrderId);
    const listing = listChangeOrders(client, { appId }, signal, holds, turn);
    if (trigger !== 'cancelled') await listing;
    const [list, order, lastOrderId] = await Promise.all([
      listing,
      describeChangeOrder(client, changeOrderId, signal, turn),
      lastChangeOrderId(client, appId, signal, turn),
    ]);
    return {
      orders: ordersOf(list),
      order: order.kind === 'fault' ? order : { kind: 'answer', value: asItCame(order) },
      lastOrderId,
    };
  }

  async #write({ orders, order }: UndoReads): Promise<Aborted | Again> {
    const { client, asked, writes } = this.#parts;
    const { changeOrderId = '' } = asked;
    writes();
    const stop = this.#writeLimit();
    const answer = await abortAndRollbackChangeOrder(client, changeOrderId, stop.signal, {
      provenUndone: this.#provenUndone,
      startBefore: this.#lookIsOld(stop.signal),
    }).finally(() => {
      stop.abort();
    });
    const fault = answer.kind === 'fault' ? answer.fault : undefined;
    const acceptance = acceptanceOf(fault);
    this.#provenUndone = acceptance === 'refused' || acceptance === 'try-again';
    if (fault !== undefined && acceptance === 'refused') {
      return { kind: 'not-written', why: { kind: 'refused', fault } };
    }
    if (fault !== undefined && acceptance === 'try-again') {
      return { kind: 'again', why: { kind: 'refused', fault }, fault };
    }
    return {
      kind: 'sent',
      accepted: acceptance === 'accepted',
      fault,
      answeredOrderId: answer.kind === 'taken' ? answer.changeOrderId : undefined,
      before: orders.kind === 'answer' ? orders.value : [],
      beganMs: (order.kind === 'answer' ? rolloutStartMs(order.value) : undefined) ?? Infinity,
    };
  }

  /** Aborted when what was read is too old to write by it. */
  #lookIsOld(over: AbortSignal): AbortSignal {
    const old = new AbortController();
    void this.#parts.clock.sleep(LOOK_STANDS_MS, over).then(() => {
      old.abort();
    });
    return old.signal;
  }

  /** Aborted when the write has had its time, or soon after a cancel: it is not cut for that at once. */
  #writeLimit(): AbortController {
    const { clock } = this.#parts;
    const stop = new AbortController();
    const over = (limitMs: number): void => {
      void clock.sleep(limitMs, stop.signal).then(() => {
        stop.abort();
      });
    };
    const cancelled = (): void => {
      over(GRACE_MS);
    };
    over(this.#limits.writeMs);
    if (this.#cancel.aborted) cancelled();
    else this.#cancel.addEventListener('abort', cancelled, { once: true, signal: stop.signal });
    return stop;
  }
}

/**
 * The order with its application as it came, so that one which is no id at all is not taken for one that is not
 * told; and undated where one of its batches tells a start that cannot be true.
 */
function asItCame({ order, rawAppId, oddStart }: Extract<OrderAnswer, { kind: 'order' }>): ChangeOrder {
  const batches =
    oddStart === undefined ? order.batches : order.batches.map(batch => ({ ...batch, startMs: undefined }));
  return { ...order, appId: rawAppId, batches };
}

function ordersOf(list: ListAnswer): Asked<readonly ListedOrder[]> {
  return list.kind === 'fault' ? list : { kind: 'answer', value: list.orders };
}
