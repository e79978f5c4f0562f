import type { Verdict } from '../../rollout/verdicts.ts';
import type { NotWritten, SentUndo, UndoResult, UndoUnderWay } from '../../undo/undo.ts';
import { mayHaveCompleted, rolledBackOf } from '../../undo/undo.ts';
import type { Sayings, UndoExplanation } from '../facts.ts';
import { sayingOf, statusText } from '../facts.ts';
import { formatTime } from '../format.ts';
import { cleanText } from '../../text/clean.ts';
import type { Words } from '../words.ts';
import { faultText } from './faults.ts';
import { FIRST_BATCH, duration, sentence } from './phrases.ts';
import { STATUS_WORDS } from './statuses.ts';
import { verdicts } from './verdicts.ts';

const RESULTS: Readonly<Record<UndoResult, string>> = {
  asking: '，正在请求回滚',
  following: '，正在跟踪回滚',
  'rolled-back': '，已回滚',
  'rollback-failed': '，且回滚失败',
  'not-rolled-back': '，未回滚',
  asked: '，已请求回滚',
  unknown: '，是否已回滚未知',
};

/** How a wait ended, where something was done about it since. */
const BEFORE: Partial<Record<Verdict, string>> = {
  'needs-rollback': '发布失败',
  'timed-out': '等待超时',
  'awaiting-manual-step': '需要人工操作',
  cancelled: '等待已取消',
};

/** How a wait ended whose rollout was to be undone, in half a clause, by how it ended otherwise. */
function undoneTitle(clause: string, verdict: Verdict, result: UndoResult | undefined): string {
  if (result === undefined) return clause;
  const before = result === 'not-rolled-back' ? undefined : BEFORE[verdict];
  return `${before ?? clause}${RESULTS[result]}`;
}

const OF: Readonly<Record<'creation' | 'start', string>> = {
  creation: '变更单的创建时间',
  start: `${FIRST_BATCH}的开始时间`,
};

const NOT_WRITTEN: Sayings<NotWritten> = {
  'several-targets': '该步骤等待多个发布',
  'no-application': '未提供 appId 或 appName',
  'no-order': '未找到本次运行的变更单',
  'not-named': '该变更单仅凭时间找到，既没有以 ID 指定，也没有 descriptionContains 与之对应',
  'among-several': '有多个变更单可能属于本次运行，无法确定是哪一个',
  'no-run-start': '无从得知本次运行的开始时间',
  'step-cancelled': '该步骤已被取消，而 rollbackOn 未包含这种情况',
  'no-time': why => `未能在 ${duration(why.limitMs)}内读取事先必须核对的信息`,
  unreadable: why => `无法读取事先必须核对的信息：${faultText(why.fault)}`,
  'other-application': why => `该变更单属于另一个应用（${cleanText(why.appId, 200)}）`,
  unlisted: '该应用的变更单列表中没有它',
  'other-description': '其描述不包含 descriptionContains',
  undated: why =>
    `无从得知${OF[why.of]}${why.of === 'start' ? '：尚未开始任何批次，没有可以回滚的内容' : ''}`,
  'too-old': why =>
    `${OF[why.of]}（${formatTime(why.atMs)}）早于本次运行的开始时间（${formatTime(why.createdAfterMs)}）`,
  ended: why => `该变更单在此期间已结束（${stateOf(why.status)}）`,
  'unknown-status': why => `该变更单处于 API 文档中没有的状态（${stateOf(why.status)}）`,
  'moved-on': why => `在此期间已有人处理该变更单，其状态已不同于得出结论时（${stateOf(why.status)}）`,
  'not-supported': 'API 没有表明该变更单支持回滚',
  'not-last': why =>
    why.lastOrderId === undefined
      ? '该应用没有给出最近一次变更单，因此无法证明就是这一个'
      : `该应用在此之后已开始另一个变更单（${cleanText(why.lastOrderId, 100)}）`,
  refused: ({ fault }) =>
    fault.neverSent === true
      ? `请求未能发送：${faultText(fault)}`
      : `API 拒绝了请求：${sentence(faultText(fault))}${fault.reason === 'permission' ? `请为该密钥的 RAM 用户或角色授予“*”上的操作“sae:${fault.action}”，或不指定 rollbackOn。` : ''}`,
};

function stateOf(status: number): string {
  return `${statusText(status, STATUS_WORDS)}，${status}`;
}

const LOOK = '再次部署之前，请在控制台确认实际运行的版本。';

function sentText(done: SentUndo): UndoExplanation {
  const { accepted, fault, followed } = done;
  const asked = accepted
    ? 'SAE 已接受回滚请求（rollbackOn）'
    : `已发送一次回滚请求（rollbackOn），但没有响应表明 SAE 是否已接受（${fault === undefined ? '没有响应' : faultText(fault)}）；SAE 可能已接受该请求，因此不会再次发送`;
  if (followed === undefined) return { what: `${asked}。本步骤没有等待其结果。`, remedy: LOOK };
  const { changeOrderId, separate, verdict, status } = followed;
  const id = cleanText(changeOrderId, 100);
  const state = status === undefined ? '从未读取到状态' : statusText(status, STATUS_WORDS);
  const name = separate ? `回滚变更单 ${id} ` : '原变更单';
  const ended = `${name}${verdict === 'succeeded' || verdict === 'failed' ? state : `${verdicts[verdict]}（${state}）`}。`;
  const completed = mayHaveCompleted(done) ? '发布可能在终止之前就已完成。' : '';
  const runs = done.runsAsBefore ? '所有实例运行的都是发布之前的版本。' : '';
  const what = `${asked}；${ended}${completed}${runs}`;
  switch (rolledBackOf(done)) {
    case 'true':
      return {
        what: `已自动回滚（rollbackOn${separate ? `，变更单 ${id}` : ''}）。${completed}${runs}`,
        remedy: '请先解决问题，再重新部署。',
      };
    case 'false':
      return { what, remedy: `请在控制台打开变更单 ${id}：需要人工处理。\n${LOOK}` };
    case 'unknown':
      return { what: `${what}是否已回滚未知。`, remedy: LOOK };
  }
}

/** How far undoing is, in one line. */
function underWay({ order, timeoutMs }: UndoUnderWay, lastedMs: number): string {
  if (order === undefined) return '回滚：正在核对是否可以请求';
  const { changeOrderId, separate, status } = order;
  const state = status === undefined ? '' : `：${statusText(status, STATUS_WORDS)}`;
  return `${separate ? '回滚变更单' : '由原变更单回滚'} ${cleanText(changeOrderId, 100)}${state} · 已 ${duration(lastedMs)}，最长 ${duration(timeoutMs)}`;
}

/** What undoing says, in Chinese. */
export const undo: Words['undo'] = {
  title: undoneTitle,
  underWay,
  explain: done => {
    switch (done.kind) {
      case 'not-due':
        return {};
      case 'under-way':
        return {
          what: `无论回滚结果如何，该步骤已判定为失败。${underWay(done, done.lastedMs)}。`,
          remedy: '在该步骤结束之前请不要操作该变更单，届时会给出回滚的结果。',
        };
      case 'not-written':
        return { what: sentence(`未回滚，也没有写入任何内容：${sayingOf(NOT_WRITTEN, done.why)}`) };
      case 'bug':
        return { what: sentence(`回滚时门禁自身出现缺陷：${done.message}`), remedy: LOOK };
      case 'sent':
        return sentText(done);
    }
  },
  log: {
    label: '回滚',
    writes: orderId => `rollbackOn：正在请求 SAE 终止变更单 ${cleanText(orderId, 100)} 并回滚。`,
    follows: (accepted, orderId, timeoutMs) =>
      `${accepted ? `SAE 已接受${orderId === undefined ? '' : `，变更单为 ${cleanText(orderId, 100)}`}` : '没有响应表明 SAE 是否已接受，不会再次发送'}。该步骤已判定为失败；正在跟踪其结果，最长 ${duration(timeoutMs)}。`,
  },
};
