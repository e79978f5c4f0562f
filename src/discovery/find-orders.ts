import type { ListedOrder } from '../rollout/change-order.ts';
import type { Fault } from '../rollout/fault.ts';
import { hasEnded } from '../rollout/statuses.ts';
import type { Choice, OrderCriteria, Refusal } from './choose-order.ts';
import { chooseOrders } from './choose-order.ts';
import type { CreatedAfter, CreationBound } from './run-start.ts';
import type { SearchLimits } from './list-polls.ts';
import type { SearchEnding, SearchWait } from './search.ts';
import { searchOrders } from './search.ts';

/** An order to find among those of an application. */
export interface FindTarget {
  readonly kind: 'find';
  readonly appId: string;
  /** `undefined` allows every type. */
  readonly coTypes: readonly string[] | undefined;
  readonly descriptionContains: string | undefined;
  readonly createdAfter: CreatedAfter;
  readonly discoveryTimeoutMs: number;
}

/** Why a search found no orders: the wait ends with it. */
export type SearchFailure =
  /** No order can belong to this run; the newest of the others, and why not. */
  | { readonly kind: 'none-found'; readonly newest: Refusal | undefined; readonly bound: CreationBound }
  /** The list could not be read; `succeeded`: in the last poll before green. */
  | { readonly kind: 'list-unreadable'; readonly fault: Fault; readonly succeeded: boolean }
  | { readonly kind: 'cancelled' };

/** The result of a search: orders that can belong to this run, newest first, or why there are none. */
export type Finding = { readonly kind: 'orders'; readonly orders: readonly ListedOrder[] } | SearchFailure;

type SearchResult = Awaited<ReturnType<typeof searchOrders>>;

/** How one search differs from a single poll of the whole list, as long as it takes to read it. */
interface SearchParts extends Partial<SearchLimits> {
  readonly key?: string | undefined;
  readonly known?: readonly string[];
  readonly listed?: (orders: readonly ListedOrder[]) => void;
}

/** Finds the orders of an application that can belong to this run, and reports those that it skips. */
export class OrderFinder {
  readonly #wait: SearchWait;
  readonly #target: FindTarget;
  readonly #bound: CreationBound;
  readonly #searchUntilMs: number;
  /** Orders whose first batch began too early, and when it began, epoch ms. */
  readonly #begun = new Map<string, number>();
  readonly #reported = new Set<string>();
  #notBeforeMs: number;
  #createdAfterMs: number;
  /** When the newest followed order was created, epoch ms. */
  #newestMs = -Infinity;

  constructor(wait: SearchWait, target: FindTarget, bound: CreationBound) {
    this.#wait = wait;
    this.#target = target;
    this.#bound = bound;
    this.#searchUntilMs = Math.min(wait.clock.nowMs() + target.discoveryTimeoutMs, wait.deadlineMs);
    this.#notBeforeMs = bound.createdAfterMs;
    this.#createdAfterMs = bound.createdAfterMs;
  }

  /** The time (epoch ms) before which the first batch of the found orders may not have begun. */
  get notBeforeMs(): number {
    return this.#notBeforeMs;
  }

  /** Excludes this order: it began before this run, or before this attempt of it. */
  refuseAsStale(changeOrderId: string, startMs: number): void {
    this.#begun.set(changeOrderId, startMs);
    this.#reported.add(changeOrderId);
    this.#wait.note({ kind: 'stale', changeOrderId, startMs });
  }

  /** Polls until an order qualifies, at most for `discoveryTimeout` of a readable list. */
  async find(): Promise<Finding> {
    const { descriptionContains } = this.#target;
    const narrowed = await this.#search({
      key: descriptionContains,
      searchUntilMs: this.#wait.clock.nowMs() < this.#searchUntilMs ? this.#searchUntilMs : -Infinity,
      listed: orders => {
        this.#reportOlderRunning(orders);
      },
    });
    const search = narrowed.kind === 'none' ? await this.#widened(narrowed) : narrowed;
    if (search.kind === 'none') return this.#findOfFirstAttempt(search.choice);
    if (search.kind !== 'found') return failureOf(search, false);
    return this.#chosen(search.choice.qualifying, this.#bound);
  }

  /**
   * Reads the list once more: the orders that qualify now, and those that would but for a missing or
   * impossible time of creation: nothing proves that they do not belong to this run. Required before any
   * green. Always the whole list: the API does not specify how to spell a type to narrow by, nor that a
   * narrowed list is complete (its pages disagree on the names of types), so a narrowed list without further
   * orders would prove nothing.
   */
  async confirm(succeeded: readonly string[]): Promise<Finding> {
    const search = await this.#search({ known: succeeded });
    if (search.kind !== 'found' && search.kind !== 'none') return failureOf(search, true);
    const { qualifying, refused } = search.choice;
    this.#keepNewest(qualifying);
    this.#reportNewer(search.choice);
    const undated = refused.flatMap(({ order, reason }) => (reason === 'no-time' ? [order] : []));
    return { kind: 'orders', orders: [...qualifying, ...undated] };
  }

  /**
   * The list may have been narrowed by its description, and fuzzily: one immediate poll of the whole list, if
   * possible, shows what else there is.
   */
  async #widened(narrowed: SearchEnding): Promise<SearchResult> {
    if (this.#target.descriptionContains === undefined) return narrowed;
    const whole = await this.#search({ deadlineMs: this.#wait.clock.nowMs() });
    return whole.kind === 'refused' || whole.kind === 'unreadable' ? narrowed : whole;
  }

  /** On a re-run the order may be from an earlier attempt: then the newest since the run was created. */
  #findOfFirstAttempt({ refused }: Choice): Finding {
    const { firstAttemptMs } = this.#bound;
    if (firstAttemptMs !== undefined) {
      const orders = refused.map(({ order }) => order);
      // What is too early for this attempt may be right for the run.
      const criteria = { ...this.#criteria(firstAttemptMs), createdAfterMs: firstAttemptMs };
      const [newest] = chooseOrders(orders, criteria).qualifying;
      if (newest !== undefined) {
        this.#wait.note({ kind: 'first-attempt', createdMs: firstAttemptMs });
        this.#notBeforeMs = firstAttemptMs;
        // Further orders count only if they are newer.
        this.#createdAfterMs = newest.createdMs ?? firstAttemptMs;
        return this.#chosen([newest], { source: 'first-attempt' });
      }
    }
    return { kind: 'none-found', newest: refused[0], bound: this.#bound };
  }

  async #search({
    key,
    known = [],
    listed = () => undefined,
    ...limits
  }: SearchParts): Promise<SearchResult> {
    return searchOrders(this.#wait, {
      query: { appId: this.#target.appId, key },
      criteria: this.#criteria(),
      limits: {
        searchUntilMs: -Infinity,
        deadlineMs: this.#wait.deadlineMs,
        outageToleranceMs: this.#wait.settings.outageToleranceMs,
        ...limits,
      },
      known,
      listed,
    });
  }

  #criteria(notBeforeMs = this.#notBeforeMs): OrderCriteria {
    const { appId, coTypes, descriptionContains } = this.#target;
    const early = [...this.#begun].filter(([, startMs]) => startMs < notBeforeMs);
    const stale = new Set(early.map(([id]) => id));
    return { appId, coTypes, descriptionContains, createdAfterMs: this.#createdAfterMs, stale };
  }

  #chosen(orders: readonly ListedOrder[], { source }: Pick<CreationBound, 'source'>): Finding {
    const [order] = orders;
    if (order !== undefined) this.#wait.note({ kind: 'chosen', order, of: orders.length, source });
    this.#keepNewest(orders);
    return { kind: 'orders', orders };
  }

  #keepNewest(orders: readonly ListedOrder[]): void {
    this.#newestMs = Math.max(this.#newestMs, orders[0]?.createdMs ?? -Infinity);
  }

  #reportOlderRunning(orders: readonly ListedOrder[]): void {
    for (const { order, reason } of chooseOrders(orders, this.#criteria()).refused) {
      if (reason !== 'too-old' || !isRunning(order) || this.#reported.has(order.changeOrderId)) continue;
      this.#reported.add(order.changeOrderId);
      this.#wait.note({ kind: 'older-running', order });
    }
  }

  /** Reports orders since the followed one that do not belong to this run: they change what runs now. */
  #reportNewer({ refused }: Choice): void {
    for (const refusal of refused) {
      const { changeOrderId, createdMs = -Infinity } = refusal.order;
      if (createdMs < this.#newestMs || this.#reported.has(changeOrderId)) continue;
      this.#reported.add(changeOrderId);
      this.#wait.note({ kind: 'newer-order', refusal });
    }
  }
}

function isRunning({ status }: ListedOrder): boolean {
  return status !== undefined && !hasEnded(status);
}

function failureOf(
  search: Exclude<SearchResult, { kind: 'found' | 'none' }>,
  succeeded: boolean,
): SearchFailure {
  return search.kind === 'cancelled' ? search : { kind: 'list-unreadable', fault: search.fault, succeeded };
}
