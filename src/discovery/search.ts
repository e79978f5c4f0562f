import type { ListedOrder } from '../rollout/change-order.ts';
import type { Fault } from '../rollout/fault.ts';
import { malformedAnswer } from '../http/envelope.ts';
import type { ListQuery } from '../sae/order-list.ts';
import { listChangeOrders } from '../sae/order-list.ts';
import { cleanText } from '../text/clean.ts';
import type { Choice, OrderCriteria, Refusal } from './choose-order.ts';
import { chooseOrders } from './choose-order.ts';
import type { FailedListPoll, ListPolls, ListPollWait, SearchLimits, SearchTrouble } from './list-polls.ts';
import { pollList, searchEndMs, troubleOf } from './list-polls.ts';
import type { BoundSource } from './run-start.ts';

/** An application's orders, as one poll of the list showed them. */
export interface ListedOrders {
  readonly kind: 'orders';
  readonly orders: readonly ListedOrder[];
}

/** What one poll of an application's list showed. */
export type ListObservation = ListedOrders | FailedListPoll;

/** All that the polls of the list have shown so far. Times by the monotonic clock. */
export type SearchProgress = ListPolls<ListedOrders>;

export type SearchEnding =
  | { readonly kind: 'found'; readonly choice: Choice }
  | { readonly kind: 'none'; readonly choice: Choice }
  | SearchTrouble;

/**
 * Whether the search has ended: an order qualifies, the call is refused, the list was unreadable or
 * contradicted itself for too long, or the time is up. An unreadable list never counts as empty. `undefined`:
 * poll again. Pure.
 */
export function decideSearch(
  progress: SearchProgress,
  nowMs: number,
  limits: SearchLimits,
  criteria: OrderCriteria,
): SearchEnding | undefined {
  const { last } = progress;
  if (last?.kind !== 'orders') return troubleOf(progress, nowMs, limits, 'ListChangeOrders');
  const choice = chooseOrders(last.orders, criteria);
  if (choice.qualifying.length > 0) return { kind: 'found', choice };
  return nowMs >= searchEndMs(progress, limits) ? { kind: 'none', choice } : undefined;
}

/** Events of the search that a person should see, as data. */
export type DiscoveryNote =
  | { readonly kind: 'search-trouble'; readonly fault: Fault }
  | { readonly kind: 'older-running'; readonly order: ListedOrder }
  | { readonly kind: 'first-attempt'; readonly createdMs: number }
  | {
      readonly kind: 'chosen';
      readonly order: ListedOrder;
      readonly of: number;
      readonly source: BoundSource;
    }
  | { readonly kind: 'stale'; readonly changeOrderId: string; readonly startMs: number }
  /** A newer order that does not belong to this run; the verdict does not depend on it. */
  | { readonly kind: 'newer-order'; readonly refusal: Refusal };

/** What a search for orders needs of its wait. */
export interface SearchWait extends ListPollWait {
  note(note: DiscoveryNote): void;
}

/** What to search for, and how long. */
export interface OrderSearch {
  readonly query: ListQuery;
  readonly criteria: OrderCriteria;
  readonly limits: SearchLimits;
  /**
   * Orders of this run that the list has shown before: a list without them is not complete, and one that
   * differs about them contradicts itself.
   */
  readonly known: readonly string[];
  /** Called with the content of each list. */
  readonly listed: (orders: readonly ListedOrder[]) => void;
}

/**
 * Polls the application's list until an order qualifies, the time is up, or the call is refused. `cancelled`
 * if the step is.
 */
export async function searchOrders(
  wait: SearchWait,
  { query, criteria, limits, known, listed }: OrderSearch,
): Promise<SearchEnding | { readonly kind: 'cancelled' }> {
  const ending = await pollList<ListedOrders, SearchEnding>(wait, {
    limits,
    observe: async signal => wholeList(await listOf(wait, query, signal), known, criteria),
    decide: (polls, nowMs) => decideSearch(polls, nowMs, limits, criteria),
    listed: ({ orders }) => {
      listed(orders);
    },
    troubled: fault => {
      wait.note({ kind: 'search-trouble', fault });
    },
  });
  return ending ?? { kind: 'cancelled' };
}

function listOf(wait: SearchWait, query: ListQuery, signal: AbortSignal): Promise<ListObservation> {
  return listChangeOrders(wait.client, query, signal, undefined, wait.turns.next());
}

function wholeList(
  poll: ListObservation,
  known: readonly string[],
  criteria: OrderCriteria,
): ListObservation {
  if (poll.kind === 'fault') return poll;
  const ids = new Set(poll.orders.map(({ changeOrderId }) => changeOrderId));
  const lost = known.find(id => !ids.has(id));
  if (lost !== undefined)
    return malformedAnswer('ListChangeOrders', { kind: 'list-lost', changeOrderId: cleanText(lost, 100) });
  const own = new Set(chooseOrders(poll.orders, criteria).qualifying.map(order => order.changeOrderId));
  const other = known.find(id => !own.has(id));
  if (other === undefined) return poll;
  return malformedAnswer('ListChangeOrders', {
    kind: 'list-contradicts',
    changeOrderId: cleanText(other, 100),
  });
}
