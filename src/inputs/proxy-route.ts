import { isLoopback } from './endpoint.ts';
import { isExempt } from './no-proxy.ts';
import { firstFilled, readProxy } from './proxy-url.ts';

/** How a request gets to its server. */
export type Route =
  | { readonly kind: 'direct' }
  /** By way of the proxy with this URL, which may hold its user and password. */
  | { readonly kind: 'proxy'; readonly url: string };

export const DIRECT: Route = { kind: 'direct' };

/**
 * How the environment wants a URL to be asked: `https_proxy` for https and `http_proxy` for http, neither for
 * the other, and `no_proxy` before both; each in small letters before capitals, and an empty one counts as
 * absent. Loopback is never asked through a proxy, whatever the variables say: what is said on this machine
 * stays on it. A proxy that cannot be used is none: with it the inputs are faulty and nothing is sent. Pure.
 */
export function routeTo(env: Readonly<Record<string, string | undefined>>, url: URL): Route {
  if (isLoopback(url.hostname) || isExempt(firstFilled(env, 'no_proxy').text, url)) return DIRECT;
  const reading = readProxy(env, url.protocol === 'https:' ? 'https' : 'http');
  return reading.kind === 'url' ? { kind: 'proxy', url: reading.url } : DIRECT;
}
