import { randomBytes } from 'node:crypto';
import type { Answer } from './answer.ts';
import { documentAnswer, errorAnswer } from './answer.ts';
import type { ApiError } from './api-error.ts';
import { apiError } from './api-error.ts';
import type { Endpoint, EndpointCall } from './endpoint.ts';
import type { IdTokenClaims } from './id-token.ts';
import { ID_TOKEN_ISSUER, verifyIdToken } from './id-token.ts';
import { startSession } from './session.ts';
import { parseQuery } from './signature.ts';

/** The role that may be assumed, with its OIDC provider and what both demand. */
export const DEMO_ROLE = {
  roleArn: 'acs:ram::123456789012:role/sae-rollout-gate',
  oidcProviderArn: 'acs:ram::123456789012:oidc-provider/github-actions',
  /** The client ID of the provider. */
  audience: 'sts.aliyuncs.com',
  /** The role's longest session. */
  maxSessionSeconds: 3_600,
} as const;

const STS_VERSION = '2015-04-01';
const SHORTEST_SESSION_SECONDS = 900;
const DEFAULT_SESSION_SECONDS = 3_600;

type Parameters = Readonly<Record<string, string>>;

/** STS, as far as AssumeRoleWithOIDC goes: unsigned, its parameters in the query or in a form. */
export const STS_ENDPOINT: Endpoint = {
  action: 'AssumeRoleWithOIDC',
  isSigned: false,
  answer: call => {
    const parameters = { ...call.request.query, ...formOf(call) };
    const isJson = parameters['Format']?.toLowerCase() === 'json';
    const stsCall = { ...call, context: { ...call.context, format: isJson ? 'json' : 'xml' } } as const;
    return assumeRole(stsCall, parameters);
  },
};

function formOf({ request }: EndpointCall): Parameters {
  if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return {};
  try {
    return Object.fromEntries(parseQuery(Buffer.from(request.body).toString('utf8')));
  } catch {
    return {};
  }
}

function assumeRole(call: EndpointCall, parameters: Parameters): Answer {
  const claims = verifyIdToken(parameters['OIDCToken'] ?? '');
  const refusal =
    refusalOfCall(call, parameters) ??
    refusalOfParameters(parameters) ??
    refusalOfToken(claims, call.moment.nowEpochMs);
  if (refusal || !claims)
    return errorAnswer(call.context, refusal ?? apiError('AuthenticationFail.OIDCToken.Invalid'));
  const durationSeconds = Number(parameters['DurationSeconds'] ?? DEFAULT_SESSION_SECONDS);
  const roleSessionName = parameters['RoleSessionName'] ?? '';
  return documentAnswer(call.context, 200, 'AssumeRoleWithOIDCResponse', {
    RequestId: call.context.requestId,
    OIDCTokenInfo: {
      Subject: claims.sub,
      Issuer: claims.iss,
      ClientIds: claims.aud,
      IssuanceTime: new Date(claims.iat * 1_000).toISOString(),
      ExpirationTime: new Date(claims.exp * 1_000).toISOString(),
      VerificationInfo: 'Success',
    },
    AssumedRoleUser: {
      Arn: `${DEMO_ROLE.roleArn.replace(':role/', ':assumed-role/')}/${roleSessionName}`,
      AssumedRoleId: `${randomBytes(8).toString('hex')}:${roleSessionName}`,
    },
    Credentials: startSession(call.world, call.accounts, call.moment, durationSeconds * 1_000),
  });
}

function refusalOfCall({ request, moment }: EndpointCall, parameters: Parameters): ApiError | undefined {
  if (
    parameters['Action'] !== 'AssumeRoleWithOIDC' &&
    request.headers['x-acs-action'] !== 'AssumeRoleWithOIDC'
  ) {
    return apiError('InvalidAction.NotFound');
  }
  const version = parameters['Version'] ?? request.headers['x-acs-version'];
  if (version !== STS_VERSION) return apiError('InvalidVersion');
  const timestamp = parameters['Timestamp'] ?? request.headers['x-acs-date'] ?? '';
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(timestamp)) return apiError('InvalidTimeStamp.Format');
  const skewMs = Math.abs(Date.parse(timestamp) - moment.nowEpochMs);
  return skewMs > 15 * 60_000 ? apiError('InvalidTimeStamp.Expired') : undefined;
}

function refusalOfParameters(parameters: Parameters): ApiError | undefined {
  const { RoleSessionName: name = '', DurationSeconds: seconds = String(DEFAULT_SESSION_SECONDS) } =
    parameters;
  if (!/^[\w.@-]{2,64}$/.test(name)) return invalid('RoleSessionName');
  const isWithinRange =
    Number(seconds) >= SHORTEST_SESSION_SECONDS && Number(seconds) <= DEMO_ROLE.maxSessionSeconds;
  if (!/^\d+$/.test(seconds) || !isWithinRange) return invalid('DurationSeconds');
  const missing = ['RoleArn', 'OIDCProviderArn', 'OIDCToken'].find(parameter => !parameters[parameter]);
  if (missing !== undefined) return invalid(missing);
  // As with a role whose trust policy says no, STS does not tell whether the role exists.
  const isKnown =
    parameters['RoleArn'] === DEMO_ROLE.roleArn &&
    parameters['OIDCProviderArn'] === DEMO_ROLE.oidcProviderArn;
  return isKnown ? undefined : apiError('AuthenticationFail.NoPermission');
}

function refusalOfToken(claims: IdTokenClaims | undefined, nowEpochMs: number): ApiError | undefined {
  if (claims?.iss !== ID_TOKEN_ISSUER) return apiError('AuthenticationFail.OIDCToken.Invalid');
  if (claims.exp * 1_000 <= nowEpochMs) return apiError('AuthenticationFail.OIDCToken.Expired');
  return claims.aud === DEMO_ROLE.audience
    ? undefined
    : apiError('AuthenticationFail.OIDCToken.AudienceNotMatch');
}

function invalid(parameter: string): ApiError {
  return apiError(`InvalidParameter.${parameter}`, `The parameter ${parameter} is missing or invalid.`);
}
