import * as z from 'zod/mini';
import type { BatchTask, WarningEvent } from '../rollout/application.ts';
import { cleanText, lastLines } from '../text/clean.ts';
import type { ApiCaller, Asked } from './client.ts';
import { ask, mapAsked } from './client.ts';
import { isoTime, looseList, looseMessage, looseNumber, looseWord } from './fields.ts';

const taskSchema = z.object({
  TaskName: looseWord,
  Status: looseNumber,
  ErrorCode: looseWord,
  ErrorMessage: looseMessage,
  Message: looseMessage,
  ErrorIgnore: z.optional(z.unknown()),
});

const stageSchema = z.object({ StageName: looseWord, TaskList: looseList(taskSchema) });

const dataSchema = z.object({ StageList: looseList(stageSchema) });

/** Reads the tasks of a batch, in the order in which they run. */
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

// Strict: without the application's namespace its events cannot be read.
const configSchema = z.object({ NamespaceId: z.nullish(z.string()) });

/**
 * Reads the namespace of an application, e.g. `cn-beijing:test`, or `cn-beijing` for a region's default one;
 * `undefined` if the answer has none.
 */
export async function describeNamespaceId(
  caller: ApiCaller,
  appId: string,
  signal: AbortSignal,
): Promise<Asked<string | undefined>> {
  const asked = await ask(caller, 'DescribeApplicationConfig', { AppId: appId }, configSchema, signal);
  return mapAsked(asked, ({ NamespaceId }) => cleanText(NamespaceId ?? '', 200) || undefined);
}

const eventSchema = z.object({
  EventType: looseWord,
  Reason: looseWord,
  Message: looseMessage,
  CauseAnalysis: looseMessage,
  ObjectKind: looseWord,
  ObjectName: looseWord,
  FirstTimestamp: isoTime,
  LastTimestamp: isoTime,
});

const eventsSchema = z.object({ AppEventEntity: looseList(eventSchema) });

/** The order of the events is not documented: the newest need not be the first. */
const EVENTS_A_PAGE = 100;

/**
 * Reads the warning events of an application. `namespaceId` is the namespace as the application's
 * configuration has it; the reference says only that it is "the namespace ID".
 */
export async function listWarningEvents(
  caller: ApiCaller,
  { appId, namespaceId }: { readonly appId: string; readonly namespaceId: string },
  signal: AbortSignal,
): Promise<Asked<readonly WarningEvent[]>> {
  const query = {
    AppId: appId,
    Namespace: namespaceId,
    EventType: 'Warning',
    CurrentPage: '1',
    PageSize: String(EVENTS_A_PAGE),
  };
  const asked = await ask(caller, 'ListAppEvents', query, eventsSchema, signal);
  return mapAsked(asked, ({ AppEventEntity }) =>
    AppEventEntity.filter(({ EventType }) => (EventType ?? 'Warning') === 'Warning').map(toEvent),
  );
}

function toEvent(event: z.infer<typeof eventSchema>): WarningEvent {
  return {
    reason: event.Reason,
    message: event.Message,
    causeAnalysis: event.CauseAnalysis,
    objectKind: event.ObjectKind,
    objectName: event.ObjectName,
    firstMs: event.FirstTimestamp,
    lastMs: event.LastTimestamp,
  };
}

const logSchema = z.nullish(z.string());

/** Whose log to read, and whether that of the container before its last restart. */
export interface LogQuery {
  readonly instanceId: string;
  readonly previous: boolean;
}

/** Reads the last lines of an instance's console log. They may contain the user's secrets. */
export async function describeInstanceLog(
  caller: ApiCaller,
  { instanceId, previous }: LogQuery,
  signal: AbortSignal,
): Promise<Asked<readonly string[]>> {
  const query = { InstanceId: instanceId, ...(previous ? { Previous: 'true' } : {}) };
  const asked = await ask(caller, 'DescribeInstanceLog', query, logSchema, signal);
  return mapAsked(asked, log => lastLines(log ?? ''));
}
