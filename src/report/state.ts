import type { ChangeOrder } from '../rollout/change-order.ts';
import { batchLastsMs, batchTotal } from '../rollout/change-order.ts';
import type { Change } from '../rollout/changes.ts';
import type { Progress } from '../rollout/progress.ts';
import type { Sign } from '../rollout/statuses.ts';
import { phaseOf, statusName } from '../rollout/statuses.ts';
import { cutText } from '../text/clean.ts';
import type { Part } from '../text/parts.ts';
import { joined } from '../text/parts.ts';
import type { BatchPlace } from '../words/facts.ts';
import { statusText } from '../words/facts.ts';
import type { Words } from '../words/words.ts';

/** Signs that can be read without their colours. */
export const MARKS: Readonly<Record<Sign, string>> = {
  succeeded: '✅',
  failed: '❌',
  stopped: '⏹️',
  running: '🔄',
  pausing: '⏳',
  'awaiting-person': '⏸️',
  'timed-out': '⏱️',
  'to-come': '⬜',
  unknown: '❓',
};

/** A status with its number, which a person may want to look up. Pure. */
export function statusWithNumber(status: number, words: Words): string {
  const text = statusText(status, words);
  return statusName(status) === undefined ? text : `${text}${words.aside(String(status))}`;
}

/** A sub-status that is not the normal one keeps an order from being green: then it is said. */
function subStatusText({ subStatus }: ChangeOrder, words: Words): Part {
  return subStatus !== undefined && subStatus !== 0 && words.log.subStatus(words.subStatusName(subStatus));
}

/** The status in words, and the sub-status where that is not the normal one. Pure. */
export function shortState(order: ChangeOrder, words: Words): string {
  return joined(words.comma, statusText(order.status, words), subStatusText(order, words));
}

/** Where an order stands, in half a sentence: its batch where that is under way, else its status. Pure. */
export function stateOf(order: ChangeOrder, nowWallMs: number, words: Words): string {
  const status = shortState(order, words);
  const place = batchPlace(order);
  const batch = place && order.batches[place.number - 1];
  if (place === undefined || batch?.status === undefined) return status;
  const lastsMs = phaseOf(batch.status) === 'working' ? batchLastsMs(batch, nowWallMs) : undefined;
  // Of one that has just begun the time tells nothing.
  const forMs = lastsMs !== undefined && lastsMs < 1_000 ? undefined : lastsMs;
  const ofBatch = words.batchIs(place, statusText(batch.status, words), forMs);
  // Where both are at the same, the batch tells it better.
  return batch.status === order.status
    ? joined(words.comma, ofBatch, subStatusText(order, words))
    : `${status}${words.comma}${ofBatch}`;
}

/** The batch that an order is at, or was at last; `undefined` where none has begun. Pure. */
export function batchPlace(order: ChangeOrder): BatchPlace | undefined {
  const index = order.batches.findLastIndex(
    ({ status }) => status !== undefined && phaseOf(status) !== 'to-come',
  );
  return index < 0 ? undefined : { number: index + 1, of: batchTotal(order) };
}

const LONGEST_NAME = 100;

/** A change as a line of text. Pure. */
export function changeText(change: Change, words: Words): string {
  const { log } = words;
  switch (change.kind) {
    case 'first-seen': {
      const { order } = change;
      const name = order.appName ?? order.appId ?? order.changeOrderId;
      const type = order.coTypeCode === undefined ? undefined : cutText(order.coTypeCode, LONGEST_NAME);
      const status = statusText(order.status, words);
      return log.firstSeen(cutText(name, LONGEST_NAME), type, status, batchTotal(order));
    }
    case 'status':
      return log.order(statusText(change.status, words));
    case 'sub-status':
      return log.subStatus(words.subStatusName(change.subStatus));
    case 'batch': {
      const ended = !['working', 'to-come', undefined].includes(phaseOf(change.status));
      return log.batch(change, statusText(change.status, words), ended ? change.tookMs : undefined);
    }
  }
}

/** Who reads a last state should know when that was, if it was not just now. */
export const JUST_NOW_MS = 60_000;

/** How long before `endedMs` the state that is told was seen; `undefined` where that was just now, or never. Pure. */
export function pollAgoMs({ readAtMs }: Progress, endedMs: number): number | undefined {
  // Not the last poll of all: it may have brought no state, and the one that is told is older then.
  return readAtMs === undefined || endedMs - readAtMs <= JUST_NOW_MS ? undefined : endedMs - readAtMs;
}
