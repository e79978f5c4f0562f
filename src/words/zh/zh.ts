import type { Words } from '../words.ts';
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

/** Simplified Chinese, in the terms of Alibaba Cloud's console and documentation. */
export const zh: Words = {
  colon: '：',
  comma: '，',
  sentenceGap: '',
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
  batchIs: (place, status, forMs) =>
    `${batchName(place)}${status}${forMs === undefined ? '' : `，已持续 ${duration(forMs)}`}`,
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
