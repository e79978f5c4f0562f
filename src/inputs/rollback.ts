import type { CreatedAfter } from '../discovery/run-start.ts';
import type { UndoTrigger } from '../undo/permission.ts';
import { UNDO_TRIGGERS } from '../undo/permission.ts';
import { isBlank, splitItems } from './lists.ts';
import { shown } from './reader.ts';
import type { InputReader } from './reader.ts';
import { NOT_GIVEN } from './table.ts';
import type { Target } from './targets.ts';
import { readCreatedAfter } from './targets.ts';

/** When to undo a rollout, and what must prove that it belongs to this run. */
export interface RollbackSettings {
  /** At least one. */
  readonly on: readonly UndoTrigger[];
  readonly timeoutMs: number;
  readonly createdAfter: CreatedAfter;
}

/**
 * Reads when to undo a rollout; `undefined` for never. Settings that could never undo anything, since they do
 * not name one rollout that provably belongs to this run, are reported now and not when they are needed.
 * Faults are added to the reader.
 */
export function readRollback(
  reader: InputReader,
  targets: readonly Target[],
  nowWallMs: number,
): RollbackSettings | undefined {
  const timeoutMs = reader.durationMs('rollbackTimeout');
  const on = readTriggers(reader);
  if (on.length === 0) return undefined;
  requireOwnOrder(reader, targets);
  const [target] = targets;
  const createdAfter = target?.kind === 'find' ? target.createdAfter : readCreatedAfter(reader, nowWallMs);
  return { on, timeoutMs, createdAfter };
}

function readTriggers(reader: InputReader): readonly UndoTrigger[] {
  const text = reader.text('rollbackOn');
  const items = splitItems(text) ?? [text];
  if (items.length === 1 && items[0] === NOT_GIVEN) return [];
  const known = UNDO_TRIGGERS.filter(trigger => items.includes(trigger));
  const strange = items.filter(item => !known.some(trigger => trigger === item));
  for (const item of new Set(strange)) {
    reader.faults.push({ kind: 'bad-rollback-on', got: shown(isBlank(item) ? text : item) });
  }
  return known;
}

function requireOwnOrder({ faults }: InputReader, targets: readonly Target[]): void {
  const [target, ...others] = targets;
  if (target === undefined) return;
  if (others.length > 0) faults.push({ kind: 'rollback-of-several', targets: targets.length });
  if (target.appId === undefined && target.appName === undefined)
    faults.push({ kind: 'rollback-without-app' });
  if (target.kind === 'find' && target.descriptionContains === undefined) {
    faults.push({ kind: 'rollback-undescribed' });
  }
}
