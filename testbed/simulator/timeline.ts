import { SECOND_MS } from './story-time.ts';

/**
 * One stretch of an order's life. A timeline is a list of these; the last one lasts for ever, whatever
 * its duration says.
 */
export interface Phase {
  readonly durationMs: number;
  /** The order's `Status` meanwhile. Any number, so that unknown ones can be told too. */
  readonly status: number;
  /** The order's `SubStatus` meanwhile; 0 if not given. */
  readonly subStatus?: number;
  /** The order's `ErrorMessage` meanwhile; `success` if not given, as SAE has it. */
  readonly errorMessage?: string;
  /** Batches (numbered from 1) whose `Status` changes as this phase begins. Others keep theirs. */
  readonly batches?: Readonly<Record<number, number>>;
}

/** A rollout from its creation to its end. */
export interface Timeline {
  readonly batchCount: number;
  readonly phases: readonly Phase[];
}

/** How a rollout ends, where it does not simply succeed after its last batch. */
export interface Ending {
  /** The batch (numbered from 1) at whose end it happens; later ones are never run. */
  readonly inBatch: number;
  /** The order's final `Status`. */
  readonly status: number;
  readonly subStatus?: number;
  /** The `Status` at which that batch stays. */
  readonly batchStatus: number;
  readonly errorMessage?: string;
}

/** What `rollout` needs to know; all durations in story ms. */
export interface RolloutPlan {
  /** Planned duration of each batch. `Infinity` for one that never ends. */
  readonly batchesMs: readonly number[];
  /** Status 0 for so long; 5 s if not given. */
  readonly prepareMs?: number;
  /** Status 11 for so long, then 12 for 5 s, before all else. */
  readonly approvalMs?: number;
  /** Between batches: status 9 (SAE goes on by itself) or 8 (a person releases the next batch). */
  readonly pause?: { readonly kind: 'automatic' | 'manual'; readonly durationMs: number };
  readonly ending?: Ending;
}

/** A rollout in batches, one after the other, as SAE's `auto` and `manual` batch types run it. */
export function rollout(plan: RolloutPlan): Timeline {
  const batchCount = plan.batchesMs.length;
  const lastBatch = plan.ending?.inBatch ?? batchCount;
  const phases: Phase[] = [];
  if (plan.approvalMs !== undefined) {
    phases.push({ durationMs: plan.approvalMs, status: 11 }, { durationMs: 5 * SECOND_MS, status: 12 });
  }
  phases.push({ durationMs: plan.prepareMs ?? 5 * SECOND_MS, status: 0 });
  for (const [index, durationMs] of plan.batchesMs.slice(0, lastBatch).entries()) {
    const batch = index + 1;
    const previous = batch > 1 ? { [batch - 1]: 2 } : {};
    if (plan.pause && batch > 1) {
      const status = plan.pause.kind === 'manual' ? 8 : 9;
      phases.push({ durationMs: plan.pause.durationMs, status, batches: previous });
    }
    phases.push({ durationMs, status: 1, batches: { ...previous, [batch]: 1 } });
  }
  phases.push(finalPhase(plan.ending ?? { inBatch: batchCount, status: 2, batchStatus: 2 }));
  return { batchCount, phases };
}

function finalPhase(ending: Ending): Phase {
  return {
    durationMs: Infinity,
    status: ending.status,
    ...(ending.subStatus === undefined ? {} : { subStatus: ending.subStatus }),
    ...(ending.errorMessage === undefined ? {} : { errorMessage: ending.errorMessage }),
    batches: { [ending.inBatch]: ending.batchStatus },
  };
}

/** A rollout that was over the moment it was created: an order that the first look finds finished. */
export function finishedAtOnce(batchCount: number): Timeline {
  return rollout({ batchesMs: Array.from({ length: batchCount }, () => 0), prepareMs: 0 });
}

/** The same rollout with further phases after its end: a state that changes once more. */
export function followedBy(timeline: Timeline, lastPhaseMs: number, ...later: readonly Phase[]): Timeline {
  const kept = timeline.phases.slice(0, -1);
  const last = timeline.phases.slice(-1).map(phase => ({ ...phase, durationMs: lastPhaseMs }));
  return { batchCount: timeline.batchCount, phases: [...kept, ...last, ...later] };
}

/** The same rollout with another last phase. */
export function endingWith(timeline: Timeline, lastPhase: Phase): Timeline {
  return { batchCount: timeline.batchCount, phases: [...timeline.phases.slice(0, -1), lastPhase] };
}

/** How long the timeline runs until its last phase begins, in story ms. */
export function durationMsOf(timeline: Timeline): number {
  return timeline.phases.slice(0, -1).reduce((sum, phase) => sum + phase.durationMs, 0);
}
