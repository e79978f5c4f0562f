/**
 * A change order as an application's list tells of it. Id, application and description are as they came,
 * to be compared: they have to be cleaned before they are shown.
 */
export interface ListedOrder {
  readonly changeOrderId: string;
  /** `undefined` where the list does not say; it was asked for one application. */
  readonly appId: string | undefined;
  readonly coTypeCode: string | undefined;
  readonly description: string;
  readonly status: number | undefined;
  /** Epoch ms, to the second; `undefined` where it is not told readably, or lies in the future. */
  readonly createdMs: number | undefined;
}
