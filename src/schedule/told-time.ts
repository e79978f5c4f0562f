import { LONGEST_MS } from './rollout-length.ts';

/** Now, by the monotonic clock and by the one that the cloud's times are compared with (epoch ms). */
export interface TwoClocks {
  readonly nowMs: number;
  readonly wallMs: number;
}

/**
 * A time of the cloud (epoch ms) by the monotonic clock, and never after now, since the two clocks may
 * differ. `undefined` where none is told, or one that cannot be. Pure.
 */
export function toldMs(epochMs: number | undefined, { nowMs, wallMs }: TwoClocks): number | undefined {
  if (epochMs === undefined || !(wallMs - epochMs <= LONGEST_MS)) return undefined;
  return nowMs - Math.max(0, wallMs - epochMs);
}
