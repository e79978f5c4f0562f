import type { Part } from '../../text/parts.ts';
import { joined } from '../../text/parts.ts';
import type { BatchPlace } from '../facts.ts';
import { formatDuration } from '../format.ts';

/** A duration in Chinese. */
export function duration(durationMs: number): string {
  return formatDuration(durationMs, { ms: '毫秒', s: '秒', min: '分钟', h: '小时' });
}

/**
 * A text, which may end with foreign words and their full stop, as a whole Chinese sentence. Pure.
 */
export function sentence(text: string): string {
  return /[!?！？…]$/u.test(text) ? text : `${text.replace(/[.。]$/u, '')}。`;
}

/** The word for a batch, alone and with a number: here, and nowhere else in the Chinese texts. */
export const BATCH = '批次';
export const NEXT_BATCH = '下一批';
export const FIRST_BATCH = '第一批';

/** A batch by its number alone. Pure. */
export function nthBatch(number: number | string): string {
  return `第 ${number} 批`;
}

/** A batch by its number and how many there are. Pure. */
export function batchName({ number, of }: BatchPlace): string {
  return nthBatch(`${number}/${of}`);
}

/** So many batches. Pure. */
export function batchCount(batches: number): string {
  return `${batches} 批`;
}

/** Asks for the release of the next batch. Pure. */
export function releaseNeeded(order: string, application: string | undefined): string {
  return `需要有人在控制台确认发布变更单 ${order}${application === undefined ? ' ' : `（应用 ${application}）`}的${NEXT_BATCH}：SAE 不会自动继续。`;
}

/** A rollout by the order that is followed, or by the application whose order is to be found. Pure. */
export function targetName(order: string | undefined, appId: string | undefined): string {
  return order === undefined ? `应用 ${appId ?? ''} 的发布` : `变更单 ${order}`;
}

/** How to have this step poll an order again, as a clause. Pure. */
export function runAgain(changeOrderId: string): string {
  return `${changeOrderId === '' ? '' : `使用 changeOrderId“${changeOrderId}”`}重新运行本步骤`;
}

/** An approval by its ID, if known. Pure. */
export function approvalName(approvalId: string | undefined): string {
  return aside(approvalId !== undefined && `审批 ID ${approvalId}`);
}

/** The parts in parentheses; empty if there are none. Pure. */
export function aside(...parts: readonly Part[]): string {
  const text = joined('，', ...parts);
  return text === '' ? '' : `（${text}）`;
}
