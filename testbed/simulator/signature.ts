import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A request as it came over the wire, as far as its signature covers it. */
export interface SignedRequest {
  readonly method: string;
  /** The path as sent, without the query. */
  readonly rawPath: string;
  /** The query as sent, without the question mark; empty if there is none. */
  readonly rawQuery: string;
  /** Header values by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The pieces of an `Authorization` header of the scheme ACS3-HMAC-SHA256. */
export interface Authorization {
  readonly accessKeyId: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** The scheme of Signature V3, as it stands before the credential and in the string to sign. */
export const ALGORITHM = 'ACS3-HMAC-SHA256';

const AUTHORIZATION =
  /^ACS3-HMAC-SHA256 +Credential=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([0-9a-f]{64})$/;

/** The pieces of `value`, or undefined where it is not an authorization of this scheme. */
export function parseAuthorization(value: string): Authorization | undefined {
  const [, accessKeyId, signedHeaders, signature] = AUTHORIZATION.exec(value) ?? [];
  if (accessKeyId === undefined || signedHeaders === undefined || signature === undefined) return undefined;
  return { accessKeyId, signedHeaders: signedHeaders.split(';'), signature };
}

/**
 * The canonical request of Signature V3, rebuilt from what was received and from nothing that the
 * client says about it: the query is decoded and encoded anew, the body is hashed here.
 *
 * @throws URIError where the query is not valid percent-encoding
 */
export function canonicalRequest(request: SignedRequest, signedHeaders: readonly string[]): string {
  return [
    request.method,
    request.rawPath,
    canonicalQuery(request.rawQuery),
    ...signedHeaders.map(name => `${name}:${(request.headers[name] ?? '').trim()}`),
    '',
    signedHeaders.join(';'),
    sha256Hex(request.body),
  ].join('\n');
}

/** The string to sign of Signature V3 for a canonical request. */
export function stringToSign(canonical: string): string {
  return `${ALGORITHM}\n${sha256Hex(Buffer.from(canonical, 'utf8'))}`;
}

/** Whether `authorization` was made with `accessKeySecret` over this very request. */
export function isSignedWith(
  request: SignedRequest,
  authorization: Authorization,
  accessKeySecret: string,
): boolean {
  const canonical = canonicalRequest(request, authorization.signedHeaders);
  const expected = createHmac('sha256', accessKeySecret).update(stringToSign(canonical)).digest();
  return timingSafeEqual(expected, Buffer.from(authorization.signature, 'hex'));
}

/** The parameters of a query as sent, decoded, in their order. @throws URIError for bad encoding */
export function parseQuery(rawQuery: string): (readonly [name: string, value: string])[] {
  return rawQuery
    .split('&')
    .filter(pair => pair !== '')
    .map(pair => {
      const equals = pair.indexOf('=');
      return equals < 0
        ? [decodeComponent(pair), '']
        : [decodeComponent(pair.slice(0, equals)), decodeComponent(pair.slice(equals + 1))];
    });
}

/** Hex SHA-256. */
export function sha256Hex(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function canonicalQuery(rawQuery: string): string {
  return parseQuery(rawQuery)
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    .map(([name, value]) => `${encodeComponent(name)}=${encodeComponent(value)}`)
    .join('&');
}

function decodeComponent(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

/** RFC 3986: what encodeURIComponent leaves alone beyond the unreserved characters is encoded too. */
function encodeComponent(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
