import type { Socket } from 'node:net';
import { connect, isIP } from 'node:net';
import { Client } from 'undici';
import type { Route } from '../inputs/proxies.ts';
import { plainHost } from '../inputs/proxies.ts';
import type { Resolver } from './resolver.ts';

/** How long one address is tried alone before the next is tried beside it: RFC 8305, section 8. */
const NEXT_AFTER_MS = 250;

/**
 * A TCP connection to whichever address of a host answers first, as in RFC 8305 (Happy Eyeballs): one address
 * after the other, alternating IPv6 and IPv4, each in parallel to those before. Node's own implementation
 * ends an attempt when it begins the next, so that a slow handshake never completes if another address is
 * unreachable. Here an attempt lasts until `signal` is aborted; then, and when another wins, it is destroyed.
 *
 * @throws the error of the first address when every address has failed; the signal's reason
 */
export function connectToAny(
  addresses: readonly string[],
  port: number,
  signal: AbortSignal,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const left = inTurns(addresses);
    const attempts = new Set<Socket>();
    const errors: Error[] = [];
    let timer: NodeJS.Timeout | undefined;
    let over = false;
    const end = (winner?: Socket): void => {
      over = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      for (const attempt of attempts) if (attempt !== winner) attempt.destroy();
    };
    const fail = (reason: unknown): void => {
      end();
      reject(reason instanceof Error ? reason : new Error(String(reason)));
    };
    const giveUp = (): void => {
      fail(signal.reason);
    };
    const tryNext = (): void => {
      clearTimeout(timer);
      const address = left.shift();
      if (address === undefined) {
        if (attempts.size === 0) fail(errors[0] ?? new Error('the host has no address'));
        return;
      }
      const attempt = connect({ host: address, port, noDelay: true, keepAlive: true });
      attempts.add(attempt);
      attempt.once('connect', () => {
        end(attempt);
        resolve(attempt);
      });
      attempt.on('error', error => {
        attempts.delete(attempt);
        errors.push(error);
        if (!over) tryNext();
      });
      if (left.length > 0) timer = setTimeout(tryNext, NEXT_AFTER_MS);
    };
    if (signal.aborted) {
      giveUp();
      return;
    }
    signal.addEventListener('abort', giveUp);
    tryNext();
  });
}

/** Alternates IPv6 and IPv4, beginning with the first; within each the resolver's order. */
function inTurns(addresses: readonly string[]): string[] {
  // A resolver's addresses: a colon tells as much as Node's own pattern, whose compilation takes milliseconds.
  const isIPv6 = (address = ''): boolean => address.includes(':');
  const first = addresses.filter(address => isIPv6(address) === isIPv6(addresses[0]));
  const others = addresses.filter(address => !first.includes(address));
  const longest = Math.max(first.length, others.length);
  return Array.from({ length: longest }, (_, index) => [first[index], others[index]])
    .flat()
    .filter(address => address !== undefined);
}

/**
 * A connection for HTTP to the server of a URL: through a proxy if the route has one, with TLS to the proxy
 * and to the server as their URLs say. Every certificate is verified. Has no time limit: once `signal` is
 * aborted, whatever has been opened is destroyed.
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
    // Loaded by who needs it: what TLS takes to load is a tenth of the gate's whole start.
    const tls = process.getBuiltinModule('node:tls').connect({
      socket,
      host,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ALPNProtocols: ['http/1.1'],
      // The default, but NODE_TLS_REJECT_UNAUTHORIZED=0 would disable it.
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

/** Makes the proxy at the other end of a socket connect to the server of a URL. */
function tunnelled(socket: Socket, { hostname, port, protocol }: URL, proxy: URL): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const authority = `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
    const request = process.getBuiltinModule('node:http').request({
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

/**
 * One request at a time to one server, over a connection that is kept between them. Unlike undici's pools and
 * agents it belongs to its request, and ends with it in whatever state it is.
 */
export interface Line {
  readonly client: Client;
  /** Destroys the connection, even half a handshake. */
  destroy(): Promise<void>;
}

/** The major versions of Node whose V8 is known to have the flag; another one would complain of it. */
const KNOWN_FLAG = /^v2[0-4]\./u;

/**
 * Leaves undici's HTTP parser, which is WebAssembly, as V8 compiles it first. After a few answers V8 would compile
 * its one large function once more, in 46 ms of processor time and 23 MiB of memory, to be quicker with the few
 * hundred bytes of a header. Bodies are not affected: they are taken by their length.
 */
function keepParserAsItIs(): void {
  if (KNOWN_FLAG.test(process.version)) {
    process.getBuiltinModule('node:v8').setFlagsFromString('--wasm-tiering-budget=2000000000');
  }
}

/**
 * The connections of this process: each request has one to itself, and the next request reuses an idle one.
 */
export class Lines {
  readonly #resolver: Resolver;
  readonly #all = new Set<Line>();
  readonly #idle = new Map<string, Line[]>();
  readonly #keys = new WeakMap<Line, string>();

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  take(url: URL, route: Route): Line {
    const key = [url.origin, route.kind, route.kind === 'proxy' ? route.url : ''].join(' ');
    const line = this.#idle.get(key)?.pop() ?? this.#open(url, route);
    this.#keys.set(line, key);
    return line;
  }

  /** For a connection whose request has been answered completely. */
  giveBack(line: Line): void {
    const key = this.#keys.get(line) ?? '';
    const idle = this.#idle.get(key) ?? [];
    this.#idle.set(key, [...idle, line]);
  }

  async destroy(): Promise<void> {
    await Promise.all([...this.#all].map(line => line.destroy()));
    this.#idle.clear();
  }

  #open(url: URL, route: Route): Line {
    if (this.#all.size === 0) keepParserAsItIs();
    const stop = new AbortController();
    const client = new Client(url.origin, {
      connect: (_, callback) => {
        openConnection(url, route, this.#resolver, stop.signal).then(
          socket => {
            callback(null, socket);
          },
          (error: unknown) => {
            // Wrapped in a plain error: at some codes undici would retry forever.
            callback(new Error('no connection', { cause: error }), null);
          },
        );
      },
      headersTimeout: 0,
      bodyTimeout: 0,
      pipelining: 1,
    });
    const line: Line = {
      client,
      destroy: async () => {
        this.#all.delete(line);
        stop.abort();
        if (!client.destroyed) await client.destroy();
      },
    };
    this.#all.add(line);
    return line;
  }
}
