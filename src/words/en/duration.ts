import { formatDuration } from '../format.ts';

/** A length of time in English. */
export function duration(durationMs: number): string {
  return formatDuration(durationMs, { ms: 'ms', s: 's', min: 'min', h: 'h' });
}
