import { isMaskable } from '../text/secrets.ts';
import { proxySecretsIn } from './proxies.ts';

/** One input of the action. */
export interface InputDefinition {
  /** Applies if the input is missing; the same value is in `action.yml`. */
  readonly default?: string;
  /** The default in `action.yml`, if that is an expression of the runner. */
  readonly runnerDefault?: string;
  /** Environment variables that are read, in this order, if the input is missing. */
  readonly environment?: readonly string[];
  /** Never shown. */
  readonly secret?: true;
  /** Masked like a secret, but not one itself: it is allowed on a command line. */
  readonly identifier?: true;
  /**
   * Narrows which order may belong to this run, guards against other orders, or requires a stricter proof: an
   * empty value is an error, since without it the gate could pass for the wrong order. Its default is a word,
   * because the runner passes an empty text for a missing input without a default.
   */
  readonly guard?: true;
  /** Several values may be given, separated by commas. */
  readonly list?: true;
  /** Only useful in a workflow run of GitHub: the command has no flag for it. */
  readonly gitHubOnly?: true;
  /** Variables of other CI systems that the command uses if the input is missing. */
  readonly commandEnvironment?: readonly string[];
}

/** The value of a guard that is not set. */
export const NOT_GIVEN = 'none';

/** The value for what the gate finds out by itself. */
export const BY_ITSELF = 'auto';

/**
 * Every input of the action by its name. A test keeps `action.yml` and `docs/inputs.md` in line with it.
 * Inputs that are no guards say where to call, with which credentials, how long, and what to report: none of
 * them can make another order green, and an empty one counts as missing.
 */
export const INPUTS = {
  changeOrderId: { default: BY_ITSELF, guard: true, list: true },
  appId: { default: NOT_GIVEN, guard: true, list: true },
  appName: { default: NOT_GIVEN, guard: true, list: true },
  namespaceId: {},
  coType: { default: 'CoDeploy,CoCreateApp', guard: true, list: true },
  descriptionContains: { default: NOT_GIVEN, guard: true },
  createdAfter: { default: BY_ITSELF, guard: true, commandEnvironment: ['CI_PIPELINE_CREATED_AT'] },
  discoveryTimeout: { default: '2m' },
  token: { runnerDefault: '${{ github.token }}', secret: true, gitHubOnly: true },
  timeout: { default: '30m' },
  regionId: {
    environment: ['ALIBABA_CLOUD_REGION_ID', 'ALIBABACLOUD_REGION_ID', 'ALICLOUD_REGION_ID'],
  },
  endpoint: {},
  accessKeyId: {
    environment: ['ALIBABA_CLOUD_ACCESS_KEY_ID', 'ALIBABACLOUD_ACCESS_KEY_ID'],
    secret: true,
    identifier: true,
  },
  accessKeySecret: {
    environment: ['ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'ALIBABACLOUD_ACCESS_KEY_SECRET'],
    secret: true,
  },
  securityToken: {
    environment: ['ALIBABA_CLOUD_SECURITY_TOKEN', 'ALIBABACLOUD_SECURITY_TOKEN'],
    secret: true,
  },
  roleArn: { environment: ['ALIBABA_CLOUD_ROLE_ARN'] },
  oidcProviderArn: { environment: ['ALIBABA_CLOUD_OIDC_PROVIDER_ARN'] },
  oidcAudience: { default: 'sts.aliyuncs.com' },
  roleSessionName: { environment: ['ALIBABA_CLOUD_ROLE_SESSION_NAME'] },
  roleSessionDuration: { default: '1h' },
  stsEndpoint: { default: 'sts.aliyuncs.com' },
  minPollInterval: { default: '2s' },
  maxPollInterval: { default: '30s' },
  requestTimeout: { default: '10s' },
  outageTolerance: { default: '5m' },
  maxCallsPerMinute: { default: BY_ITSELF },
  learn: { default: 'true' },
  failFast: { default: 'false' },
  checkRun: { default: 'false', gitHubOnly: true },
  checkName: { gitHubOnly: true },
  commit: { gitHubOnly: true },
  jobCheckRunId: { runnerDefault: '${{ job.check_run_id }}', gitHubOnly: true },
  onManualStep: { default: 'wait' },
  manualStepTimeout: {},
  rollbackOn: { default: NOT_GIVEN, list: true },
  rollbackTimeout: { default: '10m' },
  verify: { default: BY_ITSELF },
  expectImage: { default: NOT_GIVEN, guard: true },
  expectVersion: { default: NOT_GIVEN, guard: true },
  verifyTimeout: { default: '3m' },
  bake: { default: NOT_GIVEN, guard: true },
  diagnose: { default: 'true' },
  diagnoseLogs: { default: 'false' },
  language: { default: 'en' },
} as const satisfies Record<string, InputDefinition>;

export type InputName = keyof typeof INPUTS;

/**
 * The inputs of the wait for a free application, which `idle/action.yml` declares: which one, where and with
 * which credentials to call, how long, and what to report.
 */
export const IDLE_INPUTS = [
  'appId',
  'appName',
  'namespaceId',
  'timeout',
  'regionId',
  'endpoint',
  'accessKeyId',
  'accessKeySecret',
  'securityToken',
  'roleArn',
  'oidcProviderArn',
  'oidcAudience',
  'roleSessionName',
  'roleSessionDuration',
  'stsEndpoint',
  'minPollInterval',
  'maxPollInterval',
  'requestTimeout',
  'outageTolerance',
  'maxCallsPerMinute',
  'onManualStep',
  'manualStepTimeout',
  'language',
] as const satisfies readonly InputName[];

/** The inputs for which an empty value is an error. */
export type GuardName = {
  [Name in InputName]: (typeof INPUTS)[Name] extends { readonly guard: true } ? Name : never;
}[InputName];

/** The guards that require a proof of what runs. */
export const PROOF_GUARDS = ['expectImage', 'expectVersion', 'bake'] as const satisfies readonly GuardName[];

/** Whether an input requires a proof of what runs. Pure. */
export function isOfProof(input: InputName): boolean {
  return PROOF_GUARDS.some(name => name === input);
}

/** The process environment, or a replacement for it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** An input as the runner passes it: trimmed; `undefined` if its key is missing. */
export function rawInput(env: Environment, name: InputName): string | undefined {
  return env[`INPUT_${name.toUpperCase()}`]?.trim();
}

/** Whether an input's value is this word of the gate's own, case-insensitive. Pure. */
export function isWord(value: string, word: typeof BY_ITSELF): boolean {
  return value.trim().toLowerCase() === word;
}

/** What the runner itself passes to a step that may request ID tokens. */
const RUNNER_SECRETS = ['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];

/** The values that must be masked before anything can print them: as given and trimmed. */
export function secretsIn(env: Environment): readonly string[] {
  const values = SECRET_VARIABLES.flatMap(({ variable }) => [
    env[variable] ?? '',
    env[variable]?.trim() ?? '',
  ]);
  const proxies = proxySecretsIn(env).flatMap(({ secrets, header }) => [...secrets, header ?? '']);
  return [...new Set([...values, ...proxies])].filter(value => value.trim() !== '');
}

/**
 * The inputs and variables with a secret that is too short or too common to be masked. An identifier is no
 * secret itself, nor is a user name. Pure.
 */
export function unmaskableIn(env: Environment): readonly string[] {
  const given = SECRET_VARIABLES.filter(({ variable, identifier }) => {
    const value = env[variable]?.trim() ?? '';
    return value !== '' && !identifier && !isMaskable(value);
  });
  const proxies = proxySecretsIn(env).filter(({ secrets }) => !secrets.some(isMaskable));
  return [...new Set([...given, ...proxies].map(({ variable }) => INPUT_OF_VARIABLE[variable] ?? variable))];
}

interface SecretVariable {
  readonly variable: string;
  readonly identifier: boolean;
}

const DEFINITIONS: readonly [string, InputDefinition][] = Object.entries(INPUTS);

/** The variable in which the runner passes an input. */
const INPUT_OF_VARIABLE: Readonly<Record<string, string>> = Object.fromEntries(
  DEFINITIONS.map(([name]) => [`INPUT_${name.toUpperCase()}`, name]),
);

const SECRET_VARIABLES: readonly SecretVariable[] = [
  ...DEFINITIONS.filter(([, definition]) => definition.secret === true).flatMap(([name, definition]) =>
    [`INPUT_${name.toUpperCase()}`, ...(definition.environment ?? [])].map(variable => ({
      variable,
      identifier: definition.identifier === true,
    })),
  ),
  ...RUNNER_SECRETS.map(variable => ({ variable, identifier: false })),
];

export const LANGUAGE_NAMES = ['en', 'zh'] as const;

export type LanguageName = (typeof LANGUAGE_NAMES)[number];

/** The requested language, read before everything else: input errors are reported in it too. Pure. */
export function languageOf(env: Environment): LanguageName {
  const asked = rawInput(env, 'language') || INPUTS.language.default;
  return LANGUAGE_NAMES.find(name => name === asked) ?? 'en';
}
