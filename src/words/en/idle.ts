import { manualStepOf } from '../../rollout/statuses.ts';
import type { IdleCauseWords } from '../facts.ts';
import { faultRemedy, faultShort, faultText } from './faults.ts';
import { andOthers, blockingName } from './notes.ts';
import { approvalName, duration, sentence } from './phrases.ts';

const RUN_AGAIN = 'then run this step again';
const RED = 'Until then SAE refuses a deploy.';

/** Why the wait for a free application ended as it did, and what to do, in English. */
export const idleCause: IdleCauseWords = {
  idle: ({ orders }, { waitedMs }) => ({
    title: 'application free',
    what: `No change order of the application is under way, of ${orders} in its list; waited ${duration(waitedMs)}.`,
    remedy: '',
  }),
  'still-blocked': ({ order, others }, { waitedMs, lastState, lastFault }) => ({
    title: 'application not free: timed out',
    what:
      `The application was not free within ${duration(waitedMs)}: ${blockingName(order)} is still under way${andOthers(others)}.` +
      (lastState === undefined ? '' : ` Last seen: ${lastState}.`) +
      (lastFault === undefined ? '' : ` Last error: ${sentence(faultText(lastFault))}`),
    remedy: `${RED} See in the console what the order does, ${RUN_AGAIN}; if such orders usually take so long, raise timeout.`,
  }),
  'blocked-for-good': ({ order }, { rollbackSupported }) => ({
    title: 'application blocked: manual rollback required',
    what: `The application does not become free by itself: ${blockingName(order)} can neither be completed nor rolled back by SAE (SubStatus 1, an exception occurred).`,
    remedy: `A person must act: open the order in the console and ${rollbackSupported === false ? 'abort it (the API says that a rollback is not supported)' : 'roll it back'}, ${RUN_AGAIN}.`,
  }),
  'blocked-by-person': ({ order, status, ranOut }, { approvalId }) => {
    const isRelease = manualStepOf(status) === 'release';
    return {
      title: `application blocked: order waits for ${isRelease ? 'a manual release' : 'approval'}`,
      what: `The application is not free: ${blockingName(order)} waits for a person to ${isRelease ? 'release its next batch' : `approve it${approvalName(approvalId)}`}, and ${ranOut ? 'nobody did so in the time that manualStepTimeout allows' : 'onManualStep is "fail"'}.`,
      remedy: `Open the order in the console and ${isRelease ? 'release the next batch' : 'approve it'}, or abort it; ${RUN_AGAIN}.`,
    };
  },
  'idle-unreadable': ({ fault, lastedMs }) => ({
    title: `application not proven free: ${faultShort(fault)}`,
    what:
      (lastedMs === undefined
        ? 'Nothing proves that the application is free.'
        : `The API has been unreadable for ${duration(lastedMs)}, so nothing proves that the application is free.`) +
      ` Last error: ${sentence(faultText(fault))}`,
    remedy: `${faultRemedy(fault)}${lastedMs === undefined ? '' : ' If such outages are to be sat out, raise outageTolerance.'}`,
  }),
  'idle-cancelled': ({ signal, order }, { waitedMs }) => ({
    title: 'wait for a free application cancelled',
    what: `The wait for a free application was cancelled (${signal}) after ${duration(waitedMs)}.${order === undefined ? '' : ` Still under way: ${blockingName(order).replace(/,$/u, '')}.`}`,
    remedy: 'The order goes on by itself. To wait again, run this step again.',
  }),
};
