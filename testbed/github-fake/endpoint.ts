import type { Answer } from './answer.ts';
import type { JsonObject } from './json-object.ts';
import type { NeededPermission } from './permissions.ts';
import type { Repository } from './repository.ts';

/** The endpoints by the names that occasions and records know them by. */
export type EndpointName =
  'create-check-run' | 'update-check-run' | 'get-check-run' | 'create-commit-status' | 'get-run-attempt';

/** Everything from which an endpoint makes its answer to one request. */
export interface EndpointCall {
  readonly repository: Repository;
  /** What stands in the path at the places that the route leaves open. */
  readonly pathValues: Readonly<Record<string, string>>;
  /** Empty for a request without one. */
  readonly body: JsonObject;
  /** The number of the request, from 1. */
  readonly requestNumber: number;
  readonly nowEpochMs: number;
}

/** Something of a repository that answers requests. */
export interface Endpoint {
  readonly name: EndpointName;
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** The path after `/repos/<owner>/<name>`, with named groups for what it leaves open. */
  readonly path: RegExp;
  readonly permission: NeededPermission;
  readonly answer: (call: EndpointCall) => Answer;
}
