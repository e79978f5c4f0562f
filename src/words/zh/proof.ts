import type { ProofCause } from '../../verification/judge.ts';
import type { Break } from '../../verification/progress.ts';
import { isInErrorState } from '../../verification/instance-states.ts';
import type { Shortfall, UntoldField } from '../../verification/proof.ts';
import { cleanText } from '../../text/clean.ts';
import { joined } from '../../text/parts.ts';
import type { CauseWords } from '../facts.ts';
import { faultShort, faultSteps, faultText } from './faults.ts';
import { orderName } from './notes.ts';
import { duration, runAgain, sentence } from './phrases.ts';

type InstanceShortfall = Extract<Shortfall, { readonly instance: unknown }>;

const LONGEST_REFERENCE = 200;

function shown(foreign: string | undefined): string {
  return foreign === undefined ? '无' : cleanText(foreign, LONGEST_REFERENCE);
}

function instanceState({ instance, ...shortfall }: InstanceShortfall): string {
  switch (shortfall.kind) {
    case 'not-running':
      return `容器状态为 ${shown(instance.containerStatus)}`;
    case 'not-healthy':
      return `健康状态为 ${shown(instance.healthStatus)}`;
    case 'not-new':
      return '创建时间早于本次发布';
    case 'other-image':
      return `镜像为 ${shown(instance.imageUrl)}，应为 ${shown('expected' in shortfall ? shortfall.expected : undefined)}`;
    case 'other-version':
      return `版本为 ${shown(instance.packageVersion)}，应为 ${shown('expected' in shortfall ? shortfall.expected : undefined)}`;
    case 'still-live':
      return `仍然存在（${shown(instance.containerStatus)}）`;
  }
}

/** What is wrong with what runs, in one clause. */
export function shortfallText(shortfall: Shortfall): string {
  switch (shortfall.kind) {
    case 'mixed':
      return `各实例的${shortfall.what === 'image' ? '镜像' : '版本'}不一致：${shortfall.found.map(shown).join('、')}`;
    case 'too-few':
      return `${shortfall.wanted} 个实例中只有 ${shortfall.ready} 个运行且健康`;
    default:
      return `实例 ${shortfall.instance.instanceId} ${instanceState(shortfall)}`;
  }
}

const MOST_SHORTFALLS = 3;

function shortfallsText(shortfalls: readonly Shortfall[]): string {
  const first = shortfalls.slice(0, MOST_SHORTFALLS).map(shortfallText).join('；');
  const more = shortfalls.length - MOST_SHORTFALLS;
  return more > 0 ? `${first}；另有 ${more} 项` : first;
}

function breakText(how: Break): string {
  switch (how.kind) {
    case 'restarted':
      return `实例 ${how.instance.instanceId} 发生重启（重启次数 ${how.before} → ${how.instance.restarts ?? '?'}）`;
    case 'error-state':
      return `实例 ${how.instance.instanceId} 状态为 ${shown(how.instance.containerStatus)}`;
    case 'not-ready':
      return `实例 ${how.instance.instanceId} 处于 ${shown(how.instance.containerStatus)} / ${shown(how.instance.healthStatus)} 已 ${duration(how.lastedMs)}`;
    case 'too-few':
      return `${how.wanted} 个实例中只有 ${how.ready} 个运行且健康，已持续 ${duration(how.lastedMs)}`;
    case 'other':
      return shortfallText(how.shortfall);
  }
}

const UNTOLD: Readonly<Record<UntoldField, string>> = {
  Groups: '应用的实例分组',
  Replicas: '应有的实例数（Replicas）',
  InstanceContainerStatus: '实例的容器状态（InstanceContainerStatus）',
  InstanceHealthStatus: '实例的健康状态（InstanceHealthStatus）',
  InstanceContainerRestarts: '实例的重启次数（InstanceContainerRestarts）',
  CreateTimeStamp: '实例的创建时间（CreateTimeStamp）',
  ImageUrl: '实例的镜像（ImageUrl）',
  PackageVersion: '实例的版本（PackageVersion）',
  StartTime: '首个批次的开始时间（StartTime）',
};

/** A shortfall in half a clause, for a title. */
function shortfallTitle(shortfall: Shortfall | undefined): string {
  switch (shortfall?.kind) {
    case undefined:
    case 'not-running':
    case 'not-healthy':
      return '有实例未就绪';
    case 'not-new':
      return '仍有早于本次发布的实例';
    case 'other-image':
      return '运行的镜像不符';
    case 'other-version':
      return '运行的版本不符';
    case 'mixed':
      return `各实例的${shortfall.what === 'image' ? '镜像' : '版本'}不一致`;
    case 'too-few':
      return `${shortfall.wanted} 个实例中只有 ${shortfall.ready} 个就绪`;
    case 'still-live':
      return '仍有实例在运行';
  }
}

const BROKEN: Readonly<Record<Exclude<Break['kind'], 'other' | 'too-few'>, string>> = {
  restarted: '有实例重启',
  'error-state': '有实例处于错误状态',
  'not-ready': '有实例未就绪',
};

function breakTitle(how: Break): string {
  if (how.kind === 'other') return shortfallTitle(how.shortfall);
  return how.kind === 'too-few' ? shortfallTitle(how) : BROKEN[how.kind];
}

/** A count tells more than its instances one by one. */
function mostTelling(shortfalls: readonly Shortfall[]): Shortfall | undefined {
  return shortfalls.find(({ kind }) => kind !== 'not-running' && kind !== 'not-healthy') ?? shortfalls[0];
}

function unverified(why: string): string {
  return `变更成功，但未能验证：${why}`;
}

const FIX_OR_BACK = '请部署修复后的版本，或在控制台回滚。';

/** Whether it is of an instance that no longer waiting mends. */
function isError(shortfall: Shortfall): boolean {
  return 'instance' in shortfall && isInErrorState(shortfall.instance);
}

/** Why what runs is not proven, and what to do, in Chinese. */
export const proofCause: Pick<CauseWords, Exclude<ProofCause, { kind: 'proven' | 'of-this-step' }>['kind']> =
  {
    superseded: ({ order }) => ({
      title: '已被之后的变更单取代',
      what: `线上运行的版本已被之后的变更单改变：${orderName(order)}。`,
      remedy: '请在控制台查看该变更单，线上运行的版本以它为准。\n如仍需要本次的版本，请在它结束后重新部署。',
    }),
    'not-settled': ({ shortfalls }, { short, changeOrderId }) => ({
      title: `变更成功，但实例异常：${short ?? shortfallTitle(mostTelling(shortfalls))}`,
      what: `变更单已成功，但实例未在限定时间内达到预期：${shortfallsText(shortfalls)}。`,
      remedy: joined(
        '\n',
        short === undefined && '请在控制台查看这些实例的日志和事件。',
        FIX_OR_BACK,
        !shortfalls.some(isError) && `如果只是启动较慢，请调大 verifyTimeout 并${runAgain(changeOrderId)}。`,
      ),
    }),
    broken: ({ how, bakedMs }) => ({
      title: `变更成功，但实例异常：${breakTitle(how)}${bakedMs === undefined ? '' : `（验证通过 ${duration(bakedMs)}后）`}`,
      what: `变更单已成功，但实例未能保持健康${bakedMs === undefined ? '' : `（验证通过 ${duration(bakedMs)}后）`}：${breakText(how)}。`,
      remedy: `请在控制台查看该实例的日志。\n${FIX_OR_BACK}`,
    }),
    'none-wanted': () => ({
      title: unverified('应用没有实例'),
      what: '变更单已成功，但应用的目标实例数为 0（Replicas 为 0），没有可以验证的实例。',
      remedy: '请启动或扩容应用；如果应用本就处于停止状态，请将 verify 设为“show”。',
    }),
    'in-place': () => ({
      title: unverified('所有实例都早于本次发布'),
      what: '变更单已成功，但所有实例的创建时间都早于本次发布。原地更新会保留实例，此时只有镜像或版本能证明它们已更新。',
      remedy: '请将 expectImage 设为带摘要的镜像（…@sha256:…），或将 expectVersion 设为部署包的版本。',
    }),
    'field-untold': ({ field }) => ({
      title: unverified(`响应中缺少 ${field}`),
      what: `变更单已成功，但无法验证实例：API 未返回${UNTOLD[field]}。`,
      remedy: '请在控制台查看应用；如果一直如此，请将 verify 设为“show”并反馈该问题。',
    }),
    'application-untold': () => ({
      title: unverified('变更单未返回所属应用'),
      what: '变更单已成功，但无法验证实例：变更单未返回所属应用。',
      remedy: '请设置 appId。',
    }),
    'proof-unreadable': ({ fault, lastedMs }, { changeOrderId }) => ({
      title: unverified(faultShort(fault)),
      what: `变更单已成功，但${lastedMs > 0 ? `在 ${duration(lastedMs)}内` : ''}无法读取实例：${sentence(faultText(fault))}`,
      remedy: faultSteps(fault, changeOrderId),
    }),
    'newer-unproven': ({ changeOrderId }) => ({
      title: unverified('本步骤中之后的变更单未通过验证'),
      what: `本步骤中之后的变更单（${cleanText(changeOrderId, LONGEST_REFERENCE)}）改变了实际运行的内容，而它的结果未得到验证。`,
      remedy: '请先查看该变更单。',
    }),
    'nothing-seen': () => ({
      title: unverified('verifyTimeout 过短'),
      what: '变更单已成功，但在 verifyTimeout 限定的时间内没有读到任何实例。',
      remedy: '请调大 verifyTimeout；如果多个变更单共用调用次数，请调大 maxCallsPerMinute。',
    }),
  };
