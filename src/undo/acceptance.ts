import type { Fault, FaultReason } from '../rollout/fault.ts';

/** What an answer to a write says of whether it was carried out. */
export type Acceptance =
  | 'accepted'
  /** Nothing was carried out, and the same request would not be either. */
  | 'refused'
  /** Nothing was carried out, and the same request may be, later or with another stamp or other credentials. */
  | 'try-again'
  /** It may have been carried out: nobody may send it again. */
  | 'unknown';

/**
 * Refusals that the API's gateway gives before an operation begins, which pass or can be mended. A nonce that was
 * used already is none of them: this one was never used before, so what used it was a copy of this very request.
 */
const BEFORE_ANYTHING: readonly FaultReason[] = ['throttled', 'clock', 'credentials-expired'];

/** Refusals by which the API says that it will not do it. */
const REFUSED: readonly FaultReason[] = [
  'permission',
  'credentials',
  'parameter',
  'place',
  'no-such-order',
  'no-such-application',
  'not-documented',
];

/** Who asks for a token, and not who writes, says these: no request was made. */
const NOT_ASKED: readonly FaultReason[] = ['no-id-token', 'role-refused'];

/**
 * Whether a write was carried out, by what came back for it: `fault` is `undefined` for an answer that says
 * success. *Unknown* unless the opposite is proven: of a reset, a time limit, a server's error of whatever
 * code, half an answer, a page of something on the way. Pure.
 */
export function acceptanceOf(fault: Fault | undefined): Acceptance {
  if (fault === undefined) return 'accepted';
  const { reason, neverSent, httpStatus, code } = fault;
  if (NOT_ASKED.includes(reason)) return 'refused';
  if (neverSent === true) return reason === 'certificate' ? 'refused' : 'try-again';
  // An error of the API comes with a 4xx, or as a 200 that says so; and with a code of its own.
  const isTold = httpStatus !== undefined && httpStatus < 500 && code !== undefined;
  if (!isTold) return 'unknown';
  if (BEFORE_ANYTHING.includes(reason)) return 'try-again';
  return REFUSED.includes(reason) ? 'refused' : 'unknown';
}
