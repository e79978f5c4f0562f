import { Buffer } from 'node:buffer';

/** What a client tells a proxy of itself. */
export interface ProxyCredentials {
  readonly user: string;
  readonly password: string;
}

/** Reads a `Proxy-Authorization` header of the kind Basic; `undefined` for none and for any other. */
export function readBasicCredentials(header: string | undefined): ProxyCredentials | undefined {
  const encoded = /^basic (.+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [user = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { user, password: rest.join(':') };
}
