import * as z from 'zod';
import type { Instance } from '../diagnosis/unhealthy-instances.ts';
import { cleanText } from '../text/clean-text.ts';
import type { ApiCaller, Asked } from './ask.ts';
import { ask, mapAsked } from './ask.ts';
import { looseList, looseMessage, looseNumber, looseWord } from './loose-fields.ts';

const instanceSchema = z.object({
  InstanceId: z.string().min(1),
  InstanceContainerStatus: looseWord,
  InstanceHealthStatus: looseWord,
  UnhealthyMessage: looseMessage,
  InstanceContainerRestarts: looseNumber,
});

const dataSchema = z.object({ Instances: looseList(instanceSchema) });

/** One page: by the reference instances in trouble come first where the order is not reversed. */
const PAGE_SIZE = 100;

/** Which instances are asked for: those of a group, or of one batch in it. */
export interface InstancesQuery {
  readonly appId: string;
  readonly groupId: string;
  readonly pipelineId?: string | undefined;
}

/** Asks for the first hundred instances of a group. */
export async function describeApplicationInstances(
  caller: ApiCaller,
  { appId, groupId, pipelineId }: InstancesQuery,
  signal: AbortSignal,
): Promise<Asked<readonly Instance[]>> {
  const query = {
    AppId: appId,
    GroupId: groupId,
    CurrentPage: '1',
    PageSize: String(PAGE_SIZE),
    Reverse: 'false',
    ...(pipelineId === undefined ? {} : { PipelineId: pipelineId }),
  };
  const asked = await ask(caller, 'DescribeApplicationInstances', query, dataSchema, signal);
  return mapAsked(asked, ({ Instances }) => Instances.map(toInstance));
}

function toInstance(instance: z.infer<typeof instanceSchema>): Instance {
  return {
    instanceId: cleanText(instance.InstanceId, 200),
    containerStatus: instance.InstanceContainerStatus,
    healthStatus: instance.InstanceHealthStatus,
    unhealthyMessage: instance.UnhealthyMessage,
    restarts: instance.InstanceContainerRestarts,
  };
}
