import { parseUrl } from '../http/parse-url.ts';

/** What the environment says of the proxy for one scheme. */
export type ProxyReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'url'; readonly url: string }
  /** It is no URL of a proxy; its value may hold a password and is not told. */
  | { readonly kind: 'bad'; readonly variable: string };

/**
 * What a variable says that is written in small letters or in capitals, without white space around it, and
 * how it was written. The small letters win where both are filled; an empty variable hides none, as in the
 * runner's own toolkit. Pure.
 */
export function firstFilled(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
): { readonly variable: string; readonly text: string } {
  const filled = [name, name.toUpperCase()]
    .map(variable => ({ variable, text: env[variable]?.trim() ?? '' }))
    .find(({ text }) => text !== '');
  return filled ?? { variable: name, text: '' };
}

/**
 * Reads `http_proxy` or `https_proxy`, as the runner's own toolkit and curl do: a URL, or a bare `host:port`,
 * which means http. Pure.
 */
export function readProxy(
  env: Readonly<Record<string, string | undefined>>,
  scheme: 'http' | 'https',
): ProxyReading {
  const { variable, text } = firstFilled(env, `${scheme}_proxy`);
  if (text === '') return { kind: 'none' };
  const url = parseUrl(/^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `http://${text}`);
  const usable = url !== null && /^https?:$/u.test(url.protocol) && canBeDecoded(url);
  return usable ? { kind: 'url', url: url.href } : { kind: 'bad', variable };
}

function canBeDecoded({ username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}
