/** What tells an order from the others of its step, counted from 1; empty where it is the only one. Pure. */
export function orderLabel(index: number, of: number): string {
  return of === 1 ? '' : `#${index + 1}`;
}
