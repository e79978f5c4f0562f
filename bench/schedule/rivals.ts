import type { Random } from './random.ts';
import type { Watched } from './watched.ts';

/** A way to wait that knows nothing of the rollout. */
export interface Rival {
  readonly title: string;
  /** How long it waits after its nth look, counted from 1. */
  waitMs(n: number, random: Random): number;
}

/** Every so many ms: the Serverless Devs, the aliyun CLI's waiter, and what most people write. */
export const FIXED: readonly Rival[] = [1_000, 5_000, 10_000].map(everyMs => ({
  title: `${everyMs / 1_000} s`,
  waitMs: () => everyMs,
}));

/** The state waiter of Terraform's plugin kit, as the provider sets it: at least 3 s, twice as long, at most 10 s. */
const TERRAFORM_MS = [3_000, 6_000];
const TERRAFORM_LAST_MS = 10_000;

/** The waiter of the ECS action: uniform from 15 s up to twice as much each time, and in the end 600 s. */
const ECS_MIN_MS = 15_000;
const ECS_MAX_MS = 600_000;
const ECS_DOUBLINGS = Math.log2(ECS_MAX_MS / ECS_MIN_MS);

export const RIVALS: readonly Rival[] = [
  ...FIXED,
  { title: 'Terraform', waitMs: n => TERRAFORM_MS[n - 1] ?? TERRAFORM_LAST_MS },
  {
    title: 'ECS',
    waitMs: (n, random) =>
      n > ECS_DOUBLINGS + 1 ? ECS_MAX_MS : ECS_MIN_MS * (1 + random() * (2 ** (n - 1) - 1)),
  },
];

/** Looks at once, and then as the rival does, until it sees the end or the deadline is over. */
export function rivalWatch(rival: Rival, endMs: number, deadlineMs: number, random: Random): Watched {
  let nowMs = 0;
  let calls = 1;
  while (nowMs < endMs && nowMs < deadlineMs) {
    nowMs += rival.waitMs(calls, random);
    calls += 1;
  }
  return { lagMs: Math.max(0, Math.min(nowMs, deadlineMs) - endMs), calls };
}
