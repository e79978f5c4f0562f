import type { CredentialsChoice, CredentialsSource } from '../credentials/choice.ts';
import type { OidcRole } from '../credentials/oidc-role.ts';
import { readEndpoint } from './endpoint.ts';
import type { InputReader } from './reader.ts';
import { shown } from './reader.ts';
import type { Environment, InputName } from './table.ts';
import { INPUTS } from './table.ts';

const KEY_INPUTS = ['accessKeyId', 'accessKeySecret', 'securityToken'] as const;
/** The variables of a key in both spellings, the official one first. */
const KEY_VARIABLES = ([0, 1] as const).map(spelling =>
  KEY_INPUTS.map(name => INPUTS[name].environment[spelling]),
);
const ROLE_INPUTS = ['roleArn', 'oidcProviderArn'] as const;
const TOKEN_FILE = 'ALIBABA_CLOUD_OIDC_TOKEN_FILE';

/**
 * Decides which credentials are used: explicit keys, an explicit role, keys of the environment, a role of the
 * environment, the RAM role of this ECS instance. Never half of a key from one place, or of one spelling, and
 * half from another; missing parts of a role are read from the environment, unless one trusts GitHub and the
 * other a cluster. `undefined` if a fault was reported; a fault never contains a secret.
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
  const tokenFile = variable(reader, TOKEN_FILE);
  if (explicitRole) return readExplicitRole(reader, tokenFile);
  for (const names of KEY_VARIABLES) {
    const values = names.map(name => variable(reader, name) ?? '');
    if (values.some(Boolean)) return readKeys(reader, 'environment-keys', names, values);
  }
  const inEnvironment: RolePlace = { tokenFile, nameOf: variableOf, valueOf: name => reader.text(name) };
  // Half a role is a fault too and is reported as one.
  if (tokenFile !== undefined) return readRole(reader, 'environment-role-by-token-file', inEnvironment);
  if (ROLE_INPUTS.some(name => reader.text(name) !== '')) {
    return readRole(reader, 'environment-role', { ...inEnvironment, nameOf: name => name });
  }
  const roleName = ecsRole(reader.env);
  if (roleName !== undefined) return { kind: 'ecs', source: 'ecs-role', roleName };
  reader.faults.push({ kind: 'no-credentials' });
  return undefined;
}

function variable({ env }: InputReader, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}

type RoleInput = (typeof ROLE_INPUTS)[number];

function variableOf(name: RoleInput): string {
  return INPUTS[name].environment[0];
}

/** Where the parts of a role are read from. */
interface RolePlace {
  /** The file with the ID token; `undefined` if GitHub issues one. */
  readonly tokenFile: string | undefined;
  readonly nameOf: (input: RoleInput) => string;
  readonly valueOf: (input: RoleInput) => string;
}

/**
 * A role in the inputs of a workflow trusts GitHub: GitHub's token is for it, and a provider in the
 * environment that belongs to a cluster is not. Elsewhere only the file can have a token.
 */
function readExplicitRole(reader: InputReader, tokenFile: string | undefined): CredentialsChoice | undefined {
  const nameOf = (name: RoleInput): string => name;
  const valueOf = (name: RoleInput): string => reader.text(name);
  if (tokenFile === undefined) return readRole(reader, 'role', { tokenFile, nameOf, valueOf });
  if (!isOnGitHub(reader)) return readRole(reader, 'role-by-token-file', { tokenFile, nameOf, valueOf });
  return readRole(reader, 'role', { tokenFile: undefined, nameOf, valueOf: name => reader.given(name) });
}

function isOnGitHub(reader: InputReader): boolean {
  return ['GITHUB_ACTIONS', 'ACTIONS_ID_TOKEN_REQUEST_URL'].some(
    name => variable(reader, name) !== undefined,
  );
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

function readRole(
  reader: InputReader,
  source: CredentialsSource,
  { tokenFile, nameOf, valueOf }: RolePlace,
): CredentialsChoice | undefined {
  const faultsBefore = reader.faults.length;
  const missing = ROLE_INPUTS.filter(name => valueOf(name) === '');
  const given = ROLE_INPUTS.filter(name => valueOf(name) !== '');
  if (missing.length > 0) {
    const named = [...given.map(nameOf), ...(tokenFile === undefined ? [] : [TOKEN_FILE])];
    reader.faults.push({ kind: 'half-credentials', given: named, missing: missing.map(nameOf) });
  }
  for (const name of given) checkArn(reader, name, valueOf(name));
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
    roleArn: valueOf('roleArn'),
    oidcProviderArn: valueOf('oidcProviderArn'),
    tokenFile,
    audience: reader.text('oidcAudience'),
    roleSessionName,
    durationSeconds: Math.ceil(durationMs / 1_000),
    stsOrigin,
  };
  return { kind: 'oidc', source, role };
}

function checkArn(reader: InputReader, name: InputName, arn: string): void {
  if (!/^acs:ram::[^\s:]+:\S+$/u.test(arn))
    reader.faults.push({ kind: 'bad-arn', input: name, got: shown(arn) });
}

/** The service receives a bearer token: only a host of Alibaba Cloud over https, or loopback. */
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
