import type { Account, AccountBook } from './account.ts';
import type { ApiError } from './api-error.ts';
import { apiError, missingHeader } from './api-error.ts';
import type { SignedRequest } from './signature.ts';
import { isSignedWith, parseAuthorization, sha256Hex } from './signature.ts';

const SAE_VERSION = '2019-05-06';
const GREATEST_CLOCK_SKEW_MS = 15 * 60_000;
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const NEEDED_HEADERS = [
  'x-acs-action',
  'x-acs-version',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-content-sha256',
] as const;

/** The times of one request: the server's clock, and how far the story has got. */
export interface Moment {
  readonly nowEpochMs: number;
  readonly storyMs: number;
}

/** What the check of a request's signature needs besides the request. */
export interface Gatekeeper {
  readonly accounts: AccountBook;
  /** The nonces of the requests so far. */
  readonly usedNonces: Set<string>;
}

/**
 * Why the gateway refuses this request, or undefined where it is signed as it must be. Remembers its
 * nonce, also that of a request which is refused.
 */
export function refusalOf(
  request: SignedRequest,
  gatekeeper: Gatekeeper,
  moment: Moment,
): ApiError | undefined {
  const nonce = request.headers['x-acs-signature-nonce'];
  const nonceIsFresh = nonce === undefined || !gatekeeper.usedNonces.has(nonce);
  if (nonce !== undefined) gatekeeper.usedNonces.add(nonce);
  return (
    refusalOfForm(request) ??
    refusalOfDate(request.headers['x-acs-date'] ?? '', moment.nowEpochMs) ??
    refusalOfSignature(request, gatekeeper.accounts, moment) ??
    (nonceIsFresh ? undefined : apiError('SignatureNonceUsed'))
  );
}

function refusalOfForm(request: SignedRequest): ApiError | undefined {
  if (request.headers['authorization'] === undefined) return missingHeader('Authorization');
  const missing = NEEDED_HEADERS.find(name => (request.headers[name] ?? '') === '');
  if (missing !== undefined) return missingHeader(missing);
  return request.headers['x-acs-version'] === SAE_VERSION ? undefined : apiError('InvalidVersion');
}

function refusalOfDate(date: string, nowEpochMs: number): ApiError | undefined {
  if (!DATE.test(date) || Number.isNaN(Date.parse(date))) return apiError('InvalidTimeStamp.Format');
  const skewMs = Math.abs(Date.parse(date) - nowEpochMs);
  return skewMs > GREATEST_CLOCK_SKEW_MS ? apiError('InvalidTimeStamp.Expired') : undefined;
}

function refusalOfSignature(
  request: SignedRequest,
  accounts: AccountBook,
  moment: Moment,
): ApiError | undefined {
  const authorization = parseAuthorization(request.headers['authorization'] ?? '');
  if (!authorization) return apiError('IncompleteSignature');
  const unsigned = headersToSign(request).find(name => !authorization.signedHeaders.includes(name));
  if (unsigned !== undefined) return apiError('IncompleteSignature', `The header ${unsigned} is not signed.`);
  if (
    authorization.signedHeaders.some((name, index, names) => index > 0 && name <= (names[index - 1] ?? ''))
  ) {
    return apiError('IncompleteSignature', 'The signed headers are not sorted.');
  }
  const account = accounts.find(authorization.accessKeyId);
  if (!account) return apiError('InvalidAccessKeyId.NotFound');
  if (account.inactive) return apiError('InvalidAccessKeyId.Inactive');
  if (request.headers['x-acs-content-sha256'] !== sha256Hex(request.body)) {
    return apiError('SignatureDoesNotMatch', 'x-acs-content-sha256 is not the hash of the body.');
  }
  try {
    if (!isSignedWith(request, authorization, account.accessKeySecret))
      return apiError('SignatureDoesNotMatch');
  } catch {
    return apiError('InvalidParameter.Obviously', 'The query is not valid percent-encoding.');
  }
  return refusalOfToken(request.headers['x-acs-security-token'], account, moment);
}

/** The headers that a signature must cover: host, content-type if sent, all of `x-acs-…`. */
function headersToSign(request: SignedRequest): string[] {
  const names = Object.keys(request.headers);
  return names.filter(name => name === 'host' || name === 'content-type' || name.startsWith('x-acs-'));
}

function refusalOfToken(token: string | undefined, account: Account, moment: Moment): ApiError | undefined {
  if (account.securityToken === undefined) {
    return token === undefined ? undefined : apiError('InvalidSecurityToken.MismatchWithAccessKey');
  }
  if (token === undefined || !/^[\w+/=.-]+$/.test(token)) return apiError('InvalidSecurityToken.Malformed');
  if (token !== account.securityToken) return apiError('InvalidSecurityToken.MismatchWithAccessKey');
  const hasExpired =
    moment.storyMs >= (account.expiresAtMs ?? Infinity) ||
    moment.nowEpochMs >= (account.expiresAtEpochMs ?? Infinity);
  return hasExpired ? apiError('InvalidSecurityToken.Expired') : undefined;
}
