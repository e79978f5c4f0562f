import type { RunUnknown, StartUnknown } from '../../discovery/run-start.ts';
import type { GitHubFailure } from '../../github/api.ts';
import type { Fault, FaultDetail, FaultReason, TokenFileProblem } from '../../rollout/fault.ts';
import { formatTime } from '../format.ts';
import type { Sayings } from '../facts.ts';
import { sayingOf } from '../facts.ts';
import { aside, duration, runAgain } from './phrases.ts';

const BYTES_IN_MIB = 1_048_576;

const LISTED = { orders: '变更单', applications: '应用', instances: '实例' };

const DETAILS: Sayings<FaultDetail> = {
  'given-up': '请求已放弃',
  'time-limit': detail => `${duration(detail.limitMs)}内没有响应`,
  'too-large': detail => `${detail.host} 的响应超过 ${detail.limitBytes / BYTES_IN_MIB} MiB`,
  'no-data': '响应中没有 Data',
  'bad-field': detail => `缺少 ${detail.field}，或其值与 API 文档不符`,
  contradictory: detail =>
    `响应表示成功，但 ${detail.field} ${detail.code === undefined ? '既不是文本也不是数字' : `为“${detail.code}”`}`,
  'too-many': detail =>
    `${detail.field} 含有 ${detail.count} 项，超出了一次发布可能有的数量（${detail.limit}）`,
  'other-order': detail => `响应属于变更单“${detail.changeOrderId}”`,
  stranger: detail => strangerText(detail),
  'list-unfinished': '在读完整个列表之前时间已到',
  'list-bad': '返回的列表与 API 文档不符',
  'list-changed': '列表在读取期间发生了变化',
  'list-short': detail =>
    `各页总共只有 ${detail.size} 个${LISTED[detail.of]}，而 API 称${detail.total === undefined ? '还有更多' : `有 ${detail.total} 个`}`,
  'list-endless': detail => `列表在 ${detail.pages} 页之内没有结束`,
  'list-lost': detail => `列表中没有此前出现过的变更单 ${detail.changeOrderId}`,
  'list-contradicts': detail => `列表中变更单 ${detail.changeOrderId} 的信息与此前不一致`,
  'not-allowed': '该作业无权申请',
  'no-token': '响应中没有令牌',
  'token-file': detail =>
    `ALIBABA_CLOUD_OIDC_TOKEN_FILE 指定的“${detail.file}”${sayingOf(TOKEN_FILE_PROBLEMS, detail.problem)}`,
  'by-token-file': '所用的令牌来自 ALIBABA_CLOUD_OIDC_TOKEN_FILE',
  'no-credentials': '响应中没有 API 文档所述的访问凭证',
};

/** What the gate itself found of a request that failed, in half a Chinese sentence. */
export function faultDetail(detail: FaultDetail): string {
  return sayingOf(DETAILS, detail);
}

const TOKEN_FILE_PROBLEMS: Sayings<TokenFileProblem> = {
  missing: '不存在',
  'not-a-file': '不是文件，而是目录、管道或设备',
  unreadable: problem => `无法读取（${problem.code}）`,
  slow: problem => `在${duration(problem.limitMs)}内未能读取`,
  empty: '内容为空',
  'too-large': '超过了 STS 接受的令牌长度（20,000 个字符）',
  'no-token': '的内容不是单独一个令牌',
};

function strangerText({
  bodyStart,
  contentType,
  location,
}: Extract<FaultDetail, { kind: 'stranger' }>): string {
  const start = bodyStart === '' ? '空的响应正文' : `以“${bodyStart}”开头的响应正文`;
  const type = contentType ?? '没有 Content-Type';
  const to = location === undefined ? '' : `，重定向到 ${location}`;
  return `不是 API 的响应，而是${start}（${type}${to}）`;
}

/** By how much this machine's clock is off, as the API's own tells. */
export function clockIs(aheadMs: number): string {
  return `本机时钟比 API 的时钟${aheadMs > 0 ? '慢' : '快'} ${duration(Math.abs(aheadMs))}`;
}

/** What a person can do about a fault, in Chinese. */
export function faultRemedy({ reason, action, clockAheadMs, detail }: Fault): string {
  switch (reason) {
    case 'permission':
      return `请为该 AccessKey 所属的 RAM 用户或 RAM 角色授予权限“sae:${action}”，资源为“*”（系统策略 AliyunSAEReadOnlyAccess 包含该权限）。`;
    case 'credentials':
      return '请检查 accessKeyId 与 accessKeySecret 是否配对、该 AccessKey 是否存在且已启用，以及 securityToken 是否属于同一会话。';
    case 'credentials-expired':
      return '访问凭证已过期。有两种解决办法：让本 Action 自行扮演 RAM 角色（roleArn、oidcProviderArn；会自动续期会话），或者为 aliyun/configure-aliyun-credentials-action 设置更长的 role-session-expiration。';
    case 'no-id-token':
      return detail?.kind === 'token-file'
        ? '请检查 ALIBABA_CLOUD_OIDC_TOKEN_FILE 指定的文件是否已挂载、本进程是否有权读取，且其中只有令牌。在 ACK 中由 RRSA 提供该文件：请确认集群已启用 RRSA，并已注入此 Pod。'
        : '作业需要“permissions: id-token: write”（来自 fork 的拉取请求无法获得该权限）。在 GitHub Actions 之外，须由 ALIBABA_CLOUD_OIDC_TOKEN_FILE 指定保存令牌的文件。';
    case 'role-refused':
      if (detail?.kind === 'by-token-file') {
        return '请检查 ALIBABA_CLOUD_ROLE_ARN 和 ALIBABA_CLOUD_OIDC_PROVIDER_ARN，并确认角色的信任策略允许 ALIBABA_CLOUD_OIDC_TOKEN_FILE 中令牌的签发者（oidc:iss）、受众（oidc:aud）和主体（oidc:sub，例如 system:serviceaccount:NAMESPACE:NAME），且允许 roleSessionDuration 指定的会话时长。';
      }
      return action === 'AssumeRoleWithOIDC'
        ? '请检查 roleArn 和 oidcProviderArn，确认 oidcAudience 是该身份提供商的客户端 ID，并确认角色的信任策略允许此仓库和分支（oidc:sub）、该签发者（oidc:iss）和该受众（oidc:aud），且允许 roleSessionDuration 指定的会话时长。'
        : '请确认 ALIBABA_CLOUD_ECS_METADATA 中的 RAM 角色已授予此 ECS 实例。';
    case 'clock':
      return clockAheadMs === undefined
        ? '本机时钟偏差超过 15 分钟：请通过 NTP 校准时间，然后重新运行该步骤。'
        : `${clockIs(clockAheadMs)}：请通过 NTP 校准时间，然后重新运行该步骤。`;
    case 'parameter':
      return action === 'ListApplications'
        ? '请检查 appName 和 namespaceId：API 不接受它们。'
        : '请检查 changeOrderId 和 appId：API 不接受它们。';
    case 'place':
      return action === 'ListApplications'
        ? '请检查 namespaceId、regionId 和 endpoint：没有该命名空间，或者该地域不提供 SAE。'
        : '请检查 regionId 和 endpoint：该地域未提供 SAE，或者该接入点不是此地域的 SAE API。';
    case 'not-documented':
      return '至少 15 秒内请求每次都被拒绝，且错误码未在 API 文档中说明：已知信息见其错误消息。请检查输入参数和权限；阿里云技术支持可以根据 RequestId 查找该请求。';
    case 'unknown-host':
      return action === 'AssumeRoleWithOIDC'
        ? '该主机名不存在。请检查 stsEndpoint，以及代理（如有）。'
        : '该主机名不存在。请检查 regionId（是否拼写有误）和 endpoint，以及代理（如有）。';
    case 'no-such-application':
      return '请检查 appId，并确认 regionId 是该应用所在的地域。';
    case 'no-such-order':
      return '请检查 changeOrderId 和 regionId。';
    case 'certificate':
      return '服务器的证书未被信任。请检查 endpoint；如果经过使用自有 CA 的代理，请在 NODE_EXTRA_CA_CERTS 中指定该 CA。';
    case 'network':
    case 'no-answer':
      return '请检查此运行器能否访问接入点（regionId、endpoint、代理、防火墙）。';
    case 'not-the-api':
    case 'malformed':
    case 'too-large':
      return '请检查 endpoint 是否为 SAE API，以及是否有代理代替它作答。';
    case 'contradictory':
      return '请在 SAE 控制台查看该应用实际运行的内容。如果响应持续自相矛盾，请将 RequestId 反馈给阿里云。';
    case 'throttled':
      return '该账号的 API 调用已超出流控限制：请减少其他地方的调用，或申请提高限额。';
    case 'server':
    case 'nonce-used':
      return 'SAE 的 API 出现故障：请等待其恢复，期间可在控制台查看。';
  }
}

/** Of these the remedy says when to run the step again, or running it again alone mends nothing. */
const NO_SECOND_STEP: readonly FaultReason[] = ['clock', 'contradictory', 'not-documented'];

/** The same as steps, for a wait that it ended: what to mend, then how to look once more. */
export function faultSteps(fault: Fault, changeOrderId: string): string {
  const remedy = faultRemedy(fault);
  return NO_SECOND_STEP.includes(fault.reason) ? remedy : `${remedy}\n然后${runAgain(changeOrderId)}。`;
}

const SHORT: Readonly<Record<FaultReason, string>> = {
  permission: '没有权限',
  credentials: '访问凭证无效',
  'credentials-expired': '访问凭证已过期',
  'no-id-token': '没有 ID 令牌',
  'role-refused': '无法扮演 RAM 角色',
  clock: '本机时钟不准',
  parameter: 'API 不接受所给的 ID',
  place: '地域或接入点有误',
  'not-documented': '请求被拒绝',
  'unknown-host': '主机名不存在',
  'no-such-application': '应用不存在',
  'no-such-order': '变更单不存在',
  certificate: '证书未被信任',
  network: 'API 无法访问',
  'no-answer': 'API 没有响应',
  'not-the-api': '响应并非来自 SAE',
  malformed: '响应与文档不符',
  'too-large': '响应过大',
  contradictory: '响应自相矛盾',
  throttled: 'API 调用被限流',
  server: 'API 不可用',
  'nonce-used': 'API 不可用',
};

/** The same in half a clause, for a title. */
export function faultShort({ reason, action }: Pick<Fault, 'reason' | 'action'>): string {
  return reason === 'permission' ? `${SHORT[reason]}（sae:${action}）` : SHORT[reason];
}

/**
 * A failed request in Chinese:
 * `DescribeChangeOrder 返回 NoPermission（HTTP 403，RequestId …）：You are not authorized.`
 */
export function faultText(fault: Fault): string {
  const { action, reason, code, httpStatus, requestId, message, detail } = fault;
  const inBrackets = aside(
    httpStatus !== undefined && `HTTP ${httpStatus}`,
    requestId !== undefined && `RequestId ${requestId}`,
  );
  const own = detail === undefined ? '' : faultDetail(detail);
  const said = [message, own]
    .filter(text => text !== '')
    .map(text => `：${text}`)
    .join('');
  switch (reason) {
    case 'network':
    case 'unknown-host':
    case 'certificate':
      return `${action} 请求失败${said}`;
    case 'no-answer':
      return `${action} 没有收到响应${said}`;
    case 'no-id-token':
      return `${action} 无法获取${inBrackets}${said}`;
    case 'contradictory':
      return `${action} 收到的响应自相矛盾${inBrackets}${said}`;
    case 'malformed':
    case 'not-the-api':
    case 'too-large':
      return `${action} 收到的响应无法使用${inBrackets}${said}`;
    default:
      return `${action} 返回${code === undefined ? '失败' : ` ${code}`}${inBrackets}${said}`;
  }
}

const GITHUB_FAILURES: Sayings<GitHubFailure> = {
  'time-limit': failure => `${duration(failure.limitMs)}内没有响应`,
  'no-run-start': '响应中没有本次运行的开始时间',
  said: failure =>
    failure.httpStatus === undefined ? failure.message : `HTTP ${failure.httpStatus}：${failure.message}`,
};

/** Why GitHub brought no answer, in half a Chinese sentence. */
export function gitHubFailure(failure: GitHubFailure): string {
  return sayingOf(GITHUB_FAILURES, failure);
}

const RUN_UNKNOWNS: Sayings<RunUnknown> = {
  'not-asked': '没有令牌，或者不在工作流运行中',
  impossible: unknown => `GitHub 返回的时间为 ${cannotBe(unknown.startedMs)}`,
  refused: unknown => `GitHub 返回 HTTP ${unknown.httpStatus}`,
  failed: unknown => gitHubFailure(unknown.failure),
};

/** Why GitHub does not tell when this run began. */
export function runUnknownText(unknown: RunUnknown): string {
  return sayingOf(RUN_UNKNOWNS, unknown);
}

/** Why neither GitHub nor the event file tells when this run began. */
export function startUnknownText({ run, eventFileMs }: StartUnknown): string {
  const file = eventFileMs === undefined ? '没有事件文件' : `事件文件的修改时间为 ${cannotBe(eventFileMs)}`;
  return `${runUnknownText(run)}；${file}`;
}

/** A time of which no run can be that still goes on. */
function cannotBe(startedMs: number): string {
  return `${formatTime(startedMs)}，不可能是真实的开始时间：一次运行最长 35 天，也不会在将来开始`;
}
