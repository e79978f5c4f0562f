import type { GateCause, Note, TargetEnding, Subject } from '../endings/ending.ts';
import type { Settings } from '../inputs/settings.ts';
import type { Target } from '../inputs/targets.ts';
import type { CallBudget } from '../polling/call-budget.ts';
import type { Clock } from '../polling/clock.ts';
import { heartbeat } from '../polling/clock.ts';
import { News } from '../polling/poll.ts';
import { PollTurns } from '../polling/call-priority.ts';
import type { Moment, Reporter } from '../report/reporter.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import type { Ending } from '../rollout/judge.ts';
import type { Progress } from '../rollout/progress.ts';
import type { Verdict } from '../rollout/verdicts.ts';
import type { SaeClient } from '../sae/client.ts';
import type { Estimate } from '../schedule/estimate.ts';
import type { VerifyStage } from '../verification/running-now.ts';
import type { PastRollouts } from './followed-order.ts';
import { FollowedOrder } from './followed-order.ts';

const HEARTBEAT_MS = 30_000;

/** What a wait needs. */
export interface WaitParts {
  readonly settings: Settings;
  readonly target: Target;
  readonly client: SaeClient;
  readonly budget: CallBudget;
  readonly past: PastRollouts;
  readonly clock: Clock;
  readonly chance: () => number;
  /** Aborted to cancel the wait; the reason says why. */
  readonly cancel: AbortSignal;
  readonly reporter: Required<Reporter>;
  /** Called with every order that is followed. */
  readonly followed?: (changeOrderId: string) => void;
}

/** The subject of a wait before anything was seen. */
export function subjectOf(target: Target, { regionId }: Pick<Settings, 'regionId'>): Subject {
  const changeOrderId = target.kind === 'order' ? target.changeOrderId : undefined;
  const { appId, appName } = target;
  const task = target.kind === 'idle' ? ({ task: 'idle' } as const) : {};
  return { changeOrderId, appId, ...(appName === undefined ? {} : { appName }), regionId, ...task };
}

/** The wait for one target from its start to its deadline: what its parts share, and its reporters. */
export class Wait {
  readonly settings: Settings;
  readonly target: Target;
  readonly client: SaeClient;
  readonly clock: Clock;
  readonly chance: () => number;
  readonly cancel: AbortSignal;
  readonly turns: PollTurns;
  /** Something was learned about the followed order that no poll has shown. */
  readonly news = new News();
  readonly #past: PastRollouts;
  readonly #reporter: Required<Reporter>;
  readonly #onFollowed: (changeOrderId: string) => void;
  readonly #over = new AbortController();
  #verifying: VerifyStage | undefined;
  /** By the monotonic clock, like every time here. */
  readonly #startMs: number;
  #followed: FollowedOrder;
  #deadlineMs: number;
  #manualUsedMs = 0;
  #appId: string | undefined;

  constructor(parts: WaitParts) {
    const { settings, target, client, budget, past, clock, chance, cancel, reporter, followed } = parts;
    this.#onFollowed = followed ?? (() => undefined);
    this.settings = settings;
    this.target = target;
    this.client = client;
    this.clock = clock;
    this.chance = chance;
    this.cancel = cancel;
    this.#appId = target.appId;
    this.#startMs = clock.nowMs();
    this.#past = past;
    this.#reporter = reporter;
    this.#followed = new FollowedOrder(subjectOf(target, settings));
    this.#deadlineMs = this.#startMs + settings.timeoutMs;
    this.turns = new PollTurns(budget, clock, this.#deadlineMs);
  }

  get deadlineMs(): number {
    return this.#deadlineMs;
  }

  /** The application, as soon as its ID is known. */
  get appId(): string | undefined {
    return this.#appId;
  }

  /**
   * How long a last poll may take that begins now. After the deadline it has only the rest of a last poll's
   * time: the verdict is due then, however many orders are to be polled.
   */
  get lastPollLimitMs(): number {
    const { requestTimeoutMs } = this.settings;
    return Math.min(requestTimeoutMs, this.#deadlineMs + requestTimeoutMs - this.clock.nowMs());
  }

  /** The limit for manual steps, less what the orders before have used of it; `undefined` for none. */
  get manualTimeLeftMs(): number | undefined {
    const limitMs = this.settings.manualStepTimeoutMs;
    return limitMs === undefined ? undefined : Math.max(0, limitMs - this.#manualUsedMs);
  }

  /** Time spent in manual steps moves the deadline if they have a limit of their own. */
  addManualTime(usedMs: number): void {
    if (this.settings.manualStepTimeoutMs === undefined) return;
    this.#manualUsedMs += usedMs;
    this.#deadlineMs += usedMs;
    this.turns.due(this.#deadlineMs);
  }

  /** Learns from the past of the followed order, once; useless if another one is followed by then. */
  async learn(order: ChangeOrder): Promise<void> {
    const followed = this.#followed;
    const lesson = await followed.learn(order, this.#appId);
    if (lesson === undefined || followed !== this.#followed) return;
    this.note({ kind: 'learnt', ...lesson });
    this.news.announce();
  }

  /** The ID that the application's name means: from now on only the ID is used. */
  named(appId: string): void {
    this.#appId = appId;
    this.#followed = new FollowedOrder({ ...this.#followed.subject, appId });
  }

  note(note: Note): void {
    this.#reporter.noted(note, this.#moment());
  }

  /** From now on this order is polled. */
  follow(subject: Subject): FollowedOrder {
    if (subject.changeOrderId !== undefined) this.#onFollowed(subject.changeOrderId);
    this.#followed = new FollowedOrder(subject, this.settings.learn ? this.#past : undefined);
    this.turns.startAnew();
    this.#reporter.following(subject, this.#moment());
    return this.#followed;
  }

  /** The same if this order blocks the application; returns its past. */
  followBlocking(changeOrderId: string): FollowedOrder {
    return this.follow({ ...this.#followed.subject, changeOrderId });
  }

  polled(now: Progress, before: Progress): void {
    this.#followed.polled(now);
    this.turns.seen();
    this.#reporter.polled(now, before, this.#moment());
  }

  /** One more round of requests has shown what runs. */
  verifying(stage: VerifyStage): void {
    this.#verifying = stage;
    this.#reporter.verifying(this.#followed.progress, this.#moment());
  }

  /** Reports that the wait begins, and its heartbeats. */
  begin(): void {
    this.#reporter.started(this.#followed.subject);
    const signal = AbortSignal.any([this.cancel, this.#over.signal]);
    void heartbeat(this.clock, HEARTBEAT_MS, signal, () => {
      this.#reporter.beat(this.#followed.progress, this.#moment());
    });
  }

  /** The wait has ended: stops the heartbeats and releases the reserved call. */
  close(): void {
    this.#over.abort();
    this.turns.close();
  }

  /**
   * An order's ending as that of the target, now: with what was seen of that order, by default the followed
   * one.
   */
  ended(
    { verdict, cause }: Ending<GateCause, Verdict>,
    { subject, progress }: Pick<TargetEnding, 'subject' | 'progress'> = this.#followed,
    amongSeveral = false,
  ): TargetEnding {
    const nowMs = this.clock.nowMs();
    return {
      verdict,
      cause,
      subject,
      progress,
      amongSeveral,
      startedMs: this.#startMs,
      waitedMs: nowMs - this.#startMs,
      endedWallMs: this.clock.wallMs(),
      estimate: this.#estimate(),
    };
  }

  #estimate(): Estimate {
    return this.#followed.estimateAt({ nowMs: this.clock.nowMs(), wallMs: this.clock.wallMs() });
  }

  #moment(): Moment {
    const nowMs = this.clock.nowMs();
    return {
      elapsedMs: nowMs - this.#startMs,
      leftMs: Math.max(0, this.turns.dueMs - nowMs),
      wallMs: this.clock.wallMs(),
      startedMs: this.#startMs,
      estimate: this.#estimate(),
      verifying: this.#verifying,
    };
  }
}
