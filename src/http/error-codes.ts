import type { FaultReason } from '../rollout/fault.ts';

/**
 * Alibaba Cloud error codes and what they mean for a wait. A key that ends with `.` or `*` stands for all
 * codes that begin with it; an exact key takes precedence, then a longer prefix. Source: the SAE API
 * reference and the common error codes of Alibaba Cloud's API gateway.
 */
const REASON_BY_CODE: Readonly<Record<string, FaultReason>> = {
  'Throttling*': 'throttled',
  'Rejected.Throttling': 'throttled',
  ServiceUnavailable: 'server',
  InternalError: 'server',
  'System.Upgrading': 'server',
  SignatureNonceUsed: 'nonce-used',
  'InvalidTimeStamp.': 'clock',
  'InvalidSecurityToken.Expired': 'credentials-expired',
  'InvalidSecurityToken.': 'credentials',
  InvalidAccessKeyId: 'credentials',
  'InvalidAccessKeyId.': 'credentials',
  MissingSecurityToken: 'credentials',
  SignatureDoesNotMatch: 'credentials',
  IncompleteSignature: 'credentials',
  'Forbidden*': 'permission',
  'NoPermission*': 'permission',
  'AccessDenied*': 'permission',
  // The API's own spelling.
  'Resouce.no.permission': 'permission',
  'InvalidChangeOrder.NotFound': 'no-such-order',
  'InvalidAppId.NotFound': 'no-such-application',
  'InvalidApplication.NotFound': 'no-such-application',
  'InvalidServerlessRegion.': 'place',
  'InvalidNamespaceId.': 'place',
  'InvalidAction.NotFound': 'place',
  'InvalidParameter*': 'parameter',
  'MissingParameter*': 'parameter',
};

const PREFIXES = Object.keys(REASON_BY_CODE)
  .filter(key => /[.*]$/u.test(key))
  .sort((a, b) => b.length - a.length);

/**
 * Request Timeout, Too Early, Too Many Requests (RFC 9110, 8470, 6585): the same request may be accepted
 * later.
 */
const PATIENCE: readonly number[] = [408, 425, 429];

/** What an error code means, or `undefined` if it is unknown. Pure. */
export function reasonOfCode(code: string): FaultReason | undefined {
  if (Object.hasOwn(REASON_BY_CODE, code)) return REASON_BY_CODE[code];
  const prefix = PREFIXES.find(key => code.startsWith(key.replace('*', '')));
  return prefix === undefined ? undefined : REASON_BY_CODE[prefix];
}

/**
 * What an answer's codes and HTTP status mean: the first known code decides, since the status misleads
 * (throttling is a 400, a wrong AccessKey a 404). With unknown codes a 401 or 403 is a refusal; any other 4xx
 * is undocumented, except those that ask to wait; everything else is a server error. Pure.
 */
export function reasonOfCodes(codes: readonly string[], httpStatus: number): FaultReason {
  for (const code of codes) {
    const reason = reasonOfCode(code);
    if (reason !== undefined) return reason;
  }
  // A failure with HTTP 200 has its status among its codes.
  const status =
    httpStatus === 200 ? Number(codes.find(code => /^[45]\d\d$/u.test(code)) ?? 200) : httpStatus;
  if (codes.length > 0 && (status === 401 || status === 403)) return 'permission';
  return status >= 400 && status < 500 && !PATIENCE.includes(status) ? 'not-documented' : 'server';
}
