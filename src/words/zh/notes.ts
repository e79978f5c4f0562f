import type { CredentialsSource } from '../../credentials/choice.ts';
import type { RefusalReason } from '../../discovery/choose-order.ts';
import type { BoundSource, CreationBound } from '../../discovery/run-start.ts';
import type { Note } from '../../endings/ending.ts';
import type { ListedOrder } from '../../rollout/change-order.ts';
import type { Estimate } from '../../schedule/estimate.ts';
import { cleanText } from '../../text/clean.ts';
import { joined } from '../../text/parts.ts';
import type { NoteText, Sayings } from '../facts.ts';
import { sayingOf } from '../facts.ts';
import { formatTime, roughMs } from '../format.ts';
import type { Words } from '../words.ts';
import { clockIs, faultText, runUnknownText } from './faults.ts';
import {
  BATCH,
  FIRST_BATCH,
  approvalName,
  aside,
  batchCount,
  batchName,
  duration,
  releaseNeeded,
  targetName,
} from './phrases.ts';

const KEEPS_WAITING = '本步骤会继续等待，其间运行器的使用时长照常计费。';

/** The log lines of a wait, in Chinese. */
export const log: Words['log'] = {
  started: version => `sae-rollout-gate ${version}`,
  waiting: (order, appId, place, timeoutMs) =>
    `开始等待${targetName(order, appId)}（${place}），最多等待 ${duration(timeoutMs)}。`,
  waitingForFree: (application, place, timeoutMs) =>
    `开始等待应用 ${application} 空闲（${place}），最多等待 ${duration(timeoutMs)}。`,
  waitingForSeveral: (orders, place, timeoutMs, callsPerMinute) =>
    `开始等待 ${orders} 个发布（${place}），最多等待 ${duration(timeoutMs)}，每分钟最多调用 API ${callsPerMinute} 次：`,
  target: targetName,
  following: order => `正在查看变更单 ${order}。`,
  changesLeftOut: changes => `……此处省略 ${changes} 条变化……`,
  tookPlainNumber: ({ input, got, durationMs }) =>
    `${input}：${got} 按 ${duration(durationMs)}处理（纯数字表示秒）。`,
  shortPlainNumber: ({ input, got, durationMs }) =>
    `${input}：${got} 是纯数字，按秒处理，即 ${duration(durationMs)}。` +
    `如果要表示分钟，请写 ${got}m；如果要表示秒，请写 ${got}s。`,
  firstSeen: (name, type, status, batches) =>
    `${name}${aside(type)}：${status}${batches === 0 ? '' : `，共 ${batchCount(batches)}`}`,
  order: status => `变更单：${status}`,
  subStatus: subStatus => `子状态（SubStatus）：${subStatus}`,
  batch: (place, status, tookMs) =>
    `${batchName(place)}：${status}${tookMs === undefined ? '' : `，耗时 ${duration(tookMs)}`}`,
  heartbeat: (state, estimate, looks, leftMs) =>
    `仍在等待：${state}${estimate === '' ? '' : ` · ${estimate}`} · 已查询 ${looks} 次 · 距截止还有 ${duration(leftMs)}`,
  liveBeat: (state, estimate, leftMs) =>
    `${state}${estimate === '' ? '' : ` · ${estimate}`} · 距截止还有 ${duration(leftMs)}`,
  stepHeartbeat: ({ all, going, red }, named, leftMs) =>
    `仍在等待 ${all} 个发布中的 ${going} 个${aside(named.join('、'))}${red === 0 ? '' : ` · ${red} 个未成功`} · 距截止还有 ${duration(leftMs)}`,
  notSeenYet: '尚未查到该变更单',
  trouble: text => `没有得到可用的响应，将再次查询：${text}`,
  troubleOver: (faults, lastedMs) => `API 已恢复可读，此前 ${duration(lastedMs)}内查询失败 ${faults} 次。`,
  doubtful: {
    absent: '（目前）没有该变更单；将再查询 15 秒，然后才予以确认。',
    contradicted: `变更单显示执行成功，但有${BATCH}显示执行失败；将再查询 15 秒，然后得出结论。`,
    'batch-unknown': `变更单显示执行成功，但未返回某个${BATCH}的状态；将再查询 15 秒。`,
    'batch-open': `变更单显示执行成功，但有${BATCH}尚未执行成功；将再查询 15 秒，然后得出结论。`,
    'batches-differ': `变更单显示执行成功，但返回的${BATCH}与 BatchCount 不一致；将再查询 15 秒。`,
    undated: '变更单显示执行成功，但其时间无法证明它属于本次运行；将再查询 15 秒。',
    contradictory: '响应同时表示成功和错误；将再查询 15 秒，然后得出结论。',
    refused: 'API 以文档中未说明的错误码拒绝了请求；将再查询 15 秒，然后才予以确认。',
    'unknown-host': '（目前）该主机名不存在；将再查询 15 秒，然后才予以确认。',
    unlisted: '该变更单（目前）不在应用的变更单列表中；将再查询 15 秒，然后才予以确认。',
  },
  request: (action, requestId, tookMs, outcome) =>
    `${action} ${requestId ?? '无 RequestId'} ${duration(tookMs)}：${outcome}`,
  notReported: reason => `报告有一部分未能写出（结论不变）：${reason}`,
};

/** Warnings during a wait, in Chinese. */
export const warning: Words['warning'] = {
  unmaskableTitle: 'SAE 发布门禁：有敏感信息无法屏蔽',
  unmaskable: names =>
    `${names.join('、')}：内容过短或是过于常见的单词，无法屏蔽，否则其他包含它的文字也会被隐藏。应为至少 8 个字符的密钥或密码（混合使用字母、数字和符号时至少 5 个）。本步骤仍会使用它，但如果服务器在响应中引用，它可能会显示出来：请改用更长的密钥或密码。`,
  releaseTitle: 'SAE 发布在等待人工操作',
  release: (order, application) => `${releaseNeeded(order, application)}${KEEPS_WAITING}`,
  approvalTitle: 'SAE 发布在等待审批',
  approval: (order, approvalId) =>
    `需要有人在控制台审批变更单 ${order}${approvalName(approvalId)}，之后它才会执行。${KEEPS_WAITING}`,
  unknownStatusTitle: 'SAE 发布处于未知状态',
  unknownStatus: (what, value) =>
    `API 返回的 ${what} 为 ${value}，API 文档没有说明其含义。本步骤既不将其视为成功，也不视为失败，会继续等待；请到控制台查看。`,
  durationTitle: 'SAE 发布门禁：秒还是分钟？',
  clockTitle: 'SAE 发布门禁：时钟不准',
  clock: aheadMs =>
    `${clockIs(aheadMs)}，因此 API 拒绝了一个请求。该请求已按 API 的时间重新签名，后续请求也照此签名；其他判断均不使用该时间。请通过 NTP 校准本机时钟。`,
};

/** The progress of a rollout and its remaining time; empty if unknown. */
export function estimateText({ fractionDone, remainingMs, usualMs, longerThanAny }: Estimate): string {
  return joined(
    ' · ',
    // A share of the order's own time beside the remaining time would not add up.
    fractionDone !== undefined && remainingMs === undefined && `${Math.floor(fractionDone * 100)}%`,
    remainingMs !== undefined && `预计剩余约 ${duration(roughMs(remainingMs))}`,
    longerThanAny !== undefined && `已超过最近 ${longerThanAny} 次发布中最长的一次`,
    usualMs !== undefined && `通常耗时 ${duration(usualMs)}`,
  );
}

const CREDENTIALS: Readonly<Record<CredentialsSource, string>> = {
  keys: '输入中的 AccessKey',
  role: '输入中的 RAM 角色，以此工作流的 ID 令牌扮演',
  'role-by-token-file': '输入中的 RAM 角色，以 ALIBABA_CLOUD_OIDC_TOKEN_FILE 中的令牌扮演',
  'environment-keys': '环境变量中的 AccessKey',
  'environment-role': '环境变量中的 RAM 角色，以此工作流的 ID 令牌扮演',
  'environment-role-by-token-file': '环境变量中的 RAM 角色，以 ALIBABA_CLOUD_OIDC_TOKEN_FILE 中的令牌扮演',
  'ecs-role': '此 ECS 实例的 RAM 角色',
};

/** Why an order cannot belong to this run, in half a sentence. */
export const REFUSALS: Readonly<Record<RefusalReason, string>> = {
  'other-application': '它属于另一个应用',
  'other-type': '它的类型不是 coType 所要求的',
  'other-description': '它的描述不包含 descriptionContains',
  'no-time': '它的创建时间缺失、无法识别或晚于当前时间',
  'too-old': '它创建得太早',
  stale: `它的${FIRST_BATCH}早于本次运行开始`,
};

const BOUNDS: Readonly<Record<BoundSource, string>> = {
  run: '本次工作流运行开始',
  job: '本作业开始',
  'first-attempt': '本次运行首次创建',
  input: '输入项 createdAfter 指定的时间',
  pipeline: '本流水线创建',
};

/** An order by its ID, with its known properties. */
export function orderName({ changeOrderId, coTypeCode, createdMs, description }: ListedOrder): string {
  const known = aside(
    coTypeCode,
    createdMs !== undefined && `创建于 ${formatTime(createdMs)}`,
    cleanText(description) !== '' && `“${cleanText(description, 80)}”`,
  );
  return `${cleanText(changeOrderId, 100)}${known}`;
}

/** The blocking order, with its known properties. */
export function blockingName(order: ListedOrder): string {
  return `变更单 ${orderName(order)}${order.createdBy === undefined ? '' : `，创建者 ${order.createdBy}`}`;
}

/** How many other orders are in progress. */
export function andOthers(others: number): string {
  return others === 0 ? '' : `；另有 ${others} 个变更单未结束`;
}

/** What keeps the application from being free, in one line. */
function blockedBy({ order, others }: Extract<Note, { kind: 'blocked-by' }>): string {
  return `应用尚未空闲，未结束的变更单：${blockingName(order)}${andOthers(others)}。`;
}

const NOTES: Sayings<Note> = {
  credentials: note => `访问凭证：${CREDENTIALS[note.source]}。`,
  'unknown-co-type': note => `coType：“${note.coType}”不是 API 文档列出的变更类型；仍会按该类型查找变更单。`,
  bound: note => boundText(note.bound, note.agoMs),
  named: note =>
    `appName：“${cleanText(note.appName, 100)}”对应应用 ${note.appId}${aside(note.namespaceId !== undefined && `命名空间 ${note.namespaceId}`)}。`,
  'naming-trouble': note => `无法按名称查找应用，将再次查询：${faultText(note.fault)}`,
  'search-trouble': note => `无法读取变更单列表，将再次查询：${faultText(note.fault)}`,
  learnt: note =>
    note.count === 1
      ? `该应用最近一次同类型的发布耗时 ${duration(note.usualMs)}。`
      : `该应用最近 ${note.count} 次同类型的发布耗时 ${duration(note.shortestMs)}至 ${duration(note.longestMs)}，通常为 ${duration(note.usualMs)}。`,
  'blocked-by': note => blockedBy(note),
  'older-running': note => `仍在执行，但创建于该时间之前，因此跳过：${orderName(note.order)}。`,
  'first-attempt': note =>
    `这是一次重新运行，且本次尝试开始后没有创建变更单：将采用本次运行创建（${formatTime(note.createdMs)}）以来最新的变更单。`,
  chosen: note => chosenText(note),
  stale: note =>
    `已跳过：${cleanText(note.changeOrderId, 100)}，其${FIRST_BATCH}开始于 ${formatTime(note.startMs)}，早于本次运行。`,
  'also-qualifies': note => `同样符合条件，因此也必须成功：${orderName(note.order)}。`,
  'newer-order': note =>
    `此后另有一个变更单，它会改变实际运行的内容，但不影响结论：${orderName(note.refusal.order)}；不等待它，因为${REFUSALS[note.refusal.reason]}。`,
};

/** The titles of the notes that are annotations. */
const TITLES: Partial<Readonly<Record<Note['kind'], string>>> = {
  'unknown-co-type': 'SAE 发布门禁：未知的 coType',
  'newer-order': 'SAE 发布门禁：此后另有变更单',
};

/** A note in Chinese. */
export function noteText(note: Note): NoteText {
  return { title: TITLES[note.kind] ?? 'SAE 发布门禁', text: sayingOf(NOTES, note) };
}

function chosenText({ order, of, source }: Extract<Note, { kind: 'chosen' }>): string {
  const chosen = `已选定：${orderName(order)}，`;
  const since = `自${BOUNDS[source]}以来`;
  const which = source === 'first-attempt' ? '符合条件的最新' : '唯一符合条件的';
  if (of === 1) return `${chosen}${since}${which}变更单。`;
  return `${chosen}${since}符合条件的 ${of} 个变更单中最新的一个。其中之一属于本次运行，但无从得知是哪一个，因此它们必须全部成功。`;
}

function boundText(bound: CreationBound, agoMs: number): string {
  const since = `正在查找 ${formatTime(bound.createdAfterMs)}（${BOUNDS[bound.source]}，${duration(agoMs)}前）之后创建的变更单。`;
  if (bound.source === 'job') return `${since}${onlyThisJob(bound)}`;
  return bound.source === 'pipeline' ? `${since}${RUN_AGAIN}` : since;
}

const RUN_AGAIN =
  '重新运行的作业也会计入其首次运行的变更单：如果部署就在此作业中，请指定 --created-after $CI_JOB_STARTED_AT，或者以 --change-order-id 传入部署调用返回的 ID。';

/** Since when an order had to be created, and on a re-run since when it might have been. */
export function sinceText({ source, createdAfterMs, firstAttemptMs }: CreationBound): string {
  const since = `${formatTime(createdAfterMs)}（${BOUNDS[source]}）之后`;
  return firstAttemptMs === undefined
    ? since
    : `${since}，乃至 ${formatTime(firstAttemptMs)}（${BOUNDS['first-attempt']}）之后`;
}

/** What follows if the start of the job replaces that of the run, and what to do about it. */
export function onlyThisJob({ runUnknown }: CreationBound): string {
  const reason = runUnknown === undefined ? '未说明原因' : runUnknownText(runUnknown);
  // Permissions do not help against an impossible time.
  const remedy =
    runUnknown?.kind === 'impossible'
      ? '请将 changeOrderId 设为变更单 ID。'
      : '请为该作业授予“permissions: actions: read”，或将 changeOrderId 设为变更单 ID。';
  return `无法查询本次运行本身的开始时间（${reason}），因此看不到本次运行中更早的作业所创建的变更单：${remedy}`;
}
