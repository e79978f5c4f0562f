import type { OrderCriteria } from '../discovery/choose-order.ts';
import { chooseOrders } from '../discovery/choose-order.ts';
import type { ListedOrder } from '../discovery/listed-order.ts';
import type { ListLook, SearchEnding, SearchLimits, SearchProgress } from '../discovery/search.ts';
import { decideSearch, foldList, NOTHING_SEARCHED, searchEndMs } from '../discovery/search.ts';
import { backoffMs } from '../polling/backoff.ts';
import type { PollBounds } from '../polling/next-look.ts';
import type { Decision } from '../polling/poll.ts';
import { poll } from '../polling/poll.ts';
import { DOUBT_STANDS_MS } from '../rollout/decide.ts';
import type { ListQuery } from '../sae/list-change-orders.ts';
import { listChangeOrders } from '../sae/list-change-orders.ts';
import { malformedAnswer } from '../sae/malformed-answer.ts';
import { cleanText } from '../text/clean-text.ts';
import { pauseAfter } from './next-step.ts';
import type { Wait } from './wait.ts';

/** What to look for, and for how long. */
export interface OrderSearch {
  readonly query: ListQuery;
  readonly criteria: OrderCriteria;
  readonly limits: SearchLimits;
  /**
   * Orders that the list has shown before as this run's own: one that lacks them is not the whole list, and
   * one that tells otherwise of them contradicts itself.
   */
  readonly known: readonly string[];
  /** Told what each list holds. */
  readonly listed: (orders: readonly ListedOrder[]) => void;
}

/**
 * Looks at the application's list until an order qualifies, the time is up, or nobody may ask.
 * `cancelled` when the step is.
 */
export async function searchOrders(
  wait: Wait,
  { query, criteria, limits, known, listed }: OrderSearch,
): Promise<SearchEnding | { readonly kind: 'cancelled' }> {
  const { settings, clock, chance, cancel } = wait;
  const polled = await poll<ListLook, SearchProgress, SearchEnding>(
    {
      clock,
      chance,
      bounds: settings.bounds,
      deadlineMs: state => searchEndMs(state, limits),
      lastLookLimitMs: wait.lastLookLimitMs,
      signal: cancel,
      look: async signal => wholeList(await listOf(wait, query, signal), known, criteria),
      fold: foldList,
      decide: (state, nowMs) => nextSearchStep(state, nowMs, limits, criteria, settings.bounds),
      looked: ({ last }, before) => {
        wait.turns.seen();
        if (last?.kind === 'orders') listed(last.orders);
        if (last?.kind === 'fault' && before.last?.kind !== 'fault') {
          wait.note({ kind: 'search-trouble', fault: last.fault });
        }
      },
    },
    NOTHING_SEARCHED,
  );
  return polled.kind === 'ended' ? polled.ending : { kind: 'cancelled' };
}

function listOf(wait: Wait, query: ListQuery, signal: AbortSignal): Promise<ListLook> {
  return listChangeOrders(wait.client, query, signal, undefined, wait.turns.next());
}

/** What follows from the lists so far: the end of the search, or when to look again. Pure. */
function nextSearchStep(
  progress: SearchProgress,
  nowMs: number,
  limits: SearchLimits,
  criteria: OrderCriteria,
  bounds: PollBounds,
): Decision<SearchEnding> {
  const ending = decideSearch(progress, nowMs, limits, criteria);
  if (ending !== undefined) return { kind: 'ended', ending };
  const { last, quietLooks, unreadableSinceMs, doubt } = progress;
  const outageEndsMs = unreadableSinceMs === undefined ? [] : [unreadableSinceMs + limits.outageToleranceMs];
  const doubtStandsMs = doubt === undefined ? [] : [doubt.sinceMs + DOUBT_STANDS_MS];
  return {
    kind: 'wait',
    plannedMs: backoffMs(quietLooks, bounds),
    aimsMs: [limits.searchUntilMs, ...outageEndsMs, ...doubtStandsMs],
    ...pauseAfter(last?.kind === 'fault' ? last.fault : undefined),
  };
}

function wholeList(look: ListLook, known: readonly string[], criteria: OrderCriteria): ListLook {
  if (look.kind === 'fault') return look;
  const ids = new Set(look.orders.map(({ changeOrderId }) => changeOrderId));
  const lost = known.find(id => !ids.has(id));
  if (lost !== undefined)
    return malformedAnswer('ListChangeOrders', { kind: 'list-lost', changeOrderId: cleanText(lost, 100) });
  const own = new Set(chooseOrders(look.orders, criteria).qualifying.map(order => order.changeOrderId));
  const other = known.find(id => !own.has(id));
  if (other === undefined) return look;
  return malformedAnswer('ListChangeOrders', {
    kind: 'list-contradicts',
    changeOrderId: cleanText(other, 100),
  });
}
