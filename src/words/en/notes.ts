import type { CredentialsSource } from '../../credentials/choice.ts';
import type { RefusalReason } from '../../discovery/choose-order.ts';
import type { BoundSource, CreationBound } from '../../discovery/run-start.ts';
import type { Note } from '../../endings/ending.ts';
import type { PlainDuration } from '../../inputs/faults.ts';
import type { ListedOrder } from '../../rollout/change-order.ts';
import type { Estimate } from '../../schedule/estimate.ts';
import { cleanText } from '../../text/clean.ts';
import { joined } from '../../text/parts.ts';
import type { BatchPlace, NoteText, Sayings, StepCounts } from '../facts.ts';
import { sayingOf } from '../facts.ts';
import { formatTime, roughMs } from '../format.ts';
import { clockIs, faultText, runUnknownText } from './faults.ts';
import {
  approvalNeeded,
  aside,
  batchName,
  capitalized,
  count,
  duration,
  releaseNeeded,
  targetName,
} from './phrases.ts';

const KEEPS_WAITING = 'The gate keeps waiting, and runner minutes are billed meanwhile.';

/** The log lines of a wait, in English. */
export const log = {
  started: (version: string) => `sae-rollout-gate ${version}`,
  waiting: (order: string | undefined, appId: string | undefined, place: string, timeoutMs: number) =>
    `Waiting for ${targetName(order, appId)} (${place}), for at most ${duration(timeoutMs)}.`,
  waitingForFree: (application: string, place: string, timeoutMs: number) =>
    `Waiting until application ${application} is free (${place}), for at most ${duration(timeoutMs)}.`,
  waitingForSeveral: (orders: number, place: string, timeoutMs: number, callsPerMinute: number) =>
    `Waiting for ${orders} rollouts (${place}), for at most ${duration(timeoutMs)}, with at most ${callsPerMinute} calls a minute:`,
  target: targetName,
  following: (order: string) => `Polling change order ${order}.`,
  changesLeftOut: (changes: number) => `… ${count(changes, 'change')} left out …`,
  tookPlainNumber: ({ input, got, durationMs }: PlainDuration) =>
    `${input}: ${got} means ${duration(durationMs)} (plain numbers are seconds).`,
  shortPlainNumber: ({ input, got, durationMs }: PlainDuration) =>
    `${input}: ${got} is a plain number and means seconds, ${duration(durationMs)}. ` +
    `If you meant minutes, write ${got}m; if you meant seconds, write ${got}s.`,
  firstSeen: (name: string, type: string | undefined, status: string, batches: number) =>
    `${name}${aside(type)}: ${status}${batches === 0 ? '' : `, ${count(batches, 'batch', 'batches')}`}`,
  order: (status: string) => `Change order: ${status}`,
  subStatus: (subStatus: string) => `SubStatus: ${subStatus}`,
  batch: (place: BatchPlace, status: string, tookMs: number | undefined) =>
    `${capitalized(batchName(place))}: ${status}${tookMs === undefined ? '' : ` after ${duration(tookMs)}`}`,
  /** The estimate is empty if unknown. */
  heartbeat: (state: string, estimate: string, looks: number, leftMs: number) =>
    `Still waiting: ${state}${estimate === '' ? '' : ` · ${estimate}`} · ${count(looks, 'poll')} · ${duration(leftMs)} until the deadline`,
  /** The same for a live picture, which already shows that the wait continues. */
  liveBeat: (state: string, estimate: string, leftMs: number) =>
    `${state}${estimate === '' ? '' : ` · ${estimate}`} · ${duration(leftMs)} until the deadline`,
  /** `named`: the running orders, if they are few enough. */
  stepHeartbeat: (
    { all, going, red }: Pick<StepCounts, 'all' | 'going' | 'red'>,
    named: readonly string[],
    leftMs: number,
  ) =>
    `Still waiting for ${going} of ${all} rollouts${aside(...named)}${red === 0 ? '' : ` · ${red} not successful`} · ${duration(leftMs)} until the deadline`,
  notSeenYet: 'the order has not been seen yet',
  trouble: (text: string) => `No usable answer, polling again: ${text}`,
  troubleOver: (faults: number, lastedMs: number) =>
    `The API can be read again, after ${count(faults, 'failed poll')} in ${duration(lastedMs)}.`,
  doubtful: {
    absent: 'There is no such order (yet); polling for another 15 s before this counts.',
    contradicted:
      'The order says succeeded although a batch says failed; polling for another 15 s before the verdict.',
    'batch-unknown':
      'The order says succeeded although the status of a batch is not reported; polling for another 15 s.',
    'batch-open':
      'The order says succeeded although a batch has not succeeded; polling for another 15 s before the verdict.',
    'batches-differ':
      'The order says succeeded, but its batches are not as many as it says; polling for another 15 s.',
    undated: 'The order says succeeded, but its times do not match it to this run; polling for another 15 s.',
    contradictory:
      'The answer says success and an error at once; polling for another 15 s before the verdict.',
    refused:
      'The API refuses the request with a code that it does not document; polling for another 15 s before this counts.',
    'unknown-host': 'There is no host of this name (yet); polling for another 15 s before this counts.',
    unlisted:
      "The order is not in the application's list (yet); polling for another 15 s before this counts.",
  },
  request: (action: string, requestId: string | undefined, tookMs: number, outcome: string) =>
    `${action} ${requestId ?? 'without RequestId'} ${duration(tookMs)}: ${outcome}`,
  notReported: (reason: string) => `Part of the report could not be written (the verdict stands): ${reason}`,
};

/** Warnings during a wait, in English. */
export const warning = {
  /** Secrets that cannot be masked, by the names of their inputs or variables. */
  unmaskableTitle: 'SAE rollout gate: a secret cannot be masked',
  unmaskable: (names: readonly string[]) =>
    `${names.join(', ')}: too short or too common to be masked: that would hide other text too. It is used, but may be shown if a server quotes it. Use a secret of at least 8 characters (5 if letters, digits and signs are mixed).`,
  releaseTitle: 'SAE rollout waits for a person',
  release: (order: string, application: string | undefined) =>
    `${releaseNeeded(order, application)} ${KEEPS_WAITING}`,
  approvalTitle: 'SAE rollout waits for approval',
  approval: (order: string, approvalId: string | undefined) =>
    `${approvalNeeded(order, approvalId)} ${KEEPS_WAITING}`,
  unknownStatusTitle: 'SAE rollout in an unknown state',
  unknownStatus: (what: 'Status' | 'SubStatus', value: number) =>
    `The API answered ${what} ${value}, which its reference does not document. The gate treats it neither as success nor as failure and keeps waiting; check the console.`,
  durationTitle: 'SAE rollout gate: seconds or minutes?',
  clockTitle: 'SAE rollout gate: the clock is off',
  /** How far the API's clock is ahead of this machine's; behind, if negative. */
  clock: (aheadMs: number) =>
    `${clockIs(aheadMs)}, so the API refused a request. It was signed again with the API's time, as all later ones will be; nothing else uses that time. Set this machine's clock by NTP.`,
};

/** The progress of a rollout and its remaining time; empty if unknown. */
export function estimateText({ fractionDone, remainingMs, usualMs, longerThanAny }: Estimate): string {
  return joined(
    ' · ',
    // A share of the order's own time beside the remaining time would not add up.
    fractionDone !== undefined && remainingMs === undefined && `${Math.floor(fractionDone * 100)} %`,
    remainingMs !== undefined && `about ${duration(roughMs(remainingMs))} left`,
    longerThanAny !== undefined && `longer than any of the last ${longerThanAny}`,
    usualMs !== undefined && `usually ${duration(usualMs)}`,
  );
}

const CREDENTIALS: Readonly<Record<CredentialsSource, string>> = {
  keys: 'the access key of the inputs',
  role: 'the role of the inputs, assumed with the ID token of this workflow',
  'role-by-token-file': 'the role of the inputs, assumed with the token in ALIBABA_CLOUD_OIDC_TOKEN_FILE',
  'environment-keys': 'the access key of the environment',
  'environment-role': 'the role of the environment, assumed with the ID token of this workflow',
  'environment-role-by-token-file':
    'the role of the environment, assumed with the token in ALIBABA_CLOUD_OIDC_TOKEN_FILE',
  'ecs-role': 'the RAM role of this ECS instance',
};

/** Why an order cannot belong to this run, in half a sentence. */
export const REFUSALS: Readonly<Record<RefusalReason, string>> = {
  'other-application': 'it belongs to another application',
  'other-type': 'its type is not in coType',
  'other-description': 'its description does not contain descriptionContains',
  'no-time': 'its time of creation is missing, unreadable or in the future',
  'too-old': 'it is too old',
  stale: 'its first batch began before this run',
};

const BOUNDS: Readonly<Record<BoundSource, string>> = {
  run: 'the start of this workflow run',
  job: 'the start of this job',
  'first-attempt': 'this run was first created',
  input: 'createdAfter',
  pipeline: 'the creation of this pipeline',
};

/** An order by its ID, with its known properties. */
export function orderName({ changeOrderId, coTypeCode, createdMs, description }: ListedOrder): string {
  const known = aside(
    coTypeCode,
    createdMs !== undefined && `of ${formatTime(createdMs)}`,
    cleanText(description) !== '' && `"${cleanText(description, 80)}"`,
  );
  return `${cleanText(changeOrderId, 100)}${known}`;
}

/** The blocking order, with its known properties. */
export function blockingName(order: ListedOrder): string {
  return `change order ${orderName(order)}${order.createdBy === undefined ? '' : `, created by ${order.createdBy}`}`;
}

/** How many other orders are in progress. */
export function andOthers(others: number): string {
  return others === 0 ? '' : `, and ${count(others, 'further order', 'further orders')}`;
}

/** What keeps the application from being free, in one line. */
function blockedBy({ order, others }: Extract<Note, { kind: 'blocked-by' }>): string {
  return `The application is not free; under way: ${blockingName(order)}${andOthers(others)}.`;
}

const NOTES: Sayings<Note> = {
  credentials: note => `Credentials: ${CREDENTIALS[note.source]}.`,
  'unknown-co-type': note =>
    `coType: "${note.coType}" is not in the API reference; the gate still searches for orders of exactly that type.`,
  bound: note => boundText(note.bound, note.agoMs),
  named: note =>
    `appName: "${cleanText(note.appName, 100)}" is application ${note.appId}${aside(note.namespaceId !== undefined && `namespace ${note.namespaceId}`)}.`,
  'naming-trouble': note =>
    `The application could not be looked up by its name, polling again: ${faultText(note.fault)}`,
  'search-trouble': note => `The list of orders could not be read, polling again: ${faultText(note.fault)}`,
  learnt: note =>
    note.count === 1
      ? `The last rollout of this application and type took ${duration(note.usualMs)}.`
      : `The last ${note.count} rollouts of this application and type took ${duration(note.shortestMs)} to ${duration(note.longestMs)}, usually ${duration(note.usualMs)}.`,
  'blocked-by': note => blockedBy(note),
  'older-running': note => `Still running, but created before that, so skipped: ${orderName(note.order)}.`,
  'first-attempt': note =>
    `This is a re-run, and no order was created since this attempt began: the newest since the run was created (${formatTime(note.createdMs)}) is taken.`,
  chosen: note =>
    note.of === 1
      ? `Chosen: ${orderName(note.order)}, the ${note.source === 'first-attempt' ? 'newest' : 'only'} order since ${BOUNDS[note.source]} that fits.`
      : `Chosen: ${orderName(note.order)}, the newest of ${note.of} orders since ${BOUNDS[note.source]} that fit. One of them belongs to this run and it is not known which, so all of them must succeed.`,
  stale: note =>
    `Skipped: ${cleanText(note.changeOrderId, 100)}, whose first batch began at ${formatTime(note.startMs)}, before this run.`,
  'also-qualifies': note => `Must succeed too, since it also fits: ${orderName(note.order)}.`,
  'newer-order': note =>
    `A later order changes what is running, but not the verdict: ${orderName(note.refusal.order)}; not waited for, since ${REFUSALS[note.refusal.reason]}.`,
};

/** The titles of the notes that are annotations. */
const TITLES: Partial<Readonly<Record<Note['kind'], string>>> = {
  'unknown-co-type': 'SAE rollout gate: unknown coType',
  'newer-order': 'SAE rollout gate: another order since',
};

/** A note in English. */
export function noteText(note: Note): NoteText {
  return { title: TITLES[note.kind] ?? 'SAE rollout gate', text: sayingOf(NOTES, note) };
}

function boundText(bound: CreationBound, agoMs: number): string {
  const since = `Searching for orders created since ${formatTime(bound.createdAfterMs)}, ${BOUNDS[bound.source]}, ${duration(agoMs)} ago.`;
  if (bound.source === 'job') return `${since} ${onlyThisJob(bound)}`;
  return bound.source === 'pipeline' ? `${since} ${RUN_AGAIN}` : since;
}

const RUN_AGAIN =
  'A retried job also counts the orders of its first attempt: if this job itself deploys, set --created-after to $CI_JOB_STARTED_AT, or --change-order-id to the ID that the deploy call returned.';

/** Since when an order had to be created, and on a re-run since when it might have been. */
export function sinceText({ source, createdAfterMs, firstAttemptMs }: CreationBound): string {
  const since = `${formatTime(createdAfterMs)}, ${BOUNDS[source]}`;
  return firstAttemptMs === undefined
    ? since
    : `${since}, nor since ${formatTime(firstAttemptMs)}, when ${BOUNDS['first-attempt']}`;
}

/** What follows if the start of the job replaces that of the run, and what to do about it. */
export function onlyThisJob({ runUnknown }: CreationBound): string {
  const reason = runUnknown === undefined ? 'no reason reported' : runUnknownText(runUnknown);
  // Permissions do not help against an impossible time.
  const grant = runUnknown?.kind === 'impossible' ? '' : 'grant the job "permissions: actions: read", or ';
  return (
    `The start of the run itself could not be read (${reason}), so an order of an earlier job of this run is not seen: ` +
    `${grant}set changeOrderId to the ID of the order.`
  );
}
