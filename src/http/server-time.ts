import type { Clock } from '../polling/clock.ts';
import type { FaultAnswer } from '../rollout/fault.ts';

/** A clock that is further off is not believed. */
const FURTHEST_MS = 366 * 24 * 3_600_000;

/** The API accepts time stamps that are up to 15 minutes off: a smaller correction is useless. */
const LEAST_MS = 60_000;

/** The API's clock and the one that stamps may differ by this without a refusal. */
const CLOCKS_DIFFER_MS = 15 * 60_000;

/**
 * The latest moment (epoch ms) at which anything in an answer that came at `cameMs` can have happened: a
 * later time is wrong and proves nothing. Pure.
 */
export function latestBelievableMs(cameMs = Infinity): number {
  return cameMs + CLOCKS_DIFFER_MS;
}

/** What a refused time stamp showed. */
export interface TimeLesson {
  /** How far the server's clock is ahead of this machine's; `undefined` if it does not report it credibly. */
  readonly aheadMs: number | undefined;
  /** Whether the same request, stamped again, may be accepted. */
  readonly helps: boolean;
}

/**
 * The time that requests are stamped with: this machine's, until a server has refused that and reported its
 * own. For time stamps only: a server's time moves no deadline, no bound for orders and no verdict.
 */
export class ServerTime {
  readonly #clock: Clock;
  readonly #learned: (aheadMs: number) => void;
  #aheadMs = 0;
  #ownOnly = false;

  /** `learned` is called each time the server's time is adopted. */
  constructor(clock: Clock, learned: (aheadMs: number) => void) {
    this.#clock = clock;
    this.#learned = learned;
  }

  /** Epoch ms. */
  nowMs(): number {
    return this.#clock.wallMs() + this.#aheadMs;
  }

  /**
   * From now on this machine's clock has to be right: something depends on it that no server may correct, and
   * that would be wrong unnoticed.
   */
  insistOnOwn(): void {
    this.#ownOnly = true;
    this.#aheadMs = 0;
  }

  /** A server refused the stamp `stampedMs` (epoch ms), in an answer with this `Date` header. */
  refused(stampedMs: number, date: string | undefined): TimeLesson {
    const wallMs = this.#clock.wallMs();
    const serverMs = dateHeaderMs(date);
    const aheadMs = serverMs === undefined ? undefined : serverMs - wallMs;
    if (serverMs === undefined || aheadMs === undefined || Math.abs(aheadMs) > FURTHEST_MS) {
      return { aheadMs: undefined, helps: false };
    }
    const isOff = Math.abs(aheadMs) >= LEAST_MS;
    // Of concurrent requests, another answer may have corrected it already.
    const helps = !this.#ownOnly && Math.abs(serverMs - stampedMs) >= LEAST_MS;
    if (helps && Math.abs(this.nowMs() - serverMs) >= LEAST_MS) {
      this.#aheadMs = aheadMs;
      this.#learned(aheadMs);
    }
    return { aheadMs: isOff ? aheadMs : undefined, helps };
  }
}

/** An answer, and whether the same request with another time stamp may succeed. */
export interface Stamped<Answer> {
  readonly answer: Answer | FaultAnswer;
  readonly stampAgain: boolean;
}

/** What an answer with this `Date` header means for the stamp (epoch ms) of its request. */
export function judgeStamp<Answer extends { readonly kind: string }>(
  answer: Answer | FaultAnswer,
  serverTime: ServerTime,
  stampMs: number,
  date: string | undefined,
): Stamped<Answer> {
  if (!('fault' in answer) || answer.fault.reason !== 'clock') return { answer, stampAgain: false };
  const { aheadMs, helps } = serverTime.refused(stampMs, date);
  return { answer: { kind: 'fault', fault: { ...answer.fault, clockAheadMs: aheadMs } }, stampAgain: helps };
}

/**
 * The moment of a `Date` header in the form of RFC 9110 (IMF-fixdate), epoch ms; `undefined` for any other
 * text. Pure.
 */
export function dateHeaderMs(date: string | undefined): number | undefined {
  const epochMs = Date.parse(date ?? '');
  return !Number.isNaN(epochMs) && new Date(epochMs).toUTCString() === date ? epochMs : undefined;
}

/** A time as Alibaba Cloud writes it: `2026-11-22T05:31:07Z`. */
export function utcSeconds(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/\.\d+Z$/u, 'Z');
}
