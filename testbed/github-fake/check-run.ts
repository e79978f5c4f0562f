import type { JsonObject } from './json-object.ts';
import { isJsonObject, listOf, textOf } from './json-object.ts';
import { OUTPUT_LIMIT_BYTES } from './check-run-shape.ts';

/** What a check run shows, as GitHub keeps it. */
export interface CheckRunOutput {
  readonly title: string;
  readonly summary: string;
  readonly text: string | null;
  /** Whether the end of `text` was lost because it was too long. GitHub does not tell. */
  readonly textWasCut: boolean;
}

/** A check run as it is at one moment. */
export interface CheckRunState {
  /** The number of the request that made it so, from 1; 0 where it was there from the start. */
  readonly byRequest: number;
  readonly name: string;
  readonly headSha: string;
  readonly status: string;
  readonly conclusion: string | null;
  /** ISO, UTC. */
  readonly startedAt: string;
  /** ISO, UTC. */
  readonly completedAt: string | null;
  readonly externalId: string;
  readonly output: CheckRunOutput | null;
  /** Annotations add up over the updates; nothing else of an output does. */
  readonly annotationCount: number;
  readonly actions: readonly unknown[];
}

/** A check run and all that it has been, in order. */
export interface CheckRun {
  readonly id: number;
  /** Whether it is a job's own, which the workflow's token cannot bring to another state. */
  readonly isJob: boolean;
  readonly states: readonly CheckRunState[];
}

/** The newest state of a check run. */
export function currentState({ states }: CheckRun): CheckRunState {
  const state = states.at(-1);
  if (state === undefined) throw new Error('a check run has at least one state');
  return state;
}

/** The state in which a valid request creates a check run. */
export function firstState(body: JsonObject, byRequest: number, nowEpochMs: number): CheckRunState {
  const blank: CheckRunState = {
    byRequest,
    name: '',
    headSha: textOf(body, 'head_sha') ?? '',
    status: 'queued',
    conclusion: null,
    startedAt: new Date(nowEpochMs).toISOString(),
    completedAt: null,
    externalId: '',
    output: null,
    annotationCount: 0,
    actions: [],
  };
  return nextState(blank, body, byRequest, nowEpochMs);
}

/** The state to which a valid request brings a check run. */
export function nextState(
  before: CheckRunState,
  body: JsonObject,
  byRequest: number,
  nowEpochMs: number,
): CheckRunState {
  const progress = progressOf(before, body);
  const completedAt =
    textOf(body, 'completed_at') ?? before.completedAt ?? new Date(nowEpochMs).toISOString();
  return {
    ...before,
    ...progress,
    byRequest,
    name: textOf(body, 'name') ?? before.name,
    startedAt: textOf(body, 'started_at') ?? before.startedAt,
    completedAt: progress.conclusion === null ? null : completedAt,
    externalId: textOf(body, 'external_id') ?? before.externalId,
    actions: body['actions'] === undefined ? before.actions : listOf(body, 'actions'),
    ...outputChange(before, body['output']),
  };
}

function outputChange(
  before: CheckRunState,
  output: unknown,
): Pick<CheckRunState, 'output' | 'annotationCount'> | undefined {
  if (!isJsonObject(output)) return undefined;
  const added = listOf(output, 'annotations').length;
  return { output: outputOf(output), annotationCount: before.annotationCount + added };
}

/** A conclusion completes the check run, whatever the status beside it; another status takes it away. */
function progressOf(before: CheckRunState, body: JsonObject): Pick<CheckRunState, 'status' | 'conclusion'> {
  const conclusion = textOf(body, 'conclusion');
  if (conclusion !== undefined) return { status: 'completed', conclusion };
  const status = textOf(body, 'status');
  if (status !== undefined) return { status, conclusion: null };
  return { status: before.status, conclusion: before.conclusion };
}

/** The whole of the new output: what it does not tell is gone. */
function outputOf(output: JsonObject): CheckRunOutput {
  const text = textOf(output, 'text');
  const kept = text === undefined ? undefined : cutToBytes(text, OUTPUT_LIMIT_BYTES);
  return {
    title: textOf(output, 'title') ?? '',
    summary: textOf(output, 'summary') ?? '',
    text: kept ?? null,
    textWasCut: kept !== text,
  };
}

function cutToBytes(text: string, limitBytes: number): string {
  const bytes = Buffer.from(text);
  // The last character may be cut in two: what is left of it goes too.
  return bytes.length <= limitBytes
    ? text
    : new TextDecoder().decode(bytes.subarray(0, limitBytes), { stream: true });
}
