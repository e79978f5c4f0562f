/**
 * Why a request brought no usable answer, by what helps: a passing fault needs time, a final one needs a
 * person. A doubtful one may be either: it counts as passing until it has lasted for a while, and as final
 * then.
 */
export const FAULT_REASONS = {
  throttled: 'passing',
  'no-such-order': 'doubtful',
  network: 'passing',
  'unknown-host': 'doubtful',
  'no-answer': 'passing',
  server: 'passing',
  'not-documented': 'doubtful',
  malformed: 'passing',
  'not-the-api': 'passing',
  'too-large': 'passing',
  'nonce-used': 'passing',
  /** It reports success and failure at once. */
  contradictory: 'doubtful',
  permission: 'final',
  credentials: 'final',
  'credentials-expired': 'final',
  clock: 'final',
  parameter: 'final',
  place: 'final',
  'no-such-application': 'final',
  certificate: 'final',
  'no-id-token': 'final',
  'role-refused': 'final',
} as const satisfies Record<string, 'passing' | 'doubtful' | 'final'>;

export type FaultReason = keyof typeof FAULT_REASONS;

/** A request that failed, as data. */
export interface Fault {
  readonly reason: FaultReason;
  /** The API call, e.g. `DescribeChangeOrder`. */
  readonly action: string;
  /** The text that came back, from the cloud or the network: clean, but foreign. */
  readonly message: string;
  /** What the gate itself found, if there is no such text. */
  readonly detail?: FaultDetail;
  readonly code?: string | undefined;
  readonly requestId?: string | undefined;
  readonly httpStatus?: number | undefined;
  /** How long the server asks to wait before the next request. */
  readonly retryAfterMs?: number | undefined;
  /**
   * How far the server's clock is ahead of this machine's, if it refused the time stamp and reported its own
   * time.
   */
  readonly clockAheadMs?: number | undefined;
  /** The request provably never reached a server: there was no connection, or its turn never came. */
  readonly neverSent?: boolean;
  /** It is an error as the API documents them, and nothing in the answer says otherwise. */
  readonly unambiguous?: true;
}

/** The answer to a request that failed: an answer, not an exception. */
export interface FaultAnswer {
  readonly kind: 'fault';
  readonly fault: Fault;
}

/** The answer for a fault that only the gate itself describes. Pure. */
export function faultAnswer(
  action: string,
  reason: FaultReason,
  more: Omit<Fault, 'action' | 'reason' | 'message'> = {},
): FaultAnswer {
  return { kind: 'fault', fault: { action, reason, message: '', ...more } };
}

/** Whether only a person can fix it, so that a retry is useless. Pure. */
export function isFinal(fault: Fault): boolean {
  return FAULT_REASONS[fault.reason] === 'final';
}

/** Whether it may pass, and counts only if it lasts for a while. Pure. */
export function isDoubtful(fault: Fault): boolean {
  return FAULT_REASONS[fault.reason] === 'doubtful';
}

/** What a fault requires of the next request; `hintMs` if the server said how long to wait. */
export interface PauseAsked {
  readonly pause?: { readonly hintMs: number | undefined };
}

/** The pause that a fault requires: a throttled request always, any other only with a hint. Pure. */
export function pauseAfter(fault: Fault | undefined): PauseAsked {
  if (fault === undefined) return {};
  const asked = fault.reason === 'throttled' || fault.retryAfterMs !== undefined;
  return asked ? { pause: { hintMs: fault.retryAfterMs } } : {};
}

/** The gate's own description of a failed request, as data for half a sentence. */
export type FaultDetail =
  /** The request was cancelled. */
  | { readonly kind: 'given-up' }
  | { readonly kind: 'time-limit'; readonly limitMs: number }
  | { readonly kind: 'too-large'; readonly host: string; readonly limitBytes: number }
  | { readonly kind: 'no-data' }
  /** A deciding field is missing, or of another type than the API documents. */
  | { readonly kind: 'bad-field'; readonly field: string }
  /** More items in a list than it can really have. */
  | { readonly kind: 'too-many'; readonly field: string; readonly count: number; readonly limit: number }
  | { readonly kind: 'other-order'; readonly changeOrderId: string }
  /** The answer reports success, except for one field. */
  | {
      readonly kind: 'contradictory';
      readonly field: 'Code' | 'ErrorCode';
      /** Its value; `undefined` if that is neither a text nor a number. */
      readonly code: string | undefined;
    }
  /** An answer that is not the API's: the beginning of its body, and its headers. */
  | {
      readonly kind: 'stranger';
      readonly bodyStart: string;
      readonly contentType: string | undefined;
      readonly location: string | undefined;
    }
  /** The time was up before the whole list was read. */
  | { readonly kind: 'list-unfinished' }
  | { readonly kind: 'list-bad' }
  | { readonly kind: 'list-changed' }
  | {
      readonly kind: 'list-short';
      readonly of: 'orders' | 'applications' | 'instances';
      readonly size: number;
      readonly total: number | undefined;
    }
  | { readonly kind: 'list-endless'; readonly pages: number }
  | { readonly kind: 'list-lost'; readonly changeOrderId: string }
  /** It contradicts what was known of an order when it was chosen. */
  | { readonly kind: 'list-contradicts'; readonly changeOrderId: string }
  /** The job may not request an ID token. */
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'no-token' }
  /** Of the file that `ALIBABA_CLOUD_OIDC_TOKEN_FILE` names. */
  | { readonly kind: 'token-file'; readonly file: string; readonly problem: TokenFileProblem }
  /** The role was refused to the token in that file. */
  | { readonly kind: 'by-token-file' }
  | { readonly kind: 'no-credentials' };

/** Why a file yields no token. */
export type TokenFileProblem =
  | { readonly kind: 'missing' | 'not-a-file' | 'too-large' | 'empty' | 'no-token' }
  /** The system's error code, such as EACCES. */
  | { readonly kind: 'unreadable'; readonly code: string }
  | { readonly kind: 'slow'; readonly limitMs: number };
