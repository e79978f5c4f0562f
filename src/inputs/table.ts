import { isMaskable } from '../text/secrets.ts';
import { proxySecretsIn } from './proxies.ts';

/** One input of the action. */
export interface InputDefinition {
  /** Applies where the input is not given; the same value stands in `action.yml`. */
  readonly default?: string;
  /** The default in `action.yml`, where that is an expression of the runner's. */
  readonly runnerDefault?: string;
  /** Environment variables that are read, in this order, where the input is not given. */
  readonly environment?: readonly string[];
  /** Never echoed. */
  readonly secret?: true;
  /** Masked like a secret, and yet none by itself: it may stand on a command line. */
  readonly identifier?: true;
  /**
   * Narrows which order may count as this run's own, guards against another's, or asks for a stricter proof:
   * given but empty is an error, since without it the gate could be green for what nobody meant. Its default
   * is a word, because the runner hands over an empty text where an input without a default is left out.
   */
  readonly guard?: true;
  /** Several values may be given, with commas between them. */
  readonly list?: true;
  /** Means something in a workflow run of GitHub only: the command has no flag for it. */
  readonly gitHubOnly?: true;
  /** Variables of other CI systems that stand for the input where the command is not given it. */
  readonly commandEnvironment?: readonly string[];
}

/** The word by which a guard says that it is not given. */
export const NOT_GIVEN = 'none';

/** The word for what the gate finds out by itself. */
export const BY_ITSELF = 'auto';

/**
 * Every input of the action by its name. A test holds `action.yml` and `docs/inputs.md` to it. Those that are no
 * guards say where to ask, who asks, for how long, and what to tell: none of them can make another order
 * green, and an empty one is one that is left out.
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
 * The inputs of the wait for a free application, which `idle/action.yml` declares: which one, where and by whom
 * to ask, for how long, and what to tell.
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

/** The inputs for which given but empty is an error. */
export type GuardName = {
  [Name in InputName]: (typeof INPUTS)[Name] extends { readonly guard: true } ? Name : never;
}[InputName];

/** The guards by which a proof of what runs is asked for. */
export const PROOF_GUARDS = ['expectImage', 'expectVersion', 'bake'] as const satisfies readonly GuardName[];

/** Whether an input asks for a proof of what runs. Pure. */
export function isOfProof(input: InputName): boolean {
  return PROOF_GUARDS.some(name => name === input);
}

/** The process environment, or what stands for it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** An input as the runner hands it over: trimmed; `undefined` where the key is absent. */
export function rawInput(env: Environment, name: InputName): string | undefined {
  return env[`INPUT_${name.toUpperCase()}`]?.trim();
}

/** Whether an input's value is this word of the gate's own, in whatever case somebody wrote it. Pure. */
export function isWord(value: string, word: typeof BY_ITSELF): boolean {
  return value.trim().toLowerCase() === word;
}

/** What the runner itself hands to a step that may ask for ID tokens. */
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
 * The inputs and variables that hold a secret which is too short or too common a word to be masked. An
 * identifier is none by itself, nor is the name of a user. Pure.
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

/** What an input is called where the runner hands it over. */
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

/** The language that is asked for, before anything else is read: faults of the inputs are told in it too. Pure. */
export function languageOf(env: Environment): LanguageName {
  const asked = rawInput(env, 'language') || INPUTS.language.default;
  return LANGUAGE_NAMES.find(name => name === asked) ?? 'en';
}
