import { parseUrl } from '../http/parse-url.ts';

/** The variables that name a proxy, in both cases, as those who set them write them. */
const PROXY_VARIABLES = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy'];

/**
 * The users and passwords in the URLs of the proxies, in every form in which a text could hold them: as
 * written, as a URL normalises them, and decoded. Also those of a URL that cannot be used. Pure.
 */
export function proxySecretsIn(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const urls = PROXY_VARIABLES.map(variable => env[variable]?.trim() ?? '');
  return urls.flatMap(url => [...writtenCredentials(url), ...parsedCredentials(url)].flatMap(decodedToo));
}

/** What stands before the last @: of a malformed URL nobody can say where a password ends. */
function writtenCredentials(url: string): readonly string[] {
  const userInfo = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?<userInfo>.*)@/isu.exec(url)?.groups?.['userInfo'] ?? '';
  const [user = '', ...password] = userInfo.split(':');
  return [user, password.join(':')];
}

function parsedCredentials(url: string): readonly string[] {
  const parsed = parseUrl(url);
  return parsed === null ? [] : [parsed.username, parsed.password];
}

function decodedToo(text: string): readonly string[] {
  try {
    return [text, decodeURIComponent(text)];
  } catch {
    return [text];
  }
}
