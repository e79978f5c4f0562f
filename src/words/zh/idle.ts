import { manualStepOf } from '../../rollout/statuses.ts';
import type { IdleCauseWords } from '../facts.ts';
import { faultRemedy, faultShort, faultText } from './faults.ts';
import { andOthers, blockingName } from './notes.ts';
import { NEXT_BATCH, approvalName, duration, sentence } from './phrases.ts';

const RUN_AGAIN = '然后重新运行此步骤';

/** Why the wait for a free application ended as it did, and what to do, in Chinese. */
export const idleCause: IdleCauseWords = {
  idle: ({ orders }, { waitedMs }) => ({
    title: '应用空闲',
    what: `该应用没有未结束的变更单（列表中共 ${orders} 个）；等待了 ${duration(waitedMs)}。`,
    remedy: '',
  }),
  'still-blocked': ({ order, others }, { waitedMs, lastState, lastFault }) => ({
    title: '应用未空闲：等待超时',
    what:
      `应用在 ${duration(waitedMs)}内未空闲：${blockingName(order)}仍未结束${andOthers(others)}。` +
      (lastState === undefined ? '' : `最后查到的状态：${lastState}。`) +
      (lastFault === undefined ? '' : `最近一次错误：${sentence(faultText(lastFault))}`),
    remedy: `在此之前 SAE 会拒绝部署。请到控制台查看该变更单，${RUN_AGAIN}；如果此类变更单通常需要这么长时间，请调大 timeout。`,
  }),
  'blocked-for-good': ({ order }, { rollbackSupported }) => ({
    title: '应用被占用：需要人工回滚',
    what: `应用不会自行恢复空闲：SAE 既无法完成${blockingName(order)}，也无法自行回滚它（SubStatus 1，发生异常）。`,
    remedy: `需要人工处理：请在控制台打开该变更单并${rollbackSupported === false ? '将其终止（API 返回不支持回滚）' : '进行回滚'}，${RUN_AGAIN}。`,
  }),
  'blocked-by-person': ({ order, status, ranOut }, { approvalId }) => {
    const isRelease = manualStepOf(status) === 'release';
    return {
      title: `应用被占用：变更单等待${isRelease ? '人工确认下一批次' : '审批'}`,
      what: `应用尚未空闲：${blockingName(order)}在等待人工${isRelease ? `确认发布${NEXT_BATCH}` : `审批${approvalName(approvalId)}`}，而${ranOut ? '在 manualStepTimeout 允许的时间内无人处理' : ' onManualStep 为“fail”'}。`,
      remedy: `请在控制台打开该变更单并${isRelease ? `确认发布${NEXT_BATCH}` : '完成审批'}，或将其终止，${RUN_AGAIN}。`,
    };
  },
  'idle-unreadable': ({ fault, lastedMs }) => ({
    title: `无法证明应用空闲：${faultShort(fault)}`,
    what: `${lastedMs === undefined ? '无法证明应用处于空闲状态' : `API 已有 ${duration(lastedMs)}无法读取，因此无法证明应用处于空闲状态`}。最近一次错误：${sentence(faultText(fault))}`,
    remedy: `${faultRemedy(fault)}${lastedMs === undefined ? '' : '如果要等过此类中断，请调大 outageTolerance。'}`,
  }),
  'idle-cancelled': ({ signal, order }, { waitedMs }) => ({
    title: '等待应用空闲已取消',
    what: `等待应用空闲 ${duration(waitedMs)}后被取消（${signal}）。${order === undefined ? '' : `仍未结束：${blockingName(order)}。`}`,
    remedy: '该变更单会自行继续。如需再次等待，请重新运行此步骤。',
  }),
};
