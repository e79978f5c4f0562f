import type { GateCause } from '../endings/ending.ts';
import type { IdleCause } from '../idle/await-idle.ts';
import type { Fault } from '../rollout/fault.ts';
import type { ManualStep, StatusName } from '../rollout/statuses.ts';
import { statusName } from '../rollout/statuses.ts';

/** What is said of each kind of a thing: a text, or what makes one of the thing. */
export type Sayings<Thing extends { readonly kind: string }> = {
  readonly [Kind in Thing['kind']]: string | ((thing: Thing & { readonly kind: Kind }) => string);
};

/** What is said of one thing. Pure. */
export function sayingOf<Thing extends { readonly kind: string }>(
  sayings: Sayings<Thing>,
  thing: Thing,
): string {
  const saying: string | ((thing: Thing) => string) = sayings[thing.kind as Thing['kind']];
  return typeof saying === 'string' ? saying : saying(thing);
}

/** What one language says of statuses. */
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

/** The same of those of the wait for a free application. */
export type IdleCauseWords = Pick<CauseWords, IdleCause['kind']>;

/** What is said of a cause, whatever its kind. Pure. */
export function causeText<Kind extends GateCause['kind']>(
  { cause: texts }: { readonly cause: CauseWords },
  cause: CauseByKind[Kind] & { readonly kind: Kind },
  facts: EndFacts,
): Explanation {
  const say: CauseWords[Kind] = texts[cause.kind];
  return say(cause, facts);
}

/**
 * What happened, said to a person: in a clause behind the application's name, in whole, and with what to do, a
 * step a line.
 */
export interface Explanation {
  readonly title: string;
  readonly what: string;
  readonly remedy: string;
}

/** What became of undoing a rollout, and what to do then: its title is that of why it had to be. */
export type UndoExplanation = Pick<Explanation, 'what' | 'remedy'>;

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
  /** Where the order was last seen, in half a sentence. */
  readonly lastState: string | undefined;
  readonly lastFault: Fault | undefined;
  /** The order was last seen to say that it succeeded, which was not proven by then. */
  readonly unproven: boolean;
  /** What only a person can do, where the order was last seen to wait for that. */
  readonly waitsFor: ManualStep | undefined;
  /** There were too few calls for a look at the end. */
  readonly callsScarce: boolean;
  /** The first batch that ended badly, as `batchIs` says it, and its place. */
  readonly badBatch: string | undefined;
  readonly place: BatchPlace | undefined;
  /** Why, in half a clause, as the diagnosis tells it. */
  readonly short: string | undefined;
  /** For how long the proof of what runs has held; `undefined` where none was asked for, or it did not come about. */
  readonly provenMs: number | undefined;
  readonly rollbackSupported: boolean | undefined;
  readonly approvalId: string | undefined;
  /** The order of the same step that did not succeed first, by number and name; `undefined` where there is none. */
  readonly stopper: string | undefined;
}

/** What is said where nothing was seen of any order. */
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
  approvalId: undefined,
  stopper: undefined,
};

/** What the foot of a report counts. */
export interface FooterCounts {
  readonly polls: number;
  readonly throttles: number;
  /** Failed polls that were recovered from. */
  readonly faults: number;
  readonly version: string;
}

/** What has become of a rollout, by what was seen of it last; `claimed`: its order says so, and nothing confirms it. */
export type Fate =
  'finished' | 'claimed' | 'stopped' | 'terminated' | 'stuck' | 'paused' | 'continues' | 'unknown';

/** An image or version, with how many instances carry it. */
export interface RunningKind {
  /** An image or a version; empty where neither is reported. */
  readonly what: string;
  /** Whether they were created since the rollout began; `undefined` where the times are missing. */
  readonly age: 'new' | 'old' | undefined;
  readonly count: number;
}

/** What runs, counted; texts are ready to be read. */
export interface RunningFacts {
  readonly ready: number;
  /** How many there should be, or else how many there are. */
  readonly of: number;
  /** Each image or version, with how many ready instances carry it. */
  readonly kinds: readonly RunningKind[];
  /** The same of those that are not ready. */
  readonly unready: readonly RunningKind[];
  readonly restarts: number | undefined;
  readonly draining: number;
  readonly partly: boolean;
}

/** A proof that is on its way; `ready` is `undefined` before the first round. */
export interface VerifyFacts {
  readonly kind: 'verifying' | 'baking';
  readonly lastedMs: number;
  readonly ofMs: number;
  readonly ready: number | undefined;
  readonly of: number | undefined;
}

/** How the orders of a step stand. */
export interface StepCounts {
  readonly all: number;
  readonly green: number;
  readonly red: number;
  /** Those of the red whose rollout has failed, not only the wait for it. */
  readonly failed: number;
  /** Those of the red whose rollout still runs: only the wait for it has ended. */
  readonly left: number;
  readonly going: number;
}

/** A batch and how many there are, counted from 1. */
export interface BatchPlace {
  readonly number: number;
  readonly of: number;
}
