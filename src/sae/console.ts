import { cleanText } from '../text/clean.ts';

/** Where a person finds an order, as far as known. */
export interface OrderPlace {
  readonly changeOrderId: string;
  readonly appId: string | undefined;
  readonly regionId: string | undefined;
}

/**
 * The URL of an order in the SAE console, or `undefined` without a region. The international console has no
 * known URL for an order: outside China the link leads to the application, if known. Pure.
 */
export function consoleUrl({ changeOrderId, appId, regionId }: OrderPlace): string | undefined {
  if (regionId === undefined) return undefined;
  const region = encoded(regionId);
  if (!regionId.startsWith('cn-') && appId !== undefined) {
    return `https://sae.console.alibabacloud.com/${region}/app-list/${encoded(appId)}/micro-app/base`;
  }
  const order = encoded(changeOrderId);
  return `https://sae.console.aliyun.com/#/AppList/ChangeOrderDetail?changeOrderId=${order}&regionId=${region}`;
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/**
 * The command of Alibaba Cloud's CLI that aborts an order and rolls it back, ready for a POSIX shell;
 * `undefined` for an ID that cannot be shown literally, and so not be copied. `regionId` has been checked.
 * The gate never runs it. Pure.
 */
export function rollbackCommand(changeOrderId: string, regionId: string | undefined): string | undefined {
  if (cleanText(changeOrderId, 200) !== changeOrderId) return undefined;
  // Single quotes end the quoted text and are added escaped.
  const id = `'${changeOrderId.replaceAll("'", "'\\''")}'`;
  const region = regionId === undefined ? '' : ` --region ${regionId}`;
  return `aliyun sae AbortAndRollbackChangeOrder --ChangeOrderId ${id}${region}`;
}
