import type { PollBounds } from './next-look.ts';

const GROWTH = 1.5;

/** How long to wait where nothing is known of what is waited for, after so many looks in vain. Pure. */
export function backoffMs(looksInVain: number, { minMs, maxMs }: PollBounds): number {
  return Math.min(maxMs, minMs * GROWTH ** looksInVain);
}
