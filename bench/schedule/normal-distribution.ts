/** The distribution function of the normal distribution: Abramowitz and Stegun 7.1.26, right to 1.5e-7. */
export function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const sum = 0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)));
  const tail = t * sum * Math.exp(-x * x);
  return z >= 0 ? 1 - tail / 2 : tail / 2;
}
