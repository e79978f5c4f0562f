import { cleanText } from './clean-text.ts';

const LONGEST_REASON = 500;

/** What was thrown, of any type, as one plain line. Never throws itself. */
export function thrownText(thrown: unknown): string {
  try {
    return cleanText(String(thrown instanceof Error ? thrown.message : thrown), LONGEST_REASON);
  } catch {
    return 'something that cannot be shown';
  }
}
