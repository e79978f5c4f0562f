import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

/** An HTTP server that reads each request whole and has it answered; one that cannot be read is cut off. */
export function httpServer<Request>(
  read: (message: IncomingMessage) => Promise<Request>,
  answer: (request: Request, response: ServerResponse) => void,
): Server {
  const server = createServer((message, response) => {
    // A client that goes away while it writes or reads is part of many tests, not a fault of ours.
    response.on('error', () => undefined);
    read(message).then(
      request => {
        answer(request, response);
      },
      () => {
        response.destroy();
      },
    );
  });
  // Idle connections stay until the client ends them: none breaks just as a client takes it up again.
  server.keepAliveTimeout = 0;
  return server;
}
