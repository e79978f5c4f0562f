import type { Bounded, Clock } from './clock.ts';
import { within } from './clock.ts';
import type { Pause } from './throttling.ts';
import { withPause } from './throttling.ts';

/** What is known about a wait when its next poll is planned. All times by the monotonic clock. */
export interface Waiting {
  readonly nowMs: number;
  /** The last poll is made exactly then. */
  readonly deadlineMs: number;
  /** The planned wait, by what is known of what is polled. */
  readonly plannedMs: number;
  /** Moments at which a poll would settle something; the next one brings the poll forward. */
  readonly aimsMs: readonly number[];
  /** The server asked for a pause. */
  readonly pause?: Pause;
}

export interface PollBounds {
  readonly minMs: number;
  readonly maxMs: number;
}

const JITTER = 0.1;

/**
 * When to poll next: after the planned wait, ±10 % by `chance` (0 ≤ chance < 1), earlier if `aimsMs` has a
 * moment before, later if the server asked for a pause, and at the deadline at the latest. The result is
 * within the bounds, except that the poll at the deadline may come sooner than `minMs` and a server's hint
 * may reach 60 s. Pure.
 */
export function nextPollMs(waiting: Waiting, bounds: PollBounds, chance: number): number {
  const { nowMs, deadlineMs } = waiting;
  const remainingMs = deadlineMs - nowMs;
  const waitMs = withPause(
    waiting.pause,
    nearer(waiting, bounds, jittered(waiting, bounds, chance)),
    bounds.maxMs,
  );
  if (waitMs >= remainingMs) return deadlineMs;
  // Two polls close together at the very end would show the same: leave the minimum between them.
  const roomMs = remainingMs - bounds.minMs;
  const tooLate = waitMs > roomMs && roomMs >= bounds.minMs && waiting.pause === undefined;
  return nowMs + Math.ceil(tooLate ? roomMs : waitMs);
}

function jittered({ plannedMs }: Waiting, { minMs, maxMs }: PollBounds, chance: number): number {
  return clamp(plannedMs * (1 + JITTER * (2 * chance - 1)), minMs, maxMs);
}

function nearer({ nowMs, aimsMs }: Waiting, { minMs }: PollBounds, waitMs: number): number {
  const ahead = aimsMs.map(aimMs => aimMs - nowMs).filter(aheadMs => aheadMs > 0);
  return Math.min(waitMs, Math.max(minMs, Math.min(...ahead)));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

const GROWTH = 1.5;

/** How long to wait if nothing is known, after this many polls without a result. Pure. */
export function backoffMs(pollsInVain: number, { minMs, maxMs }: PollBounds): number {
  return Math.min(maxMs, minMs * GROWTH ** pollsInVain);
}

/** Lets a planned sleep know that there is news to plan by. */
export class News {
  #coming = new AbortController();

  /** Aborted by the next news; later news abort the signal after it. */
  get next(): AbortSignal {
    return this.#coming.signal;
  }

  announce(): void {
    const current = this.#coming;
    this.#coming = new AbortController();
    current.abort();
  }
}

/** The judge's decision after a poll: the wait has ended, or polls again. */
export type Decision<Ending> =
  | { readonly kind: 'ended'; readonly ending: Ending }
  | ({ readonly kind: 'wait' } & Pick<Waiting, 'plannedMs' | 'aimsMs' | 'pause'>);

/** One wait: how to poll, fold and judge. */
export interface Poll<Observation, State, Ending> {
  readonly clock: Clock;
  /** Returns 0 ≤ chance < 1. */
  readonly chance: () => number;
  readonly bounds: PollBounds;
  /** The last poll begins exactly then. What was seen may move it. */
  deadlineMs(state: State): number;
  /** How long the last poll may take; zero or less: there is no time for one. */
  readonly lastPollLimitMs: number;
  /** Aborted to cancel the wait. */
  readonly signal: AbortSignal;
  /** One poll. A failed one is an observation too; anything it throws is a bug and ends the wait. */
  observe(signal: AbortSignal): Promise<Observation>;
  fold(state: State, observation: Observation, nowMs: number): State;
  /** Must end the wait at the deadline of `state`. */
  decide(state: State, nowMs: number): Decision<Ending>;
  /**
   * News that `decide` may use beyond what the polls show: the current sleep is then planned anew, as if the
   * news had been known at its poll.
   */
  readonly news?: Pick<News, 'next'>;
  /** Called after every poll; must not throw. */
  observed(state: State, before: State): void;
  /** Called if there will be another poll; must not throw. */
  waits?(state: State): void;
}

/**
 * Polls until the judge ends the wait, and returns its ending; `undefined` if the wait was cancelled. Polls
 * immediately, never twice at the same time, and keeps to the bounds between two polls, however often a sleep
 * is planned anew; a poll in progress at the deadline is cut off there, and the last poll begins exactly
 * then. Ends by the deadline plus `lastPollLimitMs`.
 */
export async function poll<Observation, State, Ending>(
  task: Poll<Observation, State, Ending>,
  initial: State,
): Promise<Ending | undefined> {
  const { clock, signal } = task;
  let state = initial;
  for (;;) {
    const beganMs = clock.nowMs();
    const remainingMs = task.deadlineMs(state) - beganMs;
    const limitMs = remainingMs > 0 ? remainingMs : task.lastPollLimitMs;
    const polled = await pollWithin(task, limitMs);
    if (polled.kind === 'aborted') return undefined;
    if (polled.kind === 'timed-out' && remainingMs > 0) continue;
    const nowMs = clock.nowMs();
    if (polled.kind === 'done') {
      const before = state;
      state = task.fold(before, polled.value, nowMs);
      task.observed(state, before);
    }
    const deadlineMs = task.deadlineMs(state);
    // A poll that began before the deadline is not the last one, even if its answer came at the deadline. Its
    // answer may have moved the deadline to before its start: then it was the last one.
    const isLast = remainingMs <= 0 || beganMs >= deadlineMs;
    const judgedMs = isLast ? nowMs : Math.min(nowMs, deadlineMs - 1);
    const seen = state;
    const decide = (): Decision<Ending> => task.decide(seen, judgedMs);
    const decision = decide();
    if (decision.kind === 'ended') return decision.ending;
    const sleeping = sleepAsPlanned(task, { nowMs, deadlineMs }, decision, decide);
    task.waits?.(state);
    const last = await sleeping;
    if (signal.aborted) return undefined;
    if (last.kind === 'ended') return last.ending;
  }
}

/**
 * Sleeps from a poll until the next one is due, by the decision on that poll, which is made again on every
 * news. Returns the last decision.
 */
async function sleepAsPlanned<Ending>(
  {
    clock,
    chance,
    bounds,
    signal,
    news,
  }: Pick<Poll<never, never, never>, 'clock' | 'chance' | 'bounds' | 'signal' | 'news'>,
  polled: Pick<Waiting, 'nowMs' | 'deadlineMs'>,
  first: Decision<Ending>,
  decide: () => Decision<Ending>,
): Promise<Decision<Ending>> {
  // The same draw for all plans of one sleep: otherwise the luckiest of several would count.
  const drawn = chance();
  let decision = first;
  for (;;) {
    const unheard = news?.next;
    if (decision.kind === 'ended') return decision;
    const dueMs = nextPollMs({ ...polled, ...decision }, bounds, drawn);
    const woken = unheard === undefined ? signal : AbortSignal.any([signal, unheard]);
    await clock.sleep(dueMs - clock.nowMs(), woken);
    if (signal.aborted || unheard?.aborted !== true) return decision;
    decision = decide();
  }
}

function pollWithin<Observation>(
  { clock, signal, observe }: Pick<Poll<Observation, never, never>, 'clock' | 'signal' | 'observe'>,
  limitMs: number,
): Promise<Bounded<Observation>> {
  if (limitMs <= 0) return Promise.resolve({ kind: signal.aborted ? 'aborted' : 'timed-out' });
  return within(clock, limitMs, signal, observe);
}
