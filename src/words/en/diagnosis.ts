import type { Instance, WarningEvent } from '../../rollout/application.ts';
import type { Gap, GapReason } from '../../diagnosis/diagnosis.ts';
import type { FailingTask, TaskState } from '../../diagnosis/findings.ts';
import { joined } from '../../text/parts.ts';
import type { BatchPlace, Sayings } from '../facts.ts';
import { formatTime } from '../format.ts';
import { sayingOf } from '../facts.ts';
import { faultText } from './faults.ts';
import { aside, batchName, capitalized, count, sentence } from './phrases.ts';

const TASK_STATES: Readonly<Record<TaskState, string>> = {
  failed: 'failed',
  'system-error': 'failed by a system exception',
  'awaiting-retry': 'failed and waits to be tried again',
  'in-progress': 'is still under way',
  terminated: 'was terminated',
};

const ERROR_IGNORED = 'ignored by SAE';

/** What is said of why a rollout failed, in English. */
export const diagnosis = {
  title: 'Diagnosis',
  batch: (batch: BatchPlace) => capitalized(batchName(batch)),
  nothing:
    'The API tells of no failing task, no unhealthy instance, and no warning event since the rollout began.',

  task: taskText,
  instance: instanceText,
  event: eventText,

  tasks: 'Tasks',
  instances: (shown: number, unhealthy: number) =>
    shown < unhealthy ? `Unhealthy instances (${shown} of ${unhealthy})` : 'Unhealthy instances',
  events: 'Warning events since the rollout began',
  log: (instanceId: string, previous: boolean) =>
    `Last lines of the log of ${instanceId}${previous ? ', of its container before the last restart' : ''}`,
  gaps: 'Not known',

  column: {
    stage: 'Stage',
    task: 'Task',
    state: 'State',
    error: 'What it says',
  },
  restarts: (restarts: number) => count(restarts, 'restart'),
  taskState: TASK_STATES,
  errorIgnored: ERROR_IGNORED,
  emptyLog: 'The log is empty.',

  adviceLabel: 'What to look at',
  advice: {
    'image-pull':
      'The image could not be pulled: check that its address and tag exist, that the registry can be reached from the VPC of the application, and that SAE may pull from it (for a private registry, its credentials).',
    'out-of-memory':
      'The instance ran out of memory: check what its log and its memory curve show, then give it more memory, or lower the heap (for Java, -XX:MaxRAMPercentage).',
    balance: 'The account has no balance left or is in arrears: look at its bills and top it up.',
    quota:
      'A quota is used up: look at the quotas of SAE and ECI in the Quota Center of this region, and have the one that is named raised, or free some of it.',
    permission:
      'Something was refused for lack of permission: check the RAM policy of the role that is named, that SAE has its service-linked role, and that the files of the image may be read and run by its user.',
    'no-resources':
      'There is no room for the instance: check that the vSwitch has free IP addresses, add one in another zone, or ask for less CPU and memory.',
    port: 'Nothing answers on the port that is probed: check that the application listens on 0.0.0.0, on the very port of its probe or load balancer, and that nothing else takes that port.',
    'crash-loop':
      'The container ends soon after it starts: look at the log of the container before the last restart, at its exit code, its start command and its environment variables.',
    'liveness-probe':
      'The liveness probe fails, so SAE restarts the instance: check its path, port and time-out, and that its initial delay is longer than the application takes to start.',
    'readiness-probe':
      'The readiness probe fails, so the instance never gets traffic: check its path, port and time-out, and that the application gets ready within its initial delay and retries.',
  },
  part: {
    tasks: 'the tasks of the batch',
    instances: 'the unhealthy instances',
    events: 'the warning events',
    log: 'the log of an instance',
  },
  gap: gapText,

  rollbackLabel: 'To abort the order and roll it back, run',
};

function taskText({ stage, task, state, error, errorIgnored }: FailingTask): string {
  const inStage = aside(stage !== undefined && `stage "${stage}"`);
  const ignored = aside(errorIgnored && ERROR_IGNORED);
  const said = error === undefined ? '' : `: ${error}`;
  return `Task "${task ?? '–'}"${inStage} ${TASK_STATES[state]}${ignored}${said}`;
}

function instanceText(instance: Instance): string {
  const { instanceId, containerStatus, healthStatus, restarts, unhealthyMessage } = instance;
  const states = aside(
    containerStatus !== undefined && `container ${containerStatus}`,
    healthStatus !== undefined && `health ${healthStatus}`,
    restarts !== undefined && diagnosis.restarts(restarts),
  );
  const said = unhealthyMessage === undefined ? '' : `: ${unhealthyMessage}`;
  return `Instance ${instanceId} is unhealthy${states}${said}`;
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
  return `${said} Asking needs the RAM ${actions} ${ramActions.join(' and ')} on "*".`;
}

const GAP_REASONS: Sayings<GapReason> = {
  fault: why => sentence(faultText(why.fault)),
  'ran-out': 'there was no time left to ask to the end.',
  'not-told': why => `the API does not tell the ${NOT_TOLD[why.what]}.`,
  bug: why => `the gate itself failed (${why.message}).`,
};

const NOT_TOLD: Readonly<Record<Extract<GapReason, { kind: 'not-told' }>['what'], string>> = {
  batch: 'id of the batch',
  application: 'id of the application',
  group: 'groups of the application',
  namespace: 'namespace of the application',
};
