import type { FaultDetail } from './fault-detail.ts';

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
}

/** Whether only a person can mend it, so that asking again is of no use. Pure. */
export function isFinal(fault: Fault): boolean {
  return FAULT_REASONS[fault.reason] === 'final';
}

/** Whether it may pass, and has to be believed when it stands for a while. Pure. */
export function isDoubtful(fault: Fault): boolean {
  return FAULT_REASONS[fault.reason] === 'doubtful';
}
