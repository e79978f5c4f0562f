import type { Change } from './change.ts';

/** So many changes are kept from the start of a timeline, and as many from its end. */
export const KEPT_AT_EACH_END = 200;

/**
 * Changes in the order in which they were seen; of very many the first and the last ones. What flaps at
 * every look for a day must neither fill the memory nor the report.
 */
export interface Timeline {
  readonly changes: readonly Change[];
  /** How many were left out, between the first `KEPT_AT_EACH_END` and the others. */
  readonly leftOut: number;
}

export const NO_CHANGES: Timeline = { changes: [], leftOut: 0 };

/** The timeline after these further changes. Pure. */
export function timelineAfter(before: Timeline, further: readonly Change[]): Timeline {
  if (further.length === 0) return before;
  const changes = [...before.changes, ...further];
  const excess = changes.length - 2 * KEPT_AT_EACH_END;
  if (excess <= 0) return { changes, leftOut: before.leftOut };
  return {
    changes: [...changes.slice(0, KEPT_AT_EACH_END), ...changes.slice(-KEPT_AT_EACH_END)],
    leftOut: before.leftOut + excess,
  };
}

/** The changes in their order, with the count of those that were left out in its place. Pure. */
export function toldInOrder<Told>(
  { changes, leftOut }: Timeline,
  tell: (change: Change) => Told,
  tellLeftOut: (count: number) => Told,
): readonly Told[] {
  if (leftOut === 0) return changes.map(tell);
  return [
    ...changes.slice(0, KEPT_AT_EACH_END).map(tell),
    tellLeftOut(leftOut),
    ...changes.slice(KEPT_AT_EACH_END).map(tell),
  ];
}
