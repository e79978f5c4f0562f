import { createHash, createHmac } from 'node:crypto';
import { utcSeconds } from '../http/server-time.ts';

/** What is signed. `headers` by lower-case name: `host`, `content-type` and every `x-acs-*` that is sent. */
export interface SignableRequest {
  readonly method: string;
  /** The path as sent. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The values in the signed headers of one request. */
export interface SignedFacts {
  readonly host: string;
  readonly action: string;
  readonly version: string;
  /** Epoch ms, by the server's clock. */
  readonly stampMs: number;
  /** Never used before. */
  readonly nonce: string;
  readonly securityToken: string | undefined;
}

/** The headers that the signature of a request without a body covers, as they are sent. Pure. */
export function signedHeaders(facts: SignedFacts): Readonly<Record<string, string>> {
  const { host, action, version, stampMs, nonce, securityToken } = facts;
  return {
    host,
    'x-acs-action': action,
    'x-acs-version': version,
    'x-acs-date': utcSeconds(stampMs),
    'x-acs-signature-nonce': nonce,
    'x-acs-content-sha256': sha256Hex(''),
    ...(securityToken === undefined ? {} : { 'x-acs-security-token': securityToken }),
  };
}

const ALGORITHM = 'ACS3-HMAC-SHA256';

/**
 * The `Authorization` header of Alibaba Cloud's signature V3. The signed query is `canonicalQuery`, and
 * exactly that text has to be sent. Source: Alibaba Cloud, "V3 request body and signature mechanism".
 */
export function authorization(request: SignableRequest, keyId: string, keySecret: string): string {
  const names = Object.keys(request.headers).sort();
  const signature = createHmac('sha256', keySecret).update(stringToSign(request), 'utf8').digest('hex');
  return `${ALGORITHM} Credential=${keyId},SignedHeaders=${names.join(';')},Signature=${signature}`;
}

/** The text whose HMAC is the signature. */
export function stringToSign(request: SignableRequest): string {
  return `${ALGORITHM}\n${sha256Hex(canonicalRequest(request))}`;
}

/** The request in the canonical form that both sides hash. */
export function canonicalRequest({ method, path, query, headers, body }: SignableRequest): string {
  const names = Object.keys(headers).sort();
  const headerLines = names.map(name => `${name}:${(headers[name] ?? '').trim()}\n`).join('');
  return [method, path, canonicalQuery(query), headerLines, names.join(';'), sha256Hex(body)].join('\n');
}

/** The query with its keys sorted by code unit, encoded by RFC 3986. */
export function canonicalQuery(query: Readonly<Record<string, string>>): string {
  return Object.keys(query)
    .sort()
    .map(key => `${percentEncode(key)}=${percentEncode(query[key] ?? '')}`)
    .join('&');
}

/** Lower-case hex SHA-256 of the UTF-8 text. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/gu,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
