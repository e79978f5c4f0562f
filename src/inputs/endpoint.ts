import { BlockList } from 'node:net';
import { parseUrl } from '../http/parse-url.ts';
import { holds, plainHost } from './no-proxy.ts';

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

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/**
 * Whether the host of a URL is this machine itself: 127.0.0.0/8 and ::1, however they are written, and the
 * name `localhost` with all below it, which RFC 6761 keeps for loopback. Pure.
 */
export function isLoopback(hostname: string): boolean {
  const host = plainHost(hostname);
  return isLocalhost(host) || holds(LOOPBACK, host);
}

/** Whether a host is `localhost` or a name below it, which no resolver need be asked for. Pure. */
export function isLocalhost(host: string): boolean {
  return /(?:^|\.)localhost$/iu.test(host);
}
