import type { Query } from './api-action.ts';
import type { ChangeOrder } from './change-order.ts';
import { isKnownAt } from './change-order.ts';
import { listedChangeOrder, orderProgressAt } from './change-order-data.ts';
import { pageOf } from './page.ts';
import { stableId } from './stable-id.ts';
import type { StoryTime } from './story-time.ts';

/**
 * The `Data` of ListChangeOrders: the orders of `AppId` that exist at this story time, filtered by
 * `CoType`, `CoStatus` and `Key` (fuzzy on the description), cut to a page.
 * The orders come in no useful order, though always the same: SAE's default sort is not documented.
 */
export function listChangeOrders(
  orders: readonly ChangeOrder[],
  query: Query,
  time: StoryTime,
  storyMs: number,
  longestPage?: number,
): object {
  const { AppId: appId = '', CoType: coType = '', CoStatus: coStatus = '', Key: key = '' } = query;
  const matching = orders
    .filter(order => order.app.id === appId && isKnownAt(order, storyMs))
    .filter(order => storyMs >= order.createdAtMs + order.listedAfterMs)
    .filter(order => coType === '' || order.coTypeCode === coType)
    .filter(order => coStatus === '' || orderProgressAt(order, storyMs).status === Number(coStatus))
    .filter(order => order.description.toLowerCase().includes(key.toLowerCase()))
    .sort((left, right) => (stableId(left.id) < stableId(right.id) ? -1 : 1));
  const page = pageOf(query, matching, { usual: 20, longest: longestPage });
  return {
    CurrentPage: page.currentPage,
    TotalSize: page.totalSize,
    ChangeOrderList: page.items.map(order => listedChangeOrder(order, time, storyMs)),
    PageSize: page.pageSize,
  };
}
