import type { ListedOrder } from '../../rollout/change-order.ts';
import { manualStepOf } from '../../rollout/statuses.ts';
import type { IdleCauseWords } from '../facts.ts';
import { faultShort, faultSteps, faultText } from './faults.ts';
import { andOthers, blockingName } from './notes.ts';
import { NEXT_BATCH, approvalName, duration, sentence } from './phrases.ts';

const RUN_AGAIN = '然后重新运行此步骤。';

/** Which order it is, in a line of its own. */
function theOrder(order: ListedOrder, others = 0): string {
  return `\n${blockingName(order)}${andOthers(others)}。`;
}

/** Why the wait for a free application ended as it did, and what to do, in Chinese. */
export const idleCause: IdleCauseWords = {
  idle: ({ orders }, { waitedMs }) => ({
    title: '应用空闲',
    what: `该应用没有未结束的变更单（列表中共 ${orders} 个）；等待了 ${duration(waitedMs)}。`,
    remedy: '',
  }),
  'still-blocked': ({ order, others }, { waitedMs, lastFault }) => ({
    title: '应用未空闲：等待超时',
    what:
      `等待 ${duration(waitedMs)}后，仍有其他变更单未结束，在它结束之前 SAE 会拒绝部署。` +
      (lastFault === undefined ? '' : `最近一次错误：${sentence(faultText(lastFault))}`) +
      theOrder(order, others),
    remedy: `请到控制台查看该变更单的情况。\n${RUN_AGAIN}\n如果此类变更单通常需要这么长时间，请调大 timeout。`,
  }),
  'blocked-for-good': ({ order }, { rollbackSupported, hasRollbackCommand }) => ({
    title: '应用被占用：需要人工回滚',
    what: `应用被另一个变更单占用：SAE 既无法完成它，也无法自行回滚它（SubStatus 1，发生异常）。${theOrder(order)}`,
    remedy: `请在控制台打开该变更单并${rollbackSupported === false ? '将其终止（API 返回不支持回滚）' : `进行回滚${hasRollbackCommand ? '，或使用下面的命令' : ''}`}。\n${RUN_AGAIN}`,
  }),
  'blocked-by-person': ({ order, status, ranOut }, { approvalId }) => {
    const isRelease = manualStepOf(status) === 'release';
    return {
      title: `应用被占用：变更单等待${isRelease ? '人工确认下一批次' : '审批'}`,
      what: `另一个变更单在等待人工${isRelease ? `确认发布${NEXT_BATCH}` : `审批${approvalName(approvalId)}`}，而${ranOut ? '在 manualStepTimeout 内无人处理' : ' onManualStep 为“fail”'}。${theOrder(order)}`,
      remedy: `请在控制台打开该变更单并${isRelease ? `确认发布${NEXT_BATCH}` : '完成审批'}，或将其终止。\n${RUN_AGAIN}`,
    };
  },
  'idle-unreadable': ({ fault, lastedMs }) => ({
    title: `无法证明应用空闲：${faultShort(fault)}`,
    what: `${lastedMs === undefined ? '无法证明应用处于空闲状态' : `API 已有 ${duration(lastedMs)}无法读取，因此无法证明应用处于空闲状态`}。最近一次错误：${sentence(faultText(fault))}`,
    remedy: `${faultSteps(fault, '')}${lastedMs === undefined ? '' : '\n如果要容忍此类中断，请调大 outageTolerance。'}`,
  }),
  'idle-cancelled': ({ signal, order }, { waitedMs }) => ({
    title: '等待应用空闲已取消',
    what: `等待应用空闲 ${duration(waitedMs)}后被取消（${signal}）。${order === undefined ? '' : theOrder(order)}`,
    remedy: '如需再次等待，请重新运行此步骤。',
  }),
};
