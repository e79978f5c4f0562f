import type { RunUnknown } from '../../discovery/run-start.ts';
import type { GitHubFailure } from '../../github/github-failure.ts';
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

/** Why GitHub could not be asked when this run began. */
export function runUnknownText(unknown: RunUnknown): string {
  switch (unknown.kind) {
    case 'not-asked':
      return 'there is no token, or this is no workflow run';
    case 'refused':
      return `GitHub answered HTTP ${unknown.httpStatus}`;
    case 'failed':
      return gitHubFailure(unknown.failure);
  }
}
