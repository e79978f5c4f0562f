import { oneLine } from '../text/clean-text.ts';

/**
 * A line that the runner takes for nothing but text. It obeys `::command::` at the trimmed start of a
 * line and the older `##[command]` anywhere in one, on stdout and stderr, and takes a bare CR for a
 * line's end; so line breaks and control characters go, and the two signs are broken up. Pure.
 */
export function safeLine(text: string): string {
  return oneLine(text)
    .replace(/##(?=\[)/gu, '## ')
    .replace(/^(\s*):(?=:)/u, '$1: ');
}
