/** What signs a request. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Of a temporary session; `undefined` for a long-lived key. */
  readonly securityToken: string | undefined;
}

/** A source of credentials: asked before every request, so that it may renew what it gives. */
export interface CredentialsProvider {
  credentials(signal: AbortSignal): Promise<Credentials>;
}

/** A key that was handed in and cannot be renewed. */
export function staticCredentials(credentials: Credentials): CredentialsProvider {
  return { credentials: () => Promise.resolve(credentials) };
}
