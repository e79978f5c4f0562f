import type { TargetEnding, StepEnding } from '../endings/ending.ts';
import { taskOf } from '../endings/ending.ts';
import type { Change } from '../rollout/changes.ts';
import type { RunningNow } from '../verification/running-now.ts';

/**
 * The version of the form that all JSON of the gate has, in every object that may be read on its own. Grows
 * where a field is taken away or means something else; new fields, verdicts and kinds of lines do not change
 * it. The form itself: `schema/report.schema.json`.
 */
export const SCHEMA_VERSION = 1;
import type { Undo } from '../undo/undo.ts';
import { rollbackOrderIdOf, rolledBackOf } from '../undo/undo.ts';

/** So many batches of all orders together: a whole file, and still no more than a moment's work. */
const MOST_BATCHES = 50_000;

/** What a timeline entry holds in JSON: numbers and words of the gate's own. */
type JsonChange = Readonly<Record<string, number | string | undefined>>;

/**
 * How a step ended as JSON for machines: ids, verdicts and numbers, and no free text from the cloud, since
 * people paste JSON into shells. Times are epoch ms unless their name says otherwise. Pure.
 */
export function reportJson(step: StepEnding, version: string): string {
  return `${JSON.stringify(reportValue(step, version), undefined, 2)}\n`;
}

/** What that JSON holds. Pure. */
export function reportValue({ outcomes, worst }: StepEnding, version: string): object {
  const mostBatches = Math.floor(MOST_BATCHES / Math.max(1, outcomes.length));
  return {
    schemaVersion: SCHEMA_VERSION,
    version,
    verdict: worst.verdict,
    orders: outcomes.map(outcome => jsonOutcome(outcome, mostBatches)),
  };
}

function jsonOutcome(outcome: TargetEnding, mostBatches: number) {
  const { verdict, cause, subject, progress, waitedMs, startedMs, endedWallMs, verification, undo } = outcome;
  const { order, timeline } = progress;
  const batches = order?.batches ?? [];
  return {
    verdict,
    cause: cause.kind,
    [taskOf(subject) === 'gate' ? 'changeOrderId' : 'blockingOrderId']: subject.changeOrderId,
    appId: order?.appId ?? subject.appId,
    regionId: subject.regionId,
    status: order?.status,
    subStatus: order?.subStatus,
    batchCount: order?.batchCount,
    supportRollback: order?.supportRollback,
    waitedMs,
    endedAtMs: endedWallMs,
    ...jsonUndo(undo),
    looks: progress.polls,
    throttles: progress.throttles,
    faultsSurvived: progress.faults,
    verified: verification?.verified,
    bakedMs: verification?.bakedMs,
    running: verification?.running && jsonRunning(verification.running),
    batches: batches.slice(0, mostBatches).map(({ status, startMs, updateMs }, index) => ({
      number: index + 1,
      status,
      startMs,
      updateMs,
    })),
    batchesLeftOut: Math.max(0, batches.length - mostBatches),
    // Those that were left out lie between the first `KEPT_AT_EACH_END` and the others.
    timeline: timeline.changes.map(change => jsonChange(change, startedMs)),
    timelineLeftOut: timeline.leftOut,
  };
}

/** More are counted only. */
const MOST_INSTANCES = 1_000;

/** An id as all that the API reference shows are. */
const ID = /^[\w.-]{1,200}$/u;

/** A state in the API's own words, as long as it can be nothing else. */
const STATE = /^[A-Za-z]{1,40}(?::[A-Za-z0-9/]{1,20})?$/u;

/** What runs as data: its instances by their ids, with no text that could be anything but a state. Pure. */
export function jsonRunning({
  instances,
  wanted,
  ready,
  draining,
  sinceRollout,
  restarts,
  atMs,
}: RunningNow) {
  const state = (text: string | undefined): string | undefined =>
    text !== undefined && STATE.test(text) ? text : undefined;
  return {
    wanted,
    ready,
    draining,
    sinceRollout,
    restarts,
    instances: instances.slice(0, MOST_INSTANCES).map(one => ({
      id: ID.test(one.instanceId) ? one.instanceId : undefined,
      state: state(one.containerStatus),
      health: state(one.healthStatus),
      restarts: one.restarts,
      ageMs: one.createdMs === undefined ? undefined : Math.max(0, atMs - one.createdMs),
    })),
    instancesLeftOut: Math.max(0, instances.length - MOST_INSTANCES),
  };
}

/** What became of undoing it; nothing where that was not asked. `notRolledBackBecause`: a word of the gate's own. */
function jsonUndo(undo: Undo | undefined): object {
  if (undo === undefined) return {};
  const why = undo.kind === 'not-written' ? undo.why.kind : undefined;
  return {
    rolledBack: rolledBackOf(undo),
    rollbackOrderId: rollbackOrderIdOf(undo),
    notRolledBackBecause: why,
  };
}

/** A change as data. Pure. */
export function jsonChange(change: Change, startedMs: number): JsonChange {
  const base = { kind: change.kind, elapsedMs: change.atMs - startedMs };
  switch (change.kind) {
    case 'first-seen':
      return { ...base, status: change.order.status };
    case 'status':
      return { ...base, status: change.status };
    case 'sub-status':
      return { ...base, subStatus: change.subStatus };
    case 'batch':
      return { ...base, number: change.number, status: change.status, tookMs: change.tookMs };
  }
}

/**
 * The output `results`: one entry for each order, in the order of the input, named as the scalar
 * outputs, with the version of the form. Ids, verdicts and numbers only: people paste JSON into shells. An id
 * may be any text, so what could mean something to a shell is written as `\u….`: to a reader of JSON that is
 * the same. Pure.
 */
export function resultsJson(outcomes: readonly TargetEnding[]): string {
  const results = outcomes.map(({ verdict, subject, progress: { order }, waitedMs }) => ({
    schemaVersion: SCHEMA_VERSION,
    changeOrderId: subject.changeOrderId,
    appId: order?.appId ?? subject.appId,
    verdict,
    status: order?.status,
    subStatus: order?.subStatus,
    batchCount: order?.batchCount,
    durationSeconds: Math.round(waitedMs / 1_000),
  }));
  return JSON.stringify(results).replace(/[^\w{}[\]:,."\\-]/gu, escaped);
}

/** None of these is JSON's own, so each stands in a text; one beyond 16 bits is two of them. */
function escaped(char: string): string {
  return char
    .split('')
    .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
