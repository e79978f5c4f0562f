import type { NamespaceForm } from '../../doctor/examination.ts';
import type { NotAsked, Outcome } from '../../doctor/outcome.ts';
import type { ValueKind } from '../../doctor/differences.ts';
import type { Sayings } from '../facts.ts';
import { sayingOf } from '../facts.ts';
import type { Words } from '../words.ts';
import { clockIs, faultDetail } from './faults.ts';
import { aside } from './phrases.ts';

const KINDS: Readonly<Record<ValueKind | 'code', string>> = {
  text: '字符串',
  integer: '整数',
  fraction: '小数',
  boolean: '布尔值',
  list: '数组',
  object: '对象',
  null: '空值（null）',
  nothing: '缺失',
  code: '字符串或整数',
};

const WHY_NOT: Sayings<NotAsked> = {
  'no-diagnosis': '使用 --no-diagnose 时不需要',
  'no-logs': '仅在使用 --diagnose-logs 时查询：日志可能含有机密信息',
  'no-name': '未按名称查找应用，不需要',
  'nothing-named': why => `${why.by} 未给出可供查询的对象`,
  'after-fault': why => `${why.of} 失败，且其原因会影响每次调用`,
  cancelled: '在此之前已取消',
};

function unknown(fields: number): string {
  return fields === 0 ? '' : `，另有 ${fields} 个字段未见于 API 文档`;
}

const OUTCOMES: Sayings<Outcome> = {
  works: outcome => `正常${unknown(outcome.unknownFields)}`,
  refused: ({ fault: { action, code, httpStatus } }) =>
    `被拒绝${aside(code ?? false, httpStatus !== undefined && `HTTP ${httpStatus}`)}：请授予 sae:${action}`,
  failed: ({ fault: { action, code, httpStatus, message, detail } }) => {
    const own = [message, detail === undefined ? '' : faultDetail(detail)].filter(text => text !== '');
    const answered = aside(code ?? false, httpStatus !== undefined && `HTTP ${httpStatus}`);
    return [`${action} 失败${answered}`, ...own].join('：');
  },
  otherwise: outcome => `返回内容与 API 文档不符${unknown(outcome.unknownFields)}`,
  'not-asked': outcome => `未查询：${sayingOf(WHY_NOT, outcome.why)}`,
};

const BROUGHT: Readonly<Record<NamespaceForm['brought'], string>> = {
  events: '返回了事件',
  none: '没有返回事件',
  fault: '被拒绝',
};

/** What only the doctor says, in Chinese. */
export const doctor: Words['doctor'] = {
  title: version => `sae-rollout-gate doctor（检查）${version}`,
  intro: '逐一查询门禁所需的操作，只读。不显示任何返回值。',
  help: 'doctor 对门禁所需的每个操作各查询一次，指出哪些被拒绝，或返回内容与 API 文档不符。全部正常时退出状态为 0；有操作不正常或无法查询时为 1。',
  operations: '操作',
  outcome: outcome => sayingOf(OUTCOMES, outcome),
  difference: ({ path, expected, came }) => `${path}：应为${KINDS[expected]}，实为${KINDS[came]}`,
  facts: '事实',
  fact: {
    clock: '时钟',
    region: '地域',
    endpoint: '接入地址',
    proxy: '代理',
    zone: 'CreateTime 的时区',
    pageSize: '大于 20 的 PageSize',
    listOrder: '列表的顺序',
    healthChecks: '健康检查',
    replacement: '实例',
    namespace: '事件的命名空间',
  },
  clock: aheadMs => {
    if (aheadMs === undefined) return 'API 未给出其时间';
    return Math.abs(aheadMs) < 2_000 ? '与 API 一致' : clockIs(aheadMs);
  },
  noRegion: '未提供',
  noProxy: '无',
  createTimeZone: {
    'utc+8': 'UTC+8，依据首批的开始时间',
    utc: 'UTC，依据首批的开始时间',
    unknown: '无法从此变更单得知',
  },
  pageSize: {
    obeyed: '有效',
    'not-obeyed': '无效',
    refused: '被拒绝',
    unknown: '无法得知：变更单不超过 20 个',
  },
  listOrder: ({ order, by }) => {
    const times = by.join('、');
    switch (order) {
      case 'newest-first':
        return `最新的在前，依据 ${times}`;
      case 'oldest-first':
        return `最早的在前，依据 ${times}`;
      case 'neither':
        return '既不依据 CreateTime，也不依据 FinishTime';
      case 'unknown':
        return '无法从这些变更单得知';
    }
  },
  healthChecks: {
    both: '已配置存活检查和就绪检查',
    'liveness-only': '已配置存活检查，未配置就绪检查',
    'readiness-only': '已配置就绪检查，未配置存活检查',
    none: '均未配置',
    unknown: '无法得知',
  },
  replacement: {
    all: '均由此次发布新建',
    some: '部分由此次发布新建，部分早于此次发布',
    none: '均早于此次发布：发布是原地重启的',
    unknown: '无法从此变更单得知',
  },
  namespace: forms =>
    forms.length === 0
      ? '无法得知'
      : forms
          .map(({ form, brought }) => {
            const name = form === 'whole' ? 'NamespaceId ' : '其冒号之后的部分';
            return `${name}${BROUGHT[brought]}`;
          })
          .join('；'),
  allWork: operations => `${operations} 个操作全部正常：门禁可以在此工作。`,
  someDoNot: (operations, of) => `${of} 个操作中有 ${operations} 个不正常，或无法查询。`,
  canWait: '门禁仍可等待发布，但无法完整说明发布失败的原因。',
  cannotWait: '这样门禁无法等待发布。',
  toDo: '处理办法',
  grant: '请为此 AccessKey 所属的 RAM 用户或角色授予以下权限（资源为“*”）：',
  report:
    '有返回内容与 API 文档不符：请提交问题“What a real account answers”，并附上 --record FILE 写出的文件。',
  cancelled: signal => `已取消（${signal}）：以下是取消之前得知的内容。`,
  recorded: file =>
    `所有返回内容的结构已写入 ${file}：仅含 API 文档中的字段名、类型和长度。提供给他人之前，请先自行检查。`,
  unfinishedRecord: '检查尚未完成。',
};
