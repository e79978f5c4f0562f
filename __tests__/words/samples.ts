import type { Instance } from '../../src/rollout/application.ts';
import type { Break } from '../../src/verification/progress.ts';
import type { Shortfall, UntoldField } from '../../src/verification/proof.ts';
import type { CommandLineFault } from '../../src/inputs/flags.ts';
import type { NotAsked, Outcome } from '../../src/doctor/outcome.ts';
import type { GapReason } from '../../src/diagnosis/diagnosis.ts';
import type { RefusalReason } from '../../src/discovery/choose-order.ts';
import type { ListedOrder } from '../../src/rollout/change-order.ts';
import type { NumberedBatch } from '../../src/rollout/reading.ts';
import type { BoundSource, CreationBound } from '../../src/discovery/run-start.ts';
import type { CredentialsSource } from '../../src/credentials/choice.ts';
import type { InputFault } from '../../src/inputs/faults.ts';
import type { GitHubFailure } from '../../src/github/api.ts';
import type { Note } from '../../src/endings/ending.ts';
import type { Fault, FaultDetail, FaultReason } from '../../src/rollout/fault.ts';
import { FAULT_REASONS } from '../../src/rollout/fault.ts';
import type { Estimate } from '../../src/schedule/estimate.ts';
import type { Pinpoint, ProbeKind } from '../../src/diagnosis/known-causes.ts';
import { KNOWN_CAUSES } from '../../src/diagnosis/known-causes.ts';
import type { EndFacts, Fate, RunningFacts } from '../../src/words/facts.ts';
import type { NotWritten, SentUndo, Undo } from '../../src/undo/undo.ts';
import type { Words } from '../../src/words/words.ts';
import { aFailingTask, anEvent } from '../diagnosis/samples.ts';
import { aFault } from '../support/orders.ts';

/** Whether a part of the catalogue is texts only, which take no arguments. */
type IsPlain<V> = V extends string
  ? true
  : V extends (...args: never) => unknown
    ? false
    : V extends Readonly<Record<keyof V, string>>
      ? true
      : false;

/** Arguments for every text of a catalogue that takes some: a text without samples does not compile. */
export type SamplesOf<T> = {
  readonly [K in keyof T as IsPlain<T[K]> extends true ? never : K]: T[K] extends (
    ...args: infer A
  ) => unknown
    ? readonly Readonly<A>[]
    : SamplesOf<T[K]>;
};

/** One of each kind. */
type EachKind<T extends { readonly kind: string }> = {
  readonly [K in T['kind']]: Extract<T, { readonly kind: K }>;
};

const WHEN_MS = Date.UTC(2026, 10, 22, 5, 31, 7);
const EARLIER_MS = Date.UTC(2026, 10, 21, 23, 59, 2);

const FAULT_PARTS: Partial<Fault> = {
  code: 'NoPermission',
  httpStatus: 403,
  requestId: 'E-4711',
  message: 'foreign-7',
};

const FAULT: Fault = aFault(FAULT_PARTS);

const FAULT_DETAILS: EachKind<FaultDetail> = {
  'given-up': { kind: 'given-up' },
  'time-limit': { kind: 'time-limit', limitMs: 2_500 },
  'too-large': { kind: 'too-large', host: 'host-7.example', limitBytes: 8_388_608 },
  'no-data': { kind: 'no-data' },
  'bad-field': { kind: 'bad-field', field: 'Data.Status' },
  contradictory: { kind: 'contradictory', field: 'ErrorCode', code: 'code-23' },
  'too-many': { kind: 'too-many', field: 'Data.Pipelines', count: 290_417, limit: 10_000 },
  'other-order': { kind: 'other-order', changeOrderId: 'order-19' },
  stranger: {
    kind: 'stranger',
    bodyStart: 'foreign-8',
    contentType: 'text/html9',
    location: 'https://login7.example/',
  },
  'list-unfinished': { kind: 'list-unfinished' },
  'list-bad': { kind: 'list-bad' },
  'list-changed': { kind: 'list-changed' },
  'list-short': { kind: 'list-short', of: 'orders', size: 40, total: 53 },
  'list-endless': { kind: 'list-endless', pages: 500 },
  'list-lost': { kind: 'list-lost', changeOrderId: 'order-41' },
  'list-contradicts': { kind: 'list-contradicts', changeOrderId: 'order-41' },
  'not-allowed': { kind: 'not-allowed' },
  'no-token': { kind: 'no-token' },
  'token-file': { kind: 'token-file', file: 'file-59', problem: { kind: 'missing' } },
  'by-token-file': { kind: 'by-token-file' },
  'no-credentials': { kind: 'no-credentials' },
};

const BARE_STRANGER: FaultDetail = {
  kind: 'stranger',
  bodyStart: '',
  contentType: undefined,
  location: undefined,
};

/** A fault of every reason, with all that can be told and with nothing. */
const FAULTS: readonly (readonly [Fault])[] = [
  ...(Object.keys(FAULT_REASONS) as readonly FaultReason[]).map(
    reason => [aFault({ ...FAULT_PARTS, reason })] as const,
  ),
  [aFault({ reason: 'role-refused', action: 'AssumeRoleWithOIDC' })],
  [aFault({ reason: 'parameter', action: 'ListApplications' })],
  [aFault({ reason: 'place', action: 'ListApplications' })],
  [aFault({ reason: 'clock', clockAheadMs: 1_380_000 })],
  [aFault({ reason: 'clock', clockAheadMs: -1_380_000 })],
  [aFault()],
  ...Object.values(FAULT_DETAILS).map(detail => [aFault({ reason: 'malformed', detail })] as const),
  [aFault({ reason: 'malformed', detail: { ...FAULT_DETAILS['list-short'], total: undefined } })],
  [aFault({ reason: 'malformed', detail: { ...FAULT_DETAILS['list-short'], of: 'applications' } })],
  [aFault({ reason: 'malformed', detail: { ...FAULT_DETAILS['list-short'], of: 'instances' } })],
  [aFault({ reason: 'not-the-api', detail: BARE_STRANGER })],
];

const GITHUB_FAILURES: readonly GitHubFailure[] = [
  { kind: 'time-limit', limitMs: 10_000 },
  { kind: 'no-run-start' },
  { kind: 'said', message: 'foreign-7', httpStatus: 502 },
  { kind: 'said', message: 'foreign-7', httpStatus: undefined },
];

const FACTS: EndFacts = {
  waitedMs: 250_000,
  changeOrderId: 'order-17',
  askedAppId: 'app-23',
  lastState: 'state-29',
  lastFault: FAULT,
  unproven: false,
  waitsFor: undefined,
  callsScarce: false,
  badBatch: '批次 103',
  place: undefined,
  short: undefined,
  provenMs: undefined,
  rollbackSupported: undefined,
  hasRollbackCommand: false,
  approvalId: undefined,
  stopper: undefined,
};

const UNSEEN: EndFacts = {
  ...FACTS,
  changeOrderId: '',
  lastState: undefined,
  lastFault: undefined,
};

const INSTANCE: Instance = {
  instanceId: 'instance-503',
  containerStatus: 'CrashLoopBackOff',
  healthStatus: 'ReadinessUnhealthy',
  unhealthyMessage: 'refused',
  restarts: 509,
  createdMs: 1_700_000_000_000,
  imageUrl: 'registry/demo:521',
  packageVersion: '523.0',
};

const SHORTFALLS: readonly Shortfall[] = [
  ...(['not-running', 'not-healthy', 'not-new', 'still-live'] as const).map(kind => ({
    kind,
    instance: INSTANCE,
  })),
  { kind: 'other-image', instance: INSTANCE, expected: 'registry/demo:541' },
  { kind: 'other-image', instance: { ...INSTANCE, imageUrl: undefined }, expected: 'registry/demo:541' },
  { kind: 'other-version', instance: INSTANCE, expected: '547.0' },
  { kind: 'mixed', what: 'image', found: ['demo:557', 'demo:563'] },
  { kind: 'mixed', what: 'version', found: ['569.0', '571.0'] },
  { kind: 'too-few', ready: 577, wanted: 587 },
];

const BREAKS: readonly Break[] = [
  { kind: 'restarted', instance: INSTANCE, before: 508 },
  { kind: 'restarted', instance: { ...INSTANCE, restarts: undefined }, before: 508 },
  { kind: 'error-state', instance: INSTANCE, lastedMs: 16_000 },
  { kind: 'not-ready', instance: INSTANCE, lastedMs: 17_000 },
  { kind: 'too-few', ready: 593, wanted: 599, lastedMs: 31_000 },
  ...SHORTFALLS.map(shortfall => ({ kind: 'other', shortfall }) as const),
];

const UNTOLD_FIELDS: readonly UntoldField[] = [
  'Groups',
  'Replicas',
  'InstanceContainerStatus',
  'InstanceHealthStatus',
  'InstanceContainerRestarts',
  'CreateTimeStamp',
  'ImageUrl',
  'PackageVersion',
  'StartTime',
];

const BAD_END = { kind: 'ended-badly', how: 'failed' } as const;

function aNumberedBatch(status: number): NumberedBatch {
  const batch = { status, pipelineId: undefined, name: undefined, startMs: undefined, updateMs: undefined };
  return { number: 59, batch };
}

const LISTED: ListedOrder = {
  changeOrderId: 'order-31',
  appId: 'app-37',
  coTypeCode: 'CoDeploy',
  description: 'described-7',
  status: 1,
  createdMs: WHEN_MS,
};

const UNDESCRIBED: ListedOrder = { ...LISTED, coTypeCode: undefined, description: '', createdMs: undefined };

function boundOf(source: BoundSource, parts: Partial<CreationBound> = {}): CreationBound {
  return { source, createdAfterMs: WHEN_MS, runUnknown: undefined, firstAttemptMs: undefined, ...parts };
}

const BOUNDS: readonly CreationBound[] = [
  boundOf('run', { firstAttemptMs: EARLIER_MS }),
  boundOf('job', { runUnknown: { kind: 'refused', httpStatus: 403 } }),
  boundOf('job', { runUnknown: { kind: 'not-asked' } }),
  boundOf('job', { runUnknown: { kind: 'impossible', startedMs: EARLIER_MS } }),
  boundOf('job', { runUnknown: { kind: 'failed', failure: { kind: 'no-run-start' } } }),
  boundOf('job'),
  boundOf('first-attempt'),
  boundOf('input'),
  boundOf('pipeline'),
];

const REFUSALS: readonly RefusalReason[] = Object.keys({
  'other-application': true,
  'other-type': true,
  'other-description': true,
  'no-time': true,
  'too-old': true,
  stale: true,
} satisfies Record<RefusalReason, true>) as readonly RefusalReason[];

const SOURCES: readonly CredentialsSource[] = Object.keys({
  keys: true,
  role: true,
  'role-by-token-file': true,
  'environment-keys': true,
  'environment-role': true,
  'environment-role-by-token-file': true,
  'ecs-role': true,
} satisfies Record<CredentialsSource, true>) as readonly CredentialsSource[];

const MADE_BY: ListedOrder = { ...LISTED, createdBy: 'user-607' };

const NOTES: EachKind<Note> = {
  credentials: { kind: 'credentials', source: 'keys' },
  'unknown-co-type': { kind: 'unknown-co-type', coType: 'CoStrange' },
  bound: { kind: 'bound', bound: boundOf('run'), agoMs: 42_000 },
  learnt: { kind: 'learnt', count: 113, shortestMs: 42_000, usualMs: 250_000, longestMs: 3_900_000 },
  'search-trouble': { kind: 'search-trouble', fault: FAULT },
  named: { kind: 'named', appName: 'shop-83', appId: 'app-37', namespaceId: 'cn-hangzhou:test-3' },
  'naming-trouble': { kind: 'naming-trouble', fault: FAULT },
  'blocked-by': { kind: 'blocked-by', order: MADE_BY, others: 43 },
  'older-running': { kind: 'older-running', order: LISTED },
  'first-attempt': { kind: 'first-attempt', createdMs: WHEN_MS },
  chosen: { kind: 'chosen', order: LISTED, of: 1, source: 'run' },
  stale: { kind: 'stale', changeOrderId: 'order-41', startMs: WHEN_MS },
  'also-qualifies': { kind: 'also-qualifies', order: UNDESCRIBED },
  'newer-order': { kind: 'newer-order', refusal: { order: LISTED, reason: 'stale' } },
};

const MORE_NOTES: readonly Note[] = [
  { ...NOTES.learnt, count: 1 },
  { ...NOTES['blocked-by'], others: 1 },
  { ...NOTES['blocked-by'], order: LISTED, others: 0 },
  { ...NOTES.named, namespaceId: undefined },
  ...SOURCES.map((source): Note => ({ kind: 'credentials', source })),
  ...BOUNDS.map((bound): Note => ({ kind: 'bound', bound, agoMs: 42_000 })),
  ...BOUNDS.flatMap(({ source }) =>
    [1, 43].map((of): Note => ({ kind: 'chosen', order: LISTED, of, source })),
  ),
  ...REFUSALS.map((reason): Note => ({ kind: 'newer-order', refusal: { order: LISTED, reason } })),
];

const INPUT_FAULTS: EachKind<InputFault> = {
  'empty-order-id': { kind: 'empty-order-id' },
  'empty-guard': { kind: 'empty-guard', input: 'descriptionContains', word: 'none' },
  leftover: { kind: 'leftover', input: 'changeOrderId', got: 'got-47', of: 'no-value' },
  'bad-id': { kind: 'bad-id', input: 'appId', got: 'got-47' },
  'bad-list': { kind: 'bad-list', input: 'appId', got: 'got-47' },
  'bad-app-name': { kind: 'bad-app-name', got: 'got-47' },
  'bad-namespace': { kind: 'bad-namespace', got: 'got-47' },
  'namespace-without-name': { kind: 'namespace-without-name', got: 'got-47' },
  'names-unlike-ids': { kind: 'names-unlike-ids', names: 43, ids: 47 },
  'proof-not-required': { kind: 'proof-not-required', mode: 'show', given: ['expectImage', 'bake'] },
  'bad-rollback-on': { kind: 'bad-rollback-on', got: 'got-47' },
  'rollback-of-several': { kind: 'rollback-of-several', targets: 113 },
  'rollback-without-app': { kind: 'rollback-without-app' },
  'rollback-undescribed': { kind: 'rollback-undescribed' },
  'rollback-no-run-start': {
    kind: 'rollback-no-run-start',
    run: { kind: 'not-asked' },
    eventFileMs: undefined,
  },
  'bad-image': { kind: 'bad-image', got: 'got-47' },
  'bad-version': { kind: 'bad-version', got: 'got-47' },
  'several-targets': { kind: 'several-targets', input: 'expectImage', targets: 113 },
  'long-bake': { kind: 'long-bake', got: 'got-47', longestMs: 86_400_000 },
  'long-duration': { kind: 'long-duration', input: 'timeout', got: 'got-47', longestMs: 432_000_000 },
  'auto-without-app': { kind: 'auto-without-app' },
  'idle-without-app': { kind: 'idle-without-app' },
  'idle-several-apps': { kind: 'idle-several-apps', input: 'appId', got: 'got-47' },
  'empty-co-type': { kind: 'empty-co-type', got: 'got-47' },
  'bad-created-after': { kind: 'bad-created-after', got: 'got-47' },
  'created-after-too-old': { kind: 'created-after-too-old', got: 'got-47' },
  'created-after-to-come': { kind: 'created-after-to-come', got: 'got-47', nowMs: WHEN_MS },
  'no-run-start': { kind: 'no-run-start', run: { kind: 'not-asked' }, eventFileMs: undefined },
  'keys-and-role': { kind: 'keys-and-role' },
  'bad-arn': { kind: 'bad-arn', input: 'roleArn', got: 'got-47' },
  'bad-session-name': { kind: 'bad-session-name', got: 'got-47' },
  'bad-session-duration': { kind: 'bad-session-duration', got: 'got-47' },
  'bad-sts-endpoint': { kind: 'bad-sts-endpoint', got: 'got-47' },
  'several-apps': { kind: 'several-apps', input: 'appId', got: 'got-47' },
  'empty-item': { kind: 'empty-item', input: 'changeOrderId', got: 'got-47' },
  'auto-among-ids': { kind: 'auto-among-ids', got: 'got-47' },
  'bad-call-limit': { kind: 'bad-call-limit', got: 'got-47' },
  'line-break': { kind: 'line-break', input: 'appId', got: 'got-47' },
  'bad-duration': { kind: 'bad-duration', input: 'timeout', got: 'got-47' },
  'bad-choice': { kind: 'bad-choice', input: 'onManualStep', got: 'got-47', choices: ['wait', 'fail'] },
  'bad-flag': { kind: 'bad-flag', input: 'failFast', got: 'got-47' },
  'bad-commit': { kind: 'bad-commit', got: 'got-47' },
  'poll-floor': { kind: 'poll-floor', got: 'got-47', floorMs: 850 },
  'poll-bounds-crossed': { kind: 'poll-bounds-crossed', min: '53s', max: '51s' },
  'bad-region': { kind: 'bad-region', input: 'ALIBABA_CLOUD_REGION_ID', got: 'got-47' },
  'no-region': { kind: 'no-region' },
  'bad-endpoint': { kind: 'bad-endpoint', got: 'got-47' },
  'endpoint-not-https': { kind: 'endpoint-not-https', got: 'got-47' },
  'half-credentials': {
    kind: 'half-credentials',
    given: ['accessKeyId', 'securityToken'],
    missing: ['accessKeySecret'],
  },
  'bad-credential': { kind: 'bad-credential', input: 'accessKeySecret' },
  'bad-proxy': { kind: 'bad-proxy', variable: 'HTTPS_PROXY' },
  'bad-no-proxy': { kind: 'bad-no-proxy', variable: 'NO_PROXY', got: '10.0.0.0/33' },
  'no-credentials': { kind: 'no-credentials' },
};

const COMMAND_LINE_FAULTS: EachKind<CommandLineFault> = {
  'no-command': { kind: 'no-command' },
  'unknown-command': { kind: 'unknown-command', got: 'wai', nearest: 'wait' },
  'unknown-flag': { kind: 'unknown-flag', flag: '--time-out', nearest: '--timeout' },
  'secret-flag': {
    kind: 'secret-flag',
    flag: '--access-key-secret',
    variable: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
  },
  'git-hub-only': { kind: 'git-hub-only', flag: '--check-run' },
  'no-value': { kind: 'no-value', flag: '--timeout' },
  'bad-switch': { kind: 'bad-switch', variable: 'SAE_ROLLOUT_GATE_JSON' },
  'needless-value': { kind: 'needless-value', flag: '--json' },
  'given-twice': { kind: 'given-twice', flag: '--timeout' },
  'stray-words': { kind: 'stray-words', count: 3, instead: undefined },
  'not-alone': { kind: 'not-alone', flag: '--help' },
  'same-file': { kind: 'same-file' },
  'not-of-command': { kind: 'not-of-command', flag: '--junit', command: 'doctor' },
  'one-only': { kind: 'one-only', flag: '--app-id' },
  'file-exists': { kind: 'file-exists', flag: '--record' },
  'not-writable': { kind: 'not-writable', flag: '--junit', reason: 'foreign-7' },
};

const MORE_COMMAND_LINE_FAULTS: readonly CommandLineFault[] = [
  { kind: 'unknown-command', got: 'deploy', nearest: undefined },
  { kind: 'unknown-flag', flag: '--colour', nearest: undefined },
  { kind: 'secret-flag', flag: '--token', variable: undefined },
  { kind: 'stray-words', count: 1, instead: '--change-order-id co-17' },
];

const NOT_ASKED: readonly NotAsked[] = [
  { kind: 'no-diagnosis' },
  { kind: 'no-logs' },
  { kind: 'no-name' },
  { kind: 'nothing-named', by: 'DescribeChangeOrder' },
  { kind: 'after-fault', of: 'ListChangeOrders' },
  { kind: 'cancelled' },
];

const DIFFERENCE = { path: 'Data.Pipelines[].Status', expected: 'integer', came: 'text' } as const;

const OUTCOMES: readonly Outcome[] = [
  { kind: 'works', unknownFields: 0 },
  { kind: 'works', unknownFields: 1 },
  { kind: 'otherwise', differences: [DIFFERENCE], unknownFields: 0 },
  { kind: 'otherwise', differences: [DIFFERENCE], unknownFields: 67 },
  { kind: 'refused', fault: aFault({ action: 'DescribePipeline', code: 'NoPermission', httpStatus: 403 }) },
  {
    kind: 'failed',
    fault: aFault({ action: 'DescribePipeline', code: 'InternalError', httpStatus: 500, message: '' }),
  },
  { kind: 'failed', fault: { ...FAULT, reason: 'network', message: 'foreign-7' } },
  ...Object.values(FAULT_DETAILS).map((detail): Outcome => ({
    kind: 'failed',
    fault: { action: 'ListAppEvents', reason: 'no-answer', message: '', detail },
  })),
  ...NOT_ASKED.map((why): Outcome => ({ kind: 'not-asked', why })),
];

const VALUE_KINDS = ['text', 'integer', 'fraction', 'boolean', 'list', 'object', 'null', 'nothing'] as const;

const GAPS: EachKind<GapReason> = {
  fault: { kind: 'fault', fault: FAULT },
  'ran-out': { kind: 'ran-out' },
  'not-reported': { kind: 'not-reported', what: 'batch' },
  bug: { kind: 'bug', message: 'broken-7' },
};

const MORE_GAPS: readonly GapReason[] = (['application', 'group', 'namespace'] as const).map(what => ({
  kind: 'not-reported',
  what,
}));

const PLAIN_DURATION = { input: 'timeout', got: '30', durationMs: 30_000 } as const;
const PLACE = { number: 2, of: 59 };
const NOT_WRITTEN: EachKind<NotWritten> = {
  'several-targets': { kind: 'several-targets' },
  'no-application': { kind: 'no-application' },
  'no-order': { kind: 'no-order' },
  'not-named': { kind: 'not-named' },
  'among-several': { kind: 'among-several' },
  'no-run-start': { kind: 'no-run-start' },
  'step-cancelled': { kind: 'step-cancelled' },
  'no-time': { kind: 'no-time', limitMs: 3_000 },
  unreadable: { kind: 'unreadable', fault: FAULT },
  'other-application': { kind: 'other-application', appId: 'app-37' },
  unlisted: { kind: 'unlisted' },
  'other-description': { kind: 'other-description' },
  undated: { kind: 'undated', of: 'creation' },
  'too-old': { kind: 'too-old', of: 'creation', atMs: EARLIER_MS, createdAfterMs: WHEN_MS },
  ended: { kind: 'ended', status: 6 },
  'unknown-status': { kind: 'unknown-status', status: 71 },
  'moved-on': { kind: 'moved-on', status: 9 },
  'not-supported': { kind: 'not-supported' },
  'not-last': { kind: 'not-last', lastOrderId: 'order-89' },
  refused: { kind: 'refused', fault: FAULT },
};

const SENT: SentUndo = {
  kind: 'sent',
  trigger: 'needs-rollback',
  accepted: true,
  fault: undefined,
  rollbackOrderId: undefined,
  followed: undefined,
  runsAsBefore: false,
};

const FOLLOWED = { changeOrderId: 'order-97', separate: true, rollsBack: true, status: 2 } as const;

const UNDER_WAY = [
  undefined,
  { changeOrderId: 'order-83', separate: true, status: 1 },
  { changeOrderId: 'order-17', separate: false, status: undefined },
].map(order => ({ kind: 'under-way', order, startedMs: 0, lastedMs: 42_000, timeoutMs: 600_000 }) as const);

const UNDOS: readonly Undo[] = [
  ...[
    ...Object.values(NOT_WRITTEN),
    { kind: 'undated', of: 'start' } as const,
    { ...NOT_WRITTEN['too-old'], of: 'start' } as const,
    { kind: 'not-last', lastOrderId: undefined } as const,
    { kind: 'refused', fault: aFault({ ...FAULT_PARTS, reason: 'not-documented' }) } as const,
    { kind: 'refused', fault: { ...FAULT, neverSent: true } } as const,
  ].map((why): Undo => ({ kind: 'not-written', trigger: 'needs-rollback', why })),
  { kind: 'bug', message: 'foreign-7' },
  ...UNDER_WAY,
  SENT,
  { ...SENT, accepted: false, fault: FAULT },
  { ...SENT, accepted: false },
  { ...SENT, followed: { ...FOLLOWED, verdict: 'succeeded' }, runsAsBefore: true },
  { ...SENT, followed: { ...FOLLOWED, verdict: 'failed', status: 3 } },
  { ...SENT, followed: { ...FOLLOWED, verdict: 'timed-out', status: undefined } },
  { ...SENT, followed: { ...FOLLOWED, separate: false, rollsBack: false, verdict: 'succeeded' } },
];

const ESTIMATES: readonly Estimate[] = [
  { fractionDone: 0.617, remainingMs: 97_000, usualMs: 250_000, longerThanAny: undefined },
  { fractionDone: 0.4, remainingMs: undefined, usualMs: 250_000, longerThanAny: 20 },
  { fractionDone: undefined, remainingMs: undefined, usualMs: undefined, longerThanAny: undefined },
];
const EVENT = anEvent({
  reason: 'BackOff',
  message: 'foreign-7',
  causeAnalysis: 'analysed-7',
  objectKind: 'Pod',
  objectName: 'pod-61',
  lastMs: WHEN_MS,
});

const PINPOINTS: readonly (readonly [Pinpoint])[] = KNOWN_CAUSES.flatMap(({ cause }) =>
  [undefined, 'detail-131'].flatMap(detail => [
    [{ cause, detail }] as const,
    ...(cause === 'image-pull' ? [[{ cause, detail, noSuchImage: true }] as const] : []),
  ]),
);
const PROBES: readonly ProbeKind[] = ['Readiness', 'Liveness', 'Startup'];
const RUNNING: RunningFacts = {
  ready: 137,
  of: 139,
  kinds: [{ what: 'nginx-149', age: 'new', count: 151 }],
  unready: [{ what: 'nginx-181', age: 'old', count: 191 }],
  restarts: 163,
  draining: 167,
  partly: true,
};
const FATES: readonly Exclude<Fate, 'continues'>[] = [
  'finished',
  'superseded',
  'stopped-phased',
  'nameless',
  'claimed',
  'stopped',
  'terminated',
  'stuck',
  'paused',
  'unknown',
];

/** Sample arguments for the whole catalogue. */
export const SAMPLES: SamplesOf<Words> = {
  duration: [[850], [1_500], [42_000], [250_000], [3_900_000]],
  aside: [['state-29']],
  unknownStatus: [[71]],
  subStatusName: [[undefined], [0], [1], [73]],
  log: {
    started: [['1.2.3']],
    waiting: [
      ['order-17', undefined, 'cn-hangzhou', 250_000],
      [undefined, 'app-23', 'cn-hangzhou', 250_000],
    ],
    waitingForFree: [['app-23', 'cn-hangzhou', 250_000]],
    waitingForSeveral: [[79, 'cn-hangzhou', 250_000, 83]],
    target: [
      ['order-17', undefined],
      [undefined, 'app-23'],
    ],
    following: [['order-17']],
    changesLeftOut: [[59]],
    tookPlainNumber: [[PLAIN_DURATION]],
    shortPlainNumber: [[PLAIN_DURATION]],
    firstSeen: [
      ['app-23', 'CoDeploy', '状态 89', 97],
      ['app-23', undefined, '状态 89', 0],
    ],
    order: [['状态 89']],
    subStatus: [['状态 89']],
    batch: [
      [PLACE, '状态 89', 250_000],
      [PLACE, '状态 89', undefined],
    ],
    heartbeat: [
      ['state-29', 'estimate-31', 97, 250_000],
      ['state-29', '', 97, 250_000],
    ],
    liveBeat: [
      ['state-29', 'estimate-31', 250_000],
      ['state-29', '', 250_000],
    ],
    stepHeartbeat: [
      [{ all: 113, going: 79, red: 11 }, ['app-23', 'app-37'], 250_000],
      [{ all: 113, going: 79, red: 0 }, [], 250_000],
    ],
    trouble: [['foreign-7']],
    troubleOver: [[97, 250_000]],
    request: [
      ['DescribePipeline', 'E-4711', 850, 'outcome-7'],
      ['DescribePipeline', undefined, 850, 'outcome-7'],
    ],
    notReported: [['foreign-7']],
  },
  warning: {
    release: [
      ['order-17', 'app-23'],
      ['order-17', undefined],
    ],
    approval: [
      ['order-17', 'approval-101'],
      ['order-17', undefined],
    ],
    unknownStatus: [
      ['Status', 71],
      ['SubStatus', 73],
    ],
    unmaskable: [[['accessKeySecret', 'HTTPS_PROXY']]],
    clock: [[1_380_000], [-1_380_000]],
  },
  orderName: [[LISTED], [UNDESCRIBED]],
  note: [...Object.values(NOTES), ...MORE_NOTES].map(note => [note] as const),
  estimate: ESTIMATES.map(estimate => [estimate] as const),
  batchIs: [
    [PLACE, '状态 89', 250_000],
    [PLACE, '状态 89', undefined],
  ],
  fault: FAULTS,
  faultRemedy: FAULTS,
  cause: {
    idle: [[{ kind: 'idle', orders: 113 }, FACTS]],
    'still-blocked': [
      [{ kind: 'still-blocked', order: MADE_BY, others: 0 }, FACTS],
      [{ kind: 'still-blocked', order: LISTED, others: 43 }, UNSEEN],
    ],
    'blocked-for-good': [true, false].map(
      rollbackSupported =>
        [
          { kind: 'blocked-for-good', order: MADE_BY },
          { ...FACTS, rollbackSupported, hasRollbackCommand: rollbackSupported },
        ] as const,
    ),
    'blocked-by-person': [8, 11].flatMap(status =>
      [true, false].map(
        ranOut => [{ kind: 'blocked-by-person', order: MADE_BY, status, ranOut }, FACTS] as const,
      ),
    ),
    'idle-unreadable': [undefined, 313_000].map(
      lastedMs => [{ kind: 'idle-unreadable', fault: FAULT, lastedMs }, FACTS] as const,
    ),
    'idle-cancelled': [MADE_BY, undefined].map(
      order => [{ kind: 'idle-cancelled', signal: 'SIGINT', order }, FACTS] as const,
    ),
    succeeded: [undefined, 0, 211_000].map(
      provenMs => [{ kind: 'succeeded' }, { ...FACTS, provenMs }] as const,
    ),
    superseded: [[{ kind: 'superseded', order: LISTED }, FACTS]],
    'not-settled': SHORTFALLS.map(
      shortfall => [{ kind: 'not-settled', shortfalls: [shortfall], lastedMs: 0 }, FACTS] as const,
    ),
    broken: BREAKS.flatMap(how => [
      [{ kind: 'broken', how, bakedMs: undefined }, FACTS] as const,
      [{ kind: 'broken', how, bakedMs: 211_000 }, FACTS] as const,
    ]),
    'none-wanted': [[{ kind: 'none-wanted' }, FACTS]],
    'in-place': [[{ kind: 'in-place' }, FACTS]],
    'field-untold': UNTOLD_FIELDS.map(field => [{ kind: 'field-untold', field }, FACTS] as const),
    'application-untold': [[{ kind: 'application-untold' }, FACTS]],
    'proof-unreadable': [
      [{ kind: 'proof-unreadable', fault: FAULT, lastedMs: 0 }, FACTS],
      [{ kind: 'proof-unreadable', fault: FAULT, lastedMs: 313_000 }, FACTS],
    ],
    'newer-unproven': [[{ kind: 'newer-unproven', changeOrderId: 'order-601' }, FACTS]],
    'nothing-seen': [[{ kind: 'nothing-seen' }, FACTS]],
    'ended-badly': [
      [BAD_END, FACTS],
      [BAD_END, { ...FACTS, badBatch: undefined, place: PLACE, short: 'short-107' }],
      [{ ...BAD_END, how: 'terminated' }, FACTS],
      [
        { ...BAD_END, how: 'terminated' },
        { ...FACTS, place: PLACE },
      ],
      [{ ...BAD_END, how: 'system-error' }, FACTS],
    ],
    'needs-rollback': [true, false, undefined].map(
      rollbackSupported =>
        [
          { kind: 'needs-rollback' },
          { ...FACTS, rollbackSupported, hasRollbackCommand: rollbackSupported === true },
        ] as const,
    ),
    contradicted: [[{ kind: 'contradicted', evidence: aNumberedBatch(89) }, FACTS]],
    'batch-unknown': [[{ kind: 'batch-unknown', evidence: aNumberedBatch(89) }, FACTS]],
    'batch-open': [[{ kind: 'batch-open', evidence: aNumberedBatch(89) }, FACTS]],
    'batches-differ': [67, undefined].map(
      count => [{ kind: 'batches-differ', evidence: { shown: 61, count } }, FACTS] as const,
    ),
    absent: [FACTS, UNSEEN].flatMap(facts =>
      [FAULT, aFault()].map(fault => [{ kind: 'absent', fault }, facts] as const),
    ),
    unlisted: [[{ kind: 'unlisted' }, FACTS]],
    foreign: [[{ kind: 'foreign', appId: 'app-37' }, FACTS]],
    refused: [FACTS, UNSEEN].map(facts => [{ kind: 'refused', fault: FAULT }, facts] as const),
    outage: [FACTS, UNSEEN].map(
      facts => [{ kind: 'outage', fault: FAULT, lastedMs: 42_000 }, facts] as const,
    ),
    deadline: [
      FACTS,
      UNSEEN,
      { ...FACTS, unproven: true },
      { ...FACTS, waitsFor: 'release' as const },
      { ...FACTS, waitsFor: 'approval' as const, callsScarce: true },
      { ...UNSEEN, callsScarce: true },
    ].map(facts => [{ kind: 'deadline' }, facts] as const),
    cancelled: [FACTS, UNSEEN, { ...FACTS, unproven: true }].map(
      facts => [{ kind: 'cancelled', signal: 'SIGINT' }, facts] as const,
    ),
    'not-awaited': [FACTS, UNSEEN, { ...FACTS, stopper: '#2 app-67' }].map(
      facts => [{ kind: 'not-awaited' }, facts] as const,
    ),
    'manual-step': [
      [{ kind: 'manual-step', status: 8, ranOut: true }, FACTS],
      [{ kind: 'manual-step', status: 8, ranOut: false }, FACTS],
      [
        { kind: 'manual-step', status: 11, ranOut: true },
        { ...FACTS, approvalId: 'approval-101' },
      ],
      [{ kind: 'manual-step', status: 11, ranOut: false }, FACTS],
      [{ kind: 'manual-step', status: 8, ranOut: true }, UNSEEN],
    ],
    undated: [undefined, WHEN_MS].map(claimedMs => [{ kind: 'undated', claimedMs }, FACTS] as const),
    stale: [[{ kind: 'stale', startMs: WHEN_MS }, FACTS]],
    'none-found': [
      ...BOUNDS.map(bound => [{ kind: 'none-found', newest: undefined, bound }, FACTS] as const),
      ...REFUSALS.map(
        reason =>
          [{ kind: 'none-found', newest: { order: LISTED, reason }, bound: boundOf('run') }, FACTS] as const,
      ),
    ],
    'list-unreadable': [
      [{ kind: 'list-unreadable', fault: FAULT, succeeded: true }, FACTS],
      [{ kind: 'list-unreadable', fault: FAULT, succeeded: false }, FACTS],
      [
        {
          kind: 'list-unreadable',
          fault: aFault({ reason: 'no-answer', detail: FAULT_DETAILS['list-unfinished'] }),
          succeeded: true,
        },
        FACTS,
      ],
    ],
    'name-unknown': [
      [{ kind: 'name-unknown', appName: 'shop-83', namespaceId: undefined, nearest: [] }, UNSEEN],
      [
        {
          kind: 'name-unknown',
          appName: 'shop-83',
          namespaceId: 'cn-hangzhou:test-3',
          nearest: ['shop-89', 'shop-97'],
        },
        UNSEEN,
      ],
    ],
    'name-ambiguous': [
      [
        {
          kind: 'name-ambiguous',
          appName: 'shop-83',
          count: 43,
          namespaces: ['cn-hangzhou', 'cn-hangzhou:test-3'],
        },
        UNSEEN,
      ],
      [{ kind: 'name-ambiguous', appName: 'shop-83', count: 43, namespaces: ['cn-hangzhou'] }, UNSEEN],
      [
        {
          kind: 'name-ambiguous',
          appName: 'shop-83',
          count: 43,
          namespaces: Array.from({ length: 11 }, (_, index) => `cn-hangzhou:test-${index}`),
        },
        UNSEEN,
      ],
    ],
    'name-mismatch': [
      [{ kind: 'name-mismatch', appName: 'shop-83', appId: 'app-37', askedAppId: 'app-23' }, UNSEEN],
    ],
    'names-unreadable': [[{ kind: 'names-unreadable', fault: FAULT }, UNSEEN]],
    'bad-inputs': [[{ kind: 'bad-inputs', faults: Object.values(INPUT_FAULTS) }, FACTS]],
    bug: [[{ kind: 'bug', message: 'foreign-7' }, FACTS]],
  },
  amongSeveral: [['order-17']],
  inputFault: [
    ...Object.values(INPUT_FAULTS).map(fault => [fault] as const),
    ...(['template', 'object', 'quotes'] as const).map(of => [{ ...INPUT_FAULTS.leftover, of }] as const),
    [{ kind: 'bad-arn', input: 'oidcProviderArn', got: 'got-47' }],
    [{ kind: 'empty-guard', input: 'expectImage', word: 'none' }],
    ...(['bad-list', 'empty-item'] as const).map(
      kind => [{ kind, input: 'appName', got: 'got-47' }] as const,
    ),
    [{ kind: 'proof-not-required', mode: 'off', given: ['expectVersion'] }],
  ],
  diagnosis: {
    short: PINPOINTS,
    advice: PINPOINTS,
    says: [
      ['finding-7', 1],
      ['finding-7', 109],
    ],
    probe: PROBES.map(kind => [kind, ':127/ready', 'answer-7'] as const),
    translated: [['状态 89']],
    task: [
      [aFailingTask({ error: 'foreign-7', errorIgnored: true })],
      [aFailingTask({ stage: undefined, task: undefined, state: 'awaiting-retry' })],
    ],
    event: [[EVENT], [anEvent()]],
    instances: [
      [3, 109],
      [2, 2],
    ],
    log: [
      ['pod-61', true],
      ['pod-61', false],
    ],
    restarts: [[1], [67]],
    gap: [...Object.values(GAPS), ...MORE_GAPS].map(
      why => [{ part: 'events', why }, ['sae:ListAppEvents', 'sae:DescribePipeline']] as const,
    ),
  },
  command: {
    sourceTree: [['0123abc']],
    fault: Object.values(COMMAND_LINE_FAULTS)
      .concat(MORE_COMMAND_LINE_FAULTS)
      .map(fault => [fault] as const),
    release: [
      ['order-17', 'app-23'],
      ['order-17', undefined],
    ],
    approval: [
      ['order-17', 'approval-101'],
      ['order-17', undefined],
    ],
    moreRed: [[113]],
  },
  doctor: {
    title: [['1.2.3']],
    outcome: OUTCOMES.map(outcome => [outcome] as const),
    difference: [
      ...VALUE_KINDS.map(came => [{ path: 'Data.Status', expected: 'integer', came }] as const),
      ...(['text', 'boolean', 'list', 'object', 'code'] as const).map(
        expected => [{ path: 'Data.Status', expected, came: 'null' }] as const,
      ),
    ],
    clock: [[undefined], [900], [-1_380_000], [1_380_000]],
    listOrder: [
      [{ order: 'newest-first', by: ['CreateTime', 'FinishTime'] }],
      [{ order: 'oldest-first', by: ['CreateTime'] }],
      [{ order: 'neither', by: [] }],
      [{ order: 'unknown', by: [] }],
    ],
    namespace: [
      [[]],
      [
        [
          { form: 'whole', brought: 'events' },
          { form: 'short', brought: 'fault' },
        ],
      ],
      [[{ form: 'whole', brought: 'none' }]],
    ],
    allWork: [[9], [1]],
    someDoNot: [
      [2, 9],
      [1, 1],
    ],
    cancelled: [['SIGINT']],
    recorded: [['record-17.json']],
  },
  check: {
    batch: [[PLACE]],
    pause: [[PLACE]],
    state: [['状态 89']],
    ending: [['状态 89']],
    refused: [[422, 'foreign-7']],
    notClosed: GITHUB_FAILURES.map(failure => [failure] as const),
  },
  report: {
    title: [
      ['app-23', '状态 89', 'gate'],
      [undefined, '状态 89', 'gate'],
      [undefined, '状态 89', 'idle'],
    ],
    severalTitle: [
      [{ all: 113, green: 79, red: 34, failed: 34, left: 0, going: 0 }, ['app-23', 'app-37'], 32],
      [{ all: 113, green: 79, red: 0, failed: 0, left: 0, going: 34 }, [], 0],
      [{ all: 113, green: 79, red: 29, failed: 7, left: 13, going: 5 }, ['app-23'], 0],
      [{ all: 113, green: 79, red: 34, failed: 0, left: 34, going: 0 }, ['app-23'], 0],
      [{ all: 113, green: 79, red: 34, failed: 0, left: 11, going: 0 }, ['app-23'], 0],
    ],
    succeeded: [[113]],
    further: [
      [113, true],
      [113, false],
    ],
    rollouts: [[113], [1]],
    readyOf: [[113, 127]],
    batch: [[{ number: 67, of: 71 }]],
    verdictBecause: [['结论 83', '原因 97']],
    moreRed: [[113]],
    fate: FATES.flatMap(fate => [[fate, '状态 89'] as const, [fate, ''] as const]),
    continues: [
      ['状态 89', true],
      ['状态 89', false],
    ],
    lastSeen: [
      ['状态 89', undefined],
      ['状态 89', 250_000],
    ],
    blocking: [
      ['状态 89', undefined],
      ['状态 89', 250_000],
    ],
    batchesDone: [[67, 71]],
    running: [
      [RUNNING],
      [
        {
          ...{ ...RUNNING, restarts: 0, draining: 0, partly: false },
          kinds: [...RUNNING.kinds, { what: 'nginx-173', age: undefined, count: 179 }],
        },
      ],
      [
        {
          ...{ ...RUNNING, restarts: undefined, draining: 0, partly: false },
          kinds: [],
          unready: [],
        },
      ],
      [
        {
          ...{ ...RUNNING, restarts: 0, draining: 0, partly: false },
          kinds: [
            { what: '', age: 'new', count: 197 },
            { what: '', age: 'old', count: 199 },
          ],
          unready: [{ what: '', age: undefined, count: 211 }],
        },
      ],
      [
        {
          ...{ ...RUNNING, restarts: 0, draining: 0, partly: false },
          unready: [],
        },
      ],
    ],
    supersededBy: [['order-31']],
    provenBy: [['order-31']],
    notShown: [['foreign-7', '状态 89']],
    verifying: (['verifying', 'baking'] as const).flatMap(kind => [
      [{ kind, lastedMs: 42_000, ofMs: 250_000, ready: 2, of: 3 }] as const,
      [{ kind, lastedMs: 42_000, ofMs: 250_000, ready: undefined, of: undefined }] as const,
    ]),
    evidence: [
      [3, 109],
      [0, 0],
    ],
    nothingToDo: (['verifying', 'baking'] as const).map(
      kind => [{ kind, lastedMs: 42_000, ofMs: 250_000, ready: 2, of: 3 }] as const,
    ),
    took: [[250_000]],
    waited: [[250_000]],
    usually: [
      [250_000, undefined],
      [250_000, 20],
    ],
    waitedBefore: [[250_000]],
    allBatches: [[59]],
    moreBatches: [[113]],
    footer: [
      [{ polls: 97, throttles: 3, faults: 5, version: '1.2.3' }],
      [{ polls: 97, throttles: 0, faults: 0, version: '1.2.3' }],
    ],
    leftOut: [[['chart', 'notes']]],
  },
  undo: {
    title: (['needs-rollback', 'timed-out'] as const).flatMap(verdict =>
      (
        [
          undefined,
          'asking',
          'following',
          'rolled-back',
          'rollback-failed',
          'not-rolled-back',
          'asked',
          'unknown',
        ] as const
      ).map(result => ['状态 89', verdict, result] as const),
    ),
    underWay: UNDER_WAY.map(undo => [undo, 97_000] as const),
    explain: UNDOS.map(undo => [undo] as const),
    log: {
      writes: [['order-17']],
      follows: [
        [true, 'order-83', 600_000],
        [true, undefined, 600_000],
        [false, undefined, 600_000],
      ],
    },
  },
};
