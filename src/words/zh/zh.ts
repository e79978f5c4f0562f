import type { Verdict } from '../../rollout/verdicts.ts';
import type { BatchPlace, Words } from '../words.ts';
import { command } from './command.ts';
import { diagnosis } from './diagnosis.ts';
import { approvalName, duration } from './phrases.ts';
import { estimateText, noteText } from './notes.ts';
import { clockIs, faultRemedy, faultText, gitHubFailure } from './faults.ts';
import { inputFault } from './inputs.ts';
import { amongSeveral, cause, statusName, subStatusName, unknownStatus, verdicts } from './rollout.ts';

const batchName = ({ number, of }: BatchPlace): string => `第 ${number}/${of} 批`;

const targetName = (order: string | undefined, appId: string | undefined): string =>
  order === undefined ? `应用 ${appId ?? ''} 的发布` : `变更单 ${order}`;

function verdictText(verdict: Verdict | undefined): string {
  return verdict === undefined ? '正在进行' : verdicts[verdict];
}

const KEEPS_WAITING = '门禁会继续等待，其间运行器的使用时长照常计费。';

/** Simplified Chinese, in the terms of Alibaba Cloud's console and documentation. */
export const zh: Words = {
  colon: '：',
  comma: '，',
  sentenceGap: '',
  aside: text => `（${text}）`,
  duration,
  statusName,
  unknownStatus,
  subStatusName,
  verdict: verdicts,
  log: {
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
      `${name}${type === undefined ? '' : `（${type}）`}：${status}${batches === 0 ? '' : `，共 ${batches} 批`}`,
    order: status => `变更单：${status}`,
    subStatus: subStatus => `子状态（SubStatus）：${subStatus}`,
    batch: (place, status, tookMs) =>
      `${batchName(place)}：${status}${tookMs === undefined ? '' : `，用时 ${duration(tookMs)}`}`,
    heartbeat: (state, estimate, looks, leftMs) =>
      `仍在等待：${state}${estimate === '' ? '' : ` · ${estimate}`} · 已查询 ${looks} 次 · 距截止还有 ${duration(leftMs)}`,
    liveBeat: (state, estimate, leftMs) =>
      `${state}${estimate === '' ? '' : ` · ${estimate}`} · 距截止还有 ${duration(leftMs)}`,
    stepHeartbeat: ({ all, going, red, named, leftMs }) =>
      `仍在等待 ${all} 个发布中的 ${going} 个${named.length === 0 ? '' : `（${named.join('、')}）`}${red === 0 ? '' : ` · ${red} 个未通过`} · 距截止还有 ${duration(leftMs)}`,
    notSeenYet: '尚未查到该变更单',
    trouble: text => `没有得到可用的响应，将再次查询：${text}`,
    troubleOver: (faults, lastedMs) => `API 已恢复可读，此前 ${duration(lastedMs)}内查询失败 ${faults} 次。`,
    doubtful: {
      absent: '（目前）没有该变更单；将再查询 15 秒，然后才予以确认。',
      contradicted: '变更单显示执行成功，但有批次显示执行失败；将再查询 15 秒，然后判定。',
      'batch-unknown': '变更单显示执行成功，但未返回某个批次的状态；将再查询 15 秒。',
      'batch-open': '变更单显示执行成功，但有批次尚未执行成功；将再查询 15 秒，然后判定。',
      'batches-differ': '变更单显示执行成功，但返回的批次与 BatchCount 不一致；将再查询 15 秒。',
      undated: '变更单显示执行成功，但其时间无法证明它属于本次运行；将再查询 15 秒。',
      contradictory: '响应同时表示成功和错误；将再查询 15 秒，然后判定。',
      refused: 'API 以文档中未说明的错误码拒绝了请求；将再查询 15 秒，然后才予以确认。',
      'unknown-host': '（目前）该主机名不存在；将再查询 15 秒，然后才予以确认。',
      unlisted: '该变更单（目前）不在应用的变更单列表中；将再查询 15 秒，然后才予以确认。',
    },
    request: (action, requestId, tookMs, outcome) =>
      `${action} ${requestId ?? '无 RequestId'} ${duration(tookMs)}：${outcome}`,
    notReported: reason => `报告有一部分未能写出（判定不变）：${reason}`,
  },
  warning: {
    unmaskableTitle: 'SAE 发布门禁：有敏感信息无法屏蔽',
    unmaskable: names =>
      `${names.join('、')}：内容过短或是过于常见的单词，无法屏蔽，否则其他包含它的文字也会被隐藏。应为至少 8 个字符的密钥或密码（混合使用字母、数字和符号时至少 5 个）。门禁仍会使用它，但如果服务器在响应中引用，它可能会显示出来：请改用更长的密钥或密码。`,
    releaseTitle: 'SAE 发布在等待人工操作',
    release: (order, application) =>
      `需要有人在控制台确认发布变更单 ${order}${application === undefined ? ' ' : `（应用 ${application}）`}的下一批：SAE 不会自动继续。${KEEPS_WAITING}`,
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
  },
  note: noteText,
  estimate: estimateText,
  batchIs: (place, status, forMs) =>
    `${batchName(place)}${status}${forMs === undefined ? '' : `，已持续 ${duration(forMs)}`}`,
  fault: faultText,
  faultRemedy,
  cause,
  amongSeveral,
  inputFault,
  diagnosis,
  command,
  check: {
    impossible: {
      title: 'SAE 发布门禁：无法显示检查运行',
      message: 'checkRun 为 true，但没有令牌，或无法得知提交：发布只会显示在日志和摘要中。',
    },
    refused: (status, message) => ({
      title: 'SAE 发布门禁：无法显示检查运行',
      message: `GitHub 拒绝了检查运行（HTTP ${status}：${message}）；门禁会在没有检查运行的情况下继续等待。它需要“permissions: checks: write”（来自 fork 的拉取请求的运行无法获得该权限），且 checkName 不能是某个作业的名称。`,
    }),
    batch: batchName,
    pause: after => `${batchName(after)}后暂停`,
    state: status => status,
    doubtful: '响应存疑，正在再次查询',
    ending: status => `变更单显示${status}，即将判定`,
    killedTitle: 'SAE 发布未等到结束',
    killed: '门禁的进程在给出判定之前就已结束。发布会自行继续：请到 SAE 控制台查看。',
    closed: '已将仍在进行中的检查运行关闭，结果为已取消（cancelled）。',
    notClosed: failure => `未能关闭仍在进行中的检查运行：${gitHubFailure(failure)}`,
  },
  report: {
    headline: verdict => ({ before: '', after: ` 的发布${verdictText(verdict)}` }),
    severalHeadline: ({ all, green, red, going }) => {
      const open = `${red === 0 ? '' : `，${red} 个未通过`}，${going} 个正在进行`;
      return `${all} 个发布中已有 ${green} 个成功${going === 0 ? '' : open}`;
    },
    goingOn: '正在进行',
    open: '打开',
    overview: '总览',
    overviewColumn: {
      number: '#',
      application: '应用',
      state: '状态',
      bar: '批次',
      duration: '等待时长',
      verdict: '判定',
      link: '控制台',
    },
    moreRed: orders => ({
      title: 'SAE 发布：还有未通过的变更单',
      message: `还有 ${orders} 个变更单未通过：请查看作业摘要。`,
    }),
    unnamedHeadline: verdict => `SAE 发布${verdictText(verdict)}`,
    facts: '基本信息',
    notes: '说明',
    chart: '图表',
    timeline: '时间线',
    batchLabel: number => `第 ${number} 批`,
    pause: '暂停',
    planned: '计划',
    openJob: '此作业的日志',
    whatToDo: '处理办法',
    errorMessage: 'SAE 的说明',
    fact: {
      verdict: '判定',
      application: '应用',
      changeOrder: '变更单',
      type: '变更类型',
      status: '状态',
      description: '描述',
      waited: '等待时长',
      usual: '通常用时',
      estimate: '进度预估',
      region: '地域',
      started: '发布开始时间',
      rollback: '支持回滚',
    },
    usual: (usualMs, longerThanAny) =>
      `${duration(usualMs)}${longerThanAny === undefined ? '' : `；本次已超过最近 ${longerThanAny} 次发布中最长的一次`}`,
    yes: '是',
    no: '否',
    batches: '批次',
    batchColumn: { batch: '批次', state: '状态', start: '开始时间（UTC）', duration: '用时', bar: '时段' },
    allBatches: batches => `全部 ${batches} 个批次`,
    moreBatches: batches => `……另有 ${batches} 批`,
    notBegun: '未开始',
    openInConsole: '在 SAE 控制台中打开',
    footer: ({ looks, throttles, faults, lateMs, version }) =>
      [
        `查询 ${looks} 次`,
        ...(throttles === 0 ? [] : [`被限流 ${throttles} 次`]),
        ...(faults === 0 ? [] : [`容忍查询失败 ${faults} 次`]),
        ...(lateMs === undefined ? [] : [`最多晚 ${duration(lateMs)}得知发布结束`]),
        `sae-rollout-gate ${version}`,
      ].join(' · '),
    leftOut: names => `因篇幅所限，以下内容已省略：${names.join('、')}。`,
  },
};
