import type { ProofCause } from '../../verification/judge.ts';
import type { Break } from '../../verification/progress.ts';
import type { Shortfall, UntoldField } from '../../verification/proof.ts';
import { cleanText } from '../../text/clean.ts';
import { joined } from '../../text/parts.ts';
import type { ListedOrder } from '../../rollout/change-order.ts';
import { statusText } from '../facts.ts';
import { STATUS_WORDS } from './statuses.ts';
import type { CauseWords } from '../facts.ts';
import { faultShort, faultSteps, faultText } from './faults.ts';
import { orderName } from './notes.ts';
import type { InstanceShortfalls, ToldShortfall } from '../shortfalls.ts';
import { isErrorState, isOfAnother, shownWord, toldShortfalls } from '../shortfalls.ts';
import { aside, duration, runAgain, sentence } from './phrases.ts';

const LONGEST_ID = 200;
const LONGEST_NAME = 40;

const LACKS: Readonly<Record<InstanceShortfalls['kind'], (told: InstanceShortfalls) => string>> = {
  'not-running': ({ what }) => `未运行（${what}）`,
  'not-healthy': ({ what }) => `不健康（${what}）`,
  'not-new': () => '早于本次发布',
  'other-image': ({ what, expected }) => `的镜像为 ${what}，应为 ${expected}`,
  'other-version': ({ what, expected }) => `的版本为 ${what}，应为 ${expected}`,
  'still-live': ({ what }) => `仍然存在（${what}）`,
};

/** What is wrong with what runs, in one clause; `withIds`: and with which instances. */
function shortfallText(told: ToldShortfall, withIds: boolean): string {
  switch (told.kind) {
    case 'mixed':
      return `各实例的${told.what === 'image' ? '镜像' : '版本'}不一致${withIds ? `：${told.found.join('、')}` : ''}`;
    case 'too-few':
      return `${told.wanted} 个实例中只有 ${told.ready} 个运行且健康`;
    default:
      return `${told.count} 个实例${LACKS[told.kind](told)}${withIds ? aside(idsText(told)) : ''}`;
  }
}

function idsText({ ids, count }: InstanceShortfalls): string {
  return joined('、', ...ids, count > ids.length && '…');
}

const MOST_SHORTFALLS = 3;

function shortfallsText(shortfalls: readonly Shortfall[]): string {
  const told = toldShortfalls(shortfalls);
  const first = told.slice(0, MOST_SHORTFALLS).map(one => shortfallText(one, true));
  const more = told.length - MOST_SHORTFALLS;
  return joined('；', ...first, more > 0 && `另有 ${more} 项`);
}

function breakText(how: Break): string {
  if (how.kind === 'other') return shortfallsText([how.shortfall]);
  if (how.kind === 'too-few') {
    return `${how.wanted} 个实例中只有 ${how.ready} 个运行且健康，已持续 ${duration(how.lastedMs)}`;
  }
  const { instance } = how;
  const name = `实例 ${instance.instanceId} `;
  switch (how.kind) {
    case 'restarted':
      return `${name}发生重启（重启次数 ${how.before} → ${instance.restarts ?? '?'}）`;
    case 'error-state':
      return `${name}状态为 ${shownWord(instance.containerStatus)}`;
    case 'not-ready':
      return `${name}处于 ${shownWord(instance.containerStatus)} / ${shownWord(instance.healthStatus)} 已 ${duration(how.lastedMs)}`;
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

/** What tells most of what is wrong, for a title; of a success that is none. */
function notSo(shortfalls: readonly Shortfall[], short?: string): string {
  const [first] = toldShortfalls(shortfalls);
  const other = shortfalls.find(isOfAnother);
  if (other !== undefined && first !== undefined) return `变更成功，但 ${shortfallText(first, false)}`;
  const ready =
    first?.kind === 'too-few' ? `${first.wanted} 个实例中只有 ${first.ready} 个就绪` : '有实例未就绪';
  return unhealthy(short ?? ready);
}

function unhealthy(why: string): string {
  return `变更成功，但实例异常：${why}`;
}

const BROKEN: Readonly<Record<Exclude<Break['kind'], 'other' | 'too-few'>, string>> = {
  restarted: '有实例重启',
  'error-state': '有实例处于错误状态',
  'not-ready': '有实例未就绪',
};

function brokenTitle(how: Break, bakedMs: number | undefined): string {
  const after = bakedMs === undefined ? '' : `验证通过 ${duration(bakedMs)}后`;
  if (how.kind === 'other') return `${notSo([how.shortfall])}${aside(after)}`;
  return how.kind === 'too-few' ? `${notSo([how])}${aside(after)}` : unhealthy(`${after}${BROKEN[how.kind]}`);
}

function unverified(why: string): string {
  return `变更成功，但未能验证：${why}`;
}

const FIX_OR_BACK = '请部署修复后的版本，或在控制台回滚。';

const REPLACE = '请在控制台查看原因。\n然后重新部署，或重启应用。';

/** By what people know it. */
function newerTitle(order: ListedOrder): string {
  const { description, coTypeCode = '–' } = order;
  const name = cleanText(description === '' ? coTypeCode : description, LONGEST_NAME);
  return `${description === '' ? name : `“${name}”`}${statusOf(order)}`;
}

function statusOf({ status }: ListedOrder): string {
  return status === undefined ? '' : `，${statusText(status, STATUS_WORDS)}`;
}

/** Why what runs is not proven, and what to do, in Chinese. */
export const proofCause: Pick<CauseWords, Exclude<ProofCause, { kind: 'proven' | 'of-this-step' }>['kind']> =
  {
    superseded: ({ order }) => ({
      title: `已被之后的变更单取代：${newerTitle(order)}`,
      what: `线上运行的版本已被之后的变更单改变：${orderName(order)}${statusOf(order)}。`,
      remedy:
        '请在控制台查看之后的变更单，线上运行的版本以它为准。\n如仍需要本次的版本，请在之后的变更单结束后重新部署。',
    }),
    'not-settled': ({ shortfalls }, { short, changeOrderId }) => ({
      title: notSo(shortfalls, short),
      what: `verifyTimeout 结束时，${shortfallsText(shortfalls)}。变更单本身已成功。`,
      remedy: shortfalls.some(isOfAnother)
        ? `请在控制台查看是否仍在变化。\n如果是，请调大 verifyTimeout 并${runAgain(changeOrderId)}。\n如果不是，请重新部署，或重启应用。`
        : joined(
            '\n',
            short === undefined && '请在控制台查看这些实例的日志和事件。',
            FIX_OR_BACK,
            !shortfalls.some(isErrorState) &&
              `如果只是启动较慢，请调大 verifyTimeout 并${runAgain(changeOrderId)}。`,
          ),
    }),
    broken: ({ how, bakedMs }, { short }) => ({
      title: brokenTitle(how, bakedMs),
      what: `${breakText(how)}。变更单本身已成功。`,
      remedy:
        how.kind === 'other' && isOfAnother(how.shortfall)
          ? REPLACE
          : joined('\n', short === undefined && '请在控制台查看该实例的日志。', FIX_OR_BACK),
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
      remedy: '请在控制台查看应用。\n如果一直如此，请将 verify 设为“show”并反馈该问题。',
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
      what: `本步骤中之后的变更单（${cleanText(changeOrderId, LONGEST_ID)}）改变了实际运行的内容，而它的结果未得到验证。`,
      remedy: '请先查看该变更单。',
    }),
    'nothing-seen': () => ({
      title: unverified('verifyTimeout 过短'),
      what: '变更单已成功，但在 verifyTimeout 限定的时间内没有读到任何实例。',
      remedy: '请调大 verifyTimeout；如果多个变更单共用调用次数，请调大 maxCallsPerMinute。',
    }),
  };
