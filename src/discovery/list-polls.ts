import type { Clock } from '../polling/clock.ts';
import type { PollBounds } from '../polling/poll.ts';
import { backoffMs, poll } from '../polling/poll.ts';
import type { PollTurns } from '../polling/call-priority.ts';
import type { Fault, FaultReason } from '../rollout/fault.ts';
import { isDoubtful, isFinal, pauseAfter } from '../rollout/fault.ts';
import { DOUBT_STANDS_MS, refusalStands } from '../rollout/judge.ts';
import type { ApiCaller } from '../sae/client.ts';

/** A poll of a list that failed. */
export interface FailedListPoll {
  readonly kind: 'fault';
  readonly fault: Fault;
}

/** What a poll of a list may show. */
export type Readable = { readonly kind: 'orders' } | { readonly kind: 'applications' };

/** All that the polls of a list have shown so far. Times by the monotonic clock. */
export interface ListPolls<Seen extends Readable> {
  readonly last: Seen | FailedListPoll | undefined;
  readonly unreadableSinceMs: number | undefined;
  /** A refusal that may pass, and counts if it lasts. */
  readonly doubt: ListDoubt | undefined;
  readonly quietPolls: number;
}

interface ListDoubt {
  readonly reason: FaultReason;
  readonly sinceMs: number;
  readonly lastMs: number;
  readonly polls: number;
}

export const NO_LIST_POLLS: ListPolls<never> = {
  last: undefined,
  unreadableSinceMs: undefined,
  doubt: undefined,
  quietPolls: 0,
};

const ANSWERS: readonly FaultReason[] = ['throttled', 'contradictory'];

/**
 * What is known of a list after one more poll, at `nowMs` by the monotonic clock. Throttling is no outage,
 * nor is a contradictory answer. Pure.
 */
export function foldListPoll<Seen extends Readable>(
  before: ListPolls<Seen>,
  poll: Seen | FailedListPoll,
  nowMs: number,
): ListPolls<Seen> {
  const isAnswer = poll.kind === 'fault' && ANSWERS.includes(poll.fault.reason);
  const unreadable = poll.kind === 'fault' && !isAnswer;
  return {
    last: poll,
    unreadableSinceMs: unreadable ? (before.unreadableSinceMs ?? nowMs) : undefined,
    doubt: poll.kind === 'fault' ? doubtAfter(before.doubt, poll.fault, nowMs) : undefined,
    quietPolls: before.quietPolls + 1,
  };
}

function doubtAfter(before: ListDoubt | undefined, fault: Fault, nowMs: number): ListDoubt | undefined {
  if (!isDoubtful(fault)) return before;
  const { reason } = fault;
  const again = before?.reason === reason ? before : { sinceMs: nowMs, polls: 0 };
  return { reason, sinceMs: again.sinceMs, lastMs: nowMs, polls: again.polls + 1 };
}

/** How long to search, by the monotonic clock, and how long the list may be unreadable. */
export interface SearchLimits {
  /** Until when to poll again while nothing qualifies; `-Infinity`: one readable list is enough. */
  readonly searchUntilMs: number;
  /** While the list is unreadable the search continues until here: an unread list has not been searched. */
  readonly deadlineMs: number;
  readonly outageToleranceMs: number;
}

/** When the search ends as things stand. Pure. */
export function searchEndMs(
  { last }: ListPolls<Readable>,
  { searchUntilMs, deadlineMs }: SearchLimits,
): number {
  const isRead = last !== undefined && last.kind !== 'fault';
  return isRead ? Math.min(searchUntilMs, deadlineMs) : deadlineMs;
}

/** How a search ends whose list could not be read. */
export interface SearchTrouble {
  readonly kind: 'refused' | 'unreadable';
  readonly fault: Fault;
}

/** The calls that read a list. */
export type ListCall = 'ListChangeOrders' | 'ListApplications';

/** Stands for a poll cut off at the deadline before any other had ended. */
function noAnswer(action: ListCall): Fault {
  // Calls may be scarce, and a list long: "no answer" would claim too much.
  return { action, reason: 'no-answer', message: '', detail: { kind: 'list-unfinished' } };
}

/**
 * Whether the search has ended because the list cannot be read: the call is refused, the list was unreadable
 * or contradicted itself for too long, or the time is up. `undefined`: it was read, or poll again. Pure.
 */
export function troubleOf(
  polls: ListPolls<Readable>,
  nowMs: number,
  limits: SearchLimits,
  action: ListCall,
): SearchTrouble | undefined {
  const { last, unreadableSinceMs, doubt } = polls;
  const over = nowMs >= searchEndMs(polls, limits);
  if (last === undefined) return over ? { kind: 'unreadable', fault: noAnswer(action) } : undefined;
  if (last.kind !== 'fault') return undefined;
  const stands = isDoubtful(last.fault) && doubt !== undefined && refusalStands(doubt);
  if (isFinal(last.fault) || stands) return { kind: 'refused', fault: last.fault };
  const tooLong = unreadableSinceMs !== undefined && nowMs - unreadableSinceMs >= limits.outageToleranceMs;
  return tooLong || over ? { kind: 'unreadable', fault: last.fault } : undefined;
}

/** What a search needs of its wait. Times by the monotonic clock. */
export interface ListPollWait {
  readonly client: ApiCaller;
  readonly clock: Clock;
  /** Returns 0 ≤ chance < 1. */
  readonly chance: () => number;
  /** Aborted to cancel the wait. */
  readonly cancel: AbortSignal;
  readonly settings: { readonly bounds: PollBounds; readonly outageToleranceMs: number };
  /** A manual step may move it. */
  readonly deadlineMs: number;
  /** How long the last poll of a search may take that begins now. */
  readonly lastPollLimitMs: number;
  readonly turns: Pick<PollTurns, 'next' | 'seen'>;
}

/** What to poll, and how to judge it. */
export interface Search<Seen extends Readable, Ending> {
  readonly observe: (signal: AbortSignal) => Promise<Seen | FailedListPoll>;
  readonly limits: SearchLimits;
  /** The end of the search as things stand; `undefined`: poll again. */
  readonly decide: (polls: ListPolls<Seen>, nowMs: number) => Ending | undefined;
  /** Called for each poll that brought a list. */
  readonly listed?: (seen: Seen) => void;
  /** Called for a failed poll after one that succeeded. */
  readonly troubled: (fault: Fault) => void;
}

/** Polls a list until the search has ended; `undefined` if the wait is cancelled. */
export async function pollList<Seen extends Readable, Ending>(
  wait: ListPollWait,
  { observe, limits, decide, listed, troubled }: Search<Seen, Ending>,
): Promise<Ending | undefined> {
  const { settings, clock, chance, cancel } = wait;
  return poll<Seen | FailedListPoll, ListPolls<Seen>, Ending>(
    {
      clock,
      chance,
      bounds: settings.bounds,
      deadlineMs: polls => searchEndMs(polls, limits),
      lastPollLimitMs: wait.lastPollLimitMs,
      signal: cancel,
      observe,
      fold: foldListPoll,
      decide: (polls, nowMs) => {
        const ending = decide(polls, nowMs);
        if (ending !== undefined) return { kind: 'ended', ending };
        const { last, quietPolls } = polls;
        return {
          kind: 'wait',
          plannedMs: backoffMs(quietPolls, settings.bounds),
          aimsMs: aimsMsOf(polls, limits),
          ...pauseAfter(last?.kind === 'fault' ? last.fault : undefined),
        };
      },
      observed: ({ last }, before) => {
        wait.turns.seen();
        if (last === undefined) return;
        if (last.kind !== 'fault') listed?.(last);
        else if (before.last?.kind !== 'fault') troubled(last.fault);
      },
    },
    NO_LIST_POLLS,
  );
}

/** Times at which a poll may decide something. */
function aimsMsOf(
  { unreadableSinceMs, doubt }: ListPolls<Readable>,
  limits: SearchLimits,
): readonly number[] {
  const outageEndsMs = unreadableSinceMs === undefined ? [] : [unreadableSinceMs + limits.outageToleranceMs];
  const doubtStandsMs = doubt === undefined ? [] : [doubt.sinceMs + DOUBT_STANDS_MS];
  return [limits.searchUntilMs, ...outageEndsMs, ...doubtStandsMs];
}
