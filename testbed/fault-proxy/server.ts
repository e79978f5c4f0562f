import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { listenOnLoopback } from '../loopback/listen.ts';
import type { ProxyFault, ProxyFaultRule } from './fault.ts';
import { connectionFault, exchangeFault } from './fault.ts';
import { ProxiedConnection } from './proxied-connection.ts';

/** What a proxy is to be. */
export interface FaultProxyOptions {
  /** The server that it stands before, e.g. `http://127.0.0.1:8080`. Must be on loopback. */
  readonly target: string;
  readonly faults?: readonly ProxyFaultRule[];
}

/** A running proxy. */
export interface FaultProxy extends AsyncDisposable {
  /** As the target's URL, but for host and port. */
  readonly url: string;
  /** How many connections there have been. */
  readonly connections: () => number;
  /** How many exchanges there have been, over all connections. */
  readonly exchanges: () => number;
  /** From now on these faults and no others, from the next exchange of each connection on. */
  readonly setFaults: (faults: readonly ProxyFaultRule[]) => void;
  /** Ends it, with all connections that are open, hanging ones too. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a TCP proxy on loopback that passes everything on to `target`, but for what its faults do to it.
 *
 * @throws the listening error of the server, e.g. EADDRINUSE
 */
export async function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const { protocol, hostname, port } = new URL(options.target);
  let faults = options.faults ?? [];
  let connections = 0;
  let exchanges = 0;
  const accept = (client: Socket): void => {
    connections += 1;
    const connection = connections;
    const fault = connectionFault(faults, connection);
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'reset') {
      client.resetAndDestroy();
      return;
    }
    const beginExchange = (): ProxyFault | undefined => {
      exchanges += 1;
      return exchangeFault(faults, connection, exchanges);
    };
    new ProxiedConnection(client, connect(Number(port), hostname), beginExchange).start();
  };
  const listening = await listenOnLoopback(createServer(accept));
  return {
    url: `${protocol}//127.0.0.1:${listening.port}`,
    connections: () => connections,
    exchanges: () => exchanges,
    setFaults: rules => {
      faults = rules;
    },
    close: listening.close,
    [Symbol.asyncDispose]: listening.close,
  };
}
