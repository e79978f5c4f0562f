import type { ApiError } from './api-error.ts';
import { apiError } from './api-error.ts';
import type { Occasion } from './occasion.ts';

/** Something that goes wrong with a request, in place of its answer. Times in real ms. */
export type Fault =
  /** The gateway's own error. `format` forces XML or JSON; else the client's Accept decides. */
  | {
      readonly kind: 'gateway-error';
      readonly error: ApiError;
      readonly headers?: Readonly<Record<string, string>>;
      readonly format?: 'json' | 'xml';
    }
  /** The service's error in the usual envelope: `Success: false`, by default with HTTP 200. */
  | {
      readonly kind: 'service-error';
      readonly code: string;
      readonly errorCode?: string;
      readonly message: string;
      readonly httpStatus?: number;
    }
  /** Any answer, word for word: a proxy's page, a captive portal, a redirect, an empty body. */
  | {
      readonly kind: 'raw-answer';
      readonly httpStatus: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  /** The connection is reset instead of an answer. */
  | { readonly kind: 'connection-reset' }
  /** No answer ever, or only its headers. */
  | { readonly kind: 'hang'; readonly after: 'request' | 'headers' }
  /**
   * The true answer, cut in the middle of its body: the connection breaks off before what was announced
   * has come (`whole`), or all that was announced has come and is only half a document (`half`).
   */
  | { readonly kind: 'truncated-body'; readonly announced: 'whole' | 'half' }
  /** The true answer, followed by blanks without end. */
  | { readonly kind: 'endless-body' }
  /** The true answer, one byte at a time. */
  | { readonly kind: 'slow-drip'; readonly msPerByte: number }
  /** The true answer, preceded by so many blanks: valid JSON, only too big. */
  | { readonly kind: 'oversized-body'; readonly bytes: number }
  /** The true answer, late. */
  | { readonly kind: 'delayed'; readonly delayMs: number };

/** A fault and when it happens. */
export interface FaultRule {
  readonly on: Occasion;
  readonly fault: Fault;
}

/** The fault on every occasion, or the given one. */
export function fault(what: Fault, on: Occasion = {}): FaultRule {
  return { on, fault: what };
}

/** The gateway's error of this code. */
export function gatewayError(code: string, message?: string): Fault {
  return { kind: 'gateway-error', error: apiError(code, message) };
}

/** The gateway's error of this code as XML, whatever the client accepts. */
export function xmlError(code: string): Fault {
  return { kind: 'gateway-error', error: apiError(code), format: 'xml' };
}

/** Throttled, with the hint in `x-acs-retry-after` (milliseconds; any text, to be told nonsense) or without. */
export function throttled(retryAfterMs?: number | string, code = 'Throttling.User'): Fault {
  return {
    kind: 'gateway-error',
    error: apiError(code),
    ...(retryAfterMs === undefined ? {} : { headers: { 'x-acs-retry-after': String(retryAfterMs) } }),
  };
}

/** No such order: absent for some looks (eventual consistency), for ever, or from some moment on. */
export function orderAbsent(on: Occasion = {}): FaultRule {
  return fault(gatewayError('InvalidChangeOrder.NotFound'), { action: 'DescribeChangeOrder', ...on });
}

/** HTTP 200 with `Success: false` and this code. */
export function successFalse(code: string, message = 'The request was not carried out.'): Fault {
  return { kind: 'service-error', code, message };
}

/** A bare HTTP status with a proxy's HTML page. */
export function htmlPage(httpStatus: number, title: string): Fault {
  return {
    kind: 'raw-answer',
    httpStatus,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
  };
}

/** A proxy's 502. */
export const BAD_GATEWAY: Fault = htmlPage(502, '502 Bad Gateway');

/** HTTP 429 from something on the way, with no body that would explain it. */
export const TOO_MANY_REQUESTS: Fault = htmlPage(429, '429 Too Many Requests');

/** A captive portal's 200: HTML where JSON should be. */
export const CAPTIVE_PORTAL: Fault = htmlPage(200, 'Please log in to this network');

/** HTTP 200 with nothing in it. */
export const EMPTY_BODY: Fault = {
  kind: 'raw-answer',
  httpStatus: 200,
  headers: { 'content-type': 'application/json' },
  body: '',
};

/** A redirect to another path of the simulator, where nothing good waits. */
export const REDIRECT: Fault = {
  kind: 'raw-answer',
  httpStatus: 302,
  headers: { location: '/redirected', 'content-type': 'text/html' },
  body: '<html><body>Moved</body></html>',
};

/** Network faults by name. */
export const CONNECTION_RESET: Fault = { kind: 'connection-reset' };
export const HANG: Fault = { kind: 'hang', after: 'request' };
export const HANG_AFTER_HEADERS: Fault = { kind: 'hang', after: 'headers' };
export const TRUNCATED_BODY: Fault = { kind: 'truncated-body', announced: 'whole' };
export const HALF_A_DOCUMENT: Fault = { kind: 'truncated-body', announced: 'half' };
export const ENDLESS_BODY: Fault = { kind: 'endless-body' };
export const SLOW_DRIP: Fault = { kind: 'slow-drip', msPerByte: 100 };
/** One byte over the 8 MiB that a client should read. */
export const OVERSIZED_BODY: Fault = { kind: 'oversized-body', bytes: 8 * 1024 * 1024 + 1 };
