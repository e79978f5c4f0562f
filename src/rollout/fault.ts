/**
 * Why a request brought no usable answer, by who can mend it and how:
 * waiting helps with what is passing, only a person with what is final. What is doubtful may be either: it
 * passes until it has stood for a while, and is believed then.
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
  /** It says success and failure at once. */
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
  /** What came back, in the cloud's or the network's own words: clean, but foreign. */
  readonly message: string;
  /** What the gate itself found, where nobody else said anything. */
  readonly detail?: FaultDetail;
  readonly code?: string | undefined;
  readonly requestId?: string | undefined;
  readonly httpStatus?: number | undefined;
  /** How long the server asks to wait before the next request. */
  readonly retryAfterMs?: number | undefined;
  /** How far the server's clock is ahead of this machine's, where it refused the time and told its own. */
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

/** The answer where nobody but the gate itself says what is wrong. Pure. */
export function faultAnswer(
  action: string,
  reason: FaultReason,
  more: Omit<Fault, 'action' | 'reason' | 'message'> = {},
): FaultAnswer {
  return { kind: 'fault', fault: { action, reason, message: '', ...more } };
}

/** Whether only a person can mend it, so that asking again is of no use. Pure. */
export function isFinal(fault: Fault): boolean {
  return FAULT_REASONS[fault.reason] === 'final';
}

/** Whether it may pass, and has to be believed when it stands for a while. Pure. */
export function isDoubtful(fault: Fault): boolean {
  return FAULT_REASONS[fault.reason] === 'doubtful';
}

/** What a fault asks of the next request; `hintMs` where the server said for how long to wait. */
export interface PauseAsked {
  readonly pause?: { readonly hintMs: number | undefined };
}

/** The pause that a fault asks for: a throttled request always, any other only with a hint. Pure. */
export function pauseAfter(fault: Fault | undefined): PauseAsked {
  if (fault === undefined) return {};
  const asked = fault.reason === 'throttled' || fault.retryAfterMs !== undefined;
  return asked ? { pause: { hintMs: fault.retryAfterMs } } : {};
}

/** What the gate itself has to say of a request that failed, as data from which the words make half a sentence. */
export type FaultDetail =
  /** Nobody waits for it any more. */
  | { readonly kind: 'given-up' }
  | { readonly kind: 'time-limit'; readonly limitMs: number }
  | { readonly kind: 'too-large'; readonly host: string; readonly limitBytes: number }
  | { readonly kind: 'no-data' }
  /** A field that decides is missing, or of another type than the API documents. */
  | { readonly kind: 'bad-field'; readonly field: string }
  /** More items in a list than it can truly have. */
  | { readonly kind: 'too-many'; readonly field: string; readonly count: number; readonly limit: number }
  | { readonly kind: 'other-order'; readonly changeOrderId: string }
  /** The answer says success, but for one field. */
  | {
      readonly kind: 'contradictory';
      readonly field: 'Code' | 'ErrorCode';
      /** What stands there; `undefined` where that is neither a text nor a number. */
      readonly code: string | undefined;
    }
  /** An answer that is not the API's: how its body begins, and what its headers tell. */
  | {
      readonly kind: 'stranger';
      readonly bodyStart: string;
      readonly contentType: string | undefined;
      readonly location: string | undefined;
    }
  /** The time was up before the list was read to its end. */
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
  /** It tells otherwise of an order than when that was chosen. */
  | { readonly kind: 'list-contradicts'; readonly changeOrderId: string }
  /** The job may not ask for an ID token. */
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'no-token' }
  /** Of the file that `ALIBABA_CLOUD_OIDC_TOKEN_FILE` names. */
  | { readonly kind: 'token-file'; readonly file: string; readonly problem: TokenFileProblem }
  /** The role was refused to the token in that file. */
  | { readonly kind: 'by-token-file' }
  | { readonly kind: 'no-credentials' };

/** Why a file gives no token. */
export type TokenFileProblem =
  | { readonly kind: 'missing' | 'not-a-file' | 'too-large' | 'empty' | 'no-token' }
  /** In the system's code, such as EACCES. */
  | { readonly kind: 'unreadable'; readonly code: string }
  | { readonly kind: 'slow'; readonly limitMs: number };
