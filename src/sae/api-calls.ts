/**
 * The API calls that the gate makes, each a read, with its path. The RAM action that allows a call is
 * `sae:` and the call's name. Source: the SAE API reference, version 2019-05-06.
 */
export const API_PATHS = {
  DescribeChangeOrder: '/pop/v1/sam/changeorder/DescribeChangeOrder',
  ListChangeOrders: '/pop/v1/sam/changeorder/ListChangeOrders',
  DescribePipeline: '/pop/v1/sam/changeorder/DescribePipeline',
  DescribeApplicationGroups: '/pop/v1/sam/app/describeApplicationGroups',
  DescribeApplicationInstances: '/pop/v1/sam/app/describeApplicationInstances',
  DescribeApplicationConfig: '/pop/v1/sam/app/describeApplicationConfig',
  ListAppEvents: '/pop/v1/sam/app/listAppEvents',
  DescribeInstanceLog: '/pop/v1/sam/instance/describeInstanceLog',
} as const;

export type ApiCall = keyof typeof API_PATHS;

export const API_VERSION = '2019-05-06';
