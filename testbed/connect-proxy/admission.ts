import type { ProxyCredentials } from './credentials.ts';

/** Whom a proxy lets through, and where to. */
export interface AdmissionRules {
  /** Without these a client gets a 407. Any client is let through, if not given. */
  readonly credentials?: ProxyCredentials;
  /**
   * Where a name leads, e.g. `{'sae.cn-hangzhou.aliyuncs.com:443': '127.0.0.1:8443'}`, by `host:port` in
   * small letters. Any other name must be loopback's, or it gets a 502: nothing leaves the machine.
   */
  readonly routes?: Readonly<Record<string, string>>;
}

/** What becomes of a request: it is let through to this server, or refused. */
export type Admission =
  | { readonly kind: 'to'; readonly hostname: '127.0.0.1'; readonly port: number }
  | { readonly kind: 'refused'; readonly status: 407 | 502 };

/** Decides about a request to `authority` (`host:port`) of a client with these credentials. Pure. */
export function admit(
  { credentials, routes = {} }: AdmissionRules,
  authority: string,
  given: ProxyCredentials | undefined,
): Admission {
  const isKnown =
    credentials === undefined ||
    (given?.user === credentials.user && given.password === credentials.password);
  if (!isKnown) return { kind: 'refused', status: 407 };
  const server = URL.parse(`http://${routes[authority.toLowerCase()] ?? authority}`);
  if (server === null || !['127.0.0.1', 'localhost'].includes(server.hostname)) {
    return { kind: 'refused', status: 502 };
  }
  return { kind: 'to', hostname: '127.0.0.1', port: Number(server.port || 80) };
}
