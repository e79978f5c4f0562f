import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { listenOnLoopback } from '../loopback/listen.ts';
import type { AdmissionRules } from './admission.ts';
import { admit } from './admission.ts';
import type { ProxyCredentials } from './credentials.ts';
import { readBasicCredentials } from './credentials.ts';
import { forwardRequest, openTunnel } from './passage.ts';
import type { ProxiedRequest } from './proxied-request.ts';

/** What a proxy is to be; everything has a default. */
export interface ConnectProxyOptions extends AdmissionRules {
  /** Never answer a CONNECT, as a proxy that is overwhelmed. */
  readonly hangs?: boolean;
}

/** A running proxy. */
export interface ConnectProxy extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`, without credentials. */
  readonly url: string;
  /** The same with credentials in it, percent-encoded where that is needed. */
  readonly urlWith: (credentials: ProxyCredentials) => string;
  /** All that was asked for so far. */
  readonly requests: readonly ProxiedRequest[];
  /** Ends it, with all connections and tunnels that are open. */
  readonly close: () => Promise<void>;
}

/**
 * Starts an HTTP proxy on loopback: tunnels by `CONNECT`, and requests in absolute form.
 *
 * @throws the listening error of the server, e.g. EADDRINUSE
 */
export async function startConnectProxy(options: ConnectProxyOptions = {}): Promise<ConnectProxy> {
  const requests: ProxiedRequest[] = [];
  const listening = await listenOnLoopback(serverFor(options, requests));
  const host = `127.0.0.1:${listening.port}`;
  return {
    url: `http://${host}`,
    urlWith: ({ user, password }) =>
      `http://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}`,
    requests,
    close: listening.close,
    [Symbol.asyncDispose]: listening.close,
  };
}

function serverFor(options: ConnectProxyOptions, requests: ProxiedRequest[]): Server {
  const server = createServer((request, response) => {
    const url = URL.parse(request.url ?? '');
    const credentials = readBasicCredentials(request.headers['proxy-authorization']);
    const admission = admit(options, url?.host ?? '', credentials);
    requests.push({
      kind: 'request',
      authority: url?.host ?? '',
      path: url === null ? request.url : `${url.pathname}${url.search}`,
      credentials,
      ownStatus: admission.kind === 'refused' ? admission.status : undefined,
    });
    forwardRequest(admission, request, response);
  });
  server.on('connect', (request, client: Duplex, head) => {
    const authority = request.url ?? '';
    const credentials = readBasicCredentials(request.headers['proxy-authorization']);
    const admission = admit(options, authority, credentials);
    const status = admission.kind === 'refused' ? admission.status : 200;
    const ownStatus = options.hangs === true ? undefined : status;
    requests.push({ kind: 'tunnel', authority, path: undefined, credentials, ownStatus });
    if (options.hangs !== true) openTunnel(admission, client, head);
  });
  return server;
}
