import type { Outcome, Subject } from '../gate/outcome.ts';
import { isGreen } from '../gate/outcome.ts';
import { batchTotal } from '../rollout/change.ts';
import type { Batch, ChangeOrder } from '../rollout/change-order.ts';
import { statusName } from '../rollout/status.ts';
import type { Verdict } from '../rollout/verdict.ts';
import { consoleUrl } from '../sae/console-link.ts';
import { formatTime } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { batchBars } from './batch-bars.ts';
import { explain } from './explain.ts';
import { batchTookMs, statusText } from './state.ts';

/**
 * All that a person is told of an ended wait, in plain text and in reading order. Each rendering
 * escapes it for its own place.
 */
export interface Report {
  readonly verdict: Verdict;
  readonly green: boolean;
  /** What the order is known by, as far as that is known. */
  readonly name: string | undefined;
  readonly what: string;
  readonly remedy: string;
  readonly errorMessage: string | undefined;
  /** One line for each fault of the inputs. */
  readonly inputFaults: readonly string[];
  readonly facts: readonly Fact[];
  /** Which order was chosen and why, and what else there was. */
  readonly notes: readonly string[];
  readonly batches: readonly BatchRow[];
  readonly consoleUrl: string | undefined;
  readonly footer: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** The value is an identifier or a foreign text, to be set apart. */
  readonly verbatim: boolean;
}

export interface BatchRow {
  readonly label: string;
  readonly name: string | undefined;
  readonly mark: string;
  readonly state: string;
  readonly start: string;
  readonly took: string;
  readonly bar: string;
}

/** Pure. */
export function reportOf(outcome: Outcome, notes: readonly string[], words: Words, version: string): Report {
  const { progress, cause, subject } = outcome;
  const { order } = progress;
  const { what, remedy } = explain(outcome, words);
  return {
    verdict: outcome.verdict,
    green: isGreen(outcome),
    name: order?.appName ?? subject.appId ?? subject.changeOrderId,
    what,
    remedy,
    errorMessage: order?.errorMessage,
    inputFaults: cause.kind === 'bad-inputs' ? cause.faults.map(fault => words.inputFault(fault)) : [],
    facts: cause.kind === 'bad-inputs' ? [] : factsOf(outcome, words),
    notes,
    batches: order === undefined ? [] : batchRows(order, outcome.endedWallMs, words),
    consoleUrl: linkOf(subject, order),
    footer: words.report.footer(progress.looks, progress.throttles, progress.faults, version),
  };
}

function factsOf(outcome: Outcome, words: Words): readonly Fact[] {
  const { subject, progress } = outcome;
  const { order } = progress;
  const { fact } = words.report;
  const startMs = order?.batches[0]?.startMs;
  const facts: readonly (readonly [string, string | undefined, boolean])[] = [
    [fact.verdict, outcome.verdict, true],
    [fact.application, joined(order?.appName, order?.appId ?? subject.appId), true],
    [fact.changeOrder, subject.changeOrderId, true],
    [fact.type, order?.coTypeCode, true],
    [fact.status, order && `${statusText(order.status, words)} (${order.status})`, false],
    [fact.description, order?.description, true],
    [fact.region, subject.regionId, true],
    [fact.started, startMs === undefined ? undefined : formatTime(startMs), false],
    [fact.waited, words.duration(outcome.waitedMs), false],
    [fact.rollback, rollbackText(outcome, words), false],
  ];
  return facts.flatMap(([label, value, verbatim]) =>
    value === undefined ? [] : [{ label, value, verbatim }],
  );
}

function rollbackText(outcome: Outcome, words: Words): string | undefined {
  const supported = outcome.progress.order?.supportRollback;
  if (isGreen(outcome) || supported === undefined) return undefined;
  return supported ? words.report.yes : words.report.no;
}

function joined(name: string | undefined, id: string | undefined): string | undefined {
  return name === undefined || id === undefined ? (name ?? id) : `${name} (${id})`;
}

function batchRows(order: ChangeOrder, nowWallMs: number, words: Words): readonly BatchRow[] {
  const bars = batchBars(order.batches, nowWallMs);
  return order.batches.map((batch, index) => {
    const tookMs = batchTookMs(batch, nowWallMs);
    return {
      label: `${index + 1}/${batchTotal(order)}`,
      name: batch.name,
      mark: markOf(batch),
      state: hasBegun(batch) ? statusText(batch.status, words) : words.report.notBegun,
      start: batch.startMs === undefined ? '–' : formatTime(batch.startMs).slice(11),
      took: tookMs === undefined ? '–' : words.duration(tookMs),
      bar: bars[index] ?? '',
    };
  });
}

function hasBegun(batch: Batch): batch is Batch & { readonly status: number } {
  return (
    batch.status !== undefined && (statusName(batch.status) !== 'preparing' || batch.startMs !== undefined)
  );
}

/** A sign for a batch's state that can be read without its colour. */
function markOf({ status }: Batch): string {
  switch (status === undefined ? 'preparing' : statusName(status)) {
    case 'succeeded':
      return '✅';
    case 'failed':
    case 'system-error':
      return '❌';
    case 'terminated':
      return '⏹️';
    case 'in-progress':
    case 'approved':
      return '🔄';
    case 'awaiting-release':
    case 'awaiting-approval':
      return '✋';
    case 'auto-pause':
      return '⏸️';
    case 'preparing':
      return '▫️';
    case undefined:
      return '❔';
  }
}

function linkOf(subject: Subject, order: ChangeOrder | undefined): string | undefined {
  if (subject.changeOrderId === undefined) return undefined;
  return consoleUrl({
    changeOrderId: subject.changeOrderId,
    appId: order?.appId ?? subject.appId,
    regionId: subject.regionId,
  });
}
