import type { WarningEvent } from '../../rollout/application.ts';
import type { Gap, GapReason } from '../../diagnosis/diagnosis.ts';
import type { KnownCause, ProbeKind } from '../../diagnosis/known-causes.ts';
import type { FailingTask, TaskState } from '../../diagnosis/findings.ts';
import { joined } from '../../text/parts.ts';
import { formatTime, shortImage } from '../format.ts';
import type { Words } from '../words.ts';
import type { Sayings } from '../facts.ts';
import { sayingOf } from '../facts.ts';
import { faultText } from './faults.ts';
import { BATCH, aside, sentence } from './phrases.ts';

const TASK_STATES: Readonly<Record<TaskState, string>> = {
  failed: '执行失败',
  'system-error': '因系统异常执行失败',
  'awaiting-retry': '执行失败，等待重试',
  'in-progress': '仍在执行',
  terminated: '已终止',
};

const ERROR_IGNORED = '已被 SAE 忽略';

/** Why a rollout failed, in Chinese. */
export const diagnosis: Words['diagnosis'] = {
  title: '诊断',
  nothing: '自发布开始以来，API 没有返回失败的任务、异常实例或 Warning 事件。',

  task: taskText,
  event: eventText,

  tasks: '任务',
  instances: (shown, unhealthy) =>
    shown < unhealthy ? `异常实例（共 ${unhealthy} 个，显示 ${shown} 个）` : '异常实例',
  events: '发布开始以来的 Warning 事件',
  log: (instanceId, previous) => `实例 ${instanceId} 的日志末尾${previous ? '（上次重启前的容器）' : ''}`,
  gaps: '未能读取',

  column: {
    task: '任务',
    state: '状态',
    error: '错误信息',
  },
  restarts: count => `重启 ${count} 次`,
  taskState: TASK_STATES,
  errorIgnored: ERROR_IGNORED,
  emptyLog: '日志为空。',

  short: ({ cause, detail }) =>
    detail === undefined ? SHORT[cause] : (EXACT[cause]?.(detail) ?? SHORT[cause]),
  advice: ({ cause, detail, noSuchImage }) =>
    noSuchImage === true
      ? tagAdvice(detail)
      : detail === undefined
        ? ADVICE[cause]
        : (EXACT_ADVICE[cause]?.(detail) ?? ADVICE[cause]),
  part: {
    tasks: `该${BATCH}的任务`,
    instances: '实例',
    events: 'Warning 事件',
    log: '实例的日志',
  },
  gap: gapText,
  says: (finding, instances) => `${finding}（${instances} 个实例）`,
  probe: (kind, target, answer) => `${PROBES[kind]} GET ${target} → ${answer}`,
  translated: text => KNOWN_TEXTS.reduce((result, [theirs, ours]) => result.replaceAll(theirs, ours), text),
};

function tagAdvice(image: string | undefined): string {
  return `请更正标签，或推送 ${image ?? '该镜像'}：镜像仓库返回没有该镜像（manifest unknown）。`;
}

const KNOWN_TEXTS = [
  ['Check readiness', '就绪检查'],
  ['Start instances', '启动实例'],
  ['Create instances', '创建实例'],
] as const;

const PROBES: Readonly<Record<ProbeKind, string>> = {
  Readiness: '就绪检查',
  Liveness: '存活检查',
  Startup: '启动检查',
};

const SHORT: Readonly<Record<KnownCause, string>> = {
  'image-pull': '镜像拉取失败',
  'out-of-memory': '内存不足',
  balance: '账号余额不足',
  quota: '配额已用尽',
  permission: '没有权限',
  'no-resources': '资源不足，无法创建实例',
  port: '所探测的端口没有响应',
  'crash-loop': '容器反复退出',
  'liveness-probe': '存活检查失败',
  'readiness-probe': '就绪检查失败',
};

const EXACT: Partial<Readonly<Record<KnownCause, (detail: string) => string>>> = {
  'image-pull': image => `镜像 ${shortImage(image)} 拉取失败`,
  permission: who => `${who} 没有权限`,
  'no-resources': vSwitch => `${vSwitch} 没有可用 IP 地址`,
  port: port => `端口 ${port} 拒绝连接`,
  'crash-loop': code => `容器退出，退出码为 ${code}`,
  'liveness-probe': target => `存活检查 ${target} 失败`,
  'readiness-probe': target => `就绪检查 ${target} 失败`,
};

const ADVICE: Readonly<Record<KnownCause, string>> = {
  'image-pull':
    '请检查镜像地址和标签是否存在、应用所在的 VPC 能否访问镜像仓库，以及 SAE 是否有权拉取（私有镜像仓库需提供访问凭证）。',
  'out-of-memory':
    '请调大实例的内存规格，或调小堆内存（Java 可使用 -XX:MaxRAMPercentage）：所需内存见其日志和内存曲线。',
  balance: '请为该账号充值：余额和欠费情况，可在费用与成本中心的账单中查看。',
  quota: '请在配额中心申请提高该地域的 SAE 或 ECI 配额，或释放部分用量。',
  permission:
    '请授予错误信息所指出的权限，并检查 SAE 是否具有服务关联角色，以及镜像的运行用户能否读取和执行其中的文件。',
  'no-resources': '请释放交换机（vSwitch）中的 IP 地址、添加其他可用区的交换机，或调低 CPU 和内存规格。',
  port: '请监听 0.0.0.0，端口与健康检查或负载均衡一致，并确认该端口没有被其他程序占用。',
  'crash-loop': '请查看容器上次重启前的日志，并检查其启动命令和环境变量是否正确。',
  'liveness-probe':
    '请检查存活检查的路径、端口和超时时间，并确认其延迟时间长于应用启动所需的时间，否则 SAE 会重启实例。',
  'readiness-probe': '请检查就绪检查的路径、端口和超时时间，并确认应用能在其延迟时间和重试次数内就绪。',
};

const EXACT_ADVICE: Partial<Readonly<Record<KnownCause, (detail: string) => string>>> = {
  'image-pull': image =>
    `请推送 ${image}，或更正标签；如果镜像存在，请检查 SAE 能否拉取（VPC 网络、私有镜像仓库的访问凭证）。`,
  permission: who => `请为 ${who} 授予错误信息所指出的权限。`,
  'no-resources': vSwitch =>
    `请释放交换机（vSwitch）${vSwitch} 中的 IP 地址、添加其他可用区的交换机，或调低 CPU 和内存规格。`,
  port: port => `请监听 0.0.0.0:${port}，或更正健康检查的端口。`,
  'liveness-probe': target =>
    `请使 GET ${target} 在超时时间内成功，或更正存活检查；其延迟时间须长于应用启动所需的时间。`,
  'readiness-probe': target => `请使 GET ${target} 在延迟时间和重试次数内成功，或更正就绪检查。`,
};

function taskText({ stage, task, state, error, errorIgnored }: FailingTask): string {
  const inStage = aside(stage !== undefined && `阶段“${stage}”`);
  const ignored = aside(errorIgnored && ERROR_IGNORED);
  const said = error === undefined ? '' : `：${error}`;
  return `任务“${task ?? '–'}”${inStage}${TASK_STATES[state]}${ignored}${said}`;
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
  'not-reported': why => `API 没有返回${UNREPORTED[why.what]}。`,
  bug: why => `发布门禁自身出错（${why.message}）。`,
};

const UNREPORTED: Readonly<Record<Extract<GapReason, { kind: 'not-reported' }>['what'], string>> = {
  batch: `该${BATCH}的 ID`,
  application: '应用的 ID',
  group: '应用的实例分组',
  namespace: '应用的命名空间',
};
