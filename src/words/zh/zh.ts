import type { Verdict } from '../../rollout/verdicts.ts';
import { formatTime } from '../format.ts';
import type { BadEnd, BatchPlace, EndFacts, Explanation, Words } from '../words.ts';
import { command } from './command.ts';
import { diagnosis } from './diagnosis.ts';
import { duration, sentence } from './phrases.ts';
import { estimateText, noteText, onlyThisJob, orderName, refusalReason, sinceText } from './notes.ts';
import { clockIs, faultRemedy, faultText, gitHubFailure } from './faults.ts';
import { inputFault } from './inputs.ts';

const batchName = ({ number, of }: BatchPlace): string => `第 ${number}/${of} 批`;

const targetName = (order: string | undefined, appId: string | undefined): string =>
  order === undefined ? `应用 ${appId ?? ''} 的发布` : `变更单 ${order}`;

const approvalName = (approvalId: string | undefined): string =>
  approvalId === undefined ? '' : `（审批 ID ${approvalId}）`;

function verdictText(verdict: Verdict | undefined): string {
  return verdict === undefined ? '正在进行' : zh.verdict[verdict];
}

function goesOn({ lastState, lastLookAgoMs }: EndFacts): string {
  const ago = lastLookAgoMs === undefined ? '' : `（于结束前 ${duration(lastLookAgoMs)}查到）`;
  return lastState === undefined ? '从未查到它的状态。' : `最后查到的状态：${lastState}${ago}。`;
}

function deadlineText(facts: EndFacts): string {
  const waited = duration(facts.waitedMs);
  if (facts.lastState === undefined) return `${waited}内未能获知发布的任何状态；它可能仍在进行。`;
  if (facts.unproven) return `${waited}内未能证明发布成功。${goesOn(facts)}`;
  return `已等待 ${waited}，发布仍在进行。${goesOn(facts)}`;
}

function lastError({ lastFault }: EndFacts): string {
  return lastFault === undefined ? '' : `最近一次错误：${sentence(faultText(lastFault))}`;
}

function withOrder({ changeOrderId }: EndFacts): string {
  return changeOrderId === '' ? '' : `使用 changeOrderId“${changeOrderId}”`;
}

function deadlineRemedy(facts: EndFacts): string {
  const again = `如需再次等待，请${withOrder(facts)}再次运行门禁`;
  const scarce = facts.callsScarce
    ? '调用次数不足，未能在结束时再查询一次：请调大 maxCallsPerMinute，或减少同一步骤中等待的变更单。'
    : '';
  if (facts.waitsFor === undefined) {
    return `${NOT_STOPPED}请到控制台查看；${again}；如果发布通常需要这么长时间，请调大 timeout。${scarce}`;
  }
  const act = facts.waitsFor === 'release' ? '确认发布下一批' : '完成审批';
  return `SAE 不会自动继续：请在控制台打开该变更单并${act}；${again}。如果人工操作通常需要这么长时间，请调大 timeout 或设置 manualStepTimeout。${scarce}`;
}

function badEndRemedy({ how, diagnosed }: BadEnd): string {
  if (how === 'terminated') {
    return '发布已被人终止：请先查明是谁、为何终止（控制台有记录），然后再重新部署。';
  }
  return diagnosed
    ? '请排除诊断指出的原因后重新部署；完整的变更单信息可在控制台查看。'
    : '请在控制台打开该变更单，查看失败的任务，排除原因后重新部署。';
}

function absentText(facts: EndFacts, answer: string): Explanation {
  if (facts.lastState === undefined) {
    return {
      what: `此处没有变更单“${facts.changeOrderId}”：${answer}。`,
      remedy:
        '请检查 changeOrderId，并确认 regionId 是应用所在的地域：变更单只能在该地域查到，且只保留三个月。',
    };
  }
  return {
    what: `变更单“${facts.changeOrderId}”曾经存在，现在已查不到：${answer}。${goesOn(facts)}`,
    remedy: '请先在控制台查清该变更单和应用的情况，然后再重新部署：没有任何信息能证明发布成功。',
  };
}

const NOT_STOPPED = '门禁不会中止发布：发布会自行继续。';
const KEEPS_WAITING = '门禁会继续等待，其间运行器的使用时长照常计费。';

/** Simplified Chinese, in the terms of Alibaba Cloud's console and documentation. */
export const zh: Words = {
  colon: '：',
  comma: '，',
  sentenceGap: '',
  aside: text => `（${text}）`,
  duration,
  statusName: {
    preparing: '准备中',
    'in-progress': '执行中',
    succeeded: '执行成功',
    failed: '执行失败',
    terminated: '已终止',
    'awaiting-release': '等待人工确认发布下一批',
    'auto-pause': '暂停中，SAE 会自动继续',
    'system-error': '系统异常执行失败',
    'awaiting-approval': '等待审批',
    approved: '审批通过，等待执行',
  },
  unknownStatus: status => `状态值 ${status} 未知`,
  subStatusName: subStatus => {
    if (subStatus === undefined) return '未返回';
    if (subStatus === 0) return '正常';
    return subStatus === 1 ? '发生异常' : `子状态值 ${subStatus} 未知`;
  },
  verdict: {
    succeeded: '成功',
    failed: '失败',
    terminated: '已被终止',
    'system-error': '因系统异常失败',
    'needs-rollback': '需要人工回滚',
    'awaiting-manual-step': '在等待人工操作',
    'not-found': '未找到',
    'timed-out': '未在限定时间内完成',
    unreadable: '状态无法读取',
    cancelled: '未等到结束：等待已取消',
    'not-awaited': '未等到结束',
    error: '未能判定：出错',
  },
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
  cause: {
    succeeded: ({ waitedMs }) => ({
      what: `发布成功；门禁等待了 ${duration(waitedMs)}。`,
      remedy: '',
    }),
    endedBadly: end => ({
      what: `变更单已结束，状态为 ${end.status}（${end.statusText}）${end.batch === undefined ? '' : `：${end.batch}`}。`,
      remedy: badEndRemedy(end),
    }),
    needsRollback: rollbackSupported => ({
      what: '发布过程中发生异常（SubStatus 1）：SAE 既无法完成发布，也无法自行回滚。',
      remedy:
        rollbackSupported === false
          ? '需要人工处理：请在控制台打开该变更单并将其终止（API 返回不支持回滚），然后重新部署。'
          : '需要人工回滚：请在控制台打开该变更单并进行回滚，然后重新部署。',
    }),
    contradicted: (batchNumber, batchStatus) => ({
      what: `变更单显示执行成功，但第 ${batchNumber} 批显示${batchStatus}。`,
      remedy: '请在控制台打开该变更单，查清实际运行的是什么，然后再在此基础上发布。',
    }),
    batchUnknown: batchNumber => ({
      what: `变更单显示执行成功，但 API 没有返回第 ${batchNumber} 批的状态，因此无法证明发布成功。`,
      remedy: '请在控制台打开该变更单，确认每个批次都已执行成功。',
    }),
    batchOpen: (batchNumber, batchStatus) => ({
      what: `变更单显示执行成功，但第 ${batchNumber} 批的状态为${batchStatus}，因此无法证明发布成功。`,
      remedy: '请在控制台打开该变更单，确认每个批次都已执行成功。',
    }),
    batchesDiffer: ({ shown, count }) => ({
      what: `变更单显示执行成功，但批次数量不一致：API 返回了 ${shown} 个不同的批次，而 BatchCount ${count === undefined ? '缺失或不是批次数' : `为 ${count}`}；两者应当一致。`,
      remedy: '请在控制台打开该变更单，确认每个批次都已执行成功。',
    }),
    absent: (facts, fault) => absentText(facts, faultText({ ...fault, message: '' })),
    unlisted: ({ changeOrderId, askedAppId }) => ({
      what: `无法证明变更单“${changeOrderId}”属于应用“${askedAppId ?? ''}”：响应中没有应用信息，该应用的变更单列表中也没有它。`,
      remedy: '请确认 changeOrderId 与 appId 相对应。',
    }),
    foreign: ({ changeOrderId, askedAppId }, appId) => ({
      what: `变更单“${changeOrderId}”属于应用“${appId}”，而不属于“${askedAppId ?? ''}”。`,
      remedy: '请确认 changeOrderId 与 appId 来自同一次部署。',
    }),
    refused: (facts, refusal) => ({
      what: `${sentence(faultText(refusal))}${facts.lastState === undefined ? '' : `发布会继续，但门禁不再等待。${goesOn(facts)}`}`,
      remedy: faultRemedy(refusal),
    }),
    outage: (facts, last, lastedMs) => ({
      what: `API 已有 ${duration(lastedMs)}无法读取。${goesOn(facts)}最近一次错误：${sentence(faultText(last))}`,
      remedy: `${faultRemedy(last)}如果要等过此类中断，请调大 outageTolerance。`,
    }),
    deadline: facts => ({
      what: `${deadlineText(facts)}${lastError(facts)}`,
      remedy: deadlineRemedy(facts),
    }),
    notAwaited: facts => ({
      what: `此步骤的另一个变更单未通过，且已开启 failFast，因此没有等到本变更单结束。${goesOn(facts)}`,
      remedy: `${NOT_STOPPED}请先查看未通过的那个变更单。`,
    }),
    manualStep: (facts, release, approvalId, ranOut) => ({
      what: `发布在等待人工${release ? '确认发布下一批' : `审批${approvalName(approvalId)}`}，而${ranOut ? '在 manualStepTimeout 允许的时间内无人处理' : ' onManualStep 为“fail”'}。${goesOn(facts)}`,
      remedy: `请在控制台打开该变更单并${release ? '确认发布下一批' : '完成审批'}，然后${withOrder(facts)}再次运行门禁。`,
    }),
    cancelled: (facts, signal) => ({
      what: `等待了 ${duration(facts.waitedMs)}后被取消（${signal}）；${facts.unproven ? '此时尚未证明发布成功' : '发布仍在进行'}。${goesOn(facts)}`,
      remedy: `${NOT_STOPPED}如需再次等待，请${withOrder(facts)}再次运行门禁；如需停止发布，请使用控制台。`,
    }),
    undated: ({ changeOrderId }, claimedMs) => ({
      what:
        claimedMs === undefined
          ? `变更单“${changeOrderId}”显示执行成功，但 API 没有返回可信的创建时间和开始时间，因此无法证明它属于本次运行。`
          : `变更单“${changeOrderId}”显示执行成功，但其开始时间为 ${formatTime(claimedMs)}，晚于当前时间，因此无法证明它属于本次运行。`,
      remedy: '请将部署调用返回的 ID 传给 changeOrderId。',
    }),
    stale: ({ changeOrderId }, startMs) => ({
      what: `变更单“${changeOrderId}”开始于 ${formatTime(startMs)}，早于本次运行：它不属于本次运行。`,
      remedy: '请将部署调用返回的 ID 传给 changeOrderId。',
    }),
    noneFound: ({ askedAppId, waitedMs }, newest, bound) => ({
      what:
        `应用“${askedAppId ?? ''}”没有可能属于本次运行的变更单：查找了 ${duration(waitedMs)}，${sinceText(bound)}都没有创建符合条件的变更单。` +
        (newest === undefined
          ? '该应用也没有其他变更单。'
          : `最新的变更单不符合条件（${refusalReason(newest.reason)}）：${orderName(newest.order)}。`),
      remedy:
        (bound.source === 'job' ? onlyThisJob(bound) : '') +
        '请检查部署步骤是否确实部署到了该应用和地域。如果变更单属于其他类型，请设置 coType；如果它创建得更早，请设置 createdAfter；最好将其 ID 传给 changeOrderId。',
    }),
    listUnreadable: (last, succeeded) => ({
      what: `${succeeded ? '发布成功，但未能再次读取变更单列表，因此无法证明没有其他相关的变更单' : '无法读取变更单列表'}。最近一次错误：${sentence(faultText(last))}`,
      remedy:
        last.detail?.kind === 'list-unfinished'
          ? '列表可能很长：请调大 timeout 或 maxCallsPerMinute，或者将部署调用返回的 ID 传给 changeOrderId，这样就不需要读取列表。'
          : faultRemedy(last),
    }),
    amongSeveral: orderId => ({
      what: `有多个变更单可能属于本次运行，其中变更单 ${orderId} 未成功。`,
      remedy:
        '如果只等待一个变更单，请将其 ID 传给 changeOrderId，或为部署设置独有的描述（ChangeOrderDesc），并在 descriptionContains 中指定它。',
    }),
    badInputs: faults => ({
      what: `门禁没有启动：有 ${faults} 处输入需要修正。`,
      remedy: '未向 API 发出任何请求。请更正此步骤的输入。',
    }),
    bug: message => ({
      what: `门禁自身出错：${message}`,
      remedy: '这是门禁的缺陷，与发布的结果无关。请开启调试日志后重新运行作业，并附上日志报告该问题。',
    }),
  },
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
