import type { OrderCriteria } from '../discovery/choose-order.ts';
import type { ListLook, SearchEnding, SearchLimits, SearchProgress } from '../discovery/search.ts';
import { decideSearch, foldList, NOTHING_SEARCHED } from '../discovery/search.ts';
import { poll } from '../polling/poll.ts';
import type { ListQuery } from '../sae/list-change-orders.ts';
import { listChangeOrders } from '../sae/list-change-orders.ts';
import type { Step } from './step.ts';
import { pauseAfter } from './watch-order.ts';

/**
 * Looks at the application's list until an order qualifies, the time is up, or nobody may ask.
 * `cancelled` when the step is.
 */
export async function searchOrders(
  step: Step,
  query: ListQuery,
  criteria: OrderCriteria,
  limits: SearchLimits,
): Promise<SearchEnding | { readonly kind: 'cancelled' }> {
  const { settings, clock, chance, cancel } = step;
  const polled = await poll<ListLook, SearchProgress, SearchEnding>(
    {
      clock,
      chance,
      bounds: settings.bounds,
      deadlineMs: () => limits.deadlineMs,
      lastLookLimitMs: settings.requestTimeoutMs,
      signal: cancel,
      look: signal => listChangeOrders(step.client, query, signal),
      fold: foldList,
      decide: (state, nowMs) => {
        const ending = decideSearch(state, nowMs, limits, criteria);
        if (ending !== undefined) return { kind: 'ended', ending };
        const { last, quietLooks, unreadableSinceMs } = state;
        const aimsMs = unreadableSinceMs === undefined ? [] : [unreadableSinceMs + limits.outageToleranceMs];
        return {
          kind: 'wait',
          quietLooks,
          aimsMs,
          ...pauseAfter(last?.kind === 'fault' ? last.fault : undefined),
        };
      },
      looked: ({ last }, before) => {
        if (last?.kind === 'fault' && before.last?.kind !== 'fault') {
          step.note({ kind: 'search-trouble', fault: last.fault });
        }
      },
    },
    NOTHING_SEARCHED,
  );
  return polled.kind === 'ended' ? polled.ending : { kind: 'cancelled' };
}
