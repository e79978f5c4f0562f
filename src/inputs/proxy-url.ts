import { parseUrl } from '../http/parse-url.ts';

/** What the environment says of the proxy for one scheme. */
export type ProxyReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'url'; readonly url: string }
  /** It is no URL of a proxy; its value may hold a password and is not told. */
  | { readonly kind: 'bad'; readonly variable: string };

/**
 * Reads `http_proxy` or `https_proxy`, in small letters before capitals, as the runner's own toolkit and
 * curl do: a URL, or a bare `host:port`, which means http. Pure.
 */
export function readProxy(
  env: Readonly<Record<string, string | undefined>>,
  scheme: 'http' | 'https',
): ProxyReading {
  const names = [`${scheme}_proxy`, `${scheme}_proxy`.toUpperCase()];
  const variable = names.find(name => env[name] !== undefined) ?? '';
  const text = env[variable]?.trim() ?? '';
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
