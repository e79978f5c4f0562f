import type { ChangeOrder } from './change-order.ts';
import type { Course, Timeline } from './changes.ts';
import { NO_CHANGES, NO_COURSE, changesBetween, courseAfter, timelineAfter } from './changes.ts';
import type { Fault } from './fault.ts';
import { isFinal } from './fault.ts';
import { readingOf } from './reading.ts';
import { manualStepOf } from './statuses.ts';

/** What one poll of a change order showed. A failed poll is an observation, not an exception. */
export type Observation =
  /** A well-formed answer for this very order, which belongs to the right application. */
  | {
      readonly kind: 'read';
      readonly order: ChangeOrder;
      /** Whether it is proven to be recent enough; always true for an order given by its ID. */
      readonly dated: boolean;
      /** The time in the future (epoch ms) that it reports instead of such a proof. */
      readonly claimedMs?: number | undefined;
    }
  /** No usable answer; the fault says why. */
  | { readonly kind: 'faulty'; readonly fault: Fault }
  /** The order belongs to another application than requested. */
  | { readonly kind: 'foreign'; readonly appId: string }
  /**
   * The order was found in a list, but its first batch began (epoch ms) before this run could have created
   * it.
   */
  | { readonly kind: 'stale'; readonly startMs: number }
  /** The answer names no application, and the application's own list does not have the order. */
  | { readonly kind: 'unlisted' };

/** How long an order has been waiting for a person (status 8 or 11). Times by the monotonic clock. */
export interface ManualTime {
  /** `undefined` while it is not waiting for a person. */
  readonly sinceMs: number | undefined;
  /** In earlier waits. */
  readonly usedMs: number;
}

export const NO_MANUAL_TIME: ManualTime = { sinceMs: undefined, usedMs: 0 };

/** Whether only a person can continue the order: by releasing the next batch, or by approving it. */
export function awaitsPerson({ status }: ChangeOrder): boolean {
  return manualStepOf(status) !== undefined;
}

/** The time spent waiting for a person, in ms of the monotonic clock, after a poll at `nowMs`. Pure. */
export function manualTimeAfter(
  { sinceMs, usedMs }: ManualTime,
  order: ChangeOrder,
  nowMs: number,
): ManualTime {
  if (awaitsPerson(order)) return { sinceMs: sinceMs ?? nowMs, usedMs };
  return { sinceMs: undefined, usedMs: usedMs + (sinceMs === undefined ? 0 : nowMs - sinceMs) };
}

/**
 * When the last poll is due. If manual steps have a limit of their own, the time spent in them counts against
 * that limit and not against the deadline. Pure.
 */
export function dueMs(
  { sinceMs, usedMs }: ManualTime,
  deadlineMs: number,
  manualStepTimeoutMs: number | undefined,
): number {
  if (manualStepTimeoutMs === undefined) return deadlineMs;
  return sinceMs === undefined ? deadlineMs + usedMs : sinceMs + Math.max(0, manualStepTimeoutMs - usedMs);
}

/** An answer that may be a passing inconsistency: it counts only if it lasts for a while. */
export interface Doubt {
  readonly kind:
    | 'absent'
    | 'contradicted'
    | 'batch-unknown'
    | 'batch-open'
    | 'batches-differ'
    | 'undated'
    | 'unlisted'
    /** The answer reports success and failure at once. */
    | 'contradictory'
    /** The API refuses, with an undocumented code. */
    | 'refused'
    /** There is no host of this name. */
    | 'unknown-host';
  readonly sinceMs: number;
  /** When it was seen last, and by how many polls in all. */
  readonly lastMs: number;
  readonly polls: number;
  /** The last poll that showed it. */
  readonly evidence: Observation;
}

/** All that the polls of one order have shown so far. All times by the monotonic clock. */
export interface Progress {
  /** The last well-formed answer, and when it came. */
  readonly order: ChangeOrder | undefined;
  readonly readAtMs: number | undefined;
  readonly last: Observation | undefined;
  readonly lastFault: Fault | undefined;
  readonly unreadableSinceMs: number | undefined;
  readonly doubt: Doubt | undefined;
  readonly manual: ManualTime;
  /** When the poll before the last one ended: the end of the rollout was noticed no later after it. */
  readonly polledBeforeMs: number | undefined;
  readonly polledMs: number | undefined;
  /** Consecutive polls that showed nothing new. */
  readonly quietPolls: number;
  readonly polls: number;
  readonly throttles: number;
  /** Passing faults, except throttling. */
  readonly faults: number;
  /** What changed; of very many changes the first and the last. */
  readonly timeline: Timeline;
  /** What is new in the last poll. */
  readonly news: Timeline;
  /** What all changes together have shown. */
  readonly course: Course;
}

export const NO_PROGRESS: Progress = {
  order: undefined,
  readAtMs: undefined,
  last: undefined,
  lastFault: undefined,
  unreadableSinceMs: undefined,
  doubt: undefined,
  manual: NO_MANUAL_TIME,
  polledBeforeMs: undefined,
  polledMs: undefined,
  quietPolls: 0,
  polls: 0,
  throttles: 0,
  faults: 0,
  timeline: NO_CHANGES,
  news: NO_CHANGES,
  course: NO_COURSE,
};

/** What is known after one more poll. Pure. */
export function fold(before: Progress, look: Observation, nowMs: number): Progress {
  const doubt = doubtAfter(before.doubt, look, nowMs);
  const changes = look.kind === 'read' ? changesBetween(before.order, look.order, nowMs) : [];
  const newDoubt = doubt !== undefined && doubt.kind !== before.doubt?.kind;
  const known = {
    ...before,
    last: look,
    polledBeforeMs: before.polledMs,
    polledMs: nowMs,
    polls: before.polls + 1,
    quietPolls: changes.length > 0 || newDoubt ? 0 : before.quietPolls + 1,
    doubt,
    news: timelineAfter(NO_CHANGES, changes),
  };
  switch (look.kind) {
    case 'read':
      return {
        ...known,
        order: look.order,
        readAtMs: nowMs,
        manual: manualTimeAfter(before.manual, look.order, nowMs),
        unreadableSinceMs: undefined,
        timeline: timelineAfter(before.timeline, changes),
        course: courseAfter(before.course, changes),
      };
    case 'faulty':
      return { ...known, ...afterFault(before, look.fault, nowMs) };
    case 'foreign':
    case 'stale':
    case 'unlisted':
      return { ...known, unreadableSinceMs: undefined };
  }
}

function doubtAfter(before: Doubt | undefined, look: Observation, nowMs: number): Doubt | undefined {
  const kind = doubtIn(look);
  if (kind === 'unknown') return before;
  if (kind === undefined) return undefined;
  const again = before?.kind === kind ? before : { sinceMs: nowMs, polls: 0 };
  return { kind, sinceMs: again.sinceMs, lastMs: nowMs, polls: again.polls + 1, evidence: look };
}

/** The doubt that a poll raises; `unknown` if it says nothing about the order. */
function doubtIn(look: Observation): Doubt['kind'] | undefined | 'unknown' {
  switch (look.kind) {
    case 'read': {
      const reading = readingOf(look.order, look.dated);
      return reading.kind === 'doubtful' ? reading.doubt : undefined;
    }
    case 'unlisted':
      return 'unlisted';
    case 'foreign':
    case 'stale':
      return undefined;
    case 'faulty':
      return doubtOfFault(look.fault);
  }
}

function doubtOfFault({ reason }: Fault): Doubt['kind'] | 'unknown' {
  switch (reason) {
    case 'no-such-order':
      return 'absent';
    case 'not-documented':
      return 'refused';
    case 'contradictory':
    case 'unknown-host':
      return reason;
    default:
      return 'unknown';
  }
}

function afterFault(before: Progress, fault: Fault, nowMs: number): Partial<Progress> {
  const lastFault = fault;
  if (isFinal(fault)) return { lastFault };
  // Throttling, a missing order and a contradictory answer are answers: no outage.
  if (fault.reason === 'throttled') {
    return { lastFault, throttles: before.throttles + 1, unreadableSinceMs: undefined };
  }
  if (fault.reason === 'no-such-order') return { lastFault, unreadableSinceMs: undefined };
  const faults = before.faults + 1;
  if (fault.reason === 'contradictory') return { lastFault, faults, unreadableSinceMs: undefined };
  return { lastFault, faults, unreadableSinceMs: before.unreadableSinceMs ?? nowMs };
}
