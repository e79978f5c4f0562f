import * as z from 'zod/mini';
import type { Answer } from '../http/envelope.ts';
import { loose, malformedAnswer } from '../http/envelope.ts';
import { latestBelievableMs } from '../http/server-time.ts';
import type { Turn } from '../polling/call-priority.ts';
import { POLL } from '../polling/call-priority.ts';
import type { Instance, InstanceGroup } from '../rollout/application.ts';
import type { FaultAnswer } from '../rollout/fault.ts';
import { cleanText } from '../text/clean.ts';
import type { ApiCall, ApiCaller, Asked } from './client.ts';
import {
  isPlainId,
  looseList,
  looseMessage,
  looseNumber,
  looseTime,
  looseWord,
  strictList,
  wholeNumber,
} from './fields.ts';

/**
 * A state, compared with the API's own words: a text that had to be cleaned is not valid. Nor is an image or
 * a version with other characters than such a thing has.
 */
function exactWord(pattern: RegExp) {
  return loose(z.string().check(z.regex(pattern)));
}

const STATE = /^[\x20-\x7e]{1,200}$/u;
const VERSION = /^[\x21-\x7e]{1,200}$/u;
/** The characters of image references. */
const IMAGE = /^[\w.:/@+-]{1,512}$/u;

/** A count. */
const count = wholeNumber.check(z.refine(number => number >= 0));

const groupSchema = z.object({
  GroupId: z.string().check(z.minLength(1)),
  Replicas: loose(count),
});

/** Groups on one page; whether more can be requested is not documented. */
const GROUPS_A_PAGE = 10;

/**
 * One page of an application's groups of instances; usually it has one group. Unreadable items are left out.
 */
export async function describeApplicationGroups(
  caller: ApiCaller,
  appId: string,
  signal: AbortSignal,
  turn: Turn = POLL,
): Promise<Asked<readonly InstanceGroup[]>> {
  const answer = await caller.call('DescribeApplicationGroups', { AppId: appId }, signal, turn);
  if (answer.kind === 'fault') return answer;
  return { kind: 'answer', value: (looseList(groupSchema).safeParse(answer.data).data ?? []).map(toGroup) };
}

function toGroup({ GroupId, Replicas }: z.infer<typeof groupSchema>): InstanceGroup {
  return { groupId: GroupId, replicas: Replicas };
}

const instanceSchema = z.object({
  InstanceId: z.string().check(z.minLength(1)),
  InstanceContainerStatus: looseWord,
  InstanceHealthStatus: looseWord,
  UnhealthyMessage: looseMessage,
  InstanceContainerRestarts: looseNumber,
  CreateTimeStamp: looseTime,
  ImageUrl: exactWord(IMAGE),
  PackageVersion: exactWord(VERSION),
});

const instancesSchema = z.object({ Instances: looseList(instanceSchema), TotalSize: looseNumber });

/** Instances of a group, and how many it reports. */
export interface InstancesPage {
  readonly instances: readonly Instance[];
  readonly total: number | undefined;
}

/** One page: by the reference instances in trouble come first unless the order is reversed. */
const INSTANCES_A_PAGE = 100;

/** Which instances to read: those of a group, or of one batch in it. */
export interface InstancesQuery {
  readonly appId: string;
  readonly groupId: string;
  readonly pipelineId?: string | undefined;
}

/** Reads the first hundred instances of a group. Unreadable items are left out. */
export async function describeApplicationInstances(
  caller: ApiCaller,
  query: InstancesQuery,
  signal: AbortSignal,
  turn: Turn = POLL,
): Promise<Asked<InstancesPage>> {
  const answer = await callInstances(caller, query, 1, signal, turn);
  if (answer.kind === 'fault') return answer;
  const page = instancesSchema.safeParse(answer.data);
  if (!page.success)
    return malformedAnswer('DescribeApplicationInstances', { kind: 'no-data' }, answer.requestId);
  const { Instances: items, TotalSize: total } = page.data;
  return { kind: 'answer', value: { instances: items.map(one => toInstance(one, answer.cameMs)), total } };
}

function callInstances(
  caller: ApiCaller,
  { appId, groupId, pipelineId }: InstancesQuery,
  page: number,
  signal: AbortSignal,
  turn: Turn,
): Promise<Answer> {
  const query = {
    AppId: appId,
    GroupId: groupId,
    CurrentPage: String(page),
    PageSize: String(INSTANCES_A_PAGE),
    Reverse: 'false',
    ...(pipelineId === undefined ? {} : { PipelineId: pipelineId }),
  };
  return caller.call('DescribeApplicationInstances', query, signal, turn);
}

type InstanceItem = Pick<z.infer<typeof instanceSchema>, 'InstanceId'> &
  Partial<z.infer<typeof instanceSchema>>;

function toInstance(instance: InstanceItem, cameMs: number | undefined): Instance {
  const { CreateTimeStamp: createdMs } = instance;
  return {
    instanceId: cleanText(instance.InstanceId, 200),
    containerStatus: instance.InstanceContainerStatus,
    healthStatus: instance.InstanceHealthStatus,
    unhealthyMessage: instance.UnhealthyMessage,
    restarts: instance.InstanceContainerRestarts,
    createdMs: createdMs !== undefined && createdMs <= latestBelievableMs(cameMs) ? createdMs : undefined,
    imageUrl: instance.ImageUrl,
    packageVersion: instance.PackageVersion,
  };
}

// The following decides: it is read strictly and completely, or not at all.

/** At most this many pages: more instances than an application can have. */
const MOST_PAGES = 200;

const strictGroups = strictList(groupSchema);

/**
 * All groups of an application, each once, or a fault. The answer has no total: after a page that may have
 * been limited by the server, the next one is requested until one brings nothing new.
 */
export async function allGroups(
  caller: ApiCaller,
  appId: string,
  signal: AbortSignal,
  turn: Turn,
): Promise<Asked<readonly InstanceGroup[]>> {
  const action = 'DescribeApplicationGroups';
  const groups = new Map<string, InstanceGroup>();
  for (let number = 1; number <= MOST_PAGES; number++) {
    const query = number === 1 ? { AppId: appId } : { AppId: appId, CurrentPage: String(number) };
    const answer = await caller.call(action, query, signal, turn);
    if (answer.kind === 'fault') return answer;
    const page = strictGroups.safeParse(answer.data);
    if (!page.success) return malformedAnswer(action, { kind: 'list-bad' }, answer.requestId);
    const known = groups.size;
    for (const item of page.data) {
      const group = toGroup(item);
      const before = groups.get(group.groupId);
      // A page may repeat, but not with other content.
      if (before !== undefined && before.replicas !== group.replicas) {
        return malformedAnswer(action, { kind: 'list-changed' }, answer.requestId);
      }
      groups.set(group.groupId, group);
    }
    const all = { kind: 'answer', value: [...groups.values()] } as const;
    if (groups.size === known || page.data.length < GROUPS_A_PAGE) return all;
  }
  return malformedAnswer(action, { kind: 'list-endless', pages: MOST_PAGES });
}

const strictInstances = z.object({
  Instances: strictList(
    z.extend(instanceSchema, {
      InstanceId: z.string().check(z.refine(isPlainId)),
      InstanceContainerStatus: exactWord(STATE),
      InstanceHealthStatus: exactWord(STATE),
      InstanceContainerRestarts: loose(count),
    }),
  ),
  TotalSize: count,
});

/**
 * All instances of a group, each once, or a fault: a list that does not have as many as it reports, or that
 * changed while it was read, has to be read again.
 */
export async function allInstances(
  caller: ApiCaller,
  query: InstancesQuery,
  signal: AbortSignal,
  turn: Turn,
): Promise<Asked<readonly Instance[]>> {
  const action = 'DescribeApplicationInstances';
  const instances = new Map<string, Instance>();
  let totalBefore: number | undefined;
  for (let number = 1; number <= MOST_PAGES; number++) {
    const answer = await callInstances(caller, query, number, signal, turn);
    if (answer.kind === 'fault') return answer;
    const page = strictInstances.safeParse(answer.data);
    if (!page.success) return malformedField(action, page.error.issues[0]?.path, answer.requestId);
    const { Instances: items, TotalSize: total } = page.data;
    const changed = malformedAnswer(action, { kind: 'list-changed' }, answer.requestId);
    if (number > 1 && total !== totalBefore) return changed;
    const known = instances.size;
    for (const item of items) instances.set(item.InstanceId, toInstance(item, answer.cameMs));
    const added = instances.size - known;
    if (added > 0 && added < items.length) {
      // An instance listed twice has moved between pages meanwhile, and another one with it.
      return changed;
    }
    if (instances.size === total) return { kind: 'answer', value: [...instances.values()] };
    if (added === 0 || instances.size > total) {
      return malformedAnswer(
        action,
        { kind: 'list-short', of: 'instances', size: instances.size, total },
        answer.requestId,
      );
    }
    totalBefore = total;
  }
  return malformedAnswer(action, { kind: 'list-endless', pages: MOST_PAGES });
}

function malformedField(
  action: ApiCall,
  path: readonly PropertyKey[] = [],
  requestId: string | undefined,
): FaultAnswer {
  const field = ['Data', ...path.map(String)].join('.');
  return malformedAnswer(
    action,
    path.length === 0 ? { kind: 'no-data' } : { kind: 'bad-field', field },
    requestId,
  );
}

const statusSchema = z.object({
  AppId: z.nullish(z.string()),
  LastChangeOrderId: loose(z.string().check(z.refine(isPlainId))),
});

/** The ID of the order that the application executed last; `undefined` if not reported. */
export async function lastChangeOrderId(
  caller: ApiCaller,
  appId: string,
  signal: AbortSignal,
  turn: Turn = POLL,
): Promise<Asked<string | undefined>> {
  const action = 'DescribeApplicationStatus';
  const answer = await caller.call(action, { AppId: appId }, signal, turn);
  if (answer.kind === 'fault') return answer;
  const status = statusSchema.safeParse(answer.data);
  if (!status.success) return malformedField(action, status.error.issues[0]?.path, answer.requestId);
  const { AppId: reported, LastChangeOrderId: id } = status.data;
  // For another application it says nothing.
  if (reported && reported !== appId)
    return malformedAnswer(action, { kind: 'bad-field', field: 'Data.AppId' }, answer.requestId);
  return { kind: 'answer', value: id };
}
