import type { Words } from '../words.ts';
import { clockIs } from './faults.ts';
import {
  BATCH,
  approvalName,
  aside,
  batchCount,
  batchName,
  duration,
  releaseNeeded,
  targetName,
} from './phrases.ts';

const KEEPS_WAITING = '门禁会继续等待，其间运行器的使用时长照常计费。';

/** What the log says of a wait, in Chinese. */
export const log: Words['log'] = {
  started: version => `sae-rollout-gate ${version}`,
  waiting: (order, appId, place, timeoutMs) =>
    `开始等待${targetName(order, appId)}（${place}），最多等待 ${duration(timeoutMs)}。`,
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
    `${batchName(place)}：${status}${tookMs === undefined ? '' : `，用时 ${duration(tookMs)}`}`,
  heartbeat: (state, estimate, looks, leftMs) =>
    `仍在等待：${state}${estimate === '' ? '' : ` · ${estimate}`} · 已查询 ${looks} 次 · 距截止还有 ${duration(leftMs)}`,
  liveBeat: (state, estimate, leftMs) =>
    `${state}${estimate === '' ? '' : ` · ${estimate}`} · 距截止还有 ${duration(leftMs)}`,
  stepHeartbeat: ({ all, going, red }, named, leftMs) =>
    `仍在等待 ${all} 个发布中的 ${going} 个${aside(named.join('、'))}${red === 0 ? '' : ` · ${red} 个未通过`} · 距截止还有 ${duration(leftMs)}`,
  notSeenYet: '尚未查到该变更单',
  trouble: text => `没有得到可用的响应，将再次查询：${text}`,
  troubleOver: (faults, lastedMs) => `API 已恢复可读，此前 ${duration(lastedMs)}内查询失败 ${faults} 次。`,
  doubtful: {
    absent: '（目前）没有该变更单；将再查询 15 秒，然后才予以确认。',
    contradicted: `变更单显示执行成功，但有${BATCH}显示执行失败；将再查询 15 秒，然后判定。`,
    'batch-unknown': `变更单显示执行成功，但未返回某个${BATCH}的状态；将再查询 15 秒。`,
    'batch-open': `变更单显示执行成功，但有${BATCH}尚未执行成功；将再查询 15 秒，然后判定。`,
    'batches-differ': `变更单显示执行成功，但返回的${BATCH}与 BatchCount 不一致；将再查询 15 秒。`,
    undated: '变更单显示执行成功，但其时间无法证明它属于本次运行；将再查询 15 秒。',
    contradictory: '响应同时表示成功和错误；将再查询 15 秒，然后判定。',
    refused: 'API 以文档中未说明的错误码拒绝了请求；将再查询 15 秒，然后才予以确认。',
    'unknown-host': '（目前）该主机名不存在；将再查询 15 秒，然后才予以确认。',
    unlisted: '该变更单（目前）不在应用的变更单列表中；将再查询 15 秒，然后才予以确认。',
  },
  request: (action, requestId, tookMs, outcome) =>
    `${action} ${requestId ?? '无 RequestId'} ${duration(tookMs)}：${outcome}`,
  notReported: reason => `报告有一部分未能写出（判定不变）：${reason}`,
};

/** What a person has to be told while a wait goes on, in Chinese. */
export const warning: Words['warning'] = {
  unmaskableTitle: 'SAE 发布门禁：有敏感信息无法屏蔽',
  unmaskable: names =>
    `${names.join('、')}：内容过短或是过于常见的单词，无法屏蔽，否则其他包含它的文字也会被隐藏。应为至少 8 个字符的密钥或密码（混合使用字母、数字和符号时至少 5 个）。门禁仍会使用它，但如果服务器在响应中引用，它可能会显示出来：请改用更长的密钥或密码。`,
  releaseTitle: 'SAE 发布在等待人工操作',
  release: (order, application) => `${releaseNeeded(order, application)}${KEEPS_WAITING}`,
  approvalTitle: 'SAE 发布在等待审批',
  approval: (order, approvalId) =>
    `需要有人在控制台审批变更单 ${order}${approvalName(approvalId)}，之后它才会执行。${KEEPS_WAITING}`,
  unknownStatusTitle: 'SAE 发布处于未知状态',
  unknownStatus: (what, value) =>
    `API 返回的 ${what} 为 ${value}，API 文档没有说明其含义。门禁既不将其视为成功，也不视为失败，会继续等待；请到控制台查看。`,
  durationTitle: 'SAE 发布门禁：秒还是分钟？',
  clockTitle: 'SAE 发布门禁：时钟不准',
  clock: aheadMs =>
    `${clockIs(aheadMs)}，因此 API 拒绝了一个请求。该请求已按 API 的时间重新签名，后续请求也照此签名；其他判断均不使用该时间。请通过 NTP 校准本机时钟。`,
};
