import { formatDuration } from '../format.ts';

/** A length of time in English. */
export function duration(durationMs: number): string {
  return formatDuration(durationMs, { ms: 'ms', s: 's', min: 'min', h: 'h' });
}

/** A text, which may end with foreign words and their full stop, as a whole English sentence. Pure. */
export function sentence(text: string): string {
  return /[.!?…。！？]$/u.test(text) ? text : `${text}.`;
}

/** A text with a capital letter at its beginning. Pure. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
