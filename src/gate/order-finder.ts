import type { Choice, OrderCriteria, Refusal } from '../discovery/choose-order.ts';
import type { ListedOrder } from '../discovery/listed-order.ts';
import type { CreationBound } from '../discovery/run-start.ts';
import type { SearchEnding, SearchLimits } from '../discovery/search.ts';
import type { FindTarget } from '../inputs/target-input.ts';
import { failedStatusName, statusName } from '../rollout/status.ts';
import type { Subject, WaitEnding } from './outcome.ts';
import { unseen } from './outcome.ts';
import { searchOrders } from './search-orders.ts';
import type { Step } from './step.ts';

/** What a search brought: orders that can be this run's own, newest first, or the end of the step. */
export type Finding =
  | { readonly kind: 'orders'; readonly orders: readonly ListedOrder[] }
  | { readonly kind: 'ended'; readonly ending: WaitEnding };

/** Finds the orders of an application that can be this run's own, and tells what it passes over. */
export class OrderFinder {
  readonly #step: Step;
  readonly #target: FindTarget;
  readonly #bound: CreationBound;
  readonly #subject: Subject;
  readonly #searchUntilMs: number;
  /** Orders whose first batch turned out to have begun before this run. */
  readonly #stale = new Set<string>();
  readonly #told = new Set<string>();
  #notBeforeMs: number;
  #createdAfterMs: number;

  constructor(step: Step, target: FindTarget, bound: CreationBound) {
    this.#step = step;
    this.#target = target;
    this.#bound = bound;
    this.#subject = { changeOrderId: undefined, appId: target.appId, regionId: step.settings.regionId };
    this.#searchUntilMs = Math.min(step.clock.nowMs() + target.discoveryTimeoutMs, step.deadlineMs);
    this.#notBeforeMs = bound.createdAfterMs;
    this.#createdAfterMs = bound.createdAfterMs;
  }

  /** The time (epoch ms) before which the first batch of the orders found may not have begun. */
  get notBeforeMs(): number {
    return this.#notBeforeMs;
  }

  /** Never finds this order again: it began before this run. */
  refuseAsStale(changeOrderId: string, startMs: number): void {
    this.#stale.add(changeOrderId);
    this.#step.note({ kind: 'stale', changeOrderId, startMs });
  }

  /** Looks until an order qualifies, at most for `discoveryTimeout`. */
  async find(): Promise<Finding> {
    const search = await this.#search({ untilFound: true, deadlineMs: this.#searchUntilMs });
    if (search.kind === 'none') return this.#findOfFirstAttempt(search.choice);
    if (search.kind !== 'found') return this.#ended(search, false);
    this.#tellOlderRunning(search.choice);
    this.#tellChosen(search.choice.qualifying);
    return { kind: 'orders', orders: search.choice.qualifying };
  }

  /** Looks at the list once more: the orders that qualify by now. To be asked before any green. */
  async confirm(): Promise<Finding> {
    const search = await this.#search({ untilFound: false, deadlineMs: this.#step.deadlineMs });
    if (search.kind !== 'found' && search.kind !== 'none') return this.#ended(search, true);
    this.#tellNewer(search.choice);
    return { kind: 'orders', orders: search.choice.qualifying };
  }

  /** On a re-run the order may be an earlier attempt's: then the newest since the run was created. */
  async #findOfFirstAttempt(ofThisAttempt: Choice): Promise<Finding> {
    const { firstAttemptMs } = this.#bound;
    const none: Finding = { kind: 'ended', ending: await this.#noneFound(ofThisAttempt) };
    if (firstAttemptMs === undefined || this.#createdAfterMs === firstAttemptMs) return none;
    this.#createdAfterMs = firstAttemptMs;
    const search = await this.#search({ untilFound: false, deadlineMs: this.#step.deadlineMs });
    if (search.kind !== 'found') return search.kind === 'none' ? none : this.#ended(search, false);
    const [newest] = search.choice.qualifying;
    if (newest === undefined) return none;
    this.#step.note({ kind: 'first-attempt', createdMs: firstAttemptMs });
    this.#notBeforeMs = firstAttemptMs;
    // Further orders count only where they are newer still.
    this.#createdAfterMs = newest.createdMs ?? firstAttemptMs;
    this.#tellChosen([newest]);
    return { kind: 'orders', orders: [newest] };
  }

  async #noneFound({ refused }: Choice): Promise<WaitEnding> {
    // The list may have been narrowed by its description: the newest order at all says more.
    const all =
      this.#target.descriptionContains === undefined
        ? refused
        : await this.#search({ untilFound: false, deadlineMs: this.#step.deadlineMs }).then(search =>
            search.kind === 'none' ? search.choice.refused : refused,
          );
    const newest: Refusal | undefined = all[0];
    return unseen(
      'not-found',
      { kind: 'none-found', newest, createdAfterMs: this.#bound.createdAfterMs },
      this.#subject,
    );
  }

  async #search(
    how: Pick<SearchLimits, 'untilFound' | 'deadlineMs'>,
  ): Promise<SearchEnding | { readonly kind: 'cancelled' }> {
    const { appId, descriptionContains } = this.#target;
    // Who looks only once wants to see the orders of others too.
    const query = { appId, key: how.untilFound ? descriptionContains : undefined };
    const limits = { ...how, outageToleranceMs: this.#step.settings.outageToleranceMs };
    return searchOrders(this.#step, query, this.#criteria(), limits);
  }

  #criteria(): OrderCriteria {
    const { appId, coTypes, descriptionContains } = this.#target;
    return { appId, coTypes, descriptionContains, createdAfterMs: this.#createdAfterMs, stale: this.#stale };
  }

  #ended(
    search: Exclude<SearchEnding, { kind: 'found' | 'none' }> | { readonly kind: 'cancelled' },
    succeeded: boolean,
  ): Finding {
    const ending =
      search.kind === 'cancelled'
        ? unseen('cancelled', { kind: 'cancelled', signal: String(this.#step.cancel.reason) }, this.#subject)
        : unseen('unreadable', { kind: 'list-unreadable', fault: search.fault, succeeded }, this.#subject);
    return { kind: 'ended', ending };
  }

  #tellChosen(orders: readonly ListedOrder[]): void {
    const [order] = orders;
    if (order === undefined) return;
    this.#step.note({ kind: 'chosen', order, of: orders.length, bound: this.#bound });
  }

  #tellOlderRunning({ refused }: Choice): void {
    for (const { order, reason } of refused) {
      if (reason !== 'too-old' || !isRunning(order) || this.#told.has(order.changeOrderId)) continue;
      this.#told.add(order.changeOrderId);
      this.#step.note({ kind: 'older-running', order });
    }
  }

  /** Tells of orders since the run began that are not this run's: they change what runs now. */
  #tellNewer({ refused }: Choice): void {
    for (const refusal of refused) {
      const { changeOrderId, createdMs } = refusal.order;
      const isNewer = createdMs !== undefined && createdMs >= this.#createdAfterMs;
      if (!isNewer || this.#told.has(changeOrderId)) continue;
      this.#told.add(changeOrderId);
      this.#step.note({ kind: 'newer-order', refusal });
    }
  }
}

function isRunning({ status }: ListedOrder): boolean {
  return status !== undefined && statusName(status) !== 'succeeded' && failedStatusName(status) === undefined;
}
