import { createHmac, randomBytes, randomUUID } from 'node:crypto';

/** What an ID token says, as far as STS asks. */
export interface IdTokenClaims {
  readonly iss: string;
  readonly aud: string;
  readonly sub: string;
  /** Epoch seconds. */
  readonly iat: number;
  /** Epoch seconds. */
  readonly exp: number;
}

/** The issuer of GitHub's ID tokens. */
export const ID_TOKEN_ISSUER = 'https://token.actions.githubusercontent.com';

/** GitHub's ID tokens live for five minutes of real time: each is meant for one exchange. */
const LIFE_SECONDS = 300;

// A token of one process means nothing to another; the real ones are signed with RS256.
const SIGNING_KEY = randomBytes(32);

/** An ID token for `audience`, issued at this time. No two are the same. */
export function issueIdToken(audience: string, nowEpochMs: number): string {
  const iat = Math.floor(nowEpochMs / 1_000);
  const claims: IdTokenClaims & { jti: string } = {
    iss: ID_TOKEN_ISSUER,
    aud: audience,
    sub: 'repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main',
    jti: randomUUID(),
    iat,
    exp: iat + LIFE_SECONDS,
  };
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${signatureOf(signed)}`;
}

/** The claims of a token that was issued here and not altered since; undefined for any other text. */
export function verifyIdToken(token: string): IdTokenClaims | undefined {
  const [header = '', payload = '', signature = ''] = token.split('.');
  if (signature !== signatureOf(`${header}.${payload}`)) return undefined;
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as IdTokenClaims;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function signatureOf(signed: string): string {
  return createHmac('sha256', SIGNING_KEY).update(signed).digest('base64url');
}
