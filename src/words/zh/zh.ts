import type { Words } from '../words.ts';
import { causes } from './causes.ts';
import { command } from './command.ts';
import { diagnosis } from './diagnosis.ts';
import { faultRemedy, faultText } from './faults.ts';
import { inputFault } from './inputs.ts';
import { log, warning } from './log.ts';
import { estimateText, noteText } from './notes.ts';
import { NEXT_BATCH, aside, batchName, duration } from './phrases.ts';
import { check, report, verdicts } from './report.ts';

/** Simplified Chinese, in the terms of Alibaba Cloud's console and documentation. */
export const zh: Words = {
  colon: '：',
  comma: '，',
  sentenceGap: '',
  aside,
  duration,
  statusName: {
    preparing: '准备中',
    'in-progress': '执行中',
    succeeded: '执行成功',
    failed: '执行失败',
    terminated: '已终止',
    'awaiting-release': `等待人工确认发布${NEXT_BATCH}`,
    'auto-pause': '暂停中，SAE 会自动继续',
    'system-error': '系统异常执行失败',
    'awaiting-approval': '等待审批',
    approved: '审批通过，等待执行',
  },
  unknownStatus: status => `状态值 ${status} 未知`,
  subStatusName: subStatus => {
    if (subStatus === undefined) return '未返回';
    if (subStatus === 0) return '正常';
    return subStatus === 1 ? '发生异常' : `子状态值 ${subStatus} 未知`;
  },
  verdict: verdicts,
  log,
  warning,
  note: noteText,
  estimate: estimateText,
  batchIs: (place, status, forMs) =>
    `${batchName(place)}${status}${forMs === undefined ? '' : `，已持续 ${duration(forMs)}`}`,
  fault: faultText,
  faultRemedy,
  cause: causes,
  inputFault,
  diagnosis,
  command,
  check,
  report,
};
