/**
 * The sample answers of the API reference of SAE (2019-05-06), as they stand there but for the digits
 * that it blanks with asterisks. Every simulator serves them besides its scenario, on an application
 * of their own: what a client makes of the documented answers can always be seen.
 */
import type { Application } from './application.ts';

/** The application of the samples. */
export const SAMPLE_APPLICATION: Application = {
  id: '164341c-9708-4967-b3ec-249337670001',
  name: 'app-test',
  namespaceId: 'cn-beijing',
  groupId: 'c9ecd2-cf6c-46c3-9f20-525de202cf79',
  replicas: 1,
};

/** The `Data` of the sample answer of DescribeChangeOrder: a restart that took 4 h 18 min. */
export const SAMPLE_CHANGE_ORDER = {
  Status: 2,
  SubStatus: 0,
  ApprovalId: '67de0b39-a9d4-4c09-a170-cf4382080001',
  Description: 'description',
  Pipelines: [
    {
      Status: 2,
      PipelineName: 'Batch 1 Change',
      StartTime: 1_562_831_689_704,
      UpdateTime: 1_562_847_178_007,
      ParallelCount: 0,
      PipelineId: '0e4acf82-c9b1-4c1e-ac28-557763380001',
      BatchType: 0,
    },
  ],
  CreateTime: '2020-12-17 21:06:45',
  ChangeOrderId: '765fa5c0-9ebb-4bb4-b383-1f885447b109',
  AppId: '164341c-9708-4967-b3ec-249337670001',
  BatchType: 'auto',
  AppName: 'app-test',
  Auto: true,
  CurrentPipelineId: '0e4acf82-c9b1-4c1e-ac28-557763380001',
  CoTypeCode: 'CoRestartInstances',
  SupportRollback: false,
  BatchWaitTime: 0,
  ErrorMessage: 'success',
  CoType: 'Batch Restart Instances',
  BatchCount: 1,
} as const;

/** The only item of the sample answer of ListChangeOrders. */
export const SAMPLE_LIST_ITEM = {
  Status: 2,
  FinishTime: '2019-07-11 20:12:58',
  CreateTime: '2019-07-11 15:54:49',
  UserId: 'sae-beta-test',
  Source: 'console',
  BatchCount: 1,
  CreateUserId: 'sae-beta-test',
  CoTypeCode: 'CoCreateApp',
  ChangeOrderId: '7fa5c0-9ebb-4bb4-b383-1f885447b109',
  BatchType: 'auto',
  GroupId: 'c9ecd2-cf6c-46c3-9f20-525de202cf79',
  Description: '版本：1.0 | 镜像名称：nginx',
  CoType: '创建应用',
  AppId: '164341c-9708-4967-b3ec-249337670001',
} as const;
