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
 * Errors of the API's gateway that pass or can be mended: it gives them before an operation begins. A nonce that
 * was used already is none of them: this one was never used before, so what used it was a copy of this very request.
 */
const BEFORE_ANYTHING: readonly string[] = [
  'Throttling',
  'Throttling.User',
  'Throttling.Api',
  'Rejected.Throttling',
  'InvalidTimeStamp.Expired',
  'InvalidTimeStamp.Format',
  'InvalidSecurityToken.Expired',
];

/**
 * Errors by which nothing was carried out. Those of the gateway come before an operation begins; of the operation's
 * own only those that its reference lists, save `System.Upgrading`, which may come in the middle of it. Not
 * `Application.ChangerOrderRunning`, which only other operations list: the abort may be done, and the rollback
 * refused since it is not over. Source: the reference of `AbortAndRollbackChangeOrder` and the common error codes.
 */
const REFUSED: readonly string[] = [
  'InvalidParameter.NotEmpty',
  'Resouce.no.permission',
  'InvalidChangeOrder.NotFound',
  'Application.ChangerOrder.Not.Running',
  // Of the gateway.
  'Forbidden.RAM',
  'NoPermission',
  'AccessDenied',
  'InvalidAccessKeyId',
  'InvalidAccessKeyId.NotFound',
  'InvalidAccessKeyId.Inactive',
  'InvalidSecurityToken.Malformed',
  'InvalidSecurityToken.MismatchWithAccessKey',
  'MissingSecurityToken',
  'SignatureDoesNotMatch',
  'IncompleteSignature',
  'InvalidAction.NotFound',
  'InvalidServerlessRegion.Unsupported',
];

/** Who asks for a token, and not who writes, says these: no request was made. */
const NOT_ASKED: readonly FaultReason[] = ['no-id-token', 'role-refused'];

/**
 * Whether a write was carried out, by what came back for it: `fault` is `undefined` for an answer that says
 * success. *Unknown* unless the opposite is proven: of a reset, a time limit, a server's error of whatever
 * code, a refusal that nobody documents, half an answer, a page of something on the way. Pure.
 */
export function acceptanceOf(fault: Fault | undefined): Acceptance {
  if (fault === undefined) return 'accepted';
  const { reason, neverSent, unambiguous, code = '' } = fault;
  if (NOT_ASKED.includes(reason)) return 'refused';
  if (neverSent === true) return reason === 'certificate' ? 'refused' : 'try-again';
  if (unambiguous !== true) return 'unknown';
  if (BEFORE_ANYTHING.includes(code)) return 'try-again';
  return REFUSED.includes(code) ? 'refused' : 'unknown';
}
