import type { InputFault } from '../../inputs/faults.ts';
import { isOfProof } from '../../inputs/table.ts';
import { formatTime } from '../format.ts';
import type { Sayings } from '../facts.ts';
import { sayingOf } from '../facts.ts';
import { duration } from './phrases.ts';
import { startUnknownText } from './faults.ts';

const INPUT_FAULTS: Sayings<InputFault> = {
  'empty-order-id':
    'changeOrderId：已指定但值为空，应为变更单 ID。本应给出该 ID 的步骤没有给出任何值：请检查该步骤的 id 及其输出的名称。',
  'empty-guard': fault =>
    `${fault.input}：已指定但值为空，应为具体的值；如不需要，请写“${fault.word}”。它用于${isOfProof(fault.input) ? '要求证明' : '排除他人的变更单'}，因此空值不视为未指定。本应给出该值的步骤或变量没有给出任何值。`,
  leftover: fault => leftoverText(fault),
  'bad-id': fault =>
    `${fault.input}：收到“${fault.got}”，应为部署调用返回的 ID：一个由可见字符组成的词，最长 200 个字符。多个 ID 以逗号或换行分隔。`,
  'bad-list': fault =>
    `${fault.input}：收到“${fault.got}”，应为以逗号或换行分隔的${fault.input === 'appName' ? '名称' : ' ID'}，或者由文本组成的 JSON 数组，例如 ["…","…"]。`,
  'bad-app-name': fault =>
    `appName：收到“${fault.got}”，应为控制台中显示的应用名称：一个由可见字符组成的词，最长 200 个字符。多个名称以逗号或换行分隔。`,
  'bad-namespace': fault => `namespaceId：收到“${fault.got}”，应为命名空间 ID，例如 cn-hangzhou:test。`,
  'namespace-without-name': fault =>
    `namespaceId：收到“${fault.got}”，但未提供 appName，两者应同时提供或都不提供：它指定在哪个命名空间中查找该名称。`,
  'names-unlike-ids': fault =>
    `appName、appId：收到 ${fault.names} 个名称和 ${fault.ids} 个 ID，两者的数量和顺序应当一致：每个名称必须指向相应 ID 的应用。`,
  'auto-without-app':
    'appId、appName：未提供，应为要查找其变更单的应用，因为 changeOrderId 为“auto”。也可以将部署调用返回的 ID 传给 changeOrderId。',
  'idle-without-app': 'appId、appName：未提供，应为要等待其空闲的应用，以 ID 或名称指定。',
  'idle-several-apps': fault =>
    `${fault.input}：收到“${fault.got}”，应为一个应用：请为每个应用使用单独的步骤。`,
  'empty-co-type': fault =>
    `coType：收到“${fault.got}”，应为以英文逗号分隔的变更类型（例如 CoDeploy），每一项都不能为空；或者为 *。`,
  'bad-created-after': fault =>
    `createdAfter：收到“${fault.got}”，应为带时区的时间（例如 2026-11-22T05:30:00Z），或从现在往前推的时长（例如 2h），最长三个月。`,
  'created-after-too-old': fault =>
    `createdAfter：收到“${fault.got}”，应为最近三个月（92 天）以内的时间或时长：SAE 不保留更早的变更单。`,
  'created-after-to-come': fault =>
    `createdAfter：收到“${fault.got}”，该时间尚未到来（本机时钟为 ${formatTime(fault.nowMs)}），应为已经过去的时间：变更单在此之后创建。`,
  'no-run-start': fault =>
    `createdAfter：未提供，且此处无从得知本次运行的开始时间（${startUnknownText(fault)}）；应为时间（例如 2026-11-22T05:30:00Z），或从现在往前推的时长（例如 10m）。也可以将部署调用返回的 ID 传给 changeOrderId。`,
  'keys-and-role': 'accessKeyId、roleArn：同时收到 AccessKey 和 RAM 角色，应只提供其中之一。',
  'bad-arn': fault =>
    `${fault.input}：收到“${fault.got}”，应为 ARN，例如 ${fault.input === 'roleArn' ? 'acs:ram::1234567890:role/name' : 'acs:ram::1234567890:oidc-provider/name'}。`,
  'bad-session-name': fault =>
    `roleSessionName：收到“${fault.got}”，应为 2～64 个字符，可包含字母、数字和 . @ - _`,
  'bad-session-duration': fault =>
    `roleSessionDuration：收到“${fault.got}”，应为 15m 至 12h，且不超过角色允许的最长时间。`,
  'bad-sts-endpoint': fault =>
    `stsEndpoint：收到“${fault.got}”，应为 aliyuncs.com 下的主机：它会收到此工作流的 ID 令牌。`,
  'several-apps': fault =>
    `${fault.input}：收到“${fault.got}”，应为一个应用，因为变更单以 ID 指定，它们必须同属一个应用。`,
  'empty-item': fault =>
    `${fault.input}：收到“${fault.got}”，每一项都应为${fault.input === 'appName' ? '名称' : ' ID'}：本应给出${fault.input === 'appName' ? '名称' : ' ID '}的某个步骤没有给出任何值。`,
  'auto-among-ids': fault => `changeOrderId：收到“${fault.got}”，应全部为 ID，或者只有“auto”。`,
  'bad-call-limit': fault => `maxCallsPerMinute：收到“${fault.got}”，应为 auto 或不小于 1 的整数。`,
  'line-break': fault => `${fault.input}：收到“${fault.got}”，应只有一行。`,
  'bad-duration': fault =>
    `${fault.input}：收到“${fault.got}”，应为大于零的时长，例如 90s、30m、1h30m、500ms，或以秒为单位的纯数字。`,
  'long-duration': fault =>
    `${fault.input}：收到“${fault.got}”，不应超过 ${duration(fault.longestMs)}：任何作业都不会运行更久。`,
  'bad-choice': fault => `${fault.input}：收到“${fault.got}”，应为 ${fault.choices.join(' 或 ')}。`,
  'proof-not-required': fault =>
    `verify：收到“${fault.mode}”，但已提供 ${fault.given.join(' 和 ')}，应为 auto 或 require：使用“${fault.mode}”时，结论与实际运行的内容无关。`,
  'bad-rollback-on': fault =>
    `rollbackOn：收到“${fault.got}”，应为 none，或由 needs-rollback、timed-out、awaiting-manual-step 和 cancelled 组成的列表：其他结论意味着变更单已结束（已结束的变更单无法终止），或对其状态一无所知。`,
  'rollback-of-several': fault =>
    `rollbackOn：有 ${fault.targets} 个发布，应只有一个：回滚其中哪一个须由人决定。请为每个发布使用单独的步骤。`,
  'rollback-without-app':
    'rollbackOn：未提供 appId 或 appName，应提供其中之一：只有证明属于该应用的变更单才会回滚。',
  'rollback-undescribed':
    'rollbackOn：changeOrderId 为“auto”，但未提供 descriptionContains，应提供变更单 ID，或其描述中其他运行不会使用的文本：仅凭时间找到的变更单可能属于其他运行。',
  'rollback-no-run-start': fault =>
    `createdAfter：未提供，且此处无从得知本次运行的开始时间（${startUnknownText(fault)}）；由于指定了 rollbackOn，应为本次运行的开始时间（例如 2026-11-22T05:30:00Z），或从现在往前推的时长（例如 10m）：只有在此之后创建的变更单才会回滚。`,
  'bad-image': fault =>
    `expectImage：收到“${fault.got}”，应为部署时使用的完整镜像地址，例如 registry.example.com/team/app:1.4.2 或 …/app@sha256:…，最长 512 个字符，不含空格。`,
  'bad-version': fault =>
    `expectVersion：收到“${fault.got}”，应为部署包的版本：1～200 个可见的 ASCII 字符，不含空格。`,
  'several-targets': fault =>
    `${fault.input}：一个值对应了 ${fault.targets} 个发布，应只有一个发布：每个应用的镜像和版本各不相同。请为每个发布使用单独的步骤。`,
  'long-bake': fault =>
    `bake：收到“${fault.got}”，不应超过 ${duration(fault.longestMs)}：更长时间的观察应由监控系统负责。`,
  'bad-flag': fault => `${fault.input}：收到“${fault.got}”，应为 true 或 false。`,
  'bad-commit': fault => `commit：收到“${fault.got}”，应为完整的提交 SHA，即 40 位十六进制数字。`,
  'poll-floor': fault =>
    `minPollInterval：收到“${fault.got}”，应至少为 ${duration(fault.floorMs)}：API 允许整个账号每分钟调用 60 次。`,
  'poll-bounds-crossed': fault =>
    `minPollInterval：收到“${fault.min}”，不应大于 maxPollInterval，后者为“${fault.max}”。`,
  'bad-region': fault => `${fault.input}：收到“${fault.got}”，应为地域 ID，例如 cn-hangzhou。`,
  'no-region':
    'regionId：未提供，应为地域 ID（例如 cn-hangzhou），或者提供 endpoint。也可以使用环境变量 ALIBABA_CLOUD_REGION_ID。',
  'bad-endpoint': fault =>
    `endpoint：收到“${fault.got}”，应为主机（例如 sae-vpc.cn-hangzhou.aliyuncs.com），或仅含协议、主机和端口的 URL。`,
  'endpoint-not-https': fault => `endpoint：收到“${fault.got}”，应使用 https：仅对本机接受明文 http。`,
  'half-credentials': fault =>
    `${fault.missing.join('、')}：未提供，但已提供 ${fault.given.join(' 和 ')}，应从同一来源提供完整的访问凭证。`,
  'bad-credential': fault =>
    `${fault.input}：含有访问凭证中不会出现的字符（不显示其值），应与阿里云给出的完全一致。`,
  'bad-proxy': fault =>
    `${fault.variable}：其值不是代理的 URL（不显示其值），应为 http://host:port；如果代理要求身份验证，请在主机前加上 user:password@，其中的特殊字符须进行百分号编码。`,
  'bad-no-proxy': fault => `${fault.variable}：收到“${fault.got}”，应为网段（例如 10.0.0.0/8 或 fd00::/8）。`,
  'no-credentials':
    'accessKeyId、accessKeySecret：未提供，应在此处或通过环境变量 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET 提供 AccessKey，或者提供要扮演的 RAM 角色（roleArn、oidcProviderArn）。',
};

/** One invalid input in Chinese: what was expected, what came, what to do. */
export function inputFault(fault: InputFault): string {
  return sayingOf(INPUT_FAULTS, fault);
}

function leftoverText({ input, got, of }: Extract<InputFault, { kind: 'leftover' }>): string {
  switch (of) {
    case 'no-value':
      return `${input}：收到“${got}”，这是程序在没有值时的输出，应为具体的值。本应给出该值的步骤没有给出任何值：请检查该步骤是否失败，以及它的返回结果中是否有该字段。`;
    case 'template':
      return `${input}：收到“${got}”，这是未被替换的表达式，应为它的值。本应替换它的系统无法识别它，或者引号阻止了替换。`;
    case 'object':
      return `${input}：收到“${got}”，这是 JavaScript 对象转成文本的结果，应为该对象的某个字段，例如它的 ID。`;
    case 'quotes':
      return `${input}：收到“${got}”，不应带引号：请用 jq -r 从 JSON 中读取，或在工作流中使用 fromJSON。`;
  }
}
