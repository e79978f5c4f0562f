import type { ChangeOrder } from './change-order.ts';
import { changesBetween } from './change.ts';
import type { Course } from './course.ts';
import { courseAfter, NO_COURSE } from './course.ts';
import type { Fault } from './fault.ts';
import { isFinal } from './fault.ts';
import type { Look } from './look.ts';
import type { ManualTime } from './manual-step.ts';
import { manualTimeAfter, NO_MANUAL_TIME } from './manual-step.ts';
import { readingOf } from './reading.ts';
import type { Timeline } from './timeline.ts';
import { NO_CHANGES, timelineAfter } from './timeline.ts';

/** An answer that may be a passing inconsistency: it counts only when it stands for a while. */
export interface Doubt {
  readonly kind:
    | 'absent'
    | 'contradicted'
    | 'batch-unknown'
    | 'batch-open'
    | 'batches-differ'
    | 'undated'
    | 'unlisted'
    /** The answer says success and failure at once. */
    | 'contradictory'
    /** The API refuses, with a code that it does not document. */
    | 'refused'
    /** There is no host of this name. */
    | 'unknown-host';
  readonly sinceMs: number;
  /** When it was seen last, and by how many looks in all. */
  readonly lastMs: number;
  readonly looks: number;
  /** The look that showed it last. */
  readonly evidence: Look;
}

/** All that the looks at one order have shown so far. All times by the monotonic clock. */
export interface Progress {
  /** The last well-formed answer, and when it came. */
  readonly order: ChangeOrder | undefined;
  readonly readAtMs: number | undefined;
  readonly last: Look | undefined;
  readonly lastFault: { readonly fault: Fault; readonly atMs: number } | undefined;
  readonly unreadableSinceMs: number | undefined;
  readonly doubt: Doubt | undefined;
  readonly manual: ManualTime;
  /** When the last look but one ended: the end of the rollout was noticed at most so late. */
  readonly lookBeforeMs: number | undefined;
  readonly lookMs: number | undefined;
  /** Looks in a row that showed nothing new. */
  readonly quietLooks: number;
  readonly looks: number;
  readonly throttles: number;
  /** Passing faults, throttles apart. */
  readonly faults: number;
  /** What changed, of very much the beginning and the end. */
  readonly timeline: Timeline;
  /** What the last look showed that is new. */
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
  lookBeforeMs: undefined,
  lookMs: undefined,
  quietLooks: 0,
  looks: 0,
  throttles: 0,
  faults: 0,
  timeline: NO_CHANGES,
  news: NO_CHANGES,
  course: NO_COURSE,
};

/** What is known after one more look. Pure. */
export function fold(before: Progress, look: Look, nowMs: number): Progress {
  const doubt = doubtAfter(before.doubt, look, nowMs);
  const changes = look.kind === 'read' ? changesBetween(before.order, look.order, nowMs) : [];
  const newDoubt = doubt !== undefined && doubt.kind !== before.doubt?.kind;
  const known = {
    ...before,
    last: look,
    lookBeforeMs: before.lookMs,
    lookMs: nowMs,
    looks: before.looks + 1,
    quietLooks: changes.length > 0 || newDoubt ? 0 : before.quietLooks + 1,
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

function doubtAfter(before: Doubt | undefined, look: Look, nowMs: number): Doubt | undefined {
  const kind = doubtIn(look);
  if (kind === 'unknown') return before;
  if (kind === undefined) return undefined;
  const again = before?.kind === kind ? before : { sinceMs: nowMs, looks: 0 };
  return { kind, sinceMs: again.sinceMs, lastMs: nowMs, looks: again.looks + 1, evidence: look };
}

/** The doubt that a look raises; `unknown` where it tells nothing about the order. */
function doubtIn(look: Look): Doubt['kind'] | undefined | 'unknown' {
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
  const lastFault = { fault, atMs: nowMs };
  if (isFinal(fault)) return { lastFault };
  // Who is told to slow down, that there is no such order, or two things at once, has had an answer: no outage.
  if (fault.reason === 'throttled') {
    return { lastFault, throttles: before.throttles + 1, unreadableSinceMs: undefined };
  }
  if (fault.reason === 'no-such-order') return { lastFault, unreadableSinceMs: undefined };
  const faults = before.faults + 1;
  if (fault.reason === 'contradictory') return { lastFault, faults, unreadableSinceMs: undefined };
  return { lastFault, faults, unreadableSinceMs: before.unreadableSinceMs ?? nowMs };
}
