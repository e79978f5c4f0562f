import { rollbackIdOf } from './abort.ts';
import type { ActionAnswer, ApiAction, Query } from './api-action.ts';
import type { ApiError } from './api-error.ts';
import { apiError, missingParameter } from './api-error.ts';
import { describeChangeOrder, orderProgressAt } from './change-order-data.ts';
import { listChangeOrders } from './list-change-orders.ts';
import { hasValidPage } from './page.ts';
import { describePipeline } from './pipeline-data.ts';
import { SAMPLE_APPLICATION, SAMPLE_CHANGE_ORDER, SAMPLE_LIST_ITEM } from './reference-samples.ts';
import type { World } from './world.ts';
import { findApplication, findBatch, findOrder, newestOrderOf } from './world.ts';

/** The actions about change orders. */
export const CHANGE_ORDER_ACTIONS: readonly ApiAction[] = [
  {
    name: 'DescribeChangeOrder',
    method: 'GET',
    path: '/pop/v1/sam/changeorder/DescribeChangeOrder',
    answer: answerDescribe,
  },
  {
    name: 'ListChangeOrders',
    method: 'GET',
    path: '/pop/v1/sam/changeorder/ListChangeOrders',
    answer: answerList,
  },
  {
    name: 'DescribePipeline',
    method: 'GET',
    path: '/pop/v1/sam/changeorder/DescribePipeline',
    answer: answerPipeline,
  },
  // Writes: the API has them, this account may not, save for the last one where the scenario has it. The gate
  // calls no other, nor DeployApplication.
  refusedWrite('GET', 'ConfirmPipelineBatch'),
  refusedWrite('PUT', 'AbortChangeOrder'),
  {
    name: 'AbortAndRollbackChangeOrder',
    method: 'PUT',
    path: '/pop/v1/sam/changeorder/AbortAndRollbackChangeOrder',
    answer: answerAbort,
  },
];

function answerDescribe(query: Query, world: World, storyMs: number): ActionAnswer {
  const { ChangeOrderId: orderId = '' } = query;
  if (orderId === '') return { error: missingParameter('ChangeOrderId') };
  if (orderId === SAMPLE_CHANGE_ORDER.ChangeOrderId) return { data: SAMPLE_CHANGE_ORDER, code: 200 };
  const order = findOrder(world, orderId, storyMs);
  if (!order) return { error: apiError('InvalidChangeOrder.NotFound') };
  return { data: describeChangeOrder(order, world.time, storyMs), code: 200 };
}

function answerList(query: Query, world: World, storyMs: number): ActionAnswer {
  const { AppId: appId = '' } = query;
  if (appId === '') return { error: missingParameter('AppId') };
  if (!hasValidPage(query)) return { error: apiError('InvalidParameter.Obviously') };
  if (!findApplication(world, appId)) return { error: apiError('InvalidAppId.NotFound') };
  if (appId === SAMPLE_APPLICATION.id) {
    const data = { CurrentPage: 1, TotalSize: 1, ChangeOrderList: [SAMPLE_LIST_ITEM], PageSize: 20 };
    return { data, code: '200', errorCode: 'success' };
  }
  const { orders, longestPage } = world.scenario;
  const data = listChangeOrders(orders, query, world.time, storyMs, longestPage);
  return { data, code: '200', errorCode: 'success' };
}

function answerPipeline(query: Query, world: World, storyMs: number): ActionAnswer {
  const { PipelineId: pipelineId = '' } = query;
  if (pipelineId === '') return { error: missingParameter('PipelineId') };
  const found = findBatch(world, pipelineId, storyMs);
  if (!found) return { error: apiError('InvalidPipeline.NotFound') };
  return { data: describePipeline(found.order, found.batch, storyMs), code: '200', errorCode: 'success' };
}

function answerAbort(query: Query, world: World, storyMs: number): ActionAnswer {
  const { ChangeOrderId: orderId = '' } = query;
  const { abort: plan } = world.scenario;
  if (plan === undefined) return { error: notAllowed('AbortAndRollbackChangeOrder') };
  if (plan.refusedWith !== undefined) return { error: apiError(plan.refusedWith) };
  const order = findOrder(world, orderId, storyMs);
  if (!order) return { error: apiError('InvalidChangeOrder.NotFound') };
  if (orderProgressAt(order, storyMs).finishMs !== undefined)
    return { error: apiError('Application.ChangerOrder.Not.Running') };
  // The reference lists no code for this; it is that of a deploy while an order runs.
  if (newestOrderOf(world, order.app.id, storyMs) !== order) {
    return { error: apiError('Application.ChangerOrderRunning') };
  }
  world.abort({ orderId, atMs: storyMs });
  const isOwn = plan.rollback === undefined || plan.isHidden === true;
  const ChangeOrderId = isOwn ? orderId : rollbackIdOf(orderId);
  return { data: { ChangeOrderId }, code: '200', errorCode: '' };
}

function notAllowed(name: string): ApiError {
  return apiError('NoPermission', `You are not authorized to do sae:${name}.`);
}

function refusedWrite(method: 'GET' | 'PUT', name: string): ApiAction {
  return {
    name,
    method,
    path: `/pop/v1/sam/changeorder/${name}`,
    answer: () => ({ error: notAllowed(name) }),
  };
}
