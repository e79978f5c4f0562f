import type { Fault } from '../rollout/fault.ts';

/** What signs a request. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Of a temporary session; `undefined` for a long-lived key. */
  readonly securityToken: string | undefined;
}

export type CredentialsAnswer =
  | { readonly kind: 'credentials'; readonly credentials: Credentials }
  | { readonly kind: 'fault'; readonly fault: Fault };

/** A source of credentials. */
export interface CredentialsProvider {
  /**
   * Asked before every request, so that it may renew what it gives. `expired` are credentials that the
   * API has just called expired: a source that can renew gives others, one that cannot gives the same.
   */
  credentials(signal: AbortSignal, expired?: Credentials): Promise<CredentialsAnswer>;
}

/** A key that was handed in and cannot be renewed. */
export function staticCredentials(credentials: Credentials): CredentialsProvider {
  return { credentials: () => Promise.resolve({ kind: 'credentials', credentials }) };
}
