import { CHECK_RUN_ENDPOINTS } from './check-run-endpoints.ts';
import { CREATE_COMMIT_STATUS } from './commit-status-endpoint.ts';
import type { Endpoint } from './endpoint.ts';
import { GET_RUN_ATTEMPT } from './run-attempt-endpoint.ts';

const ENDPOINTS: readonly Endpoint[] = [...CHECK_RUN_ENDPOINTS, CREATE_COMMIT_STATUS, GET_RUN_ATTEMPT];

/** An endpoint, and whose it is. */
export interface Route {
  readonly endpoint: Endpoint;
  /** `owner/name`. */
  readonly repository: string;
  readonly pathValues: Readonly<Record<string, string>>;
}

/** The endpoint that a request is for. `path` begins after the base path of the API. */
export function findRoute(method: string, path: string): Route | undefined {
  const parts = /^\/repos\/(?<repository>[^/]+\/[^/]+)(?<rest>\/.+)$/.exec(path)?.groups;
  if (parts === undefined) return undefined;
  for (const endpoint of ENDPOINTS) {
    const match = endpoint.method === method ? endpoint.path.exec(parts['rest'] ?? '') : null;
    if (match !== null) {
      return { endpoint, repository: parts['repository'] ?? '', pathValues: { ...match.groups } };
    }
  }
  return undefined;
}
