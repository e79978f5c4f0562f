import { parseUrl } from '../http/parse-url.ts';

/** A service address: scheme, host and port, without a path. */
export type EndpointReading =
  | { readonly kind: 'origin'; readonly origin: string; readonly loopback: boolean }
  | { readonly kind: 'bad' }
  /** `http://` elsewhere than on loopback would send a session token in the clear. */
  | { readonly kind: 'not-https' };

/** Reads a host or a URL; a bare host means https. Pure. */
export function readEndpoint(text: string): EndpointReading {
  const url = parseUrl(/^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`);
  const bare =
    url !== null &&
    /^https?:$/u.test(url.protocol) &&
    url.pathname === '/' &&
    `${url.username}${url.password}${url.search}${url.hash}` === '' &&
    !/[\s?#@\\]/u.test(text);
  if (!bare) return { kind: 'bad' };
  const loopback = isLoopback(url.hostname);
  if (url.protocol === 'http:' && !loopback) return { kind: 'not-https' };
  return { kind: 'origin', origin: url.origin, loopback };
}

/** Whether the host of a URL is this machine itself. Pure. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/u.test(hostname);
}
