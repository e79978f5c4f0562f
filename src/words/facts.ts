import type { GateCause } from '../endings/ending.ts';
import type { IdleCause } from '../idle/await-idle.ts';
import type { Fault } from '../rollout/fault.ts';
import type { ManualStep, StatusName } from '../rollout/statuses.ts';
import type { GateVerdict, IdleVerdict, Task, Verdict } from '../rollout/verdicts.ts';
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

/** What one language says of the verdicts of each task. */
interface VerdictWords {
  readonly task: Task;
  readonly gate: Readonly<Record<GateVerdict, string>>;
  readonly idle: Readonly<Record<IdleVerdict, string>>;
}

/** A verdict in words, as one of its task; `undefined` for none. Pure. */
export function verdictWord(
  verdict: Verdict | undefined,
  { task, gate, idle }: VerdictWords,
): string | undefined {
  if (verdict === undefined) return undefined;
  const words: Readonly<Partial<Record<Verdict, string>>> = task === 'idle' ? idle : gate;
  // No verdict of another task comes here: if one did, it had to be seen for what it is.
  return words[verdict] ?? verdict;
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
  readonly lastStatus: number | undefined;
  /** The same status in words, and the batch that the order is at, as `statusText` and `batchIs` say them. */
  readonly lastState: string | undefined;
  readonly lastFault: Fault | undefined;
  /** The order was last seen to say that it succeeded, which was not proven by then. */
  readonly unproven: boolean;
  /** What only a person can do, where the order was last seen to wait for that. */
  readonly waitsFor: ManualStep | undefined;
  /** There were too few calls for a look at the end. */
  readonly callsScarce: boolean;
  /** How long ago that status was seen; `undefined` where it was just now, or never. */
  readonly lastPollAgoMs: number | undefined;
  /** The first batch that ended badly, as `batchIs` says it. */
  readonly badBatch: string | undefined;
  /** The diagnosis tells why. */
  readonly diagnosed: boolean;
  readonly rollbackSupported: boolean | undefined;
  readonly approvalId: string | undefined;
}

/** What is said where nothing was seen of any order. */
export const NOTHING_SEEN: EndFacts = {
  waitedMs: 0,
  changeOrderId: '',
  askedAppId: undefined,
  lastStatus: undefined,
  lastState: undefined,
  lastFault: undefined,
  unproven: false,
  waitsFor: undefined,
  callsScarce: false,
  lastPollAgoMs: undefined,
  badBatch: undefined,
  diagnosed: false,
  rollbackSupported: undefined,
  approvalId: undefined,
};

/** What the foot of a report counts. */
export interface FooterCounts {
  readonly polls: number;
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
