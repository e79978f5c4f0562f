import type { Subject } from '../endings/ending.ts';
import type { Note } from '../endings/note.ts';
import type { Settings } from '../inputs/settings.ts';
import type { Target } from '../inputs/targets.ts';
import type { CallBudget } from '../polling/call-budget.ts';
import type { Clock } from '../polling/clock.ts';
import { heartbeat } from '../polling/clock.ts';
import { News } from '../polling/poll.ts';
import { LookTurns } from '../polling/turns.ts';
import type { Moment, Reporter } from '../report/reporter.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import type { Progress } from '../rollout/progress.ts';
import { NO_PROGRESS } from '../rollout/progress.ts';
import type { SaeClient } from '../sae/client.ts';
import type { Estimate } from '../schedule/estimate.ts';
import { estimateOf } from '../schedule/estimate.ts';
import { median } from '../schedule/guesses.ts';
import type { TwoClocks } from '../schedule/known.ts';
import { knownOf } from '../schedule/known.ts';
import type { PastRollouts } from './past-rollouts.ts';

/** What the last rollouts like an order's own tell of how long it may take. */
export interface Lesson {
  readonly count: number;
  readonly shortestMs: number;
  readonly usualMs: number;
  readonly longestMs: number;
}

/** The one order that a wait follows: what the looks at it show, and what its past tells. */
export class FollowedOrder {
  readonly #past: PastRollouts | undefined;
  #progress = NO_PROGRESS;
  #pastMs: readonly number[] = [];
  #learns = false;

  /** @param past `undefined` where nothing is to be learnt of it */
  constructor(past?: PastRollouts) {
    this.#past = past;
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** How long the last rollouts like this one took, in ms, as far as that has been learnt. */
  get pastMs(): readonly number[] {
    return this.#pastMs;
  }

  looked(now: Progress): void {
    this.#progress = now;
  }

  /**
   * Learns from its past, once; `undefined` where there is nothing to learn.
   *
   * @param appId of an order that does not tell its own
   */
  async learn({ appId, coTypeCode }: ChangeOrder, ofAppId: string | undefined): Promise<Lesson | undefined> {
    const askedAppId = appId ?? ofAppId;
    if (this.#past === undefined || askedAppId === undefined || this.#learns) return undefined;
    this.#learns = true;
    const pastMs = await this.#past.durationsMs({ appId: askedAppId, coTypeCode });
    if (pastMs.length === 0) return undefined;
    this.#pastMs = pastMs;
    const [shortestMs, longestMs] = [Math.min(...pastMs), Math.max(...pastMs)];
    return { count: pastMs.length, shortestMs, usualMs: median(pastMs), longestMs };
  }

  /** How far it is, by all that is known at that time. */
  estimateAt(now: TwoClocks): Estimate {
    const estimate = estimateOf(knownOf(this.#progress, this.#pastMs, now), now.nowMs);
    // Of an order that may or may not be over, nobody can tell how far it is.
    const isDoubtful = this.#progress.doubt !== undefined;
    return isDoubtful ? { ...estimate, fractionDone: undefined, remainingMs: undefined } : estimate;
  }
}

const HEARTBEAT_MS = 30_000;

/** What a wait is made with. */
export interface WaitParts {
  readonly settings: Settings;
  readonly target: Target;
  readonly client: SaeClient;
  readonly budget: CallBudget;
  readonly past: PastRollouts;
  readonly clock: Clock;
  readonly chance: () => number;
  /** Aborted when the wait is to be given up; the reason says why. */
  readonly cancel: AbortSignal;
  readonly reporter: Required<Reporter>;
}

/** The wait for one target from its start to its deadline: what its parts share, and who is told. */
export class Wait {
  readonly settings: Settings;
  readonly target: Target;
  readonly client: SaeClient;
  readonly clock: Clock;
  readonly chance: () => number;
  readonly cancel: AbortSignal;
  /** By the monotonic clock, like every time here. */
  readonly startMs: number;
  readonly turns: LookTurns;
  /** Something was learnt of the followed order that no look has shown. */
  readonly news = new News();
  readonly #past: PastRollouts;
  readonly #reporter: Required<Reporter>;
  #followed = new FollowedOrder();
  #deadlineMs: number;
  #manualUsedMs = 0;

  constructor({ settings, target, client, budget, past, clock, chance, cancel, reporter }: WaitParts) {
    this.settings = settings;
    this.target = target;
    this.client = client;
    this.clock = clock;
    this.chance = chance;
    this.cancel = cancel;
    this.startMs = clock.nowMs();
    this.#past = past;
    this.#reporter = reporter;
    this.#deadlineMs = this.startMs + settings.timeoutMs;
    this.turns = new LookTurns(budget, clock, this.#deadlineMs);
  }

  get deadlineMs(): number {
    return this.#deadlineMs;
  }

  /**
   * How long the last look may take of what begins now. What begins after the deadline has only the rest of
   * the time that a last look has: the verdict stands then, however many orders there are to be looked at.
   */
  get lastLookLimitMs(): number {
    const { requestTimeoutMs } = this.settings;
    return Math.min(requestTimeoutMs, this.#deadlineMs + requestTimeoutMs - this.clock.nowMs());
  }

  /** The limit for waits for a person, less what the orders before have used of it; `undefined` for none. */
  get manualTimeLeftMs(): number | undefined {
    const limitMs = this.settings.manualStepTimeoutMs;
    return limitMs === undefined ? undefined : Math.max(0, limitMs - this.#manualUsedMs);
  }

  /** Time that was spent waiting for a person, where that has a limit of its own, moves the deadline. */
  addManualTime(usedMs: number): void {
    if (this.settings.manualStepTimeoutMs === undefined) return;
    this.#manualUsedMs += usedMs;
    this.#deadlineMs += usedMs;
    this.turns.due(this.#deadlineMs);
  }

  /** The order that is followed now. */
  get followed(): FollowedOrder {
    return this.#followed;
  }

  /** How far the followed order is, by all that is known now. */
  get estimate(): Estimate {
    return this.#followed.estimateAt({ nowMs: this.clock.nowMs(), wallMs: this.clock.wallMs() });
  }

  /** Learns from the past of the followed order, once; of no use where another one is followed by then. */
  async learn(order: ChangeOrder): Promise<void> {
    const followed = this.#followed;
    const lesson = await followed.learn(order, this.target.appId);
    if (lesson === undefined || followed !== this.#followed) return;
    this.note({ kind: 'learnt', ...lesson });
    this.news.tell();
  }

  note(note: Note): void {
    this.#reporter.noted(note, this.#moment());
  }

  follow(subject: Subject): void {
    this.#followed = new FollowedOrder(this.settings.learn ? this.#past : undefined);
    this.turns.startAnew();
    this.#reporter.following(subject, this.#moment());
  }

  looked(now: Progress, before: Progress): void {
    this.#followed.looked(now);
    this.turns.seen();
    this.#reporter.looked(now, before, this.#moment());
  }

  /** Beats until `signal` is aborted. */
  async beat(signal: AbortSignal): Promise<void> {
    await heartbeat(this.clock, HEARTBEAT_MS, signal, () => {
      this.#reporter.beat(this.#followed.progress, this.#moment());
    });
  }

  #moment(): Moment {
    const nowMs = this.clock.nowMs();
    return {
      elapsedMs: nowMs - this.startMs,
      leftMs: Math.max(0, this.turns.dueMs - nowMs),
      wallMs: this.clock.wallMs(),
      startedMs: this.startMs,
      estimate: this.estimate,
    };
  }
}
