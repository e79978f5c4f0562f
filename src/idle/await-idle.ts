import type { ListObservation, ListedOrders } from '../discovery/search.ts';
import type { ListPollWait, SearchTrouble } from '../discovery/list-polls.ts';
import { pollList, troubleOf } from '../discovery/list-polls.ts';
import { malformedAnswer } from '../http/envelope.ts';
import type { Decision, News } from '../polling/poll.ts';
import { backoffMs, poll } from '../polling/poll.ts';
import type { PollTurns } from '../polling/call-priority.ts';
import type { ChangeOrder, ListedOrder } from '../rollout/change-order.ts';
import type { Fault } from '../rollout/fault.ts';
import type { Ending, Limits } from '../rollout/judge.ts';
import { dueMsOf } from '../rollout/judge.ts';
import type { Observation, Progress } from '../rollout/progress.ts';
import { NO_PROGRESS, fold } from '../rollout/progress.ts';
import type { IdleVerdict } from '../rollout/verdicts.ts';
import { orderPoller } from '../sae/change-order.ts';
import type { SaeClient } from '../sae/client.ts';
import { listChangeOrders } from '../sae/order-list.ts';
import { waitAfter } from '../schedule/planned-wait.ts';
import type { BlockingReading } from './blocking.ts';
import { blockingOrders, readBlocking } from './blocking.ts';

/** Why the wait for a free application ended as it did. `order`: the one that was waited for at its end. */
export type IdleCause =
  /** A whole list of the application shows no order under way. */
  | { readonly kind: 'idle'; readonly orders: number }
  | { readonly kind: 'still-blocked'; readonly order: ListedOrder; readonly others: number }
  | { readonly kind: 'blocked-for-good'; readonly order: ListedOrder }
  | {
      readonly kind: 'blocked-by-person';
      readonly order: ListedOrder;
      readonly status: number;
      readonly ranOut: boolean;
    }
  /** `lastedMs`: for how long nothing could be read; `undefined` where the API refused, or the time was up. */
  | { readonly kind: 'idle-unreadable'; readonly fault: Fault; readonly lastedMs: number | undefined }
  | {
      readonly kind: 'idle-cancelled';
      readonly signal: string;
      readonly order: ListedOrder | undefined;
    };

/** What happens in such a wait that a person should be able to see, as data. */
export type IdleNote =
  /** From now on this order is waited for; so many further ones are under way. */
  | { readonly kind: 'blocked-by'; readonly order: ListedOrder; readonly others: number }
  | { readonly kind: 'search-trouble'; readonly fault: Fault };

/** How the wait ended, with the last polls of the order that was waited for. */
export interface IdleEnding extends Ending<IdleCause, IdleVerdict> {
  readonly order: ListedOrder | undefined;
  readonly progress: Progress;
}

/** What the wait for a free application needs of the wait that it is. Times by the monotonic clock. */
export interface IdleWait extends ListPollWait {
  readonly client: SaeClient;
  readonly settings: ListPollWait['settings'] & {
    readonly failOnManualStep: boolean;
    readonly manualStepTimeoutMs: number | undefined;
    readonly requestTimeoutMs: number;
  };
  readonly turns: Pick<PollTurns, 'next' | 'seen' | 'due' | 'dueMs'>;
  readonly news: Pick<News, 'next'>;
  /** The limit for waits for a person, less what the orders before have used of it; `undefined` for none. */
  readonly manualTimeLeftMs: number | undefined;
  addManualTime(usedMs: number): void;
  note(note: IdleNote): void;
  /** From now on the polls are at this order; gives what its past tells, as that becomes known. */
  followBlocking(changeOrderId: string): { readonly pastMs: readonly number[] };
  polled(now: Progress, before: Progress): void;
  learn(order: ChangeOrder): Promise<void>;
}

/**
 * So long the list is believed while the order that blocks goes on: one that got stuck blocks no more once a
 * newer one has begun, which only the list tells.
 */
const LIST_STANDS_MS = 5 * 60_000;

/**
 * Waits until a whole list of the application shows that no change order is under way, at most until the
 * deadline. One call at a time shows how the order stands that blocks; the whole list is read before any green,
 * and every five minutes besides. Red unless proven free. What it throws is a bug.
 */
export function awaitIdle(wait: IdleWait, appId: string): Promise<IdleEnding> {
  return new IdleRun(wait, appId).run();
}

/** The order that is waited for, with all that the polls of it have shown. */
interface Blocking {
  readonly order: ListedOrder;
  readonly others: number;
  progress: Progress;
  readonly past: { readonly pastMs: readonly number[] };
  readonly observe: (signal: AbortSignal) => Promise<Observation>;
}

/** Why the polls of an order end: of what they say, or since the list may say otherwise by now. */
type FollowEnding = BlockingReading | { readonly kind: 'list-is-old' };

type ListEnding = ListedOrders | SearchTrouble;

class IdleRun {
  readonly #wait: IdleWait;
  readonly #appId: string;
  #blocking: Blocking | undefined;
  /** How often each order was said to have ended, and is listed all the same. */
  readonly #ended = new Map<string, number>();
  #looks = 0;

  constructor(wait: IdleWait, appId: string) {
    this.#wait = wait;
    this.#appId = appId;
  }

  async run(): Promise<IdleEnding> {
    for (;;) {
      const list = await this.#list();
      if (list === undefined) return this.#cancelled();
      if (list.kind !== 'orders') return this.#unreadable(list);
      const [first, ...others] = blockingOrders(list.orders);
      if (first === undefined) {
        this.#leave();
        return this.#end('idle', { kind: 'idle', orders: list.orders.length });
      }
      const blocking = this.#enter(first, others.length);
      const red = this.#isOver() ? { kind: 'deadline' as const } : await this.#follow(blocking);
      if (red === undefined) return this.#cancelled();
      if (red.kind !== 'ask-the-list' && red.kind !== 'list-is-old') return this.#red(red, blocking);
    }
  }

  /** One look at the whole list, as often as it takes to read it; `undefined` when the wait is given up. */
  async #list(): Promise<ListEnding | undefined> {
    const { client, clock, chance, cancel, settings, turns } = this.#wait;
    const deadlineMs = this.#dueMs();
    const { outageToleranceMs } = settings;
    const limits = { searchUntilMs: -Infinity, deadlineMs, outageToleranceMs };
    const lastPollLimitMs = this.#lastPollLimitMs();
    return pollList<ListedOrders, ListEnding>(
      { client, clock, chance, cancel, settings, deadlineMs, lastPollLimitMs, turns },
      {
        limits,
        observe: signal => this.#lookAtList(signal),
        decide: (looks, nowMs) =>
          looks.last?.kind === 'orders' ? looks.last : troubleOf(looks, nowMs, limits, 'ListChangeOrders'),
        troubled: fault => {
          this.#wait.note({ kind: 'search-trouble', fault });
        },
      },
    );
  }

  async #lookAtList(signal: AbortSignal): Promise<ListObservation> {
    const { client, turns } = this.#wait;
    this.#looks++;
    const look = await listChangeOrders(client, { appId: this.#appId }, signal, undefined, turns.next());
    if (look.kind === 'fault') return look;
    const isForeign = look.orders.some(({ appId = this.#appId }) => appId !== this.#appId);
    return isForeign ? malformedAnswer('ListChangeOrders', { kind: 'list-bad' }) : look;
  }

  /** The order that is waited for from now on; what was known of it already stays known. */
  #enter(order: ListedOrder, others: number): Blocking {
    const before = this.#blocking;
    if (before?.order.changeOrderId === order.changeOrderId) {
      return (this.#blocking = { ...before, order, others });
    }
    this.#leave();
    const { changeOrderId } = order;
    this.#wait.note({ kind: 'blocked-by', order, others });
    const past = this.#wait.followBlocking(changeOrderId);
    const target = { changeOrderId, appId: this.#appId, notBeforeMs: undefined, listed: true };
    const observe = orderPoller(this.#wait.client, target, () => this.#wait.turns.next());
    return (this.#blocking = { order, others, progress: NO_PROGRESS, past, observe });
  }

  /** Time that was spent on a person moves the deadline, where it has a limit of its own. */
  #leave(): void {
    const { manual } = this.#blocking?.progress ?? NO_PROGRESS;
    const ongoingMs = manual.sinceMs === undefined ? 0 : this.#wait.clock.nowMs() - manual.sinceMs;
    this.#wait.addManualTime(manual.usedMs + ongoingMs);
    this.#blocking = undefined;
  }

  /** Polls the order that blocks until that says something of the wait; `undefined` when it is given up. */
  async #follow(blocking: Blocking): Promise<FollowEnding | undefined> {
    const { clock, chance, cancel, settings, turns, news } = this.#wait;
    const { bounds } = settings;
    const { changeOrderId } = blocking.order;
    const timesEnded = this.#ended.get(changeOrderId) ?? 0;
    if (timesEnded > 0) {
      // Its end is known: the list has to catch up.
      const leftMs = this.#dueMs() - clock.nowMs();
      await clock.sleep(Math.min(backoffMs(timesEnded, bounds), leftMs), cancel);
      this.#ended.set(changeOrderId, timesEnded + 1);
      return cancel.aborted ? undefined : { kind: 'ask-the-list' };
    }
    const limits = this.#limits();
    const listStandsMs = clock.nowMs() + LIST_STANDS_MS;
    const next = (state: Progress, nowMs: number): Decision<FollowEnding> => {
      const reading = readBlocking(state, nowMs, limits);
      if (reading !== undefined) return { kind: 'ended', ending: reading };
      if (nowMs >= listStandsMs) return { kind: 'ended', ending: { kind: 'list-is-old' } };
      const now = { nowMs, wallMs: clock.wallMs() - (clock.nowMs() - nowMs) };
      const planned = waitAfter(state, now, { limits, bounds, pastMs: blocking.past.pastMs });
      return { ...planned, aimsMs: [...planned.aimsMs, listStandsMs] };
    };
    const reading = await poll<Observation, Progress, FollowEnding>(
      {
        clock,
        chance,
        bounds,
        news,
        fold,
        deadlineMs: state => dueMsOf(state, limits),
        observe: blocking.observe,
        lastPollLimitMs: this.#lastPollLimitMs(),
        signal: cancel,
        decide: next,
        observed: (state, before) => {
          this.#looks++;
          blocking.progress = state;
          turns.due(dueMsOf(state, limits));
          this.#wait.polled(state, before);
        },
        waits: ({ order }) => {
          if (order !== undefined) void this.#wait.learn(order);
        },
      },
      blocking.progress,
    );
    if (reading?.kind === 'ask-the-list') this.#ended.set(changeOrderId, 1);
    return reading;
  }

  #limits(): Limits {
    const { settings, deadlineMs, manualTimeLeftMs: manualStepTimeoutMs } = this.#wait;
    return { ...settings, deadlineMs, manualStepTimeoutMs };
  }

  /** When the wait is over as things stand: a wait for a person may have moved that. */
  #dueMs(): number {
    return dueMsOf(this.#blocking?.progress ?? NO_PROGRESS, this.#limits());
  }

  /** What begins after the deadline has only the rest of the time that a last poll has. */
  #lastPollLimitMs(): number {
    const { settings, clock } = this.#wait;
    return Math.min(settings.requestTimeoutMs, this.#dueMs() + settings.requestTimeoutMs - clock.nowMs());
  }

  #isOver(): boolean {
    return this.#wait.clock.nowMs() >= this.#dueMs();
  }

  #unreadable({ fault }: SearchTrouble): IdleEnding {
    const blocking = this.#blocking;
    // What blocked was seen: that the time was up before the list could be read once more is no outage.
    if (blocking !== undefined && this.#isOver()) return this.#red({ kind: 'deadline' }, blocking);
    return this.#end('unreadable', { kind: 'idle-unreadable', fault, lastedMs: undefined });
  }

  #red(reading: Exclude<BlockingReading, { kind: 'ask-the-list' }>, { order, others, progress }: Blocking) {
    switch (reading.kind) {
      case 'needs-rollback':
        return this.#end('needs-rollback', { kind: 'blocked-for-good', order });
      case 'awaits-person': {
        const { status, ranOut } = reading;
        return this.#end('awaiting-manual-step', { kind: 'blocked-by-person', order, status, ranOut });
      }
      case 'deadline': {
        const { manual } = progress;
        const status = progress.order?.status ?? order.status;
        const isPersons = manual.sinceMs !== undefined && this.#limits().manualStepTimeoutMs !== undefined;
        return isPersons && status !== undefined
          ? this.#end('awaiting-manual-step', { kind: 'blocked-by-person', order, status, ranOut: true })
          : this.#end('timed-out', { kind: 'still-blocked', order, others });
      }
      case 'unreadable': {
        const { fault, lastedMs } = reading;
        return this.#end('unreadable', { kind: 'idle-unreadable', fault, lastedMs });
      }
    }
  }

  #cancelled(): IdleEnding {
    const signal = String(this.#wait.cancel.reason);
    return this.#end('cancelled', { kind: 'idle-cancelled', signal, order: this.#blocking?.order });
  }

  #end(verdict: IdleVerdict, cause: IdleCause): IdleEnding {
    const { order, progress = NO_PROGRESS } = this.#blocking ?? {};
    return { verdict, cause, order, progress: { ...progress, polls: this.#looks } };
  }
}
