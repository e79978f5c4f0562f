import { httpServer } from '../loopback/http-server.ts';
import { listenOnLoopback } from '../loopback/listen.ts';
import { readRequest } from '../simulator/incoming-request.ts';
import type { CheckRun } from './check-run.ts';
import { CheckRunBook } from './check-run-book.ts';
import type { CommitStatus } from './commit-status.ts';
import type { GitHubFaultRule } from './fault.ts';
import type { Permissions } from './permissions.ts';
import type { RateLimits } from './rate-limiter.ts';
import { GITHUB_RATE_LIMITS, RateLimiter } from './rate-limiter.ts';
import type { RunAttempt } from './repository.ts';
import type { GitHubService } from './request-handler.ts';
import { handleRequest } from './request-handler.ts';
import type { RecordedRequest } from './request-log.ts';
import { RequestLog } from './request-log.ts';

/** What a fake is to be; everything has a default. */
export interface GitHubOptions {
  /** Before the paths of the API: `''` as at github.com, `/api/v3` as on GitHub Enterprise Server. */
  readonly basePath?: string;
  /** `owner/name` of the one repository that there is. */
  readonly repository?: string;
  /** The only token that is good. */
  readonly token?: string;
  /** What the token may do; write checks and statuses, read actions, if not given. */
  readonly permissions?: Permissions;
  /** The SHAs of the commits that there are; the first is the one that the workflow run is about. */
  readonly commits?: readonly [string, ...string[]];
  /** The names of the jobs of the workflow run; each has a check run on the first commit. */
  readonly jobs?: readonly string[];
  /** The workflow runs that there are; one with one attempt, of this moment, if not given. */
  readonly runAttempts?: readonly [RunAttempt, ...RunAttempt[]];
  readonly faults?: readonly GitHubFaultRule[];
  readonly limits?: Partial<RateLimits>;
  /** TCP port on loopback; any free one if not given. */
  readonly port?: number;
  /** The clock, epoch ms; the machine's own if not given. */
  readonly nowMs?: () => number;
  /** Told of each request the moment it arrives, before it is answered. */
  readonly onRequest?: (request: RecordedRequest) => void;
}

/** A running fake. */
export interface GitHubFake extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` and the base path: `GITHUB_API_URL`. */
  readonly url: string;
  readonly token: string;
  /** What the runner's environment must say for an action to find this repository, run and commit. */
  readonly env: Readonly<Record<string, string>>;
  /** All requests so far, in the order of their arrival. */
  readonly requests: readonly RecordedRequest[];
  /** All check runs, the jobs' own first, each with all that it has been. */
  readonly checkRuns: readonly CheckRun[];
  /** All commit statuses, in the order in which they were made. */
  readonly statuses: readonly CommitStatus[];
  /** From now on these faults and no others. The requests so far go on being counted. */
  readonly setFaults: (faults: readonly GitHubFaultRule[]) => void;
  /** Ends it, with all connections that are open, hanging ones too. */
  readonly close: () => Promise<void>;
}

/** The token of the fake, unless another is asked for. */
const DEMO_TOKEN = 'ghs_NotARealTokenOfAnyWorkflow0000000000';

const DEMO_COMMIT = 'ffac537e6cbbf934b08745a378932722df287a53';
const DEMO_RUN_ID = 1_658_821_493;

/**
 * Starts a server on loopback that speaks the part of GitHub's REST API that a gate uses, for one
 * repository, and refuses what GitHub refuses.
 *
 * @throws the listening error of the server, e.g. EADDRINUSE
 */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHubFake> {
  const closing = new AbortController();
  const service = serviceFor(options, closing.signal);
  const { token, basePath, log, repository } = service;
  const server = httpServer(readRequest, (request, response) => {
    handleRequest(service, request, response);
  });
  const listening = await listenOnLoopback(server, options.port);
  const url = `http://127.0.0.1:${listening.port}${basePath}`;
  const [firstRun] = repository.runAttempts;
  const close = (): Promise<void> => {
    closing.abort();
    return listening.close();
  };
  return {
    url,
    token,
    env: {
      GITHUB_API_URL: url,
      GITHUB_REPOSITORY: repository.name,
      GITHUB_SHA: repository.commits[0] ?? '',
      GITHUB_RUN_ID: String(firstRun?.runId),
      GITHUB_RUN_ATTEMPT: String(firstRun?.attempt),
    },
    requests: log.requests,
    checkRuns: repository.checkRuns.runs,
    statuses: repository.statuses,
    setFaults: faults => {
      service.faults = faults;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function serviceFor(options: GitHubOptions, closing: AbortSignal): GitHubService {
  const nowMs = options.nowMs ?? Date.now;
  const commits = options.commits ?? [DEMO_COMMIT];
  const startEpochMs = nowMs();
  const checkRuns = new CheckRunBook();
  for (const job of options.jobs ?? []) checkRuns.addJob(job, commits[0], startEpochMs);
  return {
    basePath: options.basePath ?? '',
    token: options.token ?? DEMO_TOKEN,
    permissions: options.permissions ?? { checks: 'write', statuses: 'write', actions: 'read' },
    repository: {
      name: options.repository ?? 'octo-org/octo-shop',
      commits,
      runAttempts: options.runAttempts ?? [runOfThisMoment(startEpochMs)],
      checkRuns,
      statuses: [],
    },
    limiter: new RateLimiter({ ...GITHUB_RATE_LIMITS, ...options.limits }),
    log: new RequestLog(options.onRequest),
    faults: options.faults ?? [],
    startEpochMs,
    nowMs,
    closing,
  };
}

function runOfThisMoment(nowEpochMs: number): RunAttempt {
  // GitHub tells whole seconds, and a run is created before its first job runs.
  const createdAt = new Date(nowEpochMs).toISOString().replace(/\.\d+Z$/, 'Z');
  return { runId: DEMO_RUN_ID, attempt: 1, createdAt, runStartedAt: createdAt };
}
