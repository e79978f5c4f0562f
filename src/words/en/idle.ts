import type { ListedOrder } from '../../rollout/change-order.ts';
import { manualStepOf } from '../../rollout/statuses.ts';
import type { IdleCauseWords } from '../facts.ts';
import { faultShort, faultSteps, faultText } from './faults.ts';
import { andOthers, blockingName } from './notes.ts';
import { approvalName, capitalized, duration, sentence } from './phrases.ts';

const RUN_AGAIN = 'Then run this step again.';

/** Which order it is, in a line of its own. */
function theOrder(order: ListedOrder, others = 0): string {
  return `\n${capitalized(blockingName(order))}${andOthers(others)}.`;
}

/** Why the wait for a free application ended as it did, and what to do, in English. */
export const idleCause: IdleCauseWords = {
  idle: ({ orders }, { waitedMs }) => ({
    title: 'application free',
    what: `No change order of the application is under way, of ${orders} in its list; waited ${duration(waitedMs)}.`,
    remedy: '',
  }),
  'still-blocked': ({ order, others }, { waitedMs, lastFault }) => ({
    title: 'application not free: timed out',
    what:
      `Another change order was still under way after ${duration(waitedMs)}, and SAE refuses a deploy until it has ended.` +
      (lastFault === undefined ? '' : ` Last error: ${sentence(faultText(lastFault))}`) +
      theOrder(order, others),
    remedy: `Check in the console what that order is doing.\n${RUN_AGAIN}\nIf such orders usually take this long, raise timeout.`,
  }),
  'blocked-for-good': ({ order }, { rollbackSupported, hasRollbackCommand }) => ({
    title: 'application blocked: manual rollback required',
    what: `Another change order blocks the application: SAE can neither complete it nor roll it back by itself (SubStatus 1, an exception occurred).${theOrder(order)}`,
    remedy: `Open that order in the console and ${rollbackSupported === false ? 'abort it (the API reports that it cannot be rolled back)' : `roll it back${hasRollbackCommand ? ', or use the command below' : ''}`}.\n${RUN_AGAIN}`,
  }),
  'blocked-by-person': ({ order, status, ranOut }, { approvalId }) => {
    const isRelease = manualStepOf(status) === 'release';
    return {
      title: `application blocked: order waits for ${isRelease ? 'a manual release' : 'approval'}`,
      what: `Another change order waits for a person to ${isRelease ? 'release its next batch' : `approve it${approvalName(approvalId)}`}, and ${ranOut ? 'nobody did so within manualStepTimeout' : 'onManualStep is "fail"'}.${theOrder(order)}`,
      remedy: `Open that order in the console and ${isRelease ? 'release the next batch' : 'approve it'}, or abort it.\n${RUN_AGAIN}`,
    };
  },
  'idle-unreadable': ({ fault, lastedMs }) => ({
    title: `application not proven free: ${faultShort(fault)}`,
    what:
      (lastedMs === undefined
        ? 'Nothing proves that the application is free.'
        : `The API has been unreadable for ${duration(lastedMs)}, so nothing proves that the application is free.`) +
      ` Last error: ${sentence(faultText(fault))}`,
    remedy: `${faultSteps(fault, '')}${lastedMs === undefined ? '' : '\nTo tolerate such outages, raise outageTolerance.'}`,
  }),
  'idle-cancelled': ({ signal, order }, { waitedMs }) => ({
    title: 'wait for a free application cancelled',
    what: `The wait for a free application was cancelled (${signal}) after ${duration(waitedMs)}.${order === undefined ? '' : theOrder(order)}`,
    remedy: 'To wait again, run this step again.',
  }),
};
