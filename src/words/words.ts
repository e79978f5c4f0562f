import type { Refusal } from '../discovery/choose-order.ts';
import type { CreationBound } from '../discovery/run-start.ts';
import type { GitHubFailure } from '../github/api.ts';
import type { InputFault, PlainDuration } from '../inputs/faults.ts';
import type { Note } from '../endings/note.ts';
import type { Fault } from '../rollout/fault.ts';
import type { Doubt } from '../rollout/progress.ts';
import type { BatchCounts } from '../rollout/judge.ts';
import type { FailedStatusName, StatusName } from '../rollout/statuses.ts';
import type { Verdict } from '../rollout/verdicts.ts';
import type { Estimate } from '../schedule/estimate.ts';
import type { CommandWords, TitledText } from './command.ts';
import type { DiagnosisWords } from './diagnosis.ts';

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
  readonly going: number;
  readonly red: number;
  /** Those that go on, where they are few enough. */
  readonly named: readonly string[];
  readonly leftMs: number;
}

/** A batch and how many there are, counted from 1. */
export interface BatchPlace {
  readonly number: number;
  readonly of: number;
}

/**
 * Everything that the gate says to a person, in one language. What it is given from the cloud is
 * clean text; escaping it is the part of who shows it.
 */
export interface Words {
  /** Between a label and what it labels, with its space where the language has one. */
  colon: string;
  /** Between two parts of a sentence, and between two sentences. */
  comma: string;
  sentenceGap: string;
  /** What stands in brackets after something, with the space before them where the language has one. */
  aside(text: string): string;
  duration(durationMs: number): string;
  statusName: Readonly<Record<StatusName, string>>;
  unknownStatus(status: number): string;
  subStatusName(subStatus: number | undefined): string;
  verdict: Readonly<Record<Verdict, string>>;

  log: {
    started(version: string): string;
    waiting(order: string | undefined, appId: string | undefined, place: string, timeoutMs: number): string;
    waitingForSeveral(orders: number, place: string, timeoutMs: number, callsPerMinute: number): string;
    target(order: string | undefined, appId: string | undefined): string;
    following(order: string): string;
    tookPlainNumber(duration: PlainDuration): string;
    shortPlainNumber(duration: PlainDuration): string;
    firstSeen(name: string, type: string | undefined, status: string, batches: number): string;
    order(status: string): string;
    subStatus(subStatus: string): string;
    batch(place: BatchPlace, status: string, tookMs: number | undefined): string;
    /** The estimate is empty where nobody can tell. */
    heartbeat(state: string, estimate: string, looks: number, leftMs: number): string;
    /** The same under a live picture, which says itself that the wait goes on. */
    liveBeat(state: string, estimate: string, leftMs: number): string;
    stepHeartbeat(counts: StepCounts): string;
    notSeenYet: string;
    trouble(fault: string): string;
    troubleOver(faults: number, lastedMs: number): string;
    doubtful: Readonly<Record<Doubt['kind'], string>>;
    /** In the place of changes that were too many to be told or kept. */
    changesLeftOut(count: number): string;
    request(action: string, requestId: string | undefined, tookMs: number, outcome: string): string;
    notReported(reason: string): string;
  };

  warning: {
    /** Secrets that cannot be masked, by the names of what holds them. */
    unmaskableTitle: string;
    unmaskable(names: readonly string[]): string;
    releaseTitle: string;
    release(order: string, application: string | undefined): string;
    approvalTitle: string;
    approval(order: string, approvalId: string | undefined): string;
    unknownStatusTitle: string;
    unknownStatus(what: 'Status' | 'SubStatus', value: number): string;
    durationTitle: string;
    clockTitle: string;
    /** This machine's clock is off; the API's is ahead of it by so much, or behind, if negative. */
    clock(aheadMs: number): string;
  };

  note(note: Note): NoteText;
  /** How far a rollout is, how long it may still take, what is usual; empty where nobody can tell. */
  estimate(estimate: Estimate): string;
  batchIs(place: BatchPlace, status: string, forMs: number | undefined): string;
  fault(fault: Fault): string;
  faultRemedy(fault: Fault): string;

  cause: {
    succeeded(facts: EndFacts): Explanation;
    endedBadly(end: BadEnd): Explanation;
    needsRollback(rollbackSupported: boolean | undefined): Explanation;
    contradicted(batchNumber: number, batchStatus: string): Explanation;
    batchUnknown(batchNumber: number): Explanation;
    batchOpen(batchNumber: number, batchStatus: string): Explanation;
    batchesDiffer(counts: BatchCounts): Explanation;
    absent(facts: EndFacts, fault: Fault): Explanation;
    unlisted(facts: EndFacts): Explanation;
    foreign(facts: EndFacts, appId: string): Explanation;
    refused(facts: EndFacts, fault: Fault): Explanation;
    outage(facts: EndFacts, fault: Fault, lastedMs: number): Explanation;
    deadline(facts: EndFacts): Explanation;
    cancelled(facts: EndFacts, signal: string): Explanation;
    notAwaited(facts: EndFacts): Explanation;
    manualStep(
      facts: EndFacts,
      release: boolean,
      approvalId: string | undefined,
      ranOut: boolean,
    ): Explanation;
    /** `claimedMs`: the time in the future (epoch ms) that the order tells of itself. */
    undated(facts: EndFacts, claimedMs: number | undefined): Explanation;
    stale(facts: EndFacts, startMs: number): Explanation;
    noneFound(facts: EndFacts, newest: Refusal | undefined, bound: CreationBound): Explanation;
    listUnreadable(fault: Fault, succeeded: boolean): Explanation;
    /** Put before and after what is said of the order that decided among several. */
    amongSeveral(orderId: string): Explanation;
    badInputs(faults: number): Explanation;
    bug(message: string): Explanation;
  };
  inputFault(fault: InputFault): string;
  diagnosis: DiagnosisWords;
  command: CommandWords;

  check: {
    /** Notices: there is no token or no commit; GitHub refused. */
    impossible: TitledText;
    refused(status: number, message: string): TitledText;
    /** At the start of its title while the order goes on: the batch that it is at, or any other state. */
    batch(place: BatchPlace): string;
    pause(after: BatchPlace): string;
    state(status: string): string;
    /** The answer is not believed before it has stood for a while. */
    doubtful: string;
    /** The order says that it is over; the verdict follows. */
    ending(status: string): string;
    /** Of a check run whose process was killed, and what the log says when it is closed. */
    killedTitle: string;
    killed: string;
    closed: string;
    notClosed(failure: GitHubFailure): string;
  };

  report: {
    /** What stands before and after the application's name. */
    headline(verdict: Verdict | undefined): { readonly before: string; readonly after: string };
    severalHeadline(counts: Omit<StepCounts, 'named' | 'leftMs'> & { readonly green: number }): string;
    goingOn: string;
    open: string;
    overview: string;
    overviewColumn: Readonly<
      Record<'number' | 'application' | 'state' | 'bar' | 'duration' | 'verdict' | 'link', string>
    >;
    /** Stands for the annotations of red orders that are not shown. */
    moreRed(orders: number): TitledText;
    unnamedHeadline(verdict: Verdict | undefined): string;
    facts: string;
    notes: string;
    chart: string;
    timeline: string;
    batchLabel(number: number): string;
    pause: string;
    planned: string;
    openJob: string;
    /** What is usual, put to the last of so many rollouts where this one took longer than all of them. */
    usual(usualMs: number, longerThanAny: number | undefined): string;
    whatToDo: string;
    errorMessage: string;
    fact: Readonly<
      Record<
        | 'verdict'
        | 'application'
        | 'changeOrder'
        | 'type'
        | 'status'
        | 'description'
        | 'waited'
        | 'usual'
        | 'estimate'
        | 'region'
        | 'started'
        | 'rollback',
        string
      >
    >;
    yes: string;
    no: string;
    batches: string;
    batchColumn: Readonly<Record<'batch' | 'state' | 'start' | 'duration' | 'bar', string>>;
    /** Over the table of all batches, where only some stand open. */
    allBatches(batches: number): string;
    moreBatches(batches: number): string;
    notBegun: string;
    openInConsole: string;
    footer(counts: FooterCounts): string;
    leftOut(names: readonly string[]): string;
  };
}
