import type { ServerTime } from '../http/server-time.ts';
import type { FaultAnswer } from '../rollout/fault.ts';
import type { RequestTrace } from '../http/envelope.ts';
import type { Hide } from '../text/clean.ts';
import { ecsRamRoleSession } from './ecs-ram-role.ts';
import type { IdTokenService, ReadSmallFile } from './id-token.ts';
import { readTokenFile, requestIdToken } from './id-token.ts';
import type { OidcRole, OidcRoleOptions } from './oidc-role.ts';
import { assumeRoleWithOidc } from './oidc-role.ts';
import { SessionCredentials } from './session.ts';
import type { Credentials, CredentialsProvider, SourceParts } from './provider.ts';
import { staticCredentials } from './provider.ts';

/** Where credentials come from. */
export type CredentialsSource =
  | 'keys'
  | 'role'
  | 'role-by-token-file'
  | 'environment-keys'
  | 'environment-role'
  | 'environment-role-by-token-file'
  | 'ecs-role';

/** Which source of credentials to use. */
export type CredentialsChoice =
  | { readonly kind: 'keys'; readonly source: CredentialsSource; readonly credentials: Credentials }
  | { readonly kind: 'oidc'; readonly source: CredentialsSource; readonly role: OidcRole }
  | { readonly kind: 'ecs'; readonly source: CredentialsSource; readonly roleName: string };

/** What the sources of credentials need for their requests. */
export interface ProviderParts extends SourceParts {
  /** The clock for time stamps. */
  readonly serverTime: ServerTime;
  readonly userAgent: string;
  /** Where this workflow run gets its ID tokens. */
  readonly idTokenService: IdTokenService;
  readonly readSmallFile: ReadSmallFile;
  readonly hide: Hide;
  /** Called with every answer; gets no secret. */
  readonly traced: (trace: RequestTrace) => void;
}

/** The source of credentials that the inputs chose. */
export function credentialsProvider(choice: CredentialsChoice, parts: ProviderParts): CredentialsProvider {
  const { clock } = parts;
  switch (choice.kind) {
    case 'keys':
      return staticCredentials(choice.credentials);
    case 'ecs':
      return new SessionCredentials(
        clock,
        traced('ECS metadata service', parts, signal =>
          ecsRamRoleSession({ ...parts, roleName: choice.roleName }, signal),
        ),
      );
    case 'oidc': {
      const { role } = choice;
      const idToken = idTokenSource(role, parts);
      return new SessionCredentials(
        clock,
        traced('AssumeRoleWithOIDC', parts, signal =>
          assumeRoleWithOidc({ ...parts, role, idToken }, signal),
        ),
      );
    }
  }
}

/** Never both: a GitHub token is not for a role that trusts a cluster, nor the other way round. */
function idTokenSource({ tokenFile, audience }: OidcRole, parts: ProviderParts): OidcRoleOptions['idToken'] {
  if (tokenFile !== undefined) {
    return traced('OIDC token', parts, signal => readTokenFile({ ...parts, file: tokenFile }, signal));
  }
  const service = parts.idTokenService;
  return traced('GitHub ID token', parts, signal => requestIdToken({ ...parts, service, audience }, signal));
}

type Traceable = { readonly kind: string; readonly requestId?: string | undefined } | FaultAnswer;

/**
 * Opens a session and traces the answer: whether it is a fault, and its RequestId, but nothing else of it.
 */
function traced<Minted extends Traceable>(
  action: string,
  { clock, traced: trace }: ProviderParts,
  ask: (signal: AbortSignal) => Promise<Minted>,
): (signal: AbortSignal) => Promise<Minted> {
  return async signal => {
    const startMs = clock.nowMs();
    const minted = await ask(signal);
    const tookMs = clock.nowMs() - startMs;
    // A fault of the previous request has been traced there.
    if (!('fault' in minted))
      trace({ action, tookMs, answer: { kind: 'data', requestId: minted.requestId } });
    else if (minted.fault.action === action)
      trace({ action, tookMs, answer: { kind: 'fault', fault: minted.fault } });
    return minted;
  };
}
