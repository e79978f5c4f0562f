import { cleanText } from '../text/clean-text.ts';

/**
 * The command of Alibaba Cloud's CLI that aborts an order and rolls it back, ready for a POSIX shell;
 * `undefined` for an id that cannot be shown as it is, and so not be copied. `regionId` is one that was
 * checked. The gate never runs it. Pure.
 */
export function rollbackCommand(changeOrderId: string, regionId: string | undefined): string | undefined {
  if (cleanText(changeOrderId, 200) !== changeOrderId) return undefined;
  // Its single quotes leave a quoted text, and come back escaped.
  const id = `'${changeOrderId.replaceAll("'", "'\\''")}'`;
  const region = regionId === undefined ? '' : ` --region ${regionId}`;
  return `aliyun sae AbortAndRollbackChangeOrder --ChangeOrderId ${id}${region}`;
}
