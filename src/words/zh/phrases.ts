import { formatDuration } from '../format.ts';

/** A length of time in Chinese. */
export function duration(durationMs: number): string {
  return formatDuration(durationMs, { ms: '毫秒', s: '秒', min: '分钟', h: '小时' });
}

/**
 * A text, which may end with foreign words and their full stop, as a whole Chinese sentence. Pure.
 */
export function sentence(text: string): string {
  return /[!?！？…]$/u.test(text) ? text : `${text.replace(/[.。]$/u, '')}。`;
}

/** The id of an approval in brackets, where it is told. */
export function approvalName(approvalId: string | undefined): string {
  return approvalId === undefined ? '' : `（审批 ID ${approvalId}）`;
}
