import type { RequestParts } from '../http/transport.ts';
import type { FaultAnswer } from '../rollout/fault.ts';

/** The credentials that sign a request. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Of a temporary session; `undefined` for a long-lived key. */
  readonly securityToken: string | undefined;
}

export type CredentialsAnswer =
  { readonly kind: 'credentials'; readonly credentials: Credentials } | FaultAnswer;

/** What every source of credentials needs for its requests. */
export interface SourceParts extends RequestParts {
  /** Masks a secret, before anything else is done with it. */
  readonly mask: (secret: string) => void;
}

/** A source of credentials. */
export interface CredentialsProvider {
  /**
   * Called before every request, so that it may renew what it returns. `expired` are credentials that the API
   * has just called expired: a source that can renew returns others, one that cannot returns the same.
   */
  credentials(signal: AbortSignal, expired?: Credentials): Promise<CredentialsAnswer>;
}

/** A given key that cannot be renewed. */
export function staticCredentials(credentials: Credentials): CredentialsProvider {
  return { credentials: () => Promise.resolve({ kind: 'credentials', credentials }) };
}
