import type { ProxyCredentials } from './credentials.ts';

/** Something that a client asked a proxy for. */
export interface ProxiedRequest {
  /** A tunnel (`CONNECT`), or one request with its URL in full. */
  readonly kind: 'tunnel' | 'request';
  /** The server that is meant, `host:port`. */
  readonly authority: string;
  /** With its query. Of a tunnel nothing more than its authority is known. */
  readonly path: string | undefined;
  /** What the client told of itself, right or wrong. */
  readonly credentials: ProxyCredentials | undefined;
  /** What the proxy itself answered; `undefined` where it gave the server's answer or none. */
  readonly ownStatus: 200 | 407 | 502 | undefined;
}
