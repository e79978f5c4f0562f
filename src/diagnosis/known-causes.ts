import type { Instance, WarningEvent } from '../rollout/application.ts';
import { joined } from '../text/parts.ts';
import type { FailingTask } from './findings.ts';

/**
 * Causes that are known by the cloud's own words, in English and Chinese: the more specific before what it
 * leads to, since a text counts for the first that fits. To add one: a line here, and a sentence of advice in
 * every catalogue, without which it does not compile.
 *
 * Sources: the states of instances in SAE's API reference, the error code in its sample of DescribePipeline,
 * the event names of SAE's event center, of Elastic Container Instance and of Kubernetes. Patterns are
 * matched against texts of bounded length only.
 */
export const KNOWN_CAUSES = [
  {
    cause: 'image-pull',
    pattern:
      /ErrImagePull|ImagePullBackOff|InvalidImageName|ErrImageNeverPull|(?:fail|error|back-?off)\w*[ -]*(?:to[ -]+)?pull(?:ing)? (?:the )?image|manifest(?: for \S+)? (?:unknown|not found)|pull access denied|image\S* (?:not found|does not exist|cannot be pulled)|镜像拉取失败|拉取镜像.{0,20}(?:失败|超时)|镜像.{0,20}不存在/iu,
  },
  {
    cause: 'out-of-memory',
    pattern:
      /\bOOM(?:Kill\w*)?\b|OOMKill|out of memory|OutOfMemoryError|exit(?:ed with)?(?: status)?[ -]code:? 137|内存不足|内存溢出|退出码.{0,3}137/iu,
  },
  {
    cause: 'balance',
    pattern: /InsufficientBalance|not have enough balance|overdue payment|\barrears?\b|余额不足|欠费/iu,
  },
  {
    cause: 'quota',
    pattern:
      /quota\S* (?:is )?(?:exceed|full|reach|insufficient)|exceed\w* (?:the |your )?\S* ?quota|Quota(?:Exceeded|Full)|LimitExceeded|limit (?:has been |is )?(?:exceeded|reached)|配额|超过.{0,20}(?:限额|上限)/iu,
  },
  {
    cause: 'permission',
    pattern:
      /NoPermission|no\.permission|Forbidden|AccessDenied|access denied|not authori[sz]ed|unauthori[sz]ed|permission denied|没有权限|无权限|权限不足|未授权/iu,
  },
  {
    cause: 'no-resources',
    pattern:
      /Insufficient\w*|FailedScheduling|NoStock|StockExhaust|StockClose|out of stock|IpNotEnough|no (?:free|available) (?:private )?ip|nodes are available|资源不足|库存不足|可用 ?IP ?(?:地址)?不足|IP ?(?:地址)?.{0,6}(?:不足|耗尽)|调度失败/iu,
  },
  {
    cause: 'port',
    pattern:
      /connection refused|address already in use|EADDRINUSE|port \d+ (?:is )?(?:already |not )\w+|端口.{0,20}(?:被占用|冲突|未监听|不通|无法|错误|不一致)|拒绝连接/iu,
  },
  {
    cause: 'crash-loop',
    pattern:
      /CrashLoopBackOff|back-?off.{0,30}restarting|RunContainerError|CreateContainer\w*Error|StartError|exit(?:ed with)?(?: status)?[ -]code:? \d+|container exit|反复重启|不断重启|启动失败.{0,20}退出|退出码/iu,
  },
  {
    cause: 'liveness-probe',
    pattern: /LivenessUnhealthy|liveness|存活(?:检查|探针)/iu,
  },
  {
    cause: 'readiness-probe',
    pattern:
      /ReadinessUnhealthy|readiness|EDAS-10022|health check (?:fail|timed? ?out)|就绪(?:检查|探针)|健康检查.{0,10}(?:失败|超时|不通过|未通过)/iu,
  },
] as const satisfies readonly { readonly cause: string; readonly pattern: RegExp }[];

export type KnownCause = (typeof KNOWN_CAUSES)[number]['cause'];

/** The cause that one text shows: the first known one that fits. Pure. */
export function causeOfText(text: string): KnownCause | undefined {
  return KNOWN_CAUSES.find(({ pattern }) => pattern.test(text))?.cause;
}

/** One finding. */
export type Finding =
  | { readonly kind: 'task'; readonly task: FailingTask }
  | { readonly kind: 'instance'; readonly instance: Instance }
  | { readonly kind: 'event'; readonly event: WarningEvent };

/** The findings, as far as causes are searched in them. */
export interface Findings {
  readonly tasks: readonly FailingTask[];
  readonly instances: readonly Instance[];
  readonly events: readonly WarningEvent[];
}

/** All findings, tasks first. Pure. */
export function findingsOf({ tasks, instances, events }: Findings): readonly Finding[] {
  return [
    ...tasks.map((task): Finding => ({ kind: 'task', task })),
    ...instances.map((instance): Finding => ({ kind: 'instance', instance })),
    ...events.map((event): Finding => ({ kind: 'event', event })),
  ];
}

/** The text of one finding in which causes are searched. Pure. */
export function findingText(finding: Finding): string {
  switch (finding.kind) {
    case 'task':
      return finding.task.error ?? '';
    case 'instance': {
      const { containerStatus, unhealthyMessage, healthStatus } = finding.instance;
      return joined(' ', containerStatus, unhealthyMessage ?? healthStatus);
    }
    case 'event':
      return joined(' ', finding.event.reason, finding.event.message, finding.event.causeAnalysis);
  }
}

/** The causes that the findings show, each once, in the order of the table. Pure. */
export function knownCauses(findings: Findings): readonly KnownCause[] {
  const found = new Set(findingsOf(findings).map(one => causeOfText(findingText(one))));
  return KNOWN_CAUSES.map(({ cause }) => cause).filter(cause => found.has(cause));
}

/** A known cause, and a detail from the cloud's words. */
export interface Pinpoint {
  readonly cause: KnownCause;
  /** A port, an image, an exit code, …: only of characters that are harmless in any text or page. */
  readonly detail: string | undefined;
  /** The registry was reached and has no such image: neither network nor credentials are at fault. */
  readonly noSuchImage?: true;
}

const NO_SUCH_IMAGE = /manifest(?: for \S{1,300})? (?:unknown|not found)/iu;

/** Where a text has the detail of a cause. Matched against texts of bounded length only. */
const DETAILS: Partial<Readonly<Record<KnownCause, RegExp>>> = {
  'image-pull': /image[ :"“]{1,3}(?<detail>[a-z\d][\w.:/@-]{2,200}\w)/iu,
  permission: /(?:user|role|用户|角色)[ :"“/]{1,3}(?<detail>[A-Za-z][\w.@-]{1,62}\w)/u,
  'no-resources': /(?<detail>vsw-[a-z\d]{4,32})/u,
  port: /:(?<detail>\d{1,5})\b[^\d]{0,20}(?:connection refused|拒绝连接)/iu,
  'crash-loop': /(?:exit(?:ed)?(?: with)?(?: status)?[ -]code:? |退出码.{0,3}?)(?<detail>\d{1,3})\b/iu,
  'liveness-probe': /https?:\/\/[^/:"\s]{1,100}(?<detail>:\d{1,5}\/[\w./-]{0,100})"/u,
  'readiness-probe': /https?:\/\/[^/:"\s]{1,100}(?<detail>:\d{1,5}\/[\w./-]{0,100})"/u,
};

/** The most specific known cause that the findings show, with its detail. Pure. */
export function pinpoint(
  findings: Findings & { readonly causes: readonly KnownCause[] },
): Pinpoint | undefined {
  const [cause] = findings.causes;
  if (cause === undefined) return undefined;
  const texts = findingsOf(findings).map(findingText);
  const matching = texts.filter(text => causeOfText(text) === cause);
  const details = matching.flatMap(text => DETAILS[cause]?.exec(text)?.groups?.['detail'] ?? []);
  const [detail] = details;
  const noSuchImage = cause === 'image-pull' && matching.some(text => NO_SUCH_IMAGE.test(text));
  return noSuchImage ? { cause, detail, noSuchImage } : { cause, detail };
}

/** SAE's checks of an instance. */
export type ProbeKind = 'Readiness' | 'Liveness' | 'Startup';

/** A failed check, in its parts. */
export interface FailedProbe {
  readonly kind: ProbeKind;
  /** Port and path. */
  readonly target: string;
  readonly answer: string;
}

const PROBE =
  /^(?<kind>Readiness|Liveness|Startup) probe failed: Get "https?:\/\/[^/:"\s]{1,100}(?<target>:\d{1,5}\/[^"\s]{0,200})": (?:[^"]{0,200}: )?(?<answer>[^:"]{1,100})$/u;

/** The parts of Kubernetes' message about a failed HTTP check; `undefined` for any other text. Pure. */
export function failedProbe(text: string): FailedProbe | undefined {
  const { kind, target, answer } = PROBE.exec(text)?.groups ?? {};
  if (kind === undefined || target === undefined || answer === undefined) return undefined;
  return { kind: kind as ProbeKind, target, answer };
}
