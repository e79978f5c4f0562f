import type { StatusWords } from '../facts.ts';
import { NEXT_BATCH } from './phrases.ts';

/** What an order or a batch is at, in Chinese. */
export const statusName: StatusWords['statusName'] = {
  preparing: '准备中',
  'in-progress': '执行中',
  succeeded: '执行成功',
  failed: '执行失败',
  terminated: '已终止',
  'awaiting-release': `等待人工确认发布${NEXT_BATCH}`,
  'auto-pause': '批次间等待，SAE 会自动继续',
  'system-error': '系统异常执行失败',
  'awaiting-approval': '等待审批',
  approved: '审批通过，等待执行',
};

/** What is said of a status that the API does not document. */
export function unknownStatus(status: number): string {
  return `状态值 ${status} 未知`;
}

/** What is said of a sub-status, which may not be told. */
export function subStatusName(subStatus: number | undefined): string {
  if (subStatus === undefined) return '未返回';
  if (subStatus === 0) return '正常';
  return subStatus === 1 ? '发生异常' : `子状态值 ${subStatus} 未知`;
}

/** What a status is told with. */
export const STATUS_WORDS = { statusName, unknownStatus };
