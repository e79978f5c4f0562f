import type { WarningEvent } from '../../rollout/application.ts';
import type { Gap, GapReason } from '../../diagnosis/diagnosis.ts';
import type { KnownCause, Pinpoint, ProbeKind } from '../../diagnosis/known-causes.ts';
import type { FailingTask, TaskState } from '../../diagnosis/findings.ts';
import { joined } from '../../text/parts.ts';
import type { Sayings } from '../facts.ts';
import { formatTime, shortImage } from '../format.ts';
import { sayingOf } from '../facts.ts';
import { faultText } from './faults.ts';
import { aside, capitalized, count, sentence } from './phrases.ts';

const TASK_STATES: Readonly<Record<TaskState, string>> = {
  failed: 'failed',
  'system-error': 'failed by a system exception',
  'awaiting-retry': 'failed and waits for a retry',
  'in-progress': 'is still in progress',
  terminated: 'was terminated',
};

const ERROR_IGNORED = 'ignored by SAE';

/** Why a rollout failed, in English. */
export const diagnosis = {
  title: 'Diagnosis',
  nothing:
    'The API reports no failing task, no unhealthy instance, and no warning event since the rollout began.',

  task: taskText,
  event: eventText,

  tasks: 'Tasks',
  instances: (shown: number, all: number) =>
    shown < all ? `Instances that are not ready (${shown} of ${all})` : 'Instances that are not ready',
  events: 'Warning events since the rollout began',
  log: (instanceId: string, previous: boolean) =>
    `Last lines of the log of ${instanceId}${previous ? ', of its container before the last restart' : ''}`,
  gaps: 'Could not be read',

  column: {
    task: 'Task',
    state: 'State',
    error: 'Message',
  },
  restarts: (restarts: number) => count(restarts, 'restart'),
  taskState: TASK_STATES,
  errorIgnored: ERROR_IGNORED,
  emptyLog: 'The log is empty.',

  short: ({ cause, detail }: Pinpoint) =>
    detail === undefined ? SHORT[cause] : (EXACT[cause]?.(detail) ?? SHORT[cause]),
  advice: ({ cause, detail, noSuchImage }: Pinpoint) =>
    noSuchImage === true
      ? tagAdvice(detail)
      : detail === undefined
        ? ADVICE[cause]
        : (EXACT_ADVICE[cause]?.(detail) ?? ADVICE[cause]),
  part: {
    tasks: 'the tasks of the batch',
    instances: 'the instances',
    events: 'the warning events',
    log: 'the log of an instance',
  },
  gap: gapText,
  /** `instances`: how many instances have the finding. */
  says: (finding: string, instances: number) => `${finding}${aside(count(instances, 'instance'))}`,
  probe: (kind: ProbeKind, target: string, answer: string) => `${PROBES[kind]} GET ${target} → ${answer}`,
  /** SAE's own texts in this language, as far as they are known. */
  translated: (text: string) =>
    KNOWN_TEXTS.reduce((result, [theirs, ours]) => result.replaceAll(theirs, ours), text),
};

function tagAdvice(image: string | undefined): string {
  return `Correct the tag, or push ${image ?? 'the image'}: the registry answers that there is no such image (manifest unknown).`;
}

const KNOWN_TEXTS = [
  ['应用启动时 READINESS 检查失败', 'readiness check failed while the application started'],
] as const;

const PROBES: Readonly<Record<ProbeKind, string>> = {
  Readiness: 'Readiness',
  Liveness: 'Liveness',
  Startup: 'Startup',
};

const SHORT: Readonly<Record<KnownCause, string>> = {
  'image-pull': 'the image cannot be pulled',
  'out-of-memory': 'out of memory',
  balance: 'the account has no balance left',
  quota: 'a quota is used up',
  permission: 'access denied',
  'no-resources': 'no resources for the instances',
  port: 'the probed port does not answer',
  'crash-loop': 'the container keeps exiting',
  'liveness-probe': 'the liveness check fails',
  'readiness-probe': 'the readiness check fails',
};

const EXACT: Partial<Readonly<Record<KnownCause, (detail: string) => string>>> = {
  'image-pull': image => `image ${shortImage(image)} cannot be pulled`,
  permission: who => `access denied for ${who}`,
  'no-resources': vSwitch => `no free IP address in ${vSwitch}`,
  port: port => `port ${port} refuses connections`,
  'crash-loop': code => `the container exits with code ${code}`,
  'liveness-probe': target => `the liveness check ${target} fails`,
  'readiness-probe': target => `the readiness check ${target} fails`,
};

const ADVICE: Readonly<Record<KnownCause, string>> = {
  'image-pull':
    'Check that the image and its tag exist, that the VPC of the application reaches the registry, and that SAE may pull from it (a private registry needs credentials).',
  'out-of-memory':
    'Give the instances more memory, or lower the heap (for Java, -XX:MaxRAMPercentage): their log and memory curve show how much they need.',
  balance: 'Top up the account: check its bills for what is in arrears.',
  quota: 'Have the quota of SAE or ECI raised in the Quota Center of this region, or free some of it.',
  permission:
    'Grant the permission that the message names, check that SAE has its service-linked role, and that the user of the image may read and run its files.',
  'no-resources':
    'Free IP addresses in the vSwitch, add a vSwitch in another zone, or request less CPU and memory.',
  port: 'Listen on 0.0.0.0, on the port of the health check or load balancer, and check that nothing else takes that port.',
  'crash-loop':
    'Check the log of the container before its last restart, its start command and its environment variables.',
  'liveness-probe':
    'Check path, port and timeout of the liveness check, and that its initial delay is longer than the start takes: SAE restarts the instance otherwise.',
  'readiness-probe':
    'Check path, port and timeout of the readiness check, and that the application is ready within its initial delay and retries.',
};

const EXACT_ADVICE: Partial<Readonly<Record<KnownCause, (detail: string) => string>>> = {
  'image-pull': image =>
    `Push ${image}, or correct the tag; if it exists, check that SAE may pull it (network of the VPC, credentials of a private registry).`,
  permission: who => `Grant ${who} the permission that the message names.`,
  'no-resources': vSwitch => `Free IP addresses in ${vSwitch}, or add a vSwitch in another zone.`,
  port: port => `Listen on 0.0.0.0:${port}, or correct the port of the health check.`,
  'liveness-probe': target =>
    `Make GET ${target} succeed within its timeout, or correct the liveness check; its initial delay must be longer than the start takes.`,
  'readiness-probe': target =>
    `Make GET ${target} succeed within the initial delay and retries, or correct the readiness check.`,
};

function taskText({ stage, task, state, error, errorIgnored }: FailingTask): string {
  const inStage = aside(stage !== undefined && `stage "${stage}"`);
  const ignored = aside(errorIgnored && ERROR_IGNORED);
  const said = error === undefined ? '' : `: ${error}`;
  return `Task "${task ?? '–'}"${inStage} ${TASK_STATES[state]}${ignored}${said}`;
}

function eventText(event: WarningEvent): string {
  const { reason, message, causeAnalysis, objectKind, objectName, firstMs, lastMs } = event;
  const object = joined(' ', objectKind, objectName);
  const at = lastMs ?? firstMs;
  const head = `Event ${reason ?? '–'}${object === '' ? '' : ` of ${object}`}${at === undefined ? '' : ` at ${formatTime(at)}`}`;
  const said = message === undefined ? head : `${head}: ${message}`;
  return causeAnalysis === undefined ? said : `${said} – SAE's analysis: ${causeAnalysis}`;
}

function gapText({ part, why }: Gap, ramActions: readonly string[]): string {
  const said = `${capitalized(diagnosis.part[part])}: ${sayingOf(GAP_REASONS, why)}`;
  if (why.kind !== 'fault') return said;
  const actions = ramActions.length === 1 ? 'action' : 'actions';
  return `${said} This needs the RAM ${actions} ${ramActions.join(' and ')} on "*".`;
}

const GAP_REASONS: Sayings<GapReason> = {
  fault: why => sentence(faultText(why.fault)),
  'ran-out': 'there was no time left to read them.',
  'not-reported': why => `the API does not report the ${UNREPORTED[why.what]}.`,
  bug: why => `the gate itself failed (${why.message}).`,
};

const UNREPORTED: Readonly<Record<Extract<GapReason, { kind: 'not-reported' }>['what'], string>> = {
  batch: 'id of the batch',
  application: 'id of the application',
  group: 'groups of the application',
  namespace: 'namespace of the application',
};
