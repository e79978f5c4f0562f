import type { EndpointName } from './endpoint.ts';

/**
 * When a fault happens: all that is given must hold, nothing given means always. Requests are counted
 * from 1, each endpoint's on their own where an endpoint is given, else all of them.
 */
export interface Occasion {
  readonly endpoint?: EndpointName;
  readonly method?: 'GET' | 'POST' | 'PATCH';
  /** Only these requests. */
  readonly requests?: readonly number[];
  /** First request at which it happens. */
  readonly fromRequest?: number;
  /** Last request at which it happens. */
  readonly toRequest?: number;
}

/** What an occasion looks at in a request. */
export interface OccasionRequest {
  readonly endpoint: EndpointName | 'unknown';
  readonly method: string;
}

/** Whether `occasion` is met by the newest of these requests, which are all so far, in order. */
export function isMet(occasion: Occasion, requests: readonly OccasionRequest[]): boolean {
  const newest = requests.at(-1);
  if (newest === undefined || !concerns(occasion, newest)) return false;
  const number = requests.filter(request => concerns(occasion, request)).length;
  if (number < (occasion.fromRequest ?? 1) || number > (occasion.toRequest ?? Infinity)) return false;
  return occasion.requests?.includes(number) ?? true;
}

function concerns(occasion: Occasion, request: OccasionRequest): boolean {
  return (
    (occasion.endpoint === undefined || occasion.endpoint === request.endpoint) &&
    (occasion.method === undefined || occasion.method === request.method)
  );
}
