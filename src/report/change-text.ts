import type { Change } from '../rollout/change.ts';
import { batchTotal } from '../rollout/change.ts';
import { statusName } from '../rollout/status.ts';
import { cutText } from '../text/clean-text.ts';
import type { Words } from '../words/words.ts';
import { statusText } from './state.ts';

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
      const ended = !['in-progress', 'preparing', undefined].includes(statusName(change.status));
      return log.batch(change, statusText(change.status, words), ended ? change.tookMs : undefined);
    }
  }
}
