import type { Clock } from '../polling/clock.ts';
import type { Decision, PollBounds } from '../polling/poll.ts';
import { backoffMs, poll } from '../polling/poll.ts';
import type { PollTurns } from '../polling/turns.ts';
import type { ListedOrder } from '../rollout/change-order.ts';
import type { Fault, FaultReason } from '../rollout/fault.ts';
import { faultAnswer, isDoubtful, isFinal, pauseAfter } from '../rollout/fault.ts';
import { DOUBT_STANDS_MS, refusalStands } from '../rollout/judge.ts';
import { malformedAnswer } from '../http/envelope.ts';
import type { ApiCaller } from '../sae/client.ts';
import type { ListAnswer, ListQuery } from '../sae/order-list.ts';
import { listChangeOrders } from '../sae/order-list.ts';
import { cleanText } from '../text/clean.ts';
import type { Choice, OrderCriteria, Refusal } from './choose-order.ts';
import { chooseOrders } from './choose-order.ts';
import type { BoundSource } from './run-start.ts';

/** All that the polls of the list have shown so far. Times by the monotonic clock. */
export interface SearchProgress {
  readonly last: ListAnswer | undefined;
  readonly unreadableSinceMs: number | undefined;
  /** A refusal that may pass, and is believed when it stands. */
  readonly doubt: ListDoubt | undefined;
  readonly quietPolls: number;
}

interface ListDoubt {
  readonly reason: FaultReason;
  readonly sinceMs: number;
  readonly lastMs: number;
  readonly polls: number;
}

export const NOTHING_SEARCHED: SearchProgress = {
  last: undefined,
  unreadableSinceMs: undefined,
  doubt: undefined,
  quietPolls: 0,
};

const ANSWERS: readonly FaultReason[] = ['throttled', 'contradictory'];

/**
 * What is known of a search after one more look at the list, at `nowMs` by the monotonic clock. Throttling
 * is no outage, nor is an answer that contradicts itself. Pure.
 */
export function foldList(before: SearchProgress, look: ListAnswer, nowMs: number): SearchProgress {
  const isAnswer = look.kind === 'fault' && ANSWERS.includes(look.fault.reason);
  const unreadable = look.kind === 'fault' && !isAnswer;
  return {
    last: look,
    unreadableSinceMs: unreadable ? (before.unreadableSinceMs ?? nowMs) : undefined,
    doubt: doubtAfter(before.doubt, look, nowMs),
    quietPolls: before.quietPolls + 1,
  };
}

function doubtAfter(before: ListDoubt | undefined, look: ListAnswer, nowMs: number): ListDoubt | undefined {
  if (look.kind === 'orders') return undefined;
  if (!isDoubtful(look.fault)) return before;
  const { reason } = look.fault;
  const again = before?.reason === reason ? before : { sinceMs: nowMs, polls: 0 };
  return { reason, sinceMs: again.sinceMs, lastMs: nowMs, polls: again.polls + 1 };
}

export type SearchEnding =
  | { readonly kind: 'found'; readonly choice: Choice }
  | { readonly kind: 'none'; readonly choice: Choice }
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'unreadable'; readonly fault: Fault };

/** How long to search, by the monotonic clock, and for how long the list may be unreadable. */
export interface SearchLimits {
  /** Until when to look again while nothing qualifies; `-Infinity`: one list that can be read is enough. */
  readonly searchUntilMs: number;
  /** While the list cannot be read the search continues until here: what was not read was not searched. */
  readonly deadlineMs: number;
  readonly outageToleranceMs: number;
}

/** When the search ends as things stand. Pure. */
export function searchEndMs({ last }: SearchProgress, { searchUntilMs, deadlineMs }: SearchLimits): number {
  return last?.kind === 'orders' ? Math.min(searchUntilMs, deadlineMs) : deadlineMs;
}

/**
 * Stands for the poll that was cut at the deadline before any other had ended. Calls may be scarce, and a
 * list long: that nobody answered would be too much to say.
 */
const UNFINISHED = faultAnswer('ListChangeOrders', 'no-answer', { detail: { kind: 'list-unfinished' } });

/**
 * Whether the search is over: an order qualifies, nobody may ask, the list was unreadable or contradicted
 * itself for too long, or the time is up. An unreadable list is never taken for an empty one.
 * `undefined`: poll again. Pure.
 */
export function decideSearch(
  progress: SearchProgress,
  nowMs: number,
  limits: SearchLimits,
  criteria: OrderCriteria,
): SearchEnding | undefined {
  const { last, unreadableSinceMs, doubt } = progress;
  const over = nowMs >= searchEndMs(progress, limits);
  if (last === undefined) return over ? { kind: 'unreadable', fault: UNFINISHED.fault } : undefined;
  if (last.kind === 'fault') {
    const stands = isDoubtful(last.fault) && doubt !== undefined && refusalStands(doubt);
    if (isFinal(last.fault) || stands) return { kind: 'refused', fault: last.fault };
    const tooLong = unreadableSinceMs !== undefined && nowMs - unreadableSinceMs >= limits.outageToleranceMs;
    return tooLong || over ? { kind: 'unreadable', fault: last.fault } : undefined;
  }
  const choice = chooseOrders(last.orders, criteria);
  if (choice.qualifying.length > 0) return { kind: 'found', choice };
  return over ? { kind: 'none', choice } : undefined;
}

/** What happens while orders are looked for that a person should be able to see, as data. */
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
  /** A newer order that is not this run's; the verdict does not hang on it. */
  | { readonly kind: 'newer-order'; readonly refusal: Refusal };

/** What a search needs of the wait that it is part of. Times by the monotonic clock. */
export interface SearchWait {
  readonly client: ApiCaller;
  readonly clock: Clock;
  /** Returns 0 ≤ chance < 1. */
  readonly chance: () => number;
  /** Aborted when the wait is to be given up. */
  readonly cancel: AbortSignal;
  readonly settings: { readonly bounds: PollBounds; readonly outageToleranceMs: number };
  /** A wait for a person may move it. */
  readonly deadlineMs: number;
  /** How long the last poll may take of what begins now. */
  readonly lastPollLimitMs: number;
  readonly turns: Pick<PollTurns, 'next' | 'seen'>;
  note(note: DiscoveryNote): void;
}

/** What to look for, and for how long. */
export interface OrderSearch {
  readonly query: ListQuery;
  readonly criteria: OrderCriteria;
  readonly limits: SearchLimits;
  /**
   * Orders that the list has shown before as this run's own: one that lacks them is not the whole list, and
   * one that says otherwise of them contradicts itself.
   */
  readonly known: readonly string[];
  /** Called with what each list holds. */
  readonly listed: (orders: readonly ListedOrder[]) => void;
}

/**
 * Looks at the application's list until an order qualifies, the time is up, or nobody may ask.
 * `cancelled` when the step is.
 */
export async function searchOrders(
  wait: SearchWait,
  { query, criteria, limits, known, listed }: OrderSearch,
): Promise<SearchEnding | { readonly kind: 'cancelled' }> {
  const { settings, clock, chance, cancel } = wait;
  const ending = await poll<ListAnswer, SearchProgress, SearchEnding>(
    {
      clock,
      chance,
      bounds: settings.bounds,
      deadlineMs: state => searchEndMs(state, limits),
      lastPollLimitMs: wait.lastPollLimitMs,
      signal: cancel,
      observe: async signal => {
        const look = await listChangeOrders(wait.client, query, signal, undefined, wait.turns.next());
        return wholeList(look, known, criteria);
      },
      fold: foldList,
      decide: (state, nowMs) => nextSearchStep(state, nowMs, limits, criteria, settings.bounds),
      observed: ({ last }, before) => {
        wait.turns.seen();
        if (last?.kind === 'orders') listed(last.orders);
        if (last?.kind === 'fault' && before.last?.kind !== 'fault') {
          wait.note({ kind: 'search-trouble', fault: last.fault });
        }
      },
    },
    NOTHING_SEARCHED,
  );
  return ending ?? { kind: 'cancelled' };
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
  const { last, quietPolls, unreadableSinceMs, doubt } = progress;
  const outageEndsMs = unreadableSinceMs === undefined ? [] : [unreadableSinceMs + limits.outageToleranceMs];
  const doubtStandsMs = doubt === undefined ? [] : [doubt.sinceMs + DOUBT_STANDS_MS];
  return {
    kind: 'wait',
    plannedMs: backoffMs(quietPolls, bounds),
    aimsMs: [limits.searchUntilMs, ...outageEndsMs, ...doubtStandsMs],
    ...pauseAfter(last?.kind === 'fault' ? last.fault : undefined),
  };
}

function wholeList(look: ListAnswer, known: readonly string[], criteria: OrderCriteria): ListAnswer {
  if (look.kind === 'fault') return look;
  const ids = new Set(look.orders.map(({ changeOrderId }) => changeOrderId));
  const lost = known.find(id => !ids.has(id));
  if (lost !== undefined) return malformedList('list-lost', lost);
  const own = new Set(chooseOrders(look.orders, criteria).qualifying.map(order => order.changeOrderId));
  const other = known.find(id => !own.has(id));
  return other === undefined ? look : malformedList('list-contradicts', other);
}

function malformedList(kind: 'list-lost' | 'list-contradicts', id: string): ListAnswer {
  return malformedAnswer('ListChangeOrders', { kind, changeOrderId: cleanText(id, 100) });
}
