import { parseUrl } from '../http/parse-url.ts';
import { isTokenLike } from '../text/maskable.ts';

/** The variables that name a proxy, in both cases, as those who set them write them. */
const PROXY_VARIABLES = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy'];

/** What is secret in the URL of a proxy. */
export interface ProxySecrets {
  readonly variable: string;
  /** The password, or the token that stands for one, in every form in which a text could hold it. */
  readonly secrets: readonly string[];
  /** What the proxy is sent: user and password together, as RFC 7617 encodes them. */
  readonly header: string | undefined;
}

interface UserInfo {
  readonly user: string;
  readonly password: string;
}

/**
 * The secrets in the URLs of the proxies: as written, as a URL normalises them, and decoded. Also those of
 * a URL that cannot be used. The name of a user is none, as it stands in every other text, unless it looks
 * like a token or comes without a password, so that it has to be one. Pure.
 */
export function proxySecretsIn(env: Readonly<Record<string, string | undefined>>): readonly ProxySecrets[] {
  return PROXY_VARIABLES.flatMap(variable => {
    const url = env[variable]?.trim() ?? '';
    const parsed = parsedInfo(url);
    const secrets = [writtenInfo(url), parsed].flatMap(secretsOf).flatMap(decodedToo);
    return secrets.length === 0
      ? []
      : [{ variable, secrets: [...new Set(secrets)], header: headerOf(parsed) }];
  });
}

function secretsOf({ user, password }: UserInfo): readonly string[] {
  const isSecret = password === '' || isTokenLike(user);
  return [...(isSecret ? [user] : []), password].filter(text => text.trim() !== '');
}

/** What stands before the last @: of a malformed URL nobody can say where a password ends. */
function writtenInfo(url: string): UserInfo {
  const userInfo = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?<userInfo>.*)@/isu.exec(url)?.groups?.['userInfo'] ?? '';
  const [user = '', ...password] = userInfo.split(':');
  return { user, password: password.join(':') };
}

function parsedInfo(url: string): UserInfo {
  const parsed = parseUrl(/^[a-z][a-z0-9+.-]*:\/\//iu.test(url) ? url : `http://${url}`);
  return { user: parsed?.username ?? '', password: parsed?.password ?? '' };
}

function headerOf({ user, password }: UserInfo): string | undefined {
  const decoded = `${decoding(user) ?? user}:${decoding(password) ?? password}`;
  return decoded === ':' ? undefined : Buffer.from(decoded).toString('base64');
}

function decodedToo(text: string): readonly string[] {
  const decoded = decoding(text);
  return decoded === undefined ? [text] : [text, decoded];
}

function decoding(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
