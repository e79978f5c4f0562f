import type { Fate, RunningKind } from '../facts.ts';
import { joined, present } from '../../text/parts.ts';
import { formatElapsed } from '../format.ts';
import type { Words } from '../words.ts';
import { gitHubFailure } from './faults.ts';
import { BATCH, aside, batchCount, batchName, duration, sentence } from './phrases.ts';

/** What a check run says that no summary does, in Chinese. */
export const check: Words['check'] = {
  impossible: {
    title: 'SAE 发布门禁：无法显示检查运行',
    message: 'checkRun 为 true，但没有令牌，或无法得知提交：发布只会显示在日志和摘要中。',
  },
  refused: (status, message) => ({
    title: 'SAE 发布门禁：无法显示检查运行',
    message: `GitHub 拒绝了检查运行（HTTP ${status}：${message}）；本步骤会在没有检查运行的情况下继续等待。它需要“permissions: checks: write”（来自 fork 的拉取请求的运行无法获得该权限），且 checkName 不能是某个作业的名称。`,
  }),
  batch: batchName,
  pause: after => `${batchName(after)}后等待`,
  state: status => status,
  doubtful: '响应存疑，正在再次查询',
  ending: status => `变更单显示${status}，即将得出结论`,
  killedTitle: 'SAE 发布未等到结束',
  killed: '本步骤的进程在得出结论之前就已结束。发布会继续：请到 SAE 控制台查看。',
  closed: '已将仍在进行中的检查运行关闭，结果为已取消（cancelled）。',
  notClosed: failure => `未能关闭仍在进行中的检查运行：${gitHubFailure(failure)}`,
};

/** `…`: how many batches are done. */
const FATES: Readonly<Record<Exclude<Fate, 'continues'>, string>> = {
  superseded: '本次发布并未失败，线上版本由之后的变更单决定',
  finished: '本次变更单已执行完，SAE 不会自动回滚',
  claimed: '变更单显示发布已完成…，但未能确认',
  stopped: '发布已停止…，未回滚',
  'stopped-phased': '发布已停止…，SAE 可能会自动回滚',
  terminated: '发布已终止…，未返回是否已回滚',
  stuck: '发布已卡住…：SAE 既不会完成，也不会回滚',
  paused: '发布已暂停…，并未失败：人工操作之后 SAE 才会继续；本步骤已停止等待',
  nameless: '未知：应用和发布状态均未能读取；本步骤只观察，不会中止发布',
  unknown: '未知：未查到发布的任何状态；本步骤只观察，不会中止发布',
};

const AGES: Readonly<Record<NonNullable<RunningKind['age']>, string>> = { new: '新', old: '旧' };

/** `shop:2.0 × 2（新）、shop:1.9 × 1（旧）`; `counted`: where the number is not said already. */
function kindsText(kinds: readonly RunningKind[], counted: boolean): string {
  const told = kinds.map(({ what, age, count }) => {
    if (what === '') return age && `${AGES[age]}实例${counted ? ` ${count} 个` : ''}`;
    return `${what}${counted ? ` × ${count}` : ''}${aside(age && AGES[age])}`;
  });
  return joined('、', ...told);
}

/** What a report says, in Chinese. */
export const report: Words['report'] = {
  title: (name, clause, task) =>
    name === undefined ? `${task === 'gate' ? 'SAE 发布门禁' : 'SAE 应用'}：${clause}` : `${name} ${clause}`,
  deployed: '变更成功',
  inProgress: '正在发布',
  waitingForFree: '等待应用空闲',
  severalTitle: ({ all, green, red, failed, left, going }, names, more) => {
    const other = red - failed - left;
    const bad = present(
      failed > 0 && `${failed} 个失败`,
      other > 0 && `${other} 个未成功`,
      left > 0 && `${left} 个仍在进行${failed + other > 0 ? '' : '但已不再等待'}`,
    ).map((counted, index) =>
      index === 0
        ? `${all} 个发布中有 ${counted}：${names.join('、')}${more > 0 ? ` 及另外 ${more} 个` : ''}`
        : counted,
    );
    const good = red > 0 ? `${green} 个成功` : `${all} 个发布中已有 ${green} 个成功`;
    const rest = joined('，', (red === 0 || going > 0) && good, going > 0 && `${going} 个正在进行`);
    return joined('；', ...bad, rest);
  },
  overview: '总览',
  succeeded: rollouts => `${rollouts} 个成功`,
  readyOf: (ready, of) => `${ready}/${of} 就绪`,
  rollouts: rollouts => `${rollouts} 个发布`,
  further: (rollouts, ended) => `其余 ${rollouts} 个${ended ? '未成功的' : ''}发布`,
  batch: batchName,
  verdictBecause: (verdict, short) => `${verdict}：${short}`,
  moreRed: orders => ({
    title: 'SAE 发布：还有未成功的变更单',
    message: `还有 ${orders} 个变更单未成功：请查看作业摘要。`,
  }),
  why: '原因',
  now: '现状',
  todo: '处理',
  undo: '回滚命令',
  undoInstead: '如需中止发布并回滚',
  orderSucceeded: '变更单执行成功',
  wasSeen: '最后查到的状态',
  fate: (fate, batches) => `${FATES[fate].replace('…', aside(batches))}。`,
  continues: (state, gateIsRed) => `发布仍在进行：${state}。${gateIsRed ? '发布会继续，本步骤只观察。' : ''}`,
  lastSeen: (state, agoMs) =>
    `未知。最后查到的状态：${state}${aside(agoMs !== undefined && `结束前 ${duration(agoMs)}`)}。本步骤只观察，不会中止发布。`,
  blocking: (state, agoMs) =>
    `占用应用的变更单：${state}${aside(agoMs !== undefined && `结束前 ${duration(agoMs)}`)}。本步骤不会改动它。`,
  batchesDone: (done, of) => `${batchCount(of)}中已完成 ${batchCount(done)}`,
  running: ({ ready, of, kinds, unready, restarts = 0, draining, partly }) => {
    const facts = joined(
      '，',
      restarts > 0 && `共重启 ${restarts} 次`,
      draining > 0 && `另有 ${draining} 个正在停止`,
      partly && '未读取全部实例',
    );
    const states = joined(
      '。\n',
      of === 0 && unready.length === 0
        ? '没有运行中的实例'
        : joined('：', `${of} 个实例中 ${ready} 个就绪`, kindsText(kinds, kinds.length > 1)),
      unready.length > 0 && `未就绪：${kindsText(unready, true) || unready.length}`,
    );
    return `${joined('。', states, facts)}。`;
  },
  unchecked: '未配置健康检查：“运行中”不代表能提供服务。',
  supersededBy: order => `线上运行的版本已被之后的变更单改变：${order}。`,
  provenBy: order => `已随同一步骤中之后的变更单 ${order} 一并验证。`,
  notShown: (fault, remedy) => `无法读取运行中的实例：${sentence(fault)}${remedy}`,
  verifying: ({ kind, lastedMs, ofMs, ready, of }) =>
    joined(
      '，',
      kind === 'baking'
        ? `观察中（${formatElapsed(lastedMs)}/${formatElapsed(ofMs)}）`
        : `正在验证实例（${formatElapsed(lastedMs)}，最长 ${formatElapsed(ofMs)}）`,
      ready !== undefined && of !== undefined && `${of} 个实例中 ${ready} 个健康`,
    ),
  nothingToDo: ({ kind, ofMs }) =>
    kind === 'baking'
      ? `无需操作：本步骤会观察 ${duration(ofMs)}，确认实例保持健康后自动结束。`
      : `无需操作：本步骤正在检查所有实例能否变为健康，最长 ${duration(ofMs)}，之后自动继续。`,
  evidence: (instances, events) =>
    `详细证据${aside(instances > 0 && `${instances} 个实例`, events > 0 && `${events} 个事件`)}`,
  batchesAndTimeline: `${BATCH}与时间线`,
  timeline: '时间线',
  details: '详情（变更单、应用、地域、版本、时间）',
  instances: '运行中的实例',
  took: lastedMs => `耗时 ${duration(lastedMs)}`,
  waited: lastedMs => `已等待 ${duration(lastedMs)}`,
  usually: (usualMs, longerThanAny) =>
    longerThanAny === undefined
      ? `通常 ${duration(usualMs)}`
      : `已超过最近 ${longerThanAny} 次发布中最长的一次，通常 ${duration(usualMs)}`,
  openJob: '查看作业日志',
  saeSays: 'SAE 的原文',
  fact: {
    verdict: '结论',
    application: '应用',
    changeOrder: '变更单',
    blockingOrder: '占用应用的变更单',
    type: '变更类型',
    status: '状态',
    description: '描述',
    waited: '等待时长',
    usual: '通常耗时',
    estimate: '进度预估',
    region: '地域',
    started: '发布开始时间',
    rollback: '支持回滚',
    image: '镜像',
    version: '版本',
  },
  yes: '是',
  no: '否',
  batches: BATCH,
  batchColumn: { batch: BATCH, state: '状态', start: '开始时间（UTC）', duration: '耗时', bar: '时间分布' },
  legend: `█ 执行中，▒ 该${BATCH}之前的等待`,
  waitedBefore: waitMs => `此前等待 ${duration(waitMs)}`,
  allBatches: batches => `全部 ${batches} 个${BATCH}`,
  moreBatches: batches => `……另有 ${batchCount(batches)}`,
  notBegun: '未开始',
  openInConsole: '在 SAE 控制台查看变更单',
  openNewer: '之后的变更单',
  openRollback: '回滚变更单',
  footer: ({ polls, throttles, faults, version }) =>
    joined(
      ' · ',
      `查询 ${polls} 次`,
      throttles > 0 && `被限流 ${throttles} 次`,
      faults > 0 && `查询失败后恢复 ${faults} 次`,
      `sae-rollout-gate ${version}`,
    ),
  leftOut: names => `因篇幅所限，以下内容已省略：${names.join('、')}。`,
};
