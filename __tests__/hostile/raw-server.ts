import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import { listenOnLoopback } from '../../testbed/loopback/listen.ts';

/** A server that says what no proper server says. */
export interface RawServer extends AsyncDisposable {
  readonly url: string;
  readonly connections: () => number;
}

/** What it does with a connection once a request has begun to come. */
export type RawAnswer = (socket: Socket) => void;

/** Starts a server on loopback that answers everything by hand. */
export async function startRawServer(answer: RawAnswer): Promise<RawServer> {
  let connections = 0;
  const server = createServer(socket => {
    connections++;
    socket.once('data', () => {
      answer(socket);
    });
  });
  const { port, close } = await listenOnLoopback(server);
  return { url: `http://127.0.0.1:${port}`, connections: () => connections, [Symbol.asyncDispose]: close };
}

/** How much is said at a time: no less than a socket takes, and not so much that nobody else gets a turn. */
const BURST_BYTES = 64 * 1_024;
const BURST_EVERY_MS = 5;

/** Says `head`, then `piece` again and again, some megabytes a second, whether it is taken or not. */
export function endlessly(head: string, piece: string): RawAnswer {
  const burst = piece.repeat(Math.ceil(BURST_BYTES / piece.length));
  return dripping(head, burst, BURST_EVERY_MS);
}

/** Says `head`, then `piece` again and again, with a pause before each. */
export function dripping(head: string, piece: string, everyMs: number): RawAnswer {
  return socket => {
    socket.write(head);
    const timer = setInterval(() => {
      // What is not taken is not piled up.
      if (!socket.writableNeedDrain) socket.write(piece);
    }, everyMs);
    socket.once('close', () => {
      clearInterval(timer);
    });
  };
}

/** Says this and no more, and leaves the connection open. */
export function saying(text: string): RawAnswer {
  return socket => {
    socket.write(text);
  };
}
