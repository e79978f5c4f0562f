import * as z from 'zod/mini';
import { boundedRequest, parseJson, parseUrl } from '../http/transport.ts';
import { within } from '../polling/clock.ts';
import type { FaultAnswer, TokenFileProblem } from '../rollout/fault.ts';
import { faultAnswer } from '../rollout/fault.ts';
import { cleanText } from '../text/clean.ts';
import type { SourceParts } from './provider.ts';

export type IdTokenAnswer = { readonly kind: 'id-token'; readonly idToken: string } | FaultAnswer;

/** Where the runner issues ID tokens; both are set only with `permissions: id-token: write`. */
export interface IdTokenService {
  /** `ACTIONS_ID_TOKEN_REQUEST_URL` */
  readonly url: string | undefined;
  /** `ACTIONS_ID_TOKEN_REQUEST_TOKEN` */
  readonly token: string | undefined;
}

export interface IdTokenOptions extends SourceParts {
  readonly service: IdTokenService;
  readonly audience: string;
  readonly userAgent: string;
}

const ACTION = 'GitHub ID token';

const answerSchema = z.object({ value: z.string().check(z.minLength(1)) });

/** Requests an ID token of this workflow run for `audience` from GitHub; masked before it is returned. */
export async function requestIdToken(options: IdTokenOptions, signal: AbortSignal): Promise<IdTokenAnswer> {
  const { service, audience, userAgent, mask } = options;
  const url = service.url === undefined ? null : parseUrl(service.url);
  if (url === null || !service.token) {
    return faultAnswer(ACTION, 'no-id-token', { detail: { kind: 'not-allowed' } });
  }
  url.searchParams.set('audience', audience);
  const headers = {
    authorization: `Bearer ${service.token}`,
    accept: 'application/json',
    'user-agent': userAgent,
  };
  const sent = await boundedRequest(options, ACTION, { method: 'GET', url: url.href, headers }, signal);
  if (sent.kind === 'fault') return sent;
  const { status: httpStatus, body } = sent.answer;
  if (httpStatus === 401 || httpStatus === 403) return faultAnswer(ACTION, 'no-id-token', { httpStatus });
  const value = httpStatus === 200 ? answerSchema.safeParse(parseJson(body)).data?.value : undefined;
  if (value === undefined) {
    return faultAnswer(ACTION, 'server', { httpStatus, detail: { kind: 'no-token' } });
  }
  mask(value);
  return { kind: 'id-token', idToken: value };
}

/** The result of reading a small text file. */
export type FileReading =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' | 'not-a-file' | 'too-large' }
  /** `code` is the system's, such as EACCES. */
  | { readonly kind: 'unreadable'; readonly code: string };

/** Reads a file of at most `limitBytes` bytes. Never rejects, and never waits for a pipe to be written. */
export type ReadSmallFile = (file: string, limitBytes: number) => Promise<FileReading>;

export interface TokenFileOptions extends Omit<SourceParts, 'transport'> {
  readonly file: string;
  readonly readSmallFile: ReadSmallFile;
}

const TOKEN_FILE_ACTION = 'OIDC token';

/** STS accepts no longer token. Source: the STS API reference, AssumeRoleWithOIDC, version 2015-04-01. */
const LONGEST_TOKEN = 20_000;

/** White space around the token, such as a trailing line break, does not belong to it. */
const LIMIT_BYTES = LONGEST_TOKEN + 100;

/**
 * Reads the ID token that a cluster put into a file for this workload; masked before it is returned. Clusters
 * replace it while the workload runs, so it is read anew at each call. Every failure is a final fault.
 */
export async function readTokenFile(options: TokenFileOptions, signal: AbortSignal): Promise<IdTokenAnswer> {
  const { file, clock, readSmallFile, requestTimeoutMs, mask } = options;
  // A network file system may hang like a server.
  const bounded = await within(clock, requestTimeoutMs, signal, () => readSmallFile(file, LIMIT_BYTES));
  if (bounded.kind === 'aborted') {
    return faultAnswer(TOKEN_FILE_ACTION, 'no-answer', { detail: { kind: 'given-up' } });
  }
  if (bounded.kind === 'timed-out') return tokenFileFault(file, { kind: 'slow', limitMs: requestTimeoutMs });
  const reading = bounded.value;
  if (reading.kind !== 'text') return tokenFileFault(file, reading);
  const idToken = reading.text.trim();
  if (idToken === '') return tokenFileFault(file, { kind: 'empty' });
  mask(idToken);
  if (idToken.length > LONGEST_TOKEN) return tokenFileFault(file, { kind: 'too-large' });
  // Nothing of it is quoted: it may be another secret.
  if (/[^\u0021-\u007e]/u.test(idToken)) return tokenFileFault(file, { kind: 'no-token' });
  return { kind: 'id-token', idToken };
}

function tokenFileFault(file: string, problem: TokenFileProblem): IdTokenAnswer {
  const detail = { kind: 'token-file', file: cleanText(file, 200), problem } as const;
  return faultAnswer(TOKEN_FILE_ACTION, 'no-id-token', { detail });
}
