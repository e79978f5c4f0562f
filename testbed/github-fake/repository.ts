import type { CheckRunBook } from './check-run-book.ts';
import type { CommitStatus } from './commit-status.ts';

/** An attempt of a workflow run that GitHub knows. */
export interface RunAttempt {
  readonly runId: number;
  readonly attempt: number;
  /** When the run was created, ISO. The same for all its attempts. */
  readonly createdAt: string;
  /** When this attempt was started, ISO. */
  readonly runStartedAt: string;
}

/** The one repository of a fake, with all that is kept in it. */
export interface Repository {
  /** `owner/name`. */
  readonly name: string;
  /** The SHAs of the commits that it has. */
  readonly commits: readonly string[];
  readonly runAttempts: readonly RunAttempt[];
  readonly checkRuns: CheckRunBook;
  readonly statuses: CommitStatus[];
}
