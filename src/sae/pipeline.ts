import * as z from 'zod';
import type { BatchTask } from '../rollout/application.ts';
import type { ApiCaller, Asked } from './client.ts';
import { ask, mapAsked } from './client.ts';
import { looseList, looseMessage, looseNumber, looseWord } from './fields.ts';

const taskSchema = z.object({
  TaskName: looseWord,
  Status: looseNumber,
  ErrorCode: looseWord,
  ErrorMessage: looseMessage,
  Message: looseMessage,
  ErrorIgnore: z.unknown().optional(),
});

const stageSchema = z.object({ StageName: looseWord, TaskList: looseList(taskSchema) });

const dataSchema = z.object({ StageList: looseList(stageSchema) });

/** Asks for the tasks of a batch, in the order in which they run. */
export async function describePipeline(
  caller: ApiCaller,
  pipelineId: string,
  signal: AbortSignal,
): Promise<Asked<readonly BatchTask[]>> {
  const asked = await ask(caller, 'DescribePipeline', { PipelineId: pipelineId }, dataSchema, signal);
  return mapAsked(asked, ({ StageList }) =>
    StageList.flatMap(({ StageName, TaskList }) => TaskList.map(task => toTask(StageName, task))),
  );
}

function toTask(stage: string | undefined, task: z.infer<typeof taskSchema>): BatchTask {
  return {
    stage,
    task: task.TaskName,
    status: task.Status,
    errorCode: task.ErrorCode,
    errorMessage: task.ErrorMessage,
    message: task.Message,
    // Documented as 0 or 1; seen written in other ways elsewhere in this API.
    errorIgnored: [1, '1', true, 'true'].some(yes => yes === task.ErrorIgnore),
  };
}
