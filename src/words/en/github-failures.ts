import type { RunUnknown, StartUnknown } from '../../discovery/run-start.ts';
import type { GitHubFailure } from '../../github/github-failure.ts';
import { formatTime } from '../format.ts';
import { duration } from './duration.ts';

/** Why GitHub brought no answer, in half an English sentence. */
export function gitHubFailure(failure: GitHubFailure): string {
  switch (failure.kind) {
    case 'time-limit':
      return `no answer within ${duration(failure.limitMs)}`;
    case 'no-run-start':
      return 'its answer does not tell when the run began';
    case 'said':
      return failure.httpStatus === undefined
        ? failure.message
        : `HTTP ${failure.httpStatus}: ${failure.message}`;
  }
}

/** Why GitHub does not tell when this run began. */
export function runUnknownText(unknown: RunUnknown): string {
  switch (unknown.kind) {
    case 'not-asked':
      return 'there is no token, or this is no workflow run';
    case 'impossible':
      return `GitHub answered ${cannotBe(unknown.startedMs)}`;
    case 'refused':
      return `GitHub answered HTTP ${unknown.httpStatus}`;
    case 'failed':
      return gitHubFailure(unknown.failure);
  }
}

/** Why neither GitHub nor the event file tells when this run began. */
export function startUnknownText({ run, eventFileMs }: StartUnknown): string {
  const file =
    eventFileMs === undefined ? 'there is no event file' : `the event file is dated ${cannotBe(eventFileMs)}`;
  return `${runUnknownText(run)}; ${file}`;
}

/** A time of which no run can be that still goes on. */
function cannotBe(startedMs: number): string {
  return `${formatTime(startedMs)}, which cannot be: a run lasts at most 35 days and does not begin in the future`;
}
