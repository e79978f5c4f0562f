import { formatDuration } from '../format.ts';

/** A length of time in Chinese. */
export function duration(durationMs: number): string {
  return formatDuration(durationMs, { ms: '毫秒', s: '秒', min: '分钟', h: '小时' });
}
