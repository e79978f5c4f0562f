import type { Instance, WarningEvent } from '../rollout/application.ts';
import type { Clock } from '../polling/clock.ts';
import { within } from '../polling/clock.ts';
import type { Turn } from '../polling/call-priority.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import { batchTotal, rolloutStartMs } from '../rollout/change-order.ts';
import {
  describeInstanceLog,
  describeNamespaceId,
  describePipeline,
  listWarningEvents,
} from '../sae/application.ts';
import type { ApiCaller, Asked } from '../sae/client.ts';
import { OutOfCalls, limitCalls } from '../sae/bounded-reads.ts';
import type { InstancesPage } from '../sae/running.ts';
import { describeApplicationGroups, describeApplicationInstances } from '../sae/running.ts';
import { thrownText } from '../text/clean.ts';
import type { Hide } from '../text/clean.ts';
import type { Diagnosis, DiagnosisPart, Gap, GapReason } from './diagnosis.ts';
import { DIAGNOSIS_PARTS } from './diagnosis.ts';
import type { FailingTask, LogTail } from './findings.ts';
import { failingBatch, failingTasks, isUnhealthy, recentEvents, unhealthyInstances } from './findings.ts';
import { knownCauses } from './known-causes.ts';

/** What a diagnosis needs. */
export interface DiagnosisParts {
  readonly client: ApiCaller;
  readonly clock: Clock;
  /** Aborted when the step is cancelled: then what is known so far has to do. */
  readonly cancel: AbortSignal;
  /** The last known state of the order. */
  readonly order: ChangeOrder;
  readonly appId: string | undefined;
  /** When the gate's first poll began, epoch ms: events are read since then if no batch reports its start. */
  readonly startedWallMs: number;
  /** Whether the log of an instance may be read: it may contain secrets. */
  readonly withLog: boolean;
  readonly hide: Hide;
}

const LONGEST_DIAGNOSIS_MS = 15_000;
const MOST_CALLS = 10;

const PARTS = Object.keys(DIAGNOSIS_PARTS);

/** An application usually has one group; of more, these are enough. */
const MOST_GROUPS = 2;
const MOST_TASKS = 5;
const MOST_INSTANCES = 5;

/**
 * Reads from the API why a rollout failed: its failing tasks, unhealthy instances and warning events, in
 * parallel and independently, in at most 15 s and 10 calls. What could not be read is a gap. Never rejects.
 */
export async function diagnose(parts: DiagnosisParts): Promise<Diagnosis> {
  const inquiry = new Inquiry(parts);
  const { clock, cancel } = parts;
  await within(clock, LONGEST_DIAGNOSIS_MS, cancel, signal => inquiry.run(signal));
  return inquiry.findings();
}

/** Collects the parts of a diagnosis, so that those that came in time count. */
class Inquiry {
  readonly #parts: DiagnosisParts;
  readonly #caller: ApiCaller;
  readonly #batch: ReturnType<typeof failingBatch>;
  readonly #gaps: Gap[] = [];
  readonly #open = new Set<DiagnosisPart>();
  #tasks: readonly FailingTask[] = [];
  #instances: readonly Instance[] = [];
  #events: readonly WarningEvent[] = [];
  #log: LogTail | undefined;

  constructor(parts: DiagnosisParts) {
    this.#parts = parts;
    const nowMs = parts.clock.nowMs();
    // Polls of other orders go first, except for the calls that are reserved.
    const turn: Turn = { purpose: 'diagnosis', unseenSinceMs: nowMs, askedMs: nowMs };
    this.#caller = limitCalls(parts.client, MOST_CALLS, turn);
    this.#batch = failingBatch(parts.order);
  }

  /** Reads everything. Never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all([
      this.#ask('tasks', () => this.#askTasks(signal)),
      this.#ask('instances', () => this.#askInstances(signal)).then(() =>
        this.#ask('log', () => this.#askLog(signal)),
      ),
      this.#ask('events', () => this.#askEvents(signal)),
    ]);
  }

  /** What is known so far; a part that is still being read has run out of time. */
  findings(): Diagnosis {
    const tasks = this.#tasks.slice(0, MOST_TASKS);
    const instances = this.#instances.slice(0, MOST_INSTANCES);
    const events = this.#events;
    const ranOut = [...this.#open].map((part): Gap => ({ part, why: { kind: 'ran-out' } }));
    return {
      batch: this.#batch && { number: this.#batch.number, of: batchTotal(this.#parts.order) },
      tasks,
      instances,
      unhealthyCount: this.#instances.length,
      events,
      log: this.#log,
      causes: knownCauses({ tasks, instances, events }),
      gaps: [...this.#gaps, ...ranOut].toSorted((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part)),
    };
  }

  /** Reads one part and keeps the reason if it fails. */
  async #ask(part: DiagnosisPart, work: () => Promise<GapReason | undefined>): Promise<void> {
    this.#open.add(part);
    const why = await work().catch((thrown: unknown): GapReason => {
      if (thrown instanceof OutOfCalls) return { kind: 'ran-out' };
      return { kind: 'bug', message: thrownText(thrown, this.#parts.hide) };
    });
    this.#open.delete(part);
    if (why !== undefined) this.#gaps.push({ part, why });
  }

  async #askTasks(signal: AbortSignal): Promise<GapReason | undefined> {
    const pipelineId = this.#batch?.batch.pipelineId;
    if (pipelineId === undefined) return { kind: 'not-reported', what: 'batch' };
    const asked = await describePipeline(this.#caller, pipelineId, signal);
    if (asked.kind === 'fault') return asked;
    this.#tasks = failingTasks(asked.value);
    return undefined;
  }

  async #askInstances(signal: AbortSignal): Promise<GapReason | undefined> {
    const { appId } = this.#parts;
    if (appId === undefined) return { kind: 'not-reported', what: 'application' };
    const groups = await describeApplicationGroups(this.#caller, appId, signal);
    if (groups.kind === 'fault') return groups;
    if (groups.value.length === 0) return { kind: 'not-reported', what: 'group' };
    const asked = await Promise.all(
      groups.value.slice(0, MOST_GROUPS).map(({ groupId }) => this.#instancesOf(appId, groupId, signal)),
    );
    this.#instances = unhealthyInstances(
      asked.flatMap(one => (one.kind === 'answer' ? one.value.instances : [])),
    );
    return asked.find(one => one.kind === 'fault');
  }

  /** The instances of the batch; all of the group, if none of the batch is unhealthy. */
  async #instancesOf(appId: string, groupId: string, signal: AbortSignal): Promise<Asked<InstancesPage>> {
    const pipelineId = this.#batch?.batch.pipelineId;
    if (pipelineId !== undefined) {
      const query = { appId, groupId, pipelineId };
      const ofBatch = await describeApplicationInstances(this.#caller, query, signal);
      // The reference does not say whether a batch's instances are the new ones: read all of them then.
      if (ofBatch.kind === 'fault' || ofBatch.value.instances.some(isUnhealthy)) return ofBatch;
    }
    return describeApplicationInstances(this.#caller, { appId, groupId }, signal);
  }

  async #askEvents(signal: AbortSignal): Promise<GapReason | undefined> {
    const { appId, order, startedWallMs } = this.#parts;
    if (appId === undefined) return { kind: 'not-reported', what: 'application' };
    const namespace = await describeNamespaceId(this.#caller, appId, signal);
    if (namespace.kind === 'fault') return namespace;
    const namespaceId = namespace.value;
    if (namespaceId === undefined) return { kind: 'not-reported', what: 'namespace' };
    const events = await listWarningEvents(this.#caller, { appId, namespaceId }, signal);
    if (events.kind === 'fault') return events;
    this.#events = recentEvents(events.value, rolloutStartMs(order) ?? startedWallMs);
    return undefined;
  }

  async #askLog(signal: AbortSignal): Promise<GapReason | undefined> {
    const [instance] = this.#instances;
    if (!this.#parts.withLog || instance === undefined) return undefined;
    const { instanceId, restarts = 0 } = instance;
    // What a container logs before it ends is in the log of the previous one.
    const previous = restarts > 0;
    const asked = await describeInstanceLog(this.#caller, { instanceId, previous }, signal);
    if (asked.kind === 'fault') return asked;
    this.#log = { instanceId, previous, lines: asked.value };
    return undefined;
  }
}
