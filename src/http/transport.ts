import type { Clock } from '../polling/clock.ts';
import { within } from '../polling/clock.ts';
import type { FaultAnswer } from '../rollout/fault.ts';
import { faultAnswer } from '../rollout/fault.ts';
import { cleanText, foreignText } from '../text/clean.ts';
import type { Hide } from '../text/clean.ts';

/** One HTTP request; `url` is used unchanged. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Never through a proxy, whatever the environment says. */
  readonly direct?: true;
}

export interface HttpAnswer {
  readonly status: number;
  /** By lower-case name; of a repeated header the first. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends one request once: no retry, no redirect, no cookie. Rejects with a `TransportError`, or with anything
 * at all once `signal` is aborted.
 */
export type Transport = (request: HttpRequest, signal: AbortSignal) => Promise<HttpAnswer>;

/** Larger answers are not read. */
export interface TooLarge {
  readonly kind: 'too-large';
  readonly host: string;
  readonly limitBytes: number;
}

/** `unknown-host`: the resolver answered that there is no such name, which is more than a failure. */
export type TransportFailure = 'network' | 'unknown-host' | 'certificate' | 'too-large';

/** No usable answer. The message is the network's own and contains no secret. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly failure: TransportFailure;
  readonly detail: TooLarge | undefined;
  /** There was no connection, so no part of the request can have reached a server. */
  readonly neverSent: boolean;

  constructor(failure: TransportFailure, message: string, detail?: TooLarge, neverSent = false) {
    super(message);
    this.failure = failure;
    this.detail = detail;
    this.neverSent = neverSent;
  }
}

const LONGEST_MESSAGE = 1_000;

/**
 * The transport with error messages that are fit to show: clean, without secrets, cut. A host that has been
 * resolved before is not called unknown if it is not found later: then the resolver has failed.
 */
export function waryTransport(transport: Transport, hide: Hide): Transport {
  const answered = new Set<string>();
  return async (request, signal) => {
    const { host } = new URL(request.url);
    try {
      const answer = await transport(request, signal);
      answered.add(host);
      return answer;
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      const isKnown = error.failure === 'unknown-host' && answered.has(host);
      const message = foreignText(error.message, LONGEST_MESSAGE, hide);
      const failure = isKnown ? 'network' : error.failure;
      throw new TransportError(failure, message, error.detail, error.neverSent);
    }
  };
}

export type RequestAnswer = { readonly kind: 'answer'; readonly answer: HttpAnswer } | FaultAnswer;

/** What every request needs. */
export interface RequestParts {
  readonly clock: Clock;
  readonly transport: Transport;
  /** For one request, headers and body together. */
  readonly requestTimeoutMs: number;
}

/**
 * One request within its time limit. A missing answer is a fault of `action`; anything else that is thrown is
 * a bug and passes through.
 */
export async function boundedRequest(
  { clock, transport, requestTimeoutMs: limitMs }: RequestParts,
  action: string,
  request: HttpRequest,
  signal: AbortSignal,
): Promise<RequestAnswer> {
  try {
    const sent = await within(clock, limitMs, signal, stop => transport(request, stop));
    if (sent.kind === 'done') return { kind: 'answer', answer: sent.value };
    const detail =
      sent.kind === 'aborted' ? { kind: 'given-up' as const } : { kind: 'time-limit' as const, limitMs };
    return faultAnswer(action, 'no-answer', { detail });
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    const message = cleanText(error.message, LONGEST_MESSAGE);
    const { failure: reason, detail, neverSent } = error;
    const more = { ...(detail && { detail }), ...(neverSent && { neverSent }) };
    return { kind: 'fault', fault: { action, reason, message, ...more } };
  }
}

/** A longer text is checked before it is parsed. */
const LONGEST_UNSEEN = 100_000;

/** The API's deepest answers have six levels. */
const MOST_LEVELS = 100;

/**
 * The value of a JSON text, or `undefined` if it is invalid or too deep: from megabytes of brackets the
 * parser would make millions of nested objects, which takes seconds.
 */
export function parseJson(text: string): unknown {
  if (text.length > LONGEST_UNSEEN && levelsIn(text) > MOST_LEVELS) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The depth of a JSON text; counts no further than `MOST_LEVELS`. */
function levelsIn(text: string): number {
  let level = 0;
  let deepest = 0;
  for (let at = 0; at < text.length && deepest <= MOST_LEVELS; at++) {
    const char = text[at];
    if (char === '"') at = stringEnd(text, at);
    else if (char === '[' || char === '{') deepest = Math.max(deepest, ++level);
    else if (char === ']' || char === '}') level--;
  }
  return deepest;
}

/** Where the string that begins here ends: at the next quote that is not escaped. */
function stringEnd(text: string, begin: number): number {
  for (let at = begin + 1; ; at++) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length;
    let escapes = 0;
    while (text[at - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return at;
  }
}

/** The text as a URL; `null` if it is none. Like `URL.parse`, which Node 20 does not have. Pure. */
export function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** The gate's user agent in every request, to SAE, STS and GitHub: its name and version. Pure. */
export function userAgentOf(version: string): string {
  return `sae-rollout-gate/${version}`;
}
