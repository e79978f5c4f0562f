import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server as NetServer } from 'node:net';
import { connect } from 'node:net';
import { SELF_SIGNED } from '../data/self-signed-certificate.ts';

/** A server on loopback that is closed with all its connections when it is disposed of. */
export interface TestServer extends AsyncDisposable {
  readonly port: number;
}

/** A plain HTTP server. */
export async function httpServer(answer: RequestListener): Promise<TestServer> {
  return listening(createServer(answer));
}

/** An HTTPS server whose certificate nobody vouches for. */
export async function selfSignedServer(): Promise<TestServer> {
  return listening(createTlsServer(SELF_SIGNED, (_, response) => response.end('{}')));
}

/** A proxy of the usual kind to whom every host is this machine, and the hosts that were asked for through it. */
export async function proxyServer(): Promise<TestServer & { readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer((_, response) => {
    response.writeHead(500).end();
  });
  server.on('connect', ({ url = '' }, client) => {
    asked.push(url);
    const upstream = connect(Number(url.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client);
      client.pipe(upstream);
    });
    for (const socket of [upstream, client]) {
      socket.on('error', () => {
        upstream.destroy();
        client.destroy();
      });
    }
  });
  return { ...(await listening(server)), asked };
}

async function listening(
  server: Server | (NetServer & Pick<Server, 'closeAllConnections'>),
): Promise<TestServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: () =>
      new Promise(resolve => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
