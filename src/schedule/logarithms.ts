/** The mean of the natural logarithms of values above zero; 0 of none. Pure. */
export function logMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.log(value), 0) / Math.max(1, values.length);
}

/** The middle of values above zero by their ratios: half of 8 and 2 is 4. `undefined` of none. Pure. */
export function geometricMean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.exp(logMean(values));
}
