import type { CreationBound, RunStart } from '../discovery/run-start.ts';
import { givenBound, runBound } from '../discovery/run-start.ts';
import type { FindTarget } from '../inputs/target-input.ts';

/**
 * The time that this run's own order must be newer than: as given, or from the start of the run, which
 * is asked for only then. `undefined` where nothing is known of it.
 */
export async function creationBound(
  { createdAfter }: FindTarget,
  nowWallMs: number,
  runStart: () => Promise<RunStart>,
): Promise<CreationBound | undefined> {
  return createdAfter.kind === 'run-start' ? runBound(await runStart()) : givenBound(createdAfter, nowWallMs);
}

/** Whether the bound was made by this machine's clock: the start of the job, or a duration before now. */
export function isByOwnClock(
  { source }: Pick<CreationBound, 'source'>,
  { createdAfter }: Pick<FindTarget, 'createdAfter'>,
): boolean {
  return source === 'job' || createdAfter.kind === 'ago';
}
