import type { Instance, WarningEvent } from '../../rollout/application.ts';
import type { Gap, GapReason } from '../../diagnosis/diagnosis.ts';
import type { FailingTask, TaskState } from '../../diagnosis/findings.ts';
import { joined } from '../../text/parts.ts';
import { formatTime } from '../format.ts';
import type { Words } from '../words.ts';
import type { Sayings } from '../facts.ts';
import { sayingOf } from '../facts.ts';
import { faultText } from './faults.ts';
import { BATCH, aside, batchName, sentence } from './phrases.ts';

const TASK_STATES: Readonly<Record<TaskState, string>> = {
  failed: '执行失败',
  'system-error': '因系统异常执行失败',
  'awaiting-retry': '执行失败，等待重试',
  'in-progress': '仍在执行',
  terminated: '已终止',
};

const ERROR_IGNORED = '已被 SAE 忽略';

/** What is said of why a rollout failed, in Chinese. */
export const diagnosis: Words['diagnosis'] = {
  title: '诊断',
  batch: batchName,
  nothing: '自发布开始以来，API 没有返回失败的任务、不健康的实例或告警事件。',

  task: taskText,
  instance: instanceText,
  event: eventText,

  tasks: '任务',
  instances: (shown, unhealthy) =>
    shown < unhealthy ? `不健康的实例（共 ${unhealthy} 个，显示 ${shown} 个）` : '不健康的实例',
  events: '发布开始以来的告警事件',
  log: (instanceId, previous) => `实例 ${instanceId} 的日志末尾${previous ? '（上次重启前的容器）' : ''}`,
  gaps: '未能获知',

  column: {
    stage: '阶段',
    task: '任务',
    state: '状态',
    error: '错误信息',
  },
  restarts: count => `重启 ${count} 次`,
  taskState: TASK_STATES,
  errorIgnored: ERROR_IGNORED,
  emptyLog: '日志为空。',

  adviceLabel: '排查建议',
  advice: {
    'image-pull':
      '无法拉取镜像：请检查镜像地址和标签是否存在、应用所在的 VPC 能否访问镜像仓库，以及 SAE 是否有权拉取（私有镜像仓库需提供访问凭证）。',
    'out-of-memory':
      '实例内存不足：请查看其日志和内存曲线，然后调大内存规格，或调小堆内存（Java 可使用 -XX:MaxRAMPercentage）。',
    balance: '账号余额不足或已欠费：请在费用与成本中心查看账单，并为该账号充值。',
    quota: '配额已用尽：请在配额中心查看该地域的 SAE 和 ECI 配额，申请提高所提示的配额，或释放部分用量。',
    permission:
      '因缺少权限被拒绝：请检查所提示角色的 RAM 权限策略、SAE 是否具有服务关联角色，以及镜像中的文件能否被其运行用户读取和执行。',
    'no-resources':
      '没有可容纳该实例的资源：请检查交换机（vSwitch）是否有可用 IP 地址，添加其他可用区的交换机，或调低 CPU 和内存规格。',
    port: '所探测的端口没有响应：请确认应用监听 0.0.0.0，且监听的正是健康检查或负载均衡所用的端口，并且该端口没有被其他程序占用。',
    'crash-loop': '容器启动后很快退出：请查看上次重启前的容器日志、退出码、启动命令和环境变量。',
    'liveness-probe':
      '存活检查（Liveness）失败，SAE 因此重启实例：请检查其路径、端口和超时时间，并确认其延迟时间长于应用启动所需的时间。',
    'readiness-probe':
      '就绪检查（Readiness）失败，实例因此始终接收不到流量：请检查其路径、端口和超时时间，并确认应用能在其延迟时间和重试次数内就绪。',
  },
  part: {
    tasks: `该${BATCH}的任务`,
    instances: '不健康的实例',
    events: '告警事件',
    log: '实例的日志',
  },
  gap: gapText,

  rollbackLabel: '如需终止该变更单并回滚，请运行',
};

function taskText({ stage, task, state, error, errorIgnored }: FailingTask): string {
  const inStage = aside(stage !== undefined && `阶段“${stage}”`);
  const ignored = aside(errorIgnored && ERROR_IGNORED);
  const said = error === undefined ? '' : `：${error}`;
  return `任务“${task ?? '–'}”${inStage}${TASK_STATES[state]}${ignored}${said}`;
}

function instanceText(instance: Instance): string {
  const { instanceId, containerStatus, healthStatus, restarts, unhealthyMessage } = instance;
  const states = aside(
    containerStatus !== undefined && `容器状态 ${containerStatus}`,
    healthStatus !== undefined && `健康状态 ${healthStatus}`,
    restarts !== undefined && diagnosis.restarts(restarts),
  );
  const said = unhealthyMessage === undefined ? '' : `：${unhealthyMessage}`;
  return `实例 ${instanceId} 不健康${states}${said}`;
}

function eventText(event: WarningEvent): string {
  const { reason, message, causeAnalysis, objectKind, objectName, firstMs, lastMs } = event;
  const object = joined(' ', objectKind, objectName);
  const at = lastMs ?? firstMs;
  const head = `事件 ${reason ?? '–'}${aside(object, at !== undefined && formatTime(at))}`;
  const said = message === undefined ? head : `${head}：${message}`;
  return causeAnalysis === undefined ? said : `${said}——SAE 的分析：${causeAnalysis}`;
}

function gapText({ part, why }: Gap, ramActions: readonly string[]): string {
  const said = `${diagnosis.part[part]}：${sayingOf(GAP_REASONS, why)}`;
  return why.kind === 'fault' ? `${said}查询需要 RAM 权限 ${ramActions.join(' 和 ')}（资源为“*”）。` : said;
}

const GAP_REASONS: Sayings<GapReason> = {
  fault: why => sentence(faultText(why.fault)),
  'ran-out': '没有足够的时间完成查询。',
  'not-told': why => `API 没有返回${NOT_TOLD[why.what]}。`,
  bug: why => `门禁自身出错（${why.message}）。`,
};

const NOT_TOLD: Readonly<Record<Extract<GapReason, { kind: 'not-told' }>['what'], string>> = {
  batch: `该${BATCH}的 ID`,
  application: '应用的 ID',
  group: '应用的实例分组',
  namespace: '应用的命名空间',
};
