import type { Instance } from '../rollout/application.ts';
import type { ListedOrder } from '../rollout/change-order.ts';
import type { Fault } from '../rollout/fault.ts';
import type { LastOrder } from './claim.ts';
import type { Round } from './proof.ts';
import { isLive, isReady, isUnchecked } from './instance-states.ts';

/** What of an application runs, for people: counted, and by its instances. */
export interface RunningNow {
  /** When it was seen, epoch ms. */
  readonly atMs: number;
  /** The live ones. */
  readonly instances: readonly Instance[];
  /** How many there should be; `undefined` where that is not told. */
  readonly wanted: number | undefined;
  /** How many run and are healthy. */
  readonly ready: number;
  /** How many are on their way out. */
  readonly draining: number;
  /** When the rollout began, epoch ms, and how many were created since; `undefined` where the times are missing. */
  readonly beganMs: number | undefined;
  readonly sinceRollout: number | undefined;
  /** How often they have restarted, all together; `undefined` where one does not tell. */
  readonly restarts: number | undefined;
  /** What all of them carry; `undefined` where they differ or do not tell. */
  readonly image: string | undefined;
  readonly version: string | undefined;
  /** Whether for one of them at least no health check says that it serves. */
  readonly unchecked: boolean;
  /** There are more than were looked at. */
  readonly partly: boolean;
  /** A newer order that changed what runs. */
  readonly supersededBy: ListedOrder | undefined;
}

/** What the look at what runs brought, beside the verdict. */
export interface Verification {
  readonly mode: 'show' | 'require';
  /** Whether it is proven; `undefined` where no proof was asked for. */
  readonly verified: boolean | undefined;
  readonly running: RunningNow | undefined;
  /** For how long the proof has held, and was to hold. */
  readonly bakedMs: number | undefined;
  readonly bakeMs: number | undefined;
  /** The order of the same step that is to be proven instead of this one. */
  readonly provenByOrderId?: string | undefined;
  /** Why nothing is shown, where the API said so. */
  readonly fault?: Fault | undefined;
}

/** A proof that is on its way. */
export interface VerifyStage {
  readonly kind: 'verifying' | 'baking';
  /** For how long, and for how long at most, or at least, it goes on. */
  readonly lastedMs: number;
  readonly ofMs: number;
  readonly running: RunningNow | undefined;
}

/** What a round shows to people. `beganMs`: when the rollout began, epoch ms. Pure. */
export function runningNow(
  { groups, last }: Pick<Round, 'groups'> & { readonly last: LastOrder | undefined },
  {
    beganMs,
    atMs,
    partly,
  }: { readonly beganMs: number | undefined; readonly atMs: number; readonly partly: boolean },
): RunningNow {
  const all = groups.flatMap(({ instances }) => instances);
  const live = all.filter(isLive);
  const wanted = groups.map(({ replicas }) => replicas);
  return {
    atMs,
    instances: live,
    wanted: sumOf(wanted),
    ready: live.filter(isReady).length,
    draining: all.length - live.length,
    beganMs,
    sinceRollout: createdSince(live, beganMs),
    restarts: sumOf(live.map(({ restarts }) => restarts)),
    image: theOne(live.map(({ imageUrl }) => imageUrl)),
    version: theOne(live.map(({ packageVersion }) => packageVersion)),
    unchecked: live.some(isUnchecked),
    partly,
    supersededBy: last?.kind === 'superseded' ? last.order : undefined,
  };
}

function createdSince(live: readonly Instance[], beganMs: number | undefined): number | undefined {
  if (beganMs === undefined || live.some(({ createdMs }) => createdMs === undefined)) return undefined;
  return live.filter(({ createdMs = 0 }) => createdMs >= beganMs).length;
}

function sumOf(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce<number | undefined>(
    (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
    0,
  );
}

function theOne(values: readonly (string | undefined)[]): string | undefined {
  const [first, ...others] = new Set(values);
  return others.length === 0 ? first : undefined;
}
