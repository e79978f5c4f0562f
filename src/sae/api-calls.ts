/**
 * The API calls that the gate makes, each a read, with its path. The RAM action that allows a call is
 * `sae:` and the call's name. Source: the SAE API reference, version 2019-05-06.
 */
export const API_PATHS = {
  DescribeChangeOrder: '/pop/v1/sam/changeorder/DescribeChangeOrder',
  ListChangeOrders: '/pop/v1/sam/changeorder/ListChangeOrders',
} as const;

export type ApiCall = keyof typeof API_PATHS;

export const API_VERSION = '2019-05-06';
