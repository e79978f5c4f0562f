import { foreignText } from './foreign-text.ts';
import type { Hide } from './redactor.ts';

const LONGEST_REASON = 500;

/** What was thrown, of any type, as one plain line without secrets. Never throws itself. */
export function thrownText(thrown: unknown, hide: Hide): string {
  try {
    return foreignText(String(thrown instanceof Error ? thrown.message : thrown), LONGEST_REASON, hide);
  } catch {
    return 'something that cannot be shown';
  }
}
