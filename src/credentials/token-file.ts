import type { Clock } from '../polling/clock.ts';
import { within } from '../polling/clock.ts';
import type { FaultDetail, TokenFileProblem } from '../rollout/fault.ts';
import { cleanText } from '../text/clean.ts';
import type { IdTokenAnswer } from './id-token.ts';

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

const ACTION = 'OIDC token';

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
    return { kind: 'fault', fault: { action: ACTION, reason: 'no-answer', message: '', detail } };
  }
  if (bounded.kind === 'timed-out') return fault(file, { kind: 'slow', limitMs: requestTimeoutMs });
  const reading = bounded.value;
  if (reading.kind !== 'text') return fault(file, reading);
  const idToken = reading.text.trim();
  if (idToken === '') return fault(file, { kind: 'empty' });
  mask(idToken);
  if (idToken.length > LONGEST_TOKEN) return fault(file, { kind: 'too-large' });
  // Not a word of it is quoted: it may be another secret.
  if (/[^\u0021-\u007e]/u.test(idToken)) return fault(file, { kind: 'no-token' });
  return { kind: 'id-token', idToken };
}

function fault(file: string, problem: TokenFileProblem): IdTokenAnswer {
  const detail: FaultDetail = { kind: 'token-file', file: cleanText(file, 200), problem };
  return { kind: 'fault', fault: { action: ACTION, reason: 'no-id-token', message: '', detail } };
}
