import type { Batch } from '../../rollout/change-order.ts';
import type { ManualStep } from '../../rollout/statuses.ts';
import { manualStepOf } from '../../rollout/statuses.ts';
import type { Verdict } from '../../rollout/verdicts.ts';
import type { CauseWords, EndFacts, Explanation } from '../facts.ts';
import { statusText } from '../facts.ts';
import { formatTime } from '../format.ts';
import { cleanText } from '../../text/clean.ts';
import { joined } from '../../text/parts.ts';
import { faultRemedy, faultShort, faultSteps, faultText } from './faults.ts';
import { REFUSALS, onlyThisJob, orderName, sinceText } from './notes.ts';
import { idleCause } from './idle.ts';
import { STATUS_WORDS, statusName } from './statuses.ts';
import { proofCause } from './proof.ts';
import {
  BATCH,
  NEXT_BATCH,
  approvalName,
  batchName,
  duration,
  nthBatch,
  runAgain,
  sentence,
} from './phrases.ts';

/** How a wait ended, in a word or two. */
export const verdicts: Readonly<Record<Verdict, string>> = {
  idle: '应用空闲',
  succeeded: '成功',
  failed: '发布失败',
  terminated: '已终止',
  'system-error': '系统异常',
  'needs-rollback': '需要人工回滚',
  'awaiting-manual-step': '等待人工操作',
  'not-found': '未找到',
  unhealthy: '变更成功，但实例异常',
  superseded: '已被之后的变更单取代',
  unverified: '变更成功，但未能验证',
  'timed-out': '等待超时',
  unreadable: '状态未知',
  cancelled: '等待已取消',
  'not-awaited': '未等到结束',
  error: '门禁出错',
};

function batchStatus({ status = -1 }: Batch): string {
  return statusText(status, STATUS_WORDS);
}

function deadline(facts: EndFacts): Pick<Explanation, 'title' | 'what'> {
  const waited = duration(facts.waitedMs);
  const title = `发布等待超时（${waited}）`;
  if (facts.lastState === undefined) {
    return { title: `${title}，未查到状态`, what: `${waited}内未查到发布的任何状态。` };
  }
  if (facts.unproven) return { title: `${title}，未能确认成功`, what: `${waited}内未能确认发布成功。` };
  if (facts.waitsFor !== undefined) {
    return {
      title: `${title}，${WAITS[facts.waitsFor]}`,
      what: `${personMust(facts.waitsFor, facts)}；${waited}内无人处理。`,
    };
  }
  return { title: `${title}，发布仍在进行`, what: `发布未在 ${waited}（timeout）内完成。` };
}

const RELEASE = `确认发布${NEXT_BATCH}`;
const ACTS = { release: RELEASE, approval: '完成审批' };
const WAITS = { release: `等待人工确认发布${NEXT_BATCH}`, approval: '等待审批' };

/** What keeps a rollout that only a person can let go on. */
function personMust(step: ManualStep, { approvalId }: EndFacts): string {
  return step === 'release'
    ? `需要有人${RELEASE}，SAE 才会继续`
    : `需要有人审批该变更单${approvalName(approvalId)}，之后才会执行`;
}

function lastError({ lastFault }: EndFacts): string {
  return lastFault === undefined ? '' : `最近一次错误：${sentence(faultText(lastFault))}`;
}

function deadlineRemedy({ changeOrderId, waitsFor, callsScarce, short }: EndFacts): string {
  const again = runAgain(changeOrderId);
  return joined(
    '\n',
    ...(waitsFor === undefined
      ? [
          short === undefined && '请在控制台查看该变更单。',
          `如需再次等待，请${again}。`,
          short === undefined && '如果发布通常需要这么长时间，请调大 timeout。',
        ]
      : [
          `请在控制台打开该变更单并${ACTS[waitsFor]}。`,
          `然后${again}。`,
          '如果人工操作通常需要这么长时间，请调大 timeout 或设置 manualStepTimeout。',
        ]),
    callsScarce &&
      '调用次数不足，未能在结束时再查询一次：请调大 maxCallsPerMinute，或减少同一步骤中等待的变更单。',
  );
}

function because(short: string | undefined): string {
  return short === undefined ? '' : `：${short}`;
}

function unknown(why: string): string {
  return `发布状态未知：${why}`;
}

function unconfirmed(why: string): string {
  return `未能确认发布成功：${why}`;
}

function absentText(facts: EndFacts, answer: string): Explanation {
  if (facts.lastState === undefined) {
    return {
      title: '未找到变更单',
      what: `未找到变更单“${facts.changeOrderId}”：${answer}。`,
      remedy:
        '请检查 changeOrderId，并确认 regionId 是应用所在的地域：变更单只能在该地域查到，且只保留三个月。',
    };
  }
  return {
    title: '变更单已查不到',
    what: `变更单“${facts.changeOrderId}”曾经存在，现在已查不到：${answer}。`,
    remedy: '请先在控制台查清该变更单和应用的情况，然后再重新部署：没有任何信息能确认发布成功。',
  };
}

/** Nobody reads more of them. */
const MOST_NAMESPACES = 10;
const CHECK_EVERY_BATCH = `请在控制台打开该变更单，确认每个${BATCH}都已执行成功。`;
const SET_THE_ID = '请将 changeOrderId 设为部署调用返回的 ID。';
const BOUND = '变更单与本次运行不匹配';

/** Why a wait ended as it did, and what to do, in Chinese. */
export const cause: CauseWords = {
  ...proofCause,
  ...idleCause,
  succeeded: (_, { waitedMs, provenMs }) => ({
    title: `发布成功${provenMs === undefined ? '' : provenMs < 1_000 ? '，已验证' : `，已持续验证 ${duration(provenMs)}`}`,
    what: `发布成功；等待了 ${duration(waitedMs)}。`,
    remedy: '',
  }),
  'ended-badly': ({ how }, { place, short, badBatch }) => ({
    title:
      how === 'terminated'
        ? `发布已终止${place === undefined ? '' : `（${batchName(place)}）`}`
        : `发布失败${place === undefined ? '' : `（${batchName(place)}）`}${because(short ?? (how === 'system-error' ? 'SAE 系统异常' : undefined))}`,
    what: `变更单已结束，状态为${statusName[how]}${badBatch === undefined ? '' : `：${badBatch}`}。`,
    remedy:
      how === 'terminated'
        ? '请先查明是谁终止了发布、为何终止（控制台有记录），然后再重新部署。'
        : short === undefined
          ? '请在控制台打开该变更单，查看失败的任务。\n排除原因后重新部署。'
          : '请重新部署。\n如需恢复，请部署上一版本。',
  }),
  'needs-rollback': (_, { rollbackSupported, hasRollbackCommand, short }) => ({
    title: `发布异常，需要人工回滚${because(short)}`,
    what: '发布过程中发生异常（SubStatus 1）：SAE 既无法完成发布，也无法自行回滚。',
    remedy:
      rollbackSupported === false
        ? '请在控制台打开该变更单并将其终止（API 返回不支持回滚）。\n完成后部署修复后的版本。'
        : `请在控制台${hasRollbackCommand ? '或使用下面的命令' : ''}回滚该变更单。\n完成后部署修复后的版本。`,
  }),
  contradicted: ({ evidence: { number, batch } }, { short }) => ({
    title: `${nthBatch(number)}${batchStatus(batch)}，但变更单显示执行成功${because(short)}`,
    what: `变更单显示执行成功，但${nthBatch(number)}显示${batchStatus(batch)}。`,
    remedy: '请在控制台查清实际运行的版本，然后再在此基础上发布。',
  }),
  'batch-unknown': ({ evidence: { number } }) => ({
    title: unconfirmed(`${nthBatch(number)}的状态未返回`),
    what: `变更单显示执行成功，但 API 没有返回${nthBatch(number)}的状态，因此无法确认发布成功。`,
    remedy: CHECK_EVERY_BATCH,
  }),
  'batch-open': ({ evidence: { number, batch } }) => ({
    title: unconfirmed(`${nthBatch(number)}${batchStatus(batch)}`),
    what: `变更单显示执行成功，但${nthBatch(number)}的状态为${batchStatus(batch)}，因此无法确认发布成功。`,
    remedy: CHECK_EVERY_BATCH,
  }),
  'batches-differ': ({ evidence: { shown, count } }) => ({
    title: unconfirmed(`返回的${BATCH}不完整`),
    what: `变更单显示执行成功，但${BATCH}数量不一致：API 返回了 ${shown} 个不同的${BATCH}，而 BatchCount ${count === undefined ? `缺失或不是${BATCH}数` : `为 ${count}`}；两者应当一致。`,
    remedy: CHECK_EVERY_BATCH,
  }),
  absent: ({ fault }, facts) => absentText(facts, faultText({ ...fault, message: '' })),
  unlisted: (_, { changeOrderId, askedAppId }) => ({
    title: unknown('变更单与应用不匹配'),
    what: `无法确认变更单“${changeOrderId}”属于应用“${askedAppId ?? ''}”：响应中没有应用信息，该应用的变更单列表中也没有它。`,
    remedy: '请确认 changeOrderId 与 appId 相对应。',
  }),
  foreign: ({ appId }, { changeOrderId, askedAppId }) => ({
    title: '变更单与应用不匹配',
    what: `变更单“${changeOrderId}”属于应用“${appId}”，而不属于“${askedAppId ?? ''}”。`,
    remedy: '请确认 changeOrderId 与 appId 来自同一次部署。',
  }),
  refused: ({ fault }, { changeOrderId }) => ({
    title: unknown(faultShort(fault)),
    what: sentence(faultText(fault)),
    remedy: faultSteps(fault, changeOrderId),
  }),
  outage: ({ fault, lastedMs }, facts) => ({
    title: unknown(`${faultShort(fault)}，已持续 ${duration(lastedMs)}`),
    what: `API 已有 ${duration(lastedMs)}无法读取。最近一次错误：${sentence(faultText(fault))}`,
    remedy: `${faultSteps(fault, facts.changeOrderId)}\n如果要容忍此类中断，请调大 outageTolerance。`,
  }),
  deadline: (_, facts) => ({
    title: `${deadline(facts).title}${because(facts.short)}`,
    what: `${deadline(facts).what}${lastError(facts)}`,
    remedy: deadlineRemedy(facts),
  }),
  'not-awaited': (_, { stopper, changeOrderId }) => ({
    title: '未等到结束，因为另一个发布未成功',
    what: `${stopper === undefined ? '本步骤的另一个变更单' : `${stopper} `}未成功，且已开启 failFast，因此没有等到本变更单结束。`,
    remedy: `请先查看${stopper === undefined ? '未成功的那个变更单' : ` ${stopper}`}。\n如需得知本变更单的结果，请${runAgain(changeOrderId)}；如需以后等到所有变更单结束，请将 failFast 设为“false”。`,
  }),
  'manual-step': ({ status, ranOut }, facts) => {
    const step = manualStepOf(status) ?? 'approval';
    return {
      title: WAITS[step],
      what: `${personMust(step, facts)}；${ranOut ? '在 manualStepTimeout 允许的时间内无人处理' : 'onManualStep 为“fail”，因此本步骤不等待人工处理'}。`,
      remedy: `请在控制台打开该变更单并${ACTS[step]}。\n然后${runAgain(facts.changeOrderId)}。`,
    };
  },
  cancelled: ({ signal }, facts) => ({
    title: `等待已取消，${facts.unproven ? '未能确认发布成功' : facts.lastState === undefined ? '未查到状态' : '发布仍在进行'}`,
    what: `等待了 ${duration(facts.waitedMs)}后被取消（${signal}）${facts.unproven ? '，此时尚未确认发布成功' : ''}。`,
    remedy: `如需再次等待，请${runAgain(facts.changeOrderId)}。\n如需停止发布，请使用控制台。`,
  }),
  undated: ({ claimedMs }, { changeOrderId }) => ({
    title: unconfirmed(BOUND),
    what:
      claimedMs === undefined
        ? `变更单“${changeOrderId}”显示执行成功，但 API 没有返回可信的创建时间和开始时间，因此无法确认它属于本次运行。`
        : `变更单“${changeOrderId}”显示执行成功，但其开始时间为 ${formatTime(claimedMs)}，晚于当前时间，因此无法确认它属于本次运行。`,
    remedy: SET_THE_ID,
  }),
  stale: ({ startMs }, { changeOrderId }) => ({
    title: '变更单早于本次运行',
    what: `变更单“${changeOrderId}”开始于 ${formatTime(startMs)}，早于本次运行：它不属于本次运行。`,
    remedy: SET_THE_ID,
  }),
  'none-found': ({ newest, bound }, { askedAppId, waitedMs }) => ({
    title: '未找到本次运行的变更单',
    what:
      `应用“${askedAppId ?? ''}”没有可能属于本次运行的变更单：查找了 ${duration(waitedMs)}，${sinceText(bound)}都没有创建符合条件的变更单。` +
      (newest === undefined
        ? '该应用也没有其他变更单。'
        : `最新的变更单不符合条件（${REFUSALS[newest.reason]}）：${orderName(newest.order)}。`),
    remedy:
      (bound.source === 'job' ? `${onlyThisJob(bound)}\n` : '') +
      '请检查部署步骤是否确实部署到了该应用和地域。\n最好将 changeOrderId 设为部署调用返回的 ID；否则，如果变更单属于其他类型，请设置 coType；如果它创建得更早，请设置 createdAfter。',
  }),
  'list-unreadable': ({ fault, succeeded }) => ({
    title: succeeded ? unconfirmed(`变更单列表：${faultShort(fault)}`) : unknown(faultShort(fault)),
    what: `${succeeded ? '发布成功，但未能再次读取变更单列表，因此无法确认没有其他相关的变更单' : '无法读取变更单列表'}。最近一次错误：${sentence(faultText(fault))}`,
    remedy:
      fault.detail?.kind === 'list-unfinished'
        ? '列表可能很长：请调大 timeout 或 maxCallsPerMinute，或者将 changeOrderId 设为部署调用返回的 ID，这样就不需要读取列表。'
        : faultRemedy(fault),
  }),
  'name-unknown': ({ appName, namespaceId, nearest }) => ({
    title: `未找到应用“${cleanText(appName, 100)}”`,
    what:
      `${namespaceId === undefined ? '' : `命名空间 ${cleanText(namespaceId, 100)} 中`}没有名称恰好为“${cleanText(appName, 100)}”的应用。` +
      (nearest.length === 0
        ? '按此名称查找，没有找到相近的名称。'
        : `按此名称查找到：${nearest.map(name => `“${name}”`).join('、')}。`),
    remedy:
      '请检查 appName（须完全一致，区分大小写；灰度应用不能按名称查找）。\n请确认 regionId 和 namespaceId 是该应用所在的地域和命名空间，或者改用 appId。',
  }),
  'name-ambiguous': ({ appName, count: many, namespaces }) => ({
    title: `有 ${many} 个应用名为“${cleanText(appName, 100)}”`,
    what: `有 ${many} 个应用的名称为“${cleanText(appName, 100)}”，所在命名空间为 ${namespaces.slice(0, MOST_NAMESPACES).join('、')}${namespaces.length > MOST_NAMESPACES ? ' 等' : ''}。`,
    remedy:
      namespaces.length === 1
        ? '请用 appId 指定该应用的 ID，代替 appName。'
        : '请将 namespaceId 设为该应用所在的命名空间，或者用 appId 指定其 ID，代替 appName。',
  }),
  'name-mismatch': ({ appName, appId, askedAppId }) => ({
    title: 'appName 与 appId 不是同一个应用',
    what: `名称为“${cleanText(appName, 100)}”的应用是“${appId}”，而不是 appId 指定的“${askedAppId}”。`,
    remedy: '请确认 appName 与 appId 指向同一个应用，或者只提供其中之一。',
  }),
  'names-unreadable': ({ fault }) => ({
    title: unknown(faultShort(fault)),
    what: `无法按名称查找应用。最近一次错误：${sentence(faultText(fault))}`,
    remedy: `${faultRemedy(fault)}\n或者用 appId 代替 appName，这样就无需查找。`,
  }),
  'bad-inputs': ({ faults }) => ({
    title: `有 ${faults.length} 处输入需要修正`,
    what: `本步骤没有启动：有 ${faults.length} 处输入需要修正。`,
    remedy: '请更正本步骤的输入。未调用任何 API。',
  }),
  bug: ({ message }) => ({
    title: '发布门禁自身出错，未得出结论',
    what: `发布门禁自身出错：${message}`,
    remedy: '这是发布门禁的缺陷，与发布的结果无关。请开启调试日志后重新运行作业，并附上日志报告该问题。',
  }),
};

/** Put before and after what is said of the order that decided among several. */
export const amongSeveral = (orderId: string): Omit<Explanation, 'title'> => ({
  what: `有多个变更单可能属于本次运行，其中变更单 ${orderId} 未成功。`,
  remedy:
    '如果只等待一个变更单，请将 changeOrderId 设为其 ID，或为部署设置独有的描述（ChangeOrderDesc），并在 descriptionContains 中指定它。',
});
