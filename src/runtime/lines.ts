import { Client } from 'undici';
import type { Route } from '../inputs/proxy-route.ts';
import { openConnection } from './open-connection.ts';
import type { Resolver } from './resolver.ts';

/**
 * One request at a time to one server, over a connection that is kept between them. Unlike undici's pools
 * and agents it belongs to the request that uses it, and ends with that in whatever state it is.
 */
export interface Line {
  readonly client: Client;
  /** Destroys the connection, half a handshake too. */
  destroy(): Promise<void>;
}

/** The connections of this process: each request has one to itself, and the next takes up what is idle. */
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

  /** For a line whose request has been answered to the end. */
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
    const stop = new AbortController();
    const client = new Client(url.origin, {
      connect: (_, callback) => {
        openConnection(url, route, this.#resolver, stop.signal).then(
          socket => {
            callback(null, socket);
          },
          (error: unknown) => {
            // Within an error of no kind: at some codes undici would try again without end.
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
