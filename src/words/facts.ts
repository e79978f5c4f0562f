import type { GateCause } from '../endings/ending.ts';
import type { IdleCause } from '../idle/await-idle.ts';
import type { Fault } from '../rollout/fault.ts';
import type { ManualStep, StatusName } from '../rollout/statuses.ts';
import { statusName } from '../rollout/statuses.ts';

/** The text for each kind of a thing, or a function that makes it. */
export type Sayings<Thing extends { readonly kind: string }> = {
  readonly [Kind in Thing['kind']]: string | ((thing: Thing & { readonly kind: Kind }) => string);
};

/** The text for one thing. Pure. */
export function sayingOf<Thing extends { readonly kind: string }>(
  sayings: Sayings<Thing>,
  thing: Thing,
): string {
  const saying: string | ((thing: Thing) => string) = sayings[thing.kind as Thing['kind']];
  return typeof saying === 'string' ? saying : saying(thing);
}

/** One language's words for statuses. */
export interface StatusWords {
  readonly statusName: Readonly<Record<StatusName, string>>;
  readonly unknownStatus: (status: number) => string;
}

/** A status number in words. Pure. */
export function statusText(status: number, words: StatusWords): string {
  const name = statusName(status);
  return name === undefined ? words.unknownStatus(status) : words.statusName[name];
}

type CauseByKind = { readonly [Cause in GateCause as Cause['kind']]: Cause };

/** Why a step ended as it did, and what to do: a text for each kind of cause. */
export type CauseWords = {
  readonly [Kind in keyof CauseByKind]: (cause: CauseByKind[Kind], facts: EndFacts) => Explanation;
};

/** The same for the causes of the wait for a free application. */
export type IdleCauseWords = Pick<CauseWords, IdleCause['kind']>;

/** The text for a cause of any kind. Pure. */
export function causeText<Kind extends GateCause['kind']>(
  { cause: texts }: { readonly cause: CauseWords },
  cause: CauseByKind[Kind] & { readonly kind: Kind },
  facts: EndFacts,
): Explanation {
  const say: CauseWords[Kind] = texts[cause.kind];
  return say(cause, facts);
}

/**
 * What happened, for a person: in a clause after the application's name, in full, and what to do, one step a
 * line.
 */
export interface Explanation {
  readonly title: string;
  readonly what: string;
  readonly remedy: string;
}

/** The result of undoing a rollout, and what to do then: its title is that of the reason for undoing it. */
export type UndoExplanation = Pick<Explanation, 'what' | 'remedy'>;

/** A note as a line of text; the title is for its annotation, if it is one. */
export interface NoteText {
  readonly title: string;
  readonly text: string;
}

/** What the sentences about an ended wait need; texts are ready to show. */
export interface EndFacts {
  readonly waitedMs: number;
  readonly changeOrderId: string;
  readonly askedAppId: string | undefined;
  /** Where the order was last seen, in half a sentence. */
  readonly lastState: string | undefined;
  readonly lastFault: Fault | undefined;
  /** The order last reported success, which was not proven in time. */
  readonly unproven: boolean;
  /** The manual step that the order was last seen to wait for. */
  readonly waitsFor: ManualStep | undefined;
  /** There were too few calls for a poll at the end. */
  readonly callsScarce: boolean;
  /** The first batch that ended badly, as `batchIs` words it, and its place. */
  readonly badBatch: string | undefined;
  readonly place: BatchPlace | undefined;
  /** Why, in half a clause, from the diagnosis. */
  readonly short: string | undefined;
  /** How long the proof of what runs has held; `undefined` if none was requested, or there was none. */
  readonly provenMs: number | undefined;
  readonly rollbackSupported: boolean | undefined;
  /** Whether the command that rolls back stands below. */
  readonly hasRollbackCommand: boolean;
  readonly approvalId: string | undefined;
  /**
   * The first order of the same step that did not succeed, by number and name; `undefined` if there is none.
   */
  readonly stopper: string | undefined;
}

/** If no order was seen. */
export const NOTHING_SEEN: EndFacts = {
  waitedMs: 0,
  changeOrderId: '',
  askedAppId: undefined,
  lastState: undefined,
  lastFault: undefined,
  unproven: false,
  waitsFor: undefined,
  callsScarce: false,
  badBatch: undefined,
  place: undefined,
  short: undefined,
  provenMs: undefined,
  rollbackSupported: undefined,
  hasRollbackCommand: false,
  approvalId: undefined,
  stopper: undefined,
};

/** The counts in the footer of a report. */
export interface FooterCounts {
  readonly polls: number;
  readonly throttles: number;
  /** Failed polls that were recovered from. */
  readonly faults: number;
  readonly version: string;
}

/** The last known state of a rollout; `claimed`: its order reports success, and nothing confirms it. */
export type Fate =
  | 'finished'
  | 'superseded'
  | 'claimed'
  | 'stopped'
  /** It had several batches: of those SAE rolls back what fails, as far as it can. */
  | 'stopped-phased'
  | 'terminated'
  | 'stuck'
  | 'paused'
  | 'continues'
  | 'unknown'
  /** Nor is the application known. */
  | 'nameless';

/** An image or version, with how many instances run it. */
export interface RunningKind {
  /** An image or a version; empty where neither is reported. */
  readonly what: string;
  /** Whether they were created since the rollout began; `undefined` where the times are missing. */
  readonly age: 'new' | 'old' | undefined;
  readonly count: number;
}

/** What runs, counted; texts are ready to show. */
export interface RunningFacts {
  readonly ready: number;
  /** The requested number of instances, or else how many there are. */
  readonly of: number;
  /** Each image or version, with how many ready instances run it. */
  readonly kinds: readonly RunningKind[];
  /** The same for those that are not ready. */
  readonly unready: readonly RunningKind[];
  readonly restarts: number | undefined;
  readonly draining: number;
  readonly partly: boolean;
}

/** A proof in progress; `ready` is `undefined` before the first round. */
export interface VerifyFacts {
  readonly kind: 'verifying' | 'baking';
  readonly lastedMs: number;
  readonly ofMs: number;
  readonly ready: number | undefined;
  readonly of: number | undefined;
}

/** The states of the orders of a step. */
export interface StepCounts {
  readonly all: number;
  readonly green: number;
  readonly red: number;
  /** The red ones whose rollout has failed, not only the wait for it. */
  readonly failed: number;
  /** The red ones whose rollout still runs: only the wait has ended. */
  readonly left: number;
  readonly going: number;
}

/** A batch and how many there are, counted from 1. */
export interface BatchPlace {
  readonly number: number;
  readonly of: number;
}
