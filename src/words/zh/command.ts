import type { CommandLineFault } from '../../inputs/flags.ts';
import type { Words } from '../words.ts';
import type { Sayings } from '../facts.ts';
import { sayingOf } from '../facts.ts';
import { BATCH, releaseNeeded } from './phrases.ts';

/** What only the command says, in Chinese. */
export const command: Words['command'] = {
  summary: '等待阿里云 Serverless 应用引擎（SAE）上的一次发布。只有能够证明发布成功时，退出状态才为 0。',
  usage: '用法',
  idleHelp: 'idle：部署前等待，直到该应用没有未结束的变更单；参见 docs/idle.md。',
  flags: '参数',
  ownFlags: '输出内容与输出位置',
  environment: '环境变量',
  environmentLine: {
    secrets: '机密信息只从环境变量读取：ALIBABA_CLOUD_ACCESS_KEY_SECRET、ALIBABA_CLOUD_SECURITY_TOKEN。',
    access: '未指定相应参数时，使用 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_REGION_ID。',
    role: '没有 AccessKey 时：使用 RRSA 设置的 ALIBABA_CLOUD_ROLE_ARN、ALIBABA_CLOUD_OIDC_PROVIDER_ARN 和 ALIBABA_CLOUD_OIDC_TOKEN_FILE。',
    variables:
      '每个参数都有对应的环境变量：--timeout 对应 SAE_ROLLOUT_GATE_TIMEOUT。参数优先。--help 和 --version 没有：它们不查看任何发布就会成功退出。',
    pipeline: 'GitLab 设置的 CI_PIPELINE_CREATED_AT 可代替 --created-after。重新运行作业时，该时间不变。',
    colors: 'NO_COLOR 关闭颜色，FORCE_COLOR 打开颜色。',
  },
  sourceTree: hash => `源码树 ${hash}`,
  exitStatuses: '退出状态',
  usual: '默认',
  flag: {
    changeOrderId: '要等待的变更单；多个以英文逗号分隔，或重复该参数。auto：按 --app-id 查找。',
    appId: '变更单必须所属的应用；使用 auto 时，为要查找其变更单的应用。',
    appName: '以名称代替 ID 指定应用；可指定多个，与 --app-id 相同。',
    namespaceId: '使用 --app-name 时：在该命名空间中查找名称。',
    coType: '使用 auto 时：只考虑这些类型的变更单；* 表示任意类型。',
    descriptionContains: '使用 auto 时：只考虑描述中包含此文本的变更单。',
    createdAfter:
      '使用 auto 时：只考虑此后创建的变更单，例如 2026-11-22T05:30:00Z；或从现在往前推的时长，例如 10m。',
    discoveryTimeout: '使用 auto 时：变更单尚未出现时最多查找多久。',
    timeout: '整个等待的期限：90s、30m、1h30m，或以秒为单位的纯数字。',
    regionId: '应用所在地域，例如 cn-hangzhou。',
    endpoint: 'API 的主机或 URL，例如 sae-vpc.cn-hangzhou.aliyuncs.com。',
    accessKeyId: 'AccessKey ID；其 Secret 取自环境变量。',
    roleArn: '使用工作流的 ID 令牌扮演的 RAM 角色。',
    oidcProviderArn: 'RAM 中信任该令牌签发者的身份提供商。',
    oidcAudience: '该令牌的受众。',
    roleSessionName: '会话在操作审计中的名称。',
    roleSessionDuration: '一次会话的时长；会自动续期。',
    stsEndpoint: '安全令牌服务的主机，位于 aliyuncs.com 之下。',
    minPollInterval: '两次查询之间的最短等待，至少 1s。',
    maxPollInterval: '两次查询之间的最长等待。',
    requestTimeout: '单次请求的时限，包括响应头和正文。',
    outageTolerance: 'API 最多可以连续多久无法读取。',
    maxCallsPerMinute: '每分钟 API 调用总数的上限：auto，或不小于 1 的整数。',
    learn: '用一次调用查询该应用最近几次发布的耗时。',
    failFast: '一旦有变更单未成功，就结束所有等待。',
    onManualStep: '只有人工才能推进发布时：wait 或 fail。',
    manualStepTimeout: '此类等待的时限，设置后不计入 --timeout。',
    rollbackOn:
      '出现这些结论时终止变更单并回滚：needs-rollback、timed-out、awaiting-manual-step、cancelled。',
    rollbackTimeout: '查看该回滚结果的最长时间。',
    verify: '结束后实际运行的内容：off 不查看，show 仅显示，require 必须得到证明，auto 由以下三项决定。',
    expectImage: '仅当每个存活实例都使用此镜像时才通过。',
    expectVersion: '同上，针对部署包的版本。',
    verifyTimeout: '发布成功后，最多等待多久以得到证明。',
    bake: '得到证明后，必须不间断地保持多久。',
    diagnose: '查询发布失败的原因：任务、实例、事件。',
    diagnoseLogs: '显示异常实例日志的最后 50 行，其中可能含有机密信息。',
    language: '所有输出的语言：en 或 zh。',
  },
  ownFlag: {
    report: '将 Markdown 报告写入该文件。',
    junit: `将 JUnit 报告写入该文件，每个${BATCH}为一个测试用例。`,
    record: '仅限 doctor：将所有返回内容的结构写入该文件，不含任何值。',
    json: '每有变化输出一行 JSON，最后一行为结果。',
    plain: '在终端上也输出纯文本行。',
    verbose: '显示每次请求。',
    help: '显示本帮助；须单独使用，或与 --language 一起使用。',
    version: '显示版本，以及构建所用的源码树；须单独使用。',
  },
  exitStatus: {
    succeeded: '发布成功；idle：应用空闲',
    'rollout-failed': '发布失败、被终止，或需要人工回滚（idle 所等待的变更单亦然）',
    usage: '参数或输入有误；未得出结论',
    'timed-out': '截止时间已到；发布（或 idle 所等待的变更单）仍在进行',
    'not-found': '没有该变更单，或没有符合条件的变更单',
    unreadable: 'API 无法读取，或拒绝了请求',
    'awaiting-person': '发布（或 idle 所等待的变更单）在等待人工操作',
    bug: '发布门禁自身的缺陷',
    'hung-up': '被 SIGHUP 取消：终端已断开；发布仍在进行',
    interrupted: '被 SIGINT 取消；发布仍在进行',
    quit: '被 SIGQUIT 取消；发布仍在进行',
    terminated: '被 SIGTERM 取消；发布仍在进行',
  },
  fault: fault => sayingOf(COMMAND_LINE_FAULTS, fault),
  seeHelp: '运行 sae-rollout-gate --help 可查看所有参数。',
  unfinished:
    '等待尚未结束。如果已经没有进程在等待，说明进程在得出结论之前被强制结束，发布会自行继续：请到 SAE 控制台查看。',
  correctFlags: '未调用任何 API。请更正参数，或更正代替它们的环境变量。',
  reportBug: '这是发布门禁自身的缺陷，不代表发布的结果。请加上 --verbose 重新运行，并附上日志报告该问题。',
  noRunStart:
    '--created-after：未提供，且此处无从得知本次运行的开始时间，因而无法区分更早的变更单；应为本次运行的开始时间（例如 2026-11-22T05:30:00Z），或从现在往前推的时长（例如 10m）。也可以将部署调用返回的 ID 传给 --change-order-id。',
  release: (order, application) => `${releaseNeeded(order, application)}命令会继续等待。`,
  approval: (order, approvalId) =>
    `需要有人在控制台审批变更单 ${order}${approvalId === undefined ? '' : `（审批单 ${approvalId}）`}，之后它才会执行。命令会继续等待。`,
  moreRed: orders => ({
    title: 'SAE 发布：还有变更单未成功',
    message: `另有 ${orders} 个变更单未成功：每个都在上文有一行。`,
  }),
};

const COMMAND_LINE_FAULTS: Sayings<CommandLineFault> = {
  'no-command': '缺少命令；应为：sae-rollout-gate wait、sae-rollout-gate idle 或 sae-rollout-gate doctor。',
  'unknown-command': fault =>
    `没有命令“${fault.got}”${meant(fault.nearest)}应为：sae-rollout-gate wait、sae-rollout-gate idle 或 sae-rollout-gate doctor。`,
  'unknown-flag': fault => `${fault.flag}：没有此参数${meant(fault.nearest)}`,
  'secret-flag': fault =>
    fault.variable === undefined
      ? `${fault.flag}：这是机密信息，不从命令行读取，因为他人可以看到命令行。此命令不访问 GitHub，也不需要它。`
      : `${fault.flag}：这是机密信息（不显示其值），不从命令行读取，因为他人可以看到命令行；请在环境变量中设置 ${fault.variable}。如果该命令行已被记录到日志，请更换该机密信息。`,
  'git-hub-only': fault =>
    `${fault.flag}：检查运行只由 GitHub Action 创建；此命令通过 --report 和 --junit 展示发布。`,
  'no-value': fault =>
    `${fault.flag}：缺少值，或值为空。以短横线开头的值须用等号书写，即 ${fault.flag}=VALUE。`,
  'needless-value': fault => `${fault.flag}：收到一个值，但此参数不带值。`,
  'bad-switch': fault => `${fault.variable}：应为 true 或 false。`,
  'given-twice': fault => `${fault.flag}：指定了两次，应只指定一次。`,
  'stray-words': fault =>
    `有 ${fault.count} 个词不属于任何参数${meant(fault.instead)}布尔参数写作 --diagnose、--no-diagnose 或 --diagnose=false。`,
  'not-alone': fault => `${fault.flag}：它不查看任何发布就会成功退出，因此须单独使用。`,
  'same-file': '--report、--junit：两者指定了同一个文件，应为两个文件。',
  'not-of-command': fault => `${fault.flag}：这不是 sae-rollout-gate ${fault.command} 的参数。`,
  'one-only': fault => `${fault.flag}：收到多个，应为一个：doctor 只查看一个应用或变更单。`,
  'file-exists': fault => `${fault.flag}：该文件已存在，不会被覆盖。请指定其他文件，或先删除它。`,
  'not-writable': fault => `${fault.flag}：无法写入该文件：${fault.reason}`,
};

function meant(nearest: string | undefined): string {
  return nearest === undefined ? '。' : `，是否想用 ${nearest}？`;
}
