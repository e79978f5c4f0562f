import type { Verdict } from '../../rollout/verdicts.ts';
import { joined } from '../../text/parts.ts';
import type { UndoResult } from '../../undo/undo.ts';
import type { Words } from '../words.ts';
import { gitHubFailure } from './faults.ts';
import { BATCH, batchCount, batchName, duration, nthBatch } from './phrases.ts';
import { undoneVerdict } from './undo.ts';

function verdictText(verdict: Verdict | undefined, undone?: UndoResult): string {
  return verdict === undefined ? '正在进行' : undoneVerdict(verdict, undone);
}

/** What a check run says that no summary does, in Chinese. */
export const check: Words['check'] = {
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
};

/** What a report says, in Chinese. */
export const report: Words['report'] = {
  headline: (verdict, undone) => ({ before: '', after: ` 的发布${verdictText(verdict, undone)}` }),
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
    bar: BATCH,
    duration: '等待时长',
    verdict: '判定',
    link: '控制台',
  },
  moreRed: orders => ({
    title: 'SAE 发布：还有未通过的变更单',
    message: `还有 ${orders} 个变更单未通过：请查看作业摘要。`,
  }),
  unnamedHeadline: (verdict, undone) => `SAE 发布${verdictText(verdict, undone)}`,
  facts: '基本信息',
  notes: '说明',
  chart: '图表',
  timeline: '时间线',
  batchLabel: nthBatch,
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
  batches: BATCH,
  batchColumn: { batch: BATCH, state: '状态', start: '开始时间（UTC）', duration: '用时', bar: '时段' },
  allBatches: batches => `全部 ${batches} 个${BATCH}`,
  moreBatches: batches => `……另有 ${batchCount(batches)}`,
  notBegun: '未开始',
  openInConsole: '在 SAE 控制台中打开',
  footer: ({ polls: looks, throttles, faults, lateMs, version }) =>
    joined(
      ' · ',
      `查询 ${looks} 次`,
      throttles > 0 && `被限流 ${throttles} 次`,
      faults > 0 && `容忍查询失败 ${faults} 次`,
      lateMs !== undefined && `最多晚 ${duration(lateMs)}得知发布结束`,
      `sae-rollout-gate ${version}`,
    ),
  leftOut: names => `因篇幅所限，以下内容已省略：${names.join('、')}。`,
};
