import type { FaultReason } from '../rollout/fault.ts';

/**
 * Alibaba Cloud error codes and what they mean for a wait. A key that ends with `.` or `*` stands for
 * all codes that begin so; an exact key goes before, a longer prefix before a shorter one.
 * Source: the SAE API reference and the common error codes of Alibaba Cloud's API gateway.
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
  'InvalidAccessKeyId.': 'credentials',
  SignatureDoesNotMatch: 'credentials',
  IncompleteSignature: 'credentials',
  'Forbidden*': 'permission',
  'NoPermission*': 'permission',
  'AccessDenied*': 'permission',
  // The API spells it so.
  'Resouce.no.permission': 'permission',
  'InvalidChangeOrder.NotFound': 'no-such-order',
  'InvalidAppId.NotFound': 'no-such-application',
  'InvalidApplication.NotFound': 'no-such-application',
  'InvalidParameter*': 'parameter',
  'MissingParameter*': 'parameter',
};

const PREFIXES = Object.keys(REASON_BY_CODE)
  .filter(key => /[.*]$/u.test(key))
  .sort((a, b) => b.length - a.length);

/** What an error code means, or `undefined` for a code that is not known. Pure. */
export function reasonOfCode(code: string): FaultReason | undefined {
  if (Object.hasOwn(REASON_BY_CODE, code)) return REASON_BY_CODE[code];
  const prefix = PREFIXES.find(key => code.startsWith(key.replace('*', '')));
  return prefix === undefined ? undefined : REASON_BY_CODE[prefix];
}

/**
 * What an answer's codes and HTTP status mean: the first code that is known decides, since the status
 * misleads (throttling is a 400, a wrong AccessKey a 404). Of unknown codes a 401 or 403 is a refusal;
 * everything else may pass. Pure.
 */
export function reasonOfCodes(codes: readonly string[], httpStatus: number): FaultReason {
  for (const code of codes) {
    const reason = reasonOfCode(code);
    if (reason !== undefined) return reason;
  }
  const refused = codes.length > 0 && (httpStatus === 401 || httpStatus === 403);
  return refused ? 'permission' : 'server';
}
