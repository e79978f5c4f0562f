import { connect } from 'node:net';
import { pipeline } from 'node:stream';
import { createServer } from 'node:tls';
import { listenOnLoopback } from '../loopback/listen.ts';
import type { ServerCertificate } from './certificate-authority.ts';

/** What a front is to be. */
export interface TlsFrontOptions {
  /** The server without TLS that it stands before, e.g. `http://127.0.0.1:8080`. Must be on loopback. */
  readonly target: string;
  readonly certificate: ServerCertificate;
}

/** A running front. */
export interface TlsFront extends AsyncDisposable {
  /** `https://127.0.0.1:<port>`. */
  readonly url: string;
  readonly port: number;
  /** How many connections there have been. */
  readonly connections: () => number;
  /** How many of them got through the TLS handshake. */
  readonly handshakes: () => number;
  /** Ends it, with all connections that are open. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a server on loopback that speaks TLS with this certificate and passes on what is said to a
 * server that does not.
 *
 * @throws the listening error of the server, e.g. EADDRINUSE
 */
export async function startTlsFront({ target, certificate }: TlsFrontOptions): Promise<TlsFront> {
  const { hostname, port } = new URL(target);
  let connections = 0;
  let handshakes = 0;
  const { certificatePem: cert, keyPem: key } = certificate;
  const server = createServer({ cert, key }, client => {
    handshakes += 1;
    const inner = connect(Number(port), hostname);
    // Whoever breaks off, the other learns of it by the end of the connection.
    pipeline(client, inner, () => undefined);
    pipeline(inner, client, () => undefined);
  });
  server.on('connection', () => {
    connections += 1;
  });
  // A client that does not like the certificate breaks off in mid-handshake.
  server.on('tlsClientError', () => undefined);
  const listening = await listenOnLoopback(server);
  return {
    url: `https://127.0.0.1:${listening.port}`,
    port: listening.port,
    connections: () => connections,
    handshakes: () => handshakes,
    close: listening.close,
    [Symbol.asyncDispose]: listening.close,
  };
}
