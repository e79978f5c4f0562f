import type { BatchPlace } from '../facts.ts';
import { causes } from './causes.ts';
import { command } from './command.ts';
import { diagnosis } from './diagnosis.ts';
import { faultRemedy, faultText } from './faults.ts';
import { inputFault } from './inputs.ts';
import { log, warning } from './log.ts';
import { estimateText, noteText } from './notes.ts';
import { aside, batchName, duration } from './phrases.ts';
import { check, report, verdicts } from './report.ts';

/** English, the default. */
export const en = {
  /** Between a label and what it labels, with its space where the language has one. */
  colon: ': ',
  /** Between two parts of a sentence, and between two sentences. */
  comma: ', ',
  sentenceGap: ' ',
  /** What stands in brackets after something, with the space before them where the language has one. */
  aside,
  duration,
  statusName: {
    preparing: 'preparing',
    'in-progress': 'in progress',
    succeeded: 'succeeded',
    failed: 'failed',
    terminated: 'terminated',
    'awaiting-release': 'waiting for a person to release the next batch',
    'auto-pause': 'pausing, SAE goes on by itself',
    'system-error': 'failed by a system exception',
    'awaiting-approval': 'waiting for approval',
    approved: 'approved, about to run',
  },
  unknownStatus: (status: number) => `unknown status ${status}`,
  subStatusName: (subStatus: number | undefined): string => {
    if (subStatus === undefined) return 'not told';
    if (subStatus === 0) return 'normal';
    return subStatus === 1 ? 'an exception occurred' : `unknown sub-status ${subStatus}`;
  },
  verdict: verdicts,
  log,
  warning,
  note: noteText,
  estimate: estimateText,
  batchIs: (place: BatchPlace, status: string, forMs: number | undefined) =>
    `${batchName(place)} ${status}${forMs === undefined ? '' : ` for ${duration(forMs)}`}`,
  fault: faultText,
  faultRemedy,
  cause: causes,
  inputFault,
  diagnosis,
  command,
  check,
  report,
};
