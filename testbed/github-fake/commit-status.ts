/** A commit status, as GitHub keeps it. */
export interface CommitStatus {
  /** The number of the request that made it, from 1. */
  readonly byRequest: number;
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
}
