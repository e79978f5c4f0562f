/**
 * What a call is for, the most urgent first: a first look, a reserved look at a deadline, any other
 * look, the diagnosis of an order that has ended, and what is only nice to know.
 */
export const PURPOSES = ['first-look', 'last-look', 'look', 'diagnosis', 'learning'] as const;

export type Purpose = (typeof PURPOSES)[number];

/** A call that wants to be made. */
export interface Turn {
  readonly purpose: Purpose;
  /** Since when its order has not been looked at, by the monotonic clock: who waits longest goes first. */
  readonly unseenSinceMs: number;
}

/** A look like any other, of an order that nobody has been waiting for in particular. */
export const LOOK: Turn = { purpose: 'look', unseenSinceMs: 0 };

/** Which of two calls goes first: negative for `a`. Pure. */
export function compareTurns(a: Turn, b: Turn): number {
  const byPurpose = PURPOSES.indexOf(a.purpose) - PURPOSES.indexOf(b.purpose);
  return byPurpose === 0 ? a.unseenSinceMs - b.unseenSinceMs : byPurpose;
}
