import type { BatchTask, Instance, WarningEvent } from '../../src/rollout/application.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import type { FailingTask } from '../../src/diagnosis/findings.ts';

/** A task as the API shows it: failed, and with nothing to say. */
export function aTask(parts: Partial<BatchTask> = {}): BatchTask {
  return {
    stage: 'Start instances',
    task: 'Check readiness',
    status: 3,
    errorCode: undefined,
    errorMessage: undefined,
    message: undefined,
    errorIgnored: false,
    ...parts,
  };
}

export function aFailingTask(parts: Partial<FailingTask> = {}): FailingTask {
  return {
    stage: 'Start instances',
    task: 'Check readiness',
    state: 'failed',
    error: undefined,
    errorIgnored: false,
    ...parts,
  };
}

/** An instance that runs well. */
export function anInstance(parts: Partial<Instance> = {}): Instance {
  return {
    instanceId: 'demo-app-1',
    containerStatus: 'Running',
    healthStatus: 'Healthy',
    unhealthyMessage: undefined,
    restarts: 0,
    createdMs: undefined,
    imageUrl: undefined,
    packageVersion: undefined,
    ...parts,
  };
}

export function anEvent(parts: Partial<WarningEvent> = {}): WarningEvent {
  return {
    reason: undefined,
    message: undefined,
    causeAnalysis: undefined,
    objectKind: undefined,
    objectName: undefined,
    firstMs: undefined,
    lastMs: undefined,
    ...parts,
  };
}

/** A diagnosis that found nothing. */
export function aDiagnosis(parts: Partial<Diagnosis> = {}): Diagnosis {
  return {
    batch: undefined,
    tasks: [],
    instances: [],
    unhealthyCount: 0,
    events: [],
    log: undefined,
    causes: [],
    gaps: [],
    ...parts,
  };
}
