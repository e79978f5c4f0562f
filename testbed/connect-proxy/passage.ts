import type { IncomingMessage, ServerResponse } from 'node:http';
import { request as sendRequest } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream';
import type { Admission } from './admission.ts';

const CHALLENGE = { 'proxy-authenticate': 'Basic realm="proxy"' };

const TUNNEL_REFUSALS = {
  407: `HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: ${CHALLENGE['proxy-authenticate']}\r\nContent-Length: 0\r\n\r\n`,
  502: 'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n',
} as const;

/** Answers a `CONNECT`, and where it is let through passes everything on, both ways, until one side ends. */
export function openTunnel(admission: Admission, client: Duplex, head: Buffer): void {
  if (admission.kind === 'refused') {
    client.end(TUNNEL_REFUSALS[admission.status]);
    return;
  }
  const server = connect(admission.port, admission.hostname, () => {
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    server.write(head);
    // Whoever breaks off, the other learns of it by the end of the connection.
    pipeline(client, server, () => undefined);
    pipeline(server, client, () => undefined);
  });
  server.once('error', () => client.destroy());
}

/** Answers a request in absolute form: with what the server answers, where it is let through. */
export function forwardRequest(
  admission: Admission,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (admission.kind === 'refused') {
    response.writeHead(admission.status, admission.status === 407 ? CHALLENGE : {});
    response.end();
    return;
  }
  const { hostname, port } = admission;
  const { pathname, search } = new URL(request.url ?? '');
  const { method = 'GET' } = request;
  const headers = onwardHeaders(request);
  const onward = sendRequest({ hostname, port, method, path: `${pathname}${search}`, headers }, answer => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    pipeline(answer, response, () => undefined);
  });
  onward.once('error', () => response.destroy());
  pipeline(request, onward, () => undefined);
}

/** Without what is said to the proxy alone. */
function onwardHeaders({ headers }: IncomingMessage): NodeJS.Dict<string | string[]> {
  const forProxy = ['proxy-authorization', 'proxy-connection'];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !forProxy.includes(name)));
}
