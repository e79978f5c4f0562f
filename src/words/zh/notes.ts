import type { RefusalReason } from '../../discovery/choose-order.ts';
import type { BoundSource, CreationBound } from '../../discovery/run-start.ts';
import type { Note } from '../../endings/note.ts';
import type { CredentialsSource } from '../../credentials/choice.ts';
import type { ListedOrder } from '../../rollout/change-order.ts';
import type { Estimate } from '../../schedule/estimate.ts';
import { cleanText } from '../../text/clean.ts';
import { joined } from '../../text/parts.ts';
import { formatTime, roughMs } from '../format.ts';
import type { NoteText } from '../facts.ts';
import type { Sayings } from '../kinds.ts';
import { sayingOf } from '../kinds.ts';
import { faultText, runUnknownText } from './faults.ts';
import { FIRST_BATCH, aside, duration } from './phrases.ts';

/** How far a rollout is and how long it may still take; empty where nobody can tell. */
export function estimateText({ fractionDone, remainingMs, usualMs, longerThanAny }: Estimate): string {
  return joined(
    ' · ',
    fractionDone !== undefined && `${Math.floor(fractionDone * 100)}%`,
    remainingMs !== undefined && `预计还需约 ${duration(roughMs(remainingMs))}`,
    longerThanAny !== undefined && `已超过最近 ${longerThanAny} 次发布中最长的一次`,
    usualMs !== undefined && `通常需要 ${duration(usualMs)}`,
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

/** Why an order cannot be this run's own, in half a sentence. */
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

/** An order by its id, with what a person knows it by. */
export function orderName({ changeOrderId, coTypeCode, createdMs, description }: ListedOrder): string {
  const known = aside(
    coTypeCode,
    createdMs !== undefined && `创建于 ${formatTime(createdMs)}`,
    cleanText(description) !== '' && `“${cleanText(description, 80)}”`,
  );
  return `${cleanText(changeOrderId, 100)}${known}`;
}

const NOTES: Sayings<Note> = {
  credentials: note => `访问凭证：${CREDENTIALS[note.source]}。`,
  'unknown-co-type': note => `coType：“${note.coType}”不是 API 文档列出的变更类型；仍会按该类型查找变更单。`,
  bound: note => boundText(note.bound, note.agoMs),
  'search-trouble': note => `无法读取变更单列表，将再次查询：${faultText(note.fault)}`,
  learnt: note =>
    note.count === 1
      ? `该应用最近一次同类型的发布用时 ${duration(note.usualMs)}。`
      : `该应用最近 ${note.count} 次同类型的发布用时 ${duration(note.shortestMs)}至 ${duration(note.longestMs)}，通常为 ${duration(note.usualMs)}。`,
  'older-running': note => `仍在执行，但创建于该时间之前，因此跳过：${orderName(note.order)}。`,
  'first-attempt': note =>
    `这是一次重新运行，且本次尝试开始后没有创建变更单：将采用本次运行创建（${formatTime(note.createdMs)}）以来最新的变更单。`,
  chosen: note => chosenText(note),
  stale: note =>
    `已跳过：${cleanText(note.changeOrderId, 100)}，其${FIRST_BATCH}开始于 ${formatTime(note.startMs)}，早于本次运行。`,
  'also-qualifies': note => `同样符合条件，因此也必须成功：${orderName(note.order)}。`,
  'newer-order': note =>
    `此后另有一个变更单，它会改变实际运行的内容，但不影响判定：${orderName(note.refusal.order)}；不等待它，因为${REFUSALS[note.refusal.reason]}。`,
};

/** The titles of those that are annotations. */
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

/** What follows where the start of the job stands in for that of the run, and what to do about it. */
export function onlyThisJob({ runUnknown }: CreationBound): string {
  const reason = runUnknown === undefined ? '未说明原因' : runUnknownText(runUnknown);
  // Nobody's permissions mend a time that cannot be.
  const remedy =
    runUnknown?.kind === 'impossible'
      ? '请将变更单 ID 传给 changeOrderId。'
      : '请为该作业授予“permissions: actions: read”，或将变更单 ID 传给 changeOrderId。';
  return `无法查询本次运行本身的开始时间（${reason}），因此看不到本次运行中更早的作业所创建的变更单：${remedy}`;
}
