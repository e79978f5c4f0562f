import type { CreationBound, RunStart, StartUnknown } from '../discovery/run-start.ts';
import { givenBound, runBound } from '../discovery/run-start.ts';
import type { FindTarget } from '../inputs/target-input.ts';

/**
 * The time that this run's own order must be newer than: as given, or from the start of the run, which
 * is asked for only then; or why nothing is known of that.
 */
export async function creationBound(
  { createdAfter }: FindTarget,
  nowWallMs: number,
  runStart: () => Promise<RunStart>,
): Promise<CreationBound | { readonly unknown: StartUnknown }> {
  return createdAfter.kind === 'run-start'
    ? runBound(await runStart(), nowWallMs)
    : givenBound(createdAfter, nowWallMs);
}

/** Whether the bound was made by this machine's clock: the start of the job, or a duration before now. */
export function isByOwnClock(
  { source }: Pick<CreationBound, 'source'>,
  { createdAfter }: Pick<FindTarget, 'createdAfter'>,
): boolean {
  return source === 'job' || createdAfter.kind === 'ago';
}
