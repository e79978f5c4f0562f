import type { Clock } from './clock.ts';
import type { PollBounds, Waiting } from './next-look.ts';
import { nextLookMs } from './next-look.ts';
import type { News } from './news.ts';
import type { Bounded } from './within.ts';
import { within } from './within.ts';

/** What the judge of a wait says after a look: it is over, or look again. */
export type Decision<Ending> =
  | { readonly kind: 'ended'; readonly ending: Ending }
  | ({ readonly kind: 'wait' } & Pick<Waiting, 'plannedMs' | 'aimsMs' | 'pause'>);

/** One wait: how to look, how to remember, how to judge. */
export interface Poll<Observation, State, Ending> {
  readonly clock: Clock;
  /** Gives 0 ≤ chance < 1. */
  readonly chance: () => number;
  readonly bounds: PollBounds;
  /** The last look begins exactly then. What has been seen may move it. */
  deadlineMs(state: State): number;
  /** How long the last look may take; zero or less: there is no time for one. */
  readonly lastLookLimitMs: number;
  /** Aborted when the wait is to be given up. */
  readonly signal: AbortSignal;
  /** One look. A failed one is an observation too; what it throws is a bug and ends the wait. */
  look(signal: AbortSignal): Promise<Observation>;
  fold(state: State, observation: Observation, nowMs: number): State;
  /** Has to end the wait at the deadline of `state`. */
  decide(state: State, nowMs: number): Decision<Ending>;
  /**
   * Tells that `decide` may know more by now than its looks show: the wait that goes on is then the one
   * that had been planned at its look, had all that been known.
   */
  readonly news?: Pick<News, 'next'>;
  /** Told after every look; must not throw. */
  looked(state: State, before: State): void;
  /** Told when there will be a further look; must not throw. */
  waits?(state: State): void;
}

export type Polled<State, Ending> =
  | { readonly kind: 'ended'; readonly state: State; readonly ending: Ending }
  | { readonly kind: 'aborted'; readonly state: State };

/**
 * Looks until the judge ends the wait. Looks at once; never two looks at a time, and between two of them
 * as long as the bounds say, however often a wait is planned anew; a look still under way at the deadline
 * is cut there, and the last look begins exactly then. Ends by the deadline plus `lastLookLimitMs`.
 */
export async function poll<Observation, State, Ending>(
  task: Poll<Observation, State, Ending>,
  initial: State,
): Promise<Polled<State, Ending>> {
  const { clock, signal } = task;
  let state = initial;
  for (;;) {
    const remainingMs = task.deadlineMs(state) - clock.nowMs();
    const limitMs = remainingMs > 0 ? remainingMs : task.lastLookLimitMs;
    const look = await lookWithin(task, limitMs);
    if (look.kind === 'aborted') return { kind: 'aborted', state };
    if (look.kind === 'timed-out' && remainingMs > 0) continue;
    const nowMs = clock.nowMs();
    if (look.kind === 'done') {
      const before = state;
      state = task.fold(before, look.value, nowMs);
      task.looked(state, before);
    }
    const deadlineMs = task.deadlineMs(state);
    // A look that began before the deadline is not the last one, even if its answer came on the deadline.
    const judgedMs = remainingMs > 0 ? Math.min(nowMs, deadlineMs - 1) : nowMs;
    const seen = state;
    const decide = (): Decision<Ending> => task.decide(seen, judgedMs);
    const decision = decide();
    if (decision.kind === 'ended') return { kind: 'ended', state, ending: decision.ending };
    const sleeping = sleepAsPlanned(task, { nowMs, deadlineMs }, decision, decide);
    task.waits?.(state);
    const last = await sleeping;
    if (signal.aborted) return { kind: 'aborted', state };
    if (last.kind === 'ended') return { kind: 'ended', state, ending: last.ending };
  }
}

/**
 * Sleeps from a look until the next one is due, as was decided of the look, and is decided anew of it
 * whenever there is news. Gives the last of these decisions.
 */
async function sleepAsPlanned<Ending>(
  {
    clock,
    chance,
    bounds,
    signal,
    news,
  }: Pick<Poll<never, never, never>, 'clock' | 'chance' | 'bounds' | 'signal' | 'news'>,
  look: Pick<Waiting, 'nowMs' | 'deadlineMs'>,
  first: Decision<Ending>,
  decide: () => Decision<Ending>,
): Promise<Decision<Ending>> {
  // The same for all plans of one wait: else the luckiest draw of several would count.
  const drawn = chance();
  let decision = first;
  for (;;) {
    const unheard = news?.next;
    if (decision.kind === 'ended') return decision;
    const dueMs = nextLookMs({ ...look, ...decision }, bounds, drawn);
    const woken = unheard === undefined ? signal : AbortSignal.any([signal, unheard]);
    await clock.sleep(dueMs - clock.nowMs(), woken);
    if (signal.aborted || unheard?.aborted !== true) return decision;
    decision = decide();
  }
}

function lookWithin<Observation>(
  { clock, signal, look }: Pick<Poll<Observation, never, never>, 'clock' | 'signal' | 'look'>,
  limitMs: number,
): Promise<Bounded<Observation>> {
  if (limitMs <= 0) return Promise.resolve({ kind: signal.aborted ? 'aborted' : 'timed-out' });
  return within(clock, limitMs, signal, look);
}
