import type { PlainDuration } from '../../inputs/faults.ts';
import type { BatchPlace, StepCounts } from '../facts.ts';
import { clockIs } from './faults.ts';
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

/** What the log says of a wait, in English. */
export const log = {
  started: (version: string) => `sae-rollout-gate ${version}`,
  waiting: (order: string | undefined, appId: string | undefined, place: string, timeoutMs: number) =>
    `Waiting for ${targetName(order, appId)} (${place}), for at most ${duration(timeoutMs)}.`,
  waitingForSeveral: (orders: number, place: string, timeoutMs: number, callsPerMinute: number) =>
    `Waiting for ${orders} rollouts (${place}), for at most ${duration(timeoutMs)}, with at most ${callsPerMinute} calls a minute:`,
  target: targetName,
  following: (order: string) => `Looking at change order ${order}.`,
  changesLeftOut: (changes: number) => `… ${count(changes, 'change')} left out …`,
  tookPlainNumber: ({ input, got, durationMs }: PlainDuration) =>
    `${input}: ${got} was taken for ${duration(durationMs)} (a plain number is seconds).`,
  shortPlainNumber: ({ input, got, durationMs }: PlainDuration) =>
    `${input}: ${got} is a plain number and was taken for seconds, ${duration(durationMs)}. ` +
    `If you meant minutes, write ${got}m; if you meant seconds, write ${got}s.`,
  firstSeen: (name: string, type: string | undefined, status: string, batches: number) =>
    `${name}${aside(type)}: ${status}${batches === 0 ? '' : `, ${count(batches, 'batch', 'batches')}`}`,
  order: (status: string) => `Change order: ${status}`,
  subStatus: (subStatus: string) => `SubStatus: ${subStatus}`,
  batch: (place: BatchPlace, status: string, tookMs: number | undefined) =>
    `${capitalized(batchName(place))}: ${status}${tookMs === undefined ? '' : ` after ${duration(tookMs)}`}`,
  /** The estimate is empty where nobody can tell. */
  heartbeat: (state: string, estimate: string, looks: number, leftMs: number) =>
    `Still waiting: ${state}${estimate === '' ? '' : ` · ${estimate}`} · ${count(looks, 'look')} · ${duration(leftMs)} until the deadline`,
  /** The same under a live picture, which says itself that the wait goes on. */
  liveBeat: (state: string, estimate: string, leftMs: number) =>
    `${state}${estimate === '' ? '' : ` · ${estimate}`} · ${duration(leftMs)} until the deadline`,
  /** `named`: the orders that go on, where they are few enough. */
  stepHeartbeat: ({ all, going, red }: Omit<StepCounts, 'green'>, named: readonly string[], leftMs: number) =>
    `Still waiting for ${going} of ${all} rollouts${aside(...named)}${red === 0 ? '' : ` · ${red} red`} · ${duration(leftMs)} until the deadline`,
  notSeenYet: 'the order has not been seen yet',
  trouble: (text: string) => `No usable answer, asking again: ${text}`,
  troubleOver: (faults: number, lastedMs: number) =>
    `The API can be read again, after ${count(faults, 'failed look')} in ${duration(lastedMs)}.`,
  doubtful: {
    absent: 'There is no such order (yet); asking again for 15 s before believing it.',
    contradicted:
      'The order says succeeded although a batch says failed; asking again for 15 s before judging.',
    'batch-unknown':
      'The order says succeeded although the state of a batch is not told; asking again for 15 s.',
    'batch-open':
      'The order says succeeded although a batch has not succeeded; asking again for 15 s before judging.',
    'batches-differ':
      'The order says succeeded, but its batches are not as many as it says; asking again for 15 s.',
    undated:
      'The order says succeeded, but its times do not prove that it is of this run; asking again for 15 s.',
    contradictory: 'The answer says success and an error at once; asking again for 15 s before judging.',
    refused:
      'The API refuses the request with a code that it does not document; asking again for 15 s before believing it.',
    'unknown-host': 'There is no host of this name (yet); asking again for 15 s before believing it.',
    unlisted: "The order is not in the application's list (yet); asking again for 15 s before believing it.",
  },
  request: (action: string, requestId: string | undefined, tookMs: number, outcome: string) =>
    `${action} ${requestId ?? 'without RequestId'} ${duration(tookMs)}: ${outcome}`,
  notReported: (reason: string) => `Part of the report could not be written (the verdict stands): ${reason}`,
};

/** What a person has to be told while a wait goes on, in English. */
export const warning = {
  /** Secrets that cannot be masked, by the names of what holds them. */
  unmaskableTitle: 'SAE rollout gate: a secret cannot be masked',
  unmaskable: (names: readonly string[]) =>
    `${names.join(', ')}: too short or too common a word to be masked, since all other text that holds it would be hidden too. Expected is a secret of 8 characters or more (5 where letters, digits and signs are mixed). It is used all the same, and may be shown where a server quotes it: use a longer one.`,
  releaseTitle: 'SAE rollout waits for a person',
  release: (order: string, application: string | undefined) =>
    `${releaseNeeded(order, application)} ${KEEPS_WAITING}`,
  approvalTitle: 'SAE rollout waits for approval',
  approval: (order: string, approvalId: string | undefined) =>
    `${approvalNeeded(order, approvalId)} ${KEEPS_WAITING}`,
  unknownStatusTitle: 'SAE rollout in an unknown state',
  unknownStatus: (what: 'Status' | 'SubStatus', value: number) =>
    `The API answered ${what} ${value}, which its reference does not explain. The gate takes it neither for success nor for failure and keeps waiting; look in the console.`,
  durationTitle: 'SAE rollout gate: seconds or minutes?',
  clockTitle: 'SAE rollout gate: the clock is off',
  /** The API's clock is ahead of this machine's by so much, or behind, if negative. */
  clock: (aheadMs: number) =>
    `${clockIs(aheadMs)}, so the API refused a request. It was signed again with the API's time, as all further ones are; nothing else goes by that time. Set this machine's clock by NTP.`,
};
