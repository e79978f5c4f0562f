import type { RefusalReason } from '../../discovery/choose-order.ts';
import type { BoundSource, CreationBound } from '../../discovery/run-start.ts';
import type { Note } from '../../endings/note.ts';
import type { CredentialsSource } from '../../credentials/choice.ts';
import type { ListedOrder } from '../../rollout/change-order.ts';
import type { Estimate } from '../../schedule/estimate.ts';
import { cleanText } from '../../text/clean.ts';
import { joined } from '../../text/parts.ts';
import { formatTime, roughMs } from '../format.ts';
import type { NoteText } from '../facts.ts';
import type { Sayings } from '../kinds.ts';
import { sayingOf } from '../kinds.ts';
import { faultText, runUnknownText } from './faults.ts';
import { aside, duration } from './phrases.ts';

/** How far a rollout is and how long it may still take; empty where nobody can tell. */
export function estimateText({ fractionDone, remainingMs, usualMs, longerThanAny }: Estimate): string {
  return joined(
    ' · ',
    fractionDone !== undefined && `${Math.floor(fractionDone * 100)} %`,
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

/** Why an order cannot be this run's own, in half a sentence. */
export const REFUSALS: Readonly<Record<RefusalReason, string>> = {
  'other-application': 'it is of another application',
  'other-type': 'it is of another type than coType wants',
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

/** An order by its id, with what a person knows it by. */
export function orderName({ changeOrderId, coTypeCode, createdMs, description }: ListedOrder): string {
  const known = aside(
    coTypeCode,
    createdMs !== undefined && `of ${formatTime(createdMs)}`,
    cleanText(description) !== '' && `"${cleanText(description, 80)}"`,
  );
  return `${cleanText(changeOrderId, 100)}${known}`;
}

const NOTES: Sayings<Note> = {
  credentials: note => `Credentials: ${CREDENTIALS[note.source]}.`,
  'unknown-co-type': note =>
    `coType: "${note.coType}" is not a type that the API's reference names; orders of that very type are looked for all the same.`,
  bound: note => boundText(note.bound, note.agoMs),
  'search-trouble': note => `The list of orders could not be read, asking again: ${faultText(note.fault)}`,
  learnt: note =>
    note.count === 1
      ? `The last rollout of this application and type took ${duration(note.usualMs)}.`
      : `The last ${note.count} rollouts of this application and type took ${duration(note.shortestMs)} to ${duration(note.longestMs)}, usually ${duration(note.usualMs)}.`,
  'older-running': note =>
    `Still running, but created before that, so passed over: ${orderName(note.order)}.`,
  'first-attempt': note =>
    `This is a re-run, and no order was created since this attempt began: the newest since the run was created (${formatTime(note.createdMs)}) is taken.`,
  chosen: note =>
    note.of === 1
      ? `Chosen: ${orderName(note.order)}, the ${note.source === 'first-attempt' ? 'newest' : 'only'} order since ${BOUNDS[note.source]} that fits.`
      : `Chosen: ${orderName(note.order)}, the newest of ${note.of} orders since ${BOUNDS[note.source]} that fit. One of them is this run's own and nobody can say which, so all of them have to succeed.`,
  stale: note =>
    `Passed over: ${cleanText(note.changeOrderId, 100)}, whose first batch began at ${formatTime(note.startMs)}, before this run.`,
  'also-qualifies': note => `Has to succeed too, since it fits as well: ${orderName(note.order)}.`,
  'newer-order': note =>
    `There is another order since, which changes what runs but not the verdict: ${orderName(note.refusal.order)}; not waited for, since ${REFUSALS[note.refusal.reason]}.`,
};

/** The titles of those that are annotations. */
const TITLES: Partial<Readonly<Record<Note['kind'], string>>> = {
  'unknown-co-type': 'SAE rollout gate: unknown coType',
  'newer-order': 'SAE rollout gate: another order since',
};

/** A note in English. */
export function noteText(note: Note): NoteText {
  return { title: TITLES[note.kind] ?? 'SAE rollout gate', text: sayingOf(NOTES, note) };
}

function boundText(bound: CreationBound, agoMs: number): string {
  const since = `Looking for orders created since ${formatTime(bound.createdAfterMs)}, ${BOUNDS[bound.source]}, ${duration(agoMs)} ago.`;
  if (bound.source === 'job') return `${since} ${onlyThisJob(bound)}`;
  return bound.source === 'pipeline' ? `${since} ${RUN_AGAIN}` : since;
}

const RUN_AGAIN =
  'A job that is run again counts the orders of its first try too: if this very job deploys, give it --created-after $CI_JOB_STARTED_AT, or --change-order-id with the id that the deploy call answered.';

/** Since when an order had to be created, and on a re-run since when it might have been. */
export function sinceText({ source, createdAfterMs, firstAttemptMs }: CreationBound): string {
  const since = `${formatTime(createdAfterMs)}, ${BOUNDS[source]}`;
  return firstAttemptMs === undefined
    ? since
    : `${since}, nor since ${formatTime(firstAttemptMs)}, when ${BOUNDS['first-attempt']}`;
}

/** What follows where the start of the job stands in for that of the run, and what to do about it. */
export function onlyThisJob({ runUnknown }: CreationBound): string {
  const reason = runUnknown === undefined ? 'no reason told' : runUnknownText(runUnknown);
  // Nobody's permissions mend a time that cannot be.
  const grant = runUnknown?.kind === 'impossible' ? '' : 'grant the job "permissions: actions: read", or ';
  return (
    `The start of the run itself could not be asked (${reason}), so an order of an earlier job of this run is not seen: ` +
    `${grant}hand the id of the order to changeOrderId.`
  );
}
