import type { CredentialsProvider } from '../credentials/credentials.ts';
import { staticCredentials } from '../credentials/credentials.ts';
import { ecsRamRoleSession } from '../credentials/ecs-ram-role.ts';
import { requestIdToken } from '../credentials/id-token.ts';
import { assumeRoleWithOidc } from '../credentials/oidc-role.ts';
import { SessionCredentials } from '../credentials/session.ts';
import type { Transport } from '../http/transport.ts';
import type { CredentialsChoice } from '../inputs/credentials-input.ts';
import type { Environment } from '../inputs/input-table.ts';
import type { Clock } from '../polling/clock.ts';

/** What a source of credentials asks its services with. */
export interface ProviderParts {
  readonly clock: Clock;
  readonly transport: Transport;
  readonly requestTimeoutMs: number;
  readonly userAgent: string;
  readonly env: Environment;
  readonly mask: (secret: string) => void;
}

/** The source of credentials that the inputs chose. */
export function credentialsProvider(choice: CredentialsChoice, parts: ProviderParts): CredentialsProvider {
  const { clock, env } = parts;
  switch (choice.kind) {
    case 'keys':
      return staticCredentials(choice.credentials);
    case 'ecs':
      return new SessionCredentials(clock, signal =>
        ecsRamRoleSession({ ...parts, roleName: choice.roleName }, signal),
      );
    case 'oidc': {
      const service = {
        url: env['ACTIONS_ID_TOKEN_REQUEST_URL'],
        token: env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'],
      };
      const { role } = choice;
      const idToken = (signal: AbortSignal) =>
        requestIdToken({ ...parts, service, audience: role.audience }, signal);
      return new SessionCredentials(clock, signal => assumeRoleWithOidc({ ...parts, role, idToken }, signal));
    }
  }
}
