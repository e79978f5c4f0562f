import type { CallBudget } from '../budget/call-budget.ts';
import type { Turn } from '../budget/turn.ts';
import type { Settings } from '../inputs/settings.ts';
import type { Target } from '../inputs/target-input.ts';
import type { Clock } from '../polling/clock.ts';
import { heartbeat } from '../polling/heartbeat.ts';
import type { Note } from '../report/note.ts';
import type { Moment, Reporter } from '../report/reporter.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import type { Progress } from '../rollout/progress.ts';
import { NO_PROGRESS } from '../rollout/progress.ts';
import type { SaeClient } from '../sae/sae-client.ts';
import type { Estimate } from '../schedule/estimate.ts';
import { estimateOf } from '../schedule/estimate.ts';
import { knownOf } from '../schedule/known-of.ts';
import { median } from '../schedule/median.ts';
import type { Subject } from './outcome.ts';
import type { PastRollouts } from './past-rollouts.ts';

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
  readonly #budget: CallBudget;
  readonly #past: PastRollouts;
  readonly #reporter: Required<Reporter>;
  #deadlineMs: number;
  /** When the last look is due as things stand. */
  #dueMs: number;
  #progress = NO_PROGRESS;
  #pastMs: readonly number[] = [];
  #learns = false;
  #asked = false;
  #manualUsedMs = 0;
  #seenMs: number;

  constructor({ settings, target, client, budget, past, clock, chance, cancel, reporter }: WaitParts) {
    this.settings = settings;
    this.target = target;
    this.client = client;
    this.clock = clock;
    this.chance = chance;
    this.cancel = cancel;
    this.startMs = clock.nowMs();
    this.#budget = budget;
    this.#past = past;
    this.#reporter = reporter;
    this.#deadlineMs = this.startMs + settings.timeoutMs;
    this.#dueMs = this.#deadlineMs;
    this.#seenMs = this.startMs;
    budget.reserve(this, this.#dueMs);
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
    this.due(this.#deadlineMs);
  }

  /** The last look is due then: what was seen may have moved it. */
  due(dueMs: number): void {
    if (dueMs === this.#dueMs) return;
    this.#dueMs = dueMs;
    this.#budget.reserve(this, dueMs);
  }

  /** How urgent a look is that is made now. */
  turn(): Turn {
    const askedMs = this.clock.nowMs();
    const later = askedMs >= this.#dueMs ? 'last-look' : 'look';
    const purpose = this.#asked ? later : 'first-look';
    this.#asked = true;
    const keptFor = askedMs >= this.#dueMs ? this : undefined;
    return { purpose, unseenSinceMs: this.#seenMs, askedMs, keptFor };
  }

  /** A look has ended. */
  seen(): void {
    this.#seenMs = this.clock.nowMs();
  }

  /** How long the last rollouts like the followed one took, in ms, as far as that has been learnt. */
  get pastMs(): readonly number[] {
    return this.#pastMs;
  }

  /** Learns, once, from the past of the followed order; of no use where another one is followed by then. */
  async learn({ appId = this.target.appId, coTypeCode, changeOrderId }: ChangeOrder): Promise<void> {
    if (!this.settings.learn || appId === undefined || this.#learns) return;
    this.#learns = true;
    const pastMs = await this.#past.durationsMs({ appId, coTypeCode });
    if (pastMs.length === 0 || this.#progress.order?.changeOrderId !== changeOrderId) return;
    this.#pastMs = pastMs;
    const [shortestMs, longestMs] = [Math.min(...pastMs), Math.max(...pastMs)];
    this.note({ kind: 'learnt', count: pastMs.length, shortestMs, usualMs: median(pastMs), longestMs });
  }

  /** How far the followed order is, by all that is known now. */
  get estimate(): Estimate {
    const nowMs = this.clock.nowMs();
    const known = knownOf(this.#progress, this.#pastMs, { nowMs, wallMs: this.clock.wallMs() });
    return estimateOf(known, nowMs);
  }

  note(note: Note): void {
    this.#reporter.noted(note, this.#moment());
  }

  follow(subject: Subject): void {
    this.#progress = NO_PROGRESS;
    this.#pastMs = [];
    this.#learns = false;
    // An order that was found in a list has not been looked at yet.
    this.#asked = false;
    this.#reporter.following(subject, this.#moment());
  }

  looked(now: Progress, before: Progress): void {
    this.#progress = now;
    this.seen();
    this.#reporter.looked(now, before, this.#moment());
  }

  /** Beats until `signal` is aborted. */
  async beat(signal: AbortSignal): Promise<void> {
    await heartbeat(this.clock, HEARTBEAT_MS, signal, () => {
      this.#reporter.beat(this.#progress, this.#moment());
    });
  }

  /** It has ended: no call has to be kept for it any more. */
  close(): void {
    this.#budget.release(this);
  }

  #moment(): Moment {
    const nowMs = this.clock.nowMs();
    return {
      elapsedMs: nowMs - this.startMs,
      leftMs: Math.max(0, this.#dueMs - nowMs),
      wallMs: this.clock.wallMs(),
      startedMs: this.startMs,
      estimate: this.estimate,
    };
  }
}
