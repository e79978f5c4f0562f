import type { BatchPlace } from '../facts.ts';
import { statusName, subStatusName, unknownStatus } from './statuses.ts';
import { amongSeveral, cause, verdicts } from './verdicts.ts';
import { command } from './command.ts';
import { diagnosis } from './diagnosis.ts';
import { doctor } from './doctor.ts';
import { faultRemedy, faultText } from './faults.ts';
import { inputFault } from './inputs.ts';
import { estimateText, log, noteText, orderName, warning } from './notes.ts';
import { aside, batchName, duration } from './phrases.ts';
import { check, report } from './report.ts';
import { undo } from './undo.ts';

/** English, the default. */
export const en = {
  /** Between a label and its value, with a space if the language has one. */
  colon: ': ',
  /** Between two parts of a sentence, and between two sentences. */
  comma: ', ',
  sentenceGap: ' ',
  /** The parts in parentheses, after a space if the language has one. */
  aside,
  duration,
  statusName,
  unknownStatus,
  subStatusName,
  verdict: verdicts,
  log,
  warning,
  note: noteText,
  orderName,
  estimate: estimateText,
  batchIs: (place: BatchPlace, status: string, forMs: number | undefined) =>
    `${batchName(place)} ${status}${forMs === undefined ? '' : ` for ${duration(forMs)}`}`,
  fault: faultText,
  faultRemedy,
  cause,
  amongSeveral,
  inputFault,
  diagnosis,
  command,
  doctor,
  check,
  report,
  undo,
};
