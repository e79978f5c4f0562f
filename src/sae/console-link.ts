/** Where a person sees an order, as far as it is known. */
export interface OrderPlace {
  readonly changeOrderId: string;
  readonly appId: string | undefined;
  readonly regionId: string | undefined;
}

/**
 * The address of an order in the SAE console, or `undefined` without a region. The international
 * console has no known address for an order: outside China the link leads to the application, where
 * that is known. Pure.
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
