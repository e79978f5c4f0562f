import type { Credentials } from '../credentials/credentials.ts';
import type { OidcRole } from '../credentials/oidc-role.ts';
import { readEndpoint } from './endpoint.ts';
import type { InputReader } from './input-reader.ts';
import { shown } from './input-reader.ts';
import type { Environment, InputName } from './input-table.ts';
import { INPUTS } from './input-table.ts';

/** Where credentials come from, in the order of precedence. */
export type CredentialsSource = 'keys' | 'role' | 'environment-keys' | 'environment-role' | 'ecs-role';

export type CredentialsChoice =
  | { readonly kind: 'keys'; readonly source: CredentialsSource; readonly credentials: Credentials }
  | { readonly kind: 'oidc'; readonly source: CredentialsSource; readonly role: OidcRole }
  | { readonly kind: 'ecs'; readonly source: CredentialsSource; readonly roleName: string };

const KEY_INPUTS = ['accessKeyId', 'accessKeySecret', 'securityToken'] as const;
const KEY_VARIABLES = KEY_INPUTS.map(name => INPUTS[name].environment[0]);
const ROLE_INPUTS = ['roleArn', 'oidcProviderArn'] as const;

/**
 * Decides which credentials are used: explicit keys, an explicit role, keys of the environment, a role
 * of the environment, the RAM role of this ECS instance. Never half of a key from one place and half from
 * another; of a role what is not given is taken from the environment.
 * `undefined` where a fault was told; nothing of a secret is ever told.
 */
export function readCredentials(reader: InputReader): CredentialsChoice | undefined {
  const explicitKeys = KEY_INPUTS.some(name => reader.given(name) !== '');
  const explicitRole = ROLE_INPUTS.some(name => reader.given(name) !== '');
  if (explicitKeys && explicitRole) {
    reader.faults.push({ kind: 'keys-and-role' });
    return undefined;
  }
  if (explicitKeys) {
    return readKeys(
      reader,
      'keys',
      KEY_INPUTS,
      KEY_INPUTS.map(name => reader.given(name)),
    );
  }
  if (explicitRole) return readRole(reader, 'role');
  const values = KEY_VARIABLES.map(name => reader.env[name]?.trim() ?? '');
  if (values.some(Boolean)) return readKeys(reader, 'environment-keys', KEY_VARIABLES, values);
  // Half a role is a fault too, and told as such.
  if (ROLE_INPUTS.some(name => reader.text(name) !== '')) return readRole(reader, 'environment-role');
  const roleName = ecsRole(reader.env);
  if (roleName !== undefined) return { kind: 'ecs', source: 'ecs-role', roleName };
  reader.faults.push({ kind: 'no-credentials' });
  return undefined;
}

function readKeys(
  reader: InputReader,
  source: CredentialsSource,
  names: readonly string[],
  values: readonly string[],
): CredentialsChoice | undefined {
  const [accessKeyId = '', accessKeySecret = '', securityToken = ''] = values;
  const missing = names.filter((_, index) => index < 2 && values[index] === '');
  if (missing.length > 0) {
    const given = names.filter((_, index) => values[index] !== '');
    reader.faults.push({ kind: 'half-credentials', given, missing });
    return undefined;
  }
  const unusable = names.filter((_, index) => /[^\u0021-\u007e]/u.test(values[index] ?? ''));
  reader.faults.push(...unusable.map(input => ({ kind: 'bad-credential', input }) as const));
  if (unusable.length > 0) return undefined;
  const credentials = { accessKeyId, accessKeySecret, securityToken: securityToken || undefined };
  return { kind: 'keys', source, credentials };
}

const SHORTEST_SESSION_MS = 900_000;
const LONGEST_SESSION_MS = 43_200_000;

function readRole(reader: InputReader, source: CredentialsSource): CredentialsChoice | undefined {
  const faultsBefore = reader.faults.length;
  const missing = ROLE_INPUTS.filter(name => reader.text(name) === '');
  const given = ROLE_INPUTS.filter(name => reader.text(name) !== '');
  if (missing.length > 0) reader.faults.push({ kind: 'half-credentials', given, missing });
  for (const name of given) checkArn(reader, name);
  const roleSessionName =
    reader.text('roleSessionName') || `sae-rollout-gate-${reader.env['GITHUB_RUN_ID'] ?? '0'}`;
  if (!/^[A-Za-z0-9.@_-]{2,64}$/u.test(roleSessionName)) {
    reader.faults.push({ kind: 'bad-session-name', got: shown(roleSessionName) });
  }
  const durationMs = reader.durationMs('roleSessionDuration', Infinity);
  const inRange = durationMs >= SHORTEST_SESSION_MS && durationMs <= LONGEST_SESSION_MS;
  if (!inRange && !reader.isFaultyDuration('roleSessionDuration')) {
    reader.faults.push({ kind: 'bad-session-duration', got: shown(reader.text('roleSessionDuration')) });
  }
  const stsOrigin = readStsOrigin(reader);
  if (reader.faults.length > faultsBefore) return undefined;
  const role: OidcRole = {
    roleArn: reader.text('roleArn'),
    oidcProviderArn: reader.text('oidcProviderArn'),
    audience: reader.text('oidcAudience'),
    roleSessionName,
    durationSeconds: Math.ceil(durationMs / 1_000),
    stsOrigin,
  };
  return { kind: 'oidc', source, role };
}

function checkArn(reader: InputReader, name: InputName): void {
  const arn = reader.text(name);
  if (!/^acs:ram::[^\s:]+:\S+$/u.test(arn))
    reader.faults.push({ kind: 'bad-arn', input: name, got: shown(arn) });
}

/** The service receives a bearer token: a host of Alibaba Cloud over https, or loopback, nothing else. */
function readStsOrigin(reader: InputReader): string {
  const got = reader.text('stsEndpoint');
  const reading = readEndpoint(got);
  const trusted =
    reading.kind === 'origin' &&
    (reading.loopback || /(?:^|\.)aliyuncs\.com$/u.test(new URL(reading.origin).hostname));
  if (trusted) return reading.origin;
  reader.faults.push({ kind: 'bad-sts-endpoint', got: shown(got) });
  return '';
}

function ecsRole(env: Environment): string | undefined {
  const disabled = env['ALIBABA_CLOUD_ECS_METADATA_DISABLED']?.trim().toLowerCase() === 'true';
  return disabled ? undefined : env['ALIBABA_CLOUD_ECS_METADATA']?.trim() || undefined;
}
