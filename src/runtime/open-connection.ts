import { request as httpRequest } from 'node:http';
import type { Socket } from 'node:net';
import { isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { plainHost } from '../inputs/no-proxy.ts';
import type { Route } from '../inputs/proxy-route.ts';
import { connectToAny } from './connect-to-any.ts';
import type { Resolver } from './resolver.ts';

/**
 * A connection over which HTTP can be spoken with the server of a URL: by way of a proxy where the route
 * leads there, with TLS to the proxy and to the server where their URLs say so. Every certificate is
 * verified. Has no time limit: once `signal` is aborted, whatever has come about of it is destroyed.
 *
 * @throws the errors of resolver, TCP and TLS; a proxy that refuses; the signal's reason
 */
export async function openConnection(
  url: URL,
  route: Route,
  resolver: Resolver,
  signal: AbortSignal,
): Promise<Socket> {
  const hop = route.kind === 'proxy' ? new URL(route.url) : url;
  const tcp = await connectToAny(
    await resolver.resolve(plainHost(hop.hostname), signal),
    portOf(hop),
    signal,
  );
  const giveUp = (): void => {
    tcp.destroy();
  };
  signal.addEventListener('abort', giveUp);
  try {
    signal.throwIfAborted();
    const toHop = hop.protocol === 'https:' ? await secured(tcp, hop) : tcp;
    if (route.kind === 'direct') return toHop;
    const tunnel = await tunnelled(toHop, url, hop);
    return url.protocol === 'https:' ? await secured(tunnel, url) : tunnel;
  } catch (error) {
    tcp.destroy();
    throw signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

function portOf({ port, protocol }: URL): number {
  return Number(port || (protocol === 'https:' ? 443 : 80));
}

function secured(socket: Socket, url: URL): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const host = plainHost(url.hostname);
    const tls = connectTls({
      socket,
      host,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ALPNProtocols: ['http/1.1'],
      // The default, but NODE_TLS_REJECT_UNAUTHORIZED=0 would switch it off.
      rejectUnauthorized: true,
    });
    tls.once('secureConnect', () => {
      resolve(tls);
    });
    tls.on('error', reject);
    tls.once('close', () => {
      reject(new Error('the connection was closed during the TLS handshake'));
    });
  });
}

/** Has the proxy at the other end of a socket lead on to the server of a URL. */
function tunnelled(socket: Socket, { hostname, port, protocol }: URL, proxy: URL): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const authority = `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
    const request = httpRequest({
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, 'proxy-connection': 'keep-alive', ...credentialsFor(proxy) },
      createConnection: () => socket,
    });
    request.once('connect', ({ statusCode = 0 }, _, head) => {
      if (statusCode < 200 || statusCode > 299) {
        reject(new Error(`the proxy answered CONNECT ${authority} with HTTP ${statusCode}`));
        return;
      }
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    request.on('error', reject);
    request.once('close', () => {
      reject(new Error('the proxy closed the connection without an answer'));
    });
    request.end();
  });
}

function credentialsFor({ username, password }: URL): Readonly<Record<string, string>> {
  if (`${username}${password}` === '') return {};
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
}
