import type { AddressInfo, Server, Socket } from 'node:net';

/** A server that listens on loopback. */
export interface Listening {
  readonly port: number;
  /** Ends it and breaks every connection that is open, hanging and tunnelled ones too. */
  readonly close: () => Promise<void>;
}

/**
 * Lets a server of any kind (TCP, TLS, HTTP) listen on 127.0.0.1.
 *
 * @param port any free one if not given
 * @throws the listening error of the server, e.g. EADDRINUSE
 */
export async function listenOnLoopback(server: Server, port = 0): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A peer that breaks off is what these servers are for, not a fault of theirs.
    socket.on('error', () => undefined);
  });
  return {
    port: await listen(server, port),
    close: () =>
      new Promise(resolve => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
