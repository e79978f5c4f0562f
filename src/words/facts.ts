import type { Fault } from '../rollout/fault.ts';
import type { FailedStatusName } from '../rollout/statuses.ts';

/** What happened, said to a person: in one line, with its circumstances, and with what to do. */
export interface Explanation {
  readonly what: string;
  readonly remedy: string;
}

/** A note as a line of text; the title is that of its annotation, where it is one. */
export interface NoteText {
  readonly title: string;
  readonly text: string;
}

/** What the sentences about an ended wait are made of; texts are ready to be read. */
export interface EndFacts {
  readonly waitedMs: number;
  readonly changeOrderId: string;
  readonly askedAppId: string | undefined;
  /** The order's last known status, and the batch that it is at, as `statusText` and `batchIs` say them. */
  readonly lastState: string | undefined;
  readonly lastFault: Fault | undefined;
  /** The order was last seen to say that it succeeded, which was not proven by then. */
  readonly unproven: boolean;
  /** What only a person can do, where the order was last seen to wait for that. */
  readonly waitsFor: 'release' | 'approval' | undefined;
  /** There were too few calls for a look at the end. */
  readonly callsScarce: boolean;
  /** How long ago that status was seen; `undefined` where it was just now, or never. */
  readonly lastLookAgoMs: number | undefined;
}

/** How an order ended that did not succeed; texts are ready to be read. */
export interface BadEnd {
  readonly how: FailedStatusName;
  readonly status: number;
  readonly statusText: string;
  /** The batch that ended so, as `batchIs` says it. */
  readonly batch: string | undefined;
  /** The diagnosis tells why. */
  readonly diagnosed: boolean;
}

/** What the foot of a report counts. */
export interface FooterCounts {
  readonly looks: number;
  readonly throttles: number;
  /** Failed looks that were survived. */
  readonly faults: number;
  /** How late the end was noticed at most. */
  readonly lateMs: number | undefined;
  readonly version: string;
}

/** How the orders of a step stand. */
export interface StepCounts {
  readonly all: number;
  readonly green: number;
  readonly red: number;
  readonly going: number;
}

/** A batch and how many there are, counted from 1. */
export interface BatchPlace {
  readonly number: number;
  readonly of: number;
}
