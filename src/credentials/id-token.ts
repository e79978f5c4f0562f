import * as z from 'zod/mini';
import type { Transport } from '../http/transport.ts';
import { boundedRequest, parseJson, parseUrl } from '../http/transport.ts';
import type { Clock } from '../polling/clock.ts';
import { within } from '../polling/clock.ts';
import type { Fault, FaultDetail, FaultReason, TokenFileProblem } from '../rollout/fault.ts';
import { cleanText } from '../text/clean.ts';

export type IdTokenAnswer =
  { readonly kind: 'id-token'; readonly idToken: string } | { readonly kind: 'fault'; readonly fault: Fault };

/** Where the runner gives ID tokens; both are there only with `permissions: id-token: write`. */
export interface IdTokenService {
  /** `ACTIONS_ID_TOKEN_REQUEST_URL` */
  readonly url: string | undefined;
  /** `ACTIONS_ID_TOKEN_REQUEST_TOKEN` */
  readonly token: string | undefined;
}

export interface IdTokenOptions {
  readonly service: IdTokenService;
  readonly audience: string;
  readonly clock: Clock;
  readonly transport: Transport;
  readonly requestTimeoutMs: number;
  readonly userAgent: string;
  readonly mask: (secret: string) => void;
}

const ACTION = 'GitHub ID token';

const answerSchema = z.object({ value: z.string().check(z.minLength(1)) });

/** Asks GitHub for an ID token of this workflow run, meant for `audience`; masked before it is given. */
export async function requestIdToken(options: IdTokenOptions, signal: AbortSignal): Promise<IdTokenAnswer> {
  const { service, audience, clock, transport, requestTimeoutMs, mask } = options;
  const url = service.url === undefined ? null : parseUrl(service.url);
  if (url === null || !service.token) return fault('no-id-token', undefined, { kind: 'not-allowed' });
  url.searchParams.set('audience', audience);
  const headers = {
    authorization: `Bearer ${service.token}`,
    accept: 'application/json',
    'user-agent': options.userAgent,
  };
  const sent = await boundedRequest(clock, requestTimeoutMs, signal, ACTION, stop =>
    transport({ method: 'GET', url: url.href, headers }, stop),
  );
  if (sent.kind === 'fault') return sent;
  const { status, body } = sent.answer;
  if (status === 401 || status === 403) return fault('no-id-token', status);
  const value = status === 200 ? answerSchema.safeParse(parseJson(body)).data?.value : undefined;
  if (value === undefined) return fault('server', status, { kind: 'no-token' });
  mask(value);
  return { kind: 'id-token', idToken: value };
}

function fault(reason: FaultReason, httpStatus: number | undefined, detail?: FaultDetail): IdTokenAnswer {
  const told: Fault = { action: ACTION, reason, message: '', httpStatus };
  return { kind: 'fault', fault: detail === undefined ? told : { ...told, detail } };
}

/** What was found where a small text file should be. */
export type FileReading =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' | 'not-a-file' | 'too-large' }
  /** `code` is the system's, such as EACCES. */
  | { readonly kind: 'unreadable'; readonly code: string };

/** Reads a file of at most so many bytes. Never rejects, and never waits for who would write a pipe. */
export type ReadSmallFile = (file: string, limitBytes: number) => Promise<FileReading>;

export interface TokenFileOptions {
  readonly file: string;
  readonly clock: Clock;
  readonly readSmallFile: ReadSmallFile;
  readonly requestTimeoutMs: number;
  readonly mask: (secret: string) => void;
}

const TOKEN_FILE_ACTION = 'OIDC token';

/** STS takes no longer token. Source: the STS API reference, AssumeRoleWithOIDC, version 2015-04-01. */
const LONGEST_TOKEN = 20_000;

/** White space around the token, such as a last line break, is no part of it. */
const LIMIT_BYTES = LONGEST_TOKEN + 100;

/**
 * Reads the ID token that a cluster put into a file for this workload; masked before it is given. Clusters
 * replace it while the workload runs, so it is read afresh at each call. Every failure is a final fault.
 */
export async function readTokenFile(options: TokenFileOptions, signal: AbortSignal): Promise<IdTokenAnswer> {
  const { file, clock, readSmallFile, requestTimeoutMs, mask } = options;
  // A file system of the network may hang as a server does.
  const bounded = await within(clock, requestTimeoutMs, signal, () => readSmallFile(file, LIMIT_BYTES));
  if (bounded.kind === 'aborted') {
    const detail = { kind: 'given-up' } as const;
    return { kind: 'fault', fault: { action: TOKEN_FILE_ACTION, reason: 'no-answer', message: '', detail } };
  }
  if (bounded.kind === 'timed-out') return tokenFileFault(file, { kind: 'slow', limitMs: requestTimeoutMs });
  const reading = bounded.value;
  if (reading.kind !== 'text') return tokenFileFault(file, reading);
  const idToken = reading.text.trim();
  if (idToken === '') return tokenFileFault(file, { kind: 'empty' });
  mask(idToken);
  if (idToken.length > LONGEST_TOKEN) return tokenFileFault(file, { kind: 'too-large' });
  // Not a word of it is quoted: it may be another secret.
  if (/[^\u0021-\u007e]/u.test(idToken)) return tokenFileFault(file, { kind: 'no-token' });
  return { kind: 'id-token', idToken };
}

function tokenFileFault(file: string, problem: TokenFileProblem): IdTokenAnswer {
  const detail: FaultDetail = { kind: 'token-file', file: cleanText(file, 200), problem };
  return { kind: 'fault', fault: { action: TOKEN_FILE_ACTION, reason: 'no-id-token', message: '', detail } };
}
