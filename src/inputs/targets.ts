import type { FindTarget } from '../discovery/find-orders.ts';
import type { CreatedAfter } from '../discovery/run-start.ts';
import { CLOCKS_DIFFER_MS } from '../discovery/run-start.ts';
import { parseDuration, shown } from './reader.ts';
import type { InputReader } from './reader.ts';
import type { GuardName, InputDefinition, InputName } from './table.ts';
import { BY_ITSELF, INPUTS, NOT_GIVEN, isWord } from './table.ts';
import { isBlank, isOneWord, leftoverIn, splitItems, trimBlanks } from './lists.ts';

/** An order that was given by its id. */
export interface OrderTarget {
  readonly kind: 'order';
  readonly changeOrderId: string;
  readonly appId: string | undefined;
}

export type Target = OrderTarget | FindTarget;

/**
 * Reads which orders are meant: those given by their ids, or one of each application. Faulty inputs are
 * told to the reader; the targets are then of no use.
 */
export function readTargets(reader: InputReader, nowWallMs: number): readonly Target[] {
  tellEmptyGuards(reader);
  const ids = readIds(reader, 'changeOrderId');
  const apps = reader.guard('appId').trim() === NOT_GIVEN ? undefined : readIds(reader, 'appId');
  if (!ids.some(id => isWord(id, BY_ITSELF))) return orderTargets(reader, ids, apps ?? []);
  if (ids.length > 1) reader.faults.push({ kind: 'auto-among-ids', got: shown(ids.join(',')) });
  if (apps === undefined) reader.faults.push({ kind: 'auto-without-app' });
  const how = {
    kind: 'find',
    coTypes: readCoTypes(reader),
    descriptionContains: readDescription(reader),
    createdAfter: readCreatedAfter(reader, nowWallMs),
    discoveryTimeoutMs: reader.durationMs('discoveryTimeout'),
  } as const;
  return (apps ?? []).map(appId => ({ ...how, appId }));
}

function orderTargets(
  reader: InputReader,
  ids: readonly string[],
  apps: readonly string[],
): readonly OrderTarget[] {
  const [appId, ...others] = apps;
  if (others.length > 0) reader.faults.push({ kind: 'several-apps', got: shown(apps.join(',')) });
  return ids.map(changeOrderId => ({ kind: 'order', changeOrderId, appId }));
}

/** Also those that do not apply: whoever hands over an empty guard believes that it guards. */
function tellEmptyGuards(reader: InputReader): void {
  const definitions = Object.entries(INPUTS) as readonly (readonly [InputName, InputDefinition])[];
  // What has `guard` is a guard by the type of the same rule.
  const guards = definitions.flatMap(([name, { guard }]) => (guard === true ? [name as GuardName] : []));
  for (const name of guards) if (isBlank(reader.guard(name))) tellEmpty(reader, name);
}

function tellEmpty({ faults }: InputReader, input: GuardName): void {
  if (input === 'changeOrderId') faults.push({ kind: 'empty-order-id' });
  else faults.push({ kind: 'empty-guard', input, word: input === 'coType' ? '*' : INPUTS[input].default });
}

/** Each once. */
function readIds(reader: InputReader, name: 'changeOrderId' | 'appId'): readonly string[] {
  const text = reader.guard(name);
  if (isBlank(text)) return [];
  const items = splitItems(text);
  const told = { input: name, got: shown(text) };
  if (items === undefined) reader.faults.push({ kind: 'bad-list', ...told });
  else if (items.length === 0) tellEmpty(reader, name);
  else if (items.some(isBlank)) reader.faults.push({ kind: 'empty-item', ...told });
  else for (const item of new Set(items)) tellBadId(reader, name, item);
  return [...new Set(items)];
}

function tellBadId({ faults }: InputReader, input: InputName, item: string): void {
  const leftover = leftoverIn(item);
  const got = shown(item);
  if (leftover !== undefined) faults.push({ kind: 'leftover', input, got, of: leftover });
  else if (!isOneWord(item)) faults.push({ kind: 'bad-id', input, got });
}

function readCoTypes(reader: InputReader): readonly string[] | undefined {
  const text = reader.guard('coType');
  if (isBlank(text)) return undefined;
  const types = splitItems(text) ?? [];
  const areTypes = types.length > 0 && types.every(type => isOneWord(type) && leftoverIn(type) === undefined);
  if (!areTypes) reader.faults.push({ kind: 'empty-co-type', got: shown(text) });
  return types.includes('*') ? undefined : [...new Set(types)];
}

function readDescription(reader: InputReader): string | undefined {
  const text = trimBlanks(reader.guard('descriptionContains'));
  if (text === NOT_GIVEN) return undefined;
  const leftover = leftoverIn(text);
  // People may well look for quotation marks; for what stands between such marks nobody looks.
  if (leftover !== undefined && leftover !== 'quotes') {
    reader.faults.push({ kind: 'leftover', input: 'descriptionContains', got: shown(text), of: leftover });
  }
  return reader.oneLine('descriptionContains', text);
}

/** A time with its zone: without one nobody knows which hour is meant. */
const ISO_TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/u;

const DAY_MS = 24 * 3_600_000;

/** SAE keeps orders for three months; the longest three have 92 days. */
const KEPT_MS = 92 * DAY_MS;

/** Who looks back further by a duration has written something else, such as an epoch time. */
const LONGEST_AGO_MS = 366 * DAY_MS;

function readCreatedAfter(reader: InputReader, nowWallMs: number): CreatedAfter {
  const text = trimBlanks(reader.guard('createdAfter'));
  if (text === '' || isWord(text, BY_ITSELF)) return { kind: 'run-start' };
  const createdAfter = createdAfterOf(reader, text);
  const epochMs = createdAfter.kind === 'time' ? createdAfter.epochMs : nowWallMs - createdAfter.durationMs;
  const got = shown(text);
  if (Number.isNaN(epochMs)) reader.faults.push({ kind: 'bad-created-after', got });
  if (epochMs < nowWallMs - KEPT_MS) reader.faults.push({ kind: 'created-after-too-old', got });
  if (epochMs > nowWallMs + CLOCKS_DIFFER_MS) {
    reader.faults.push({ kind: 'created-after-to-come', got, nowMs: nowWallMs });
  }
  return createdAfter;
}

function createdAfterOf(reader: InputReader, text: string): Exclude<CreatedAfter, { kind: 'run-start' }> {
  const written = parseDuration(text);
  return written !== undefined && written.durationMs <= LONGEST_AGO_MS
    ? { kind: 'ago', durationMs: reader.tookDuration('createdAfter', text, written) }
    : {
        kind: 'time',
        epochMs: parseIsoTime(text),
        ...(isOfPipeline(reader, text) ? { ofPipeline: true } : {}),
      };
}

/** Whether a CI system tells that time of its own as the one at which it created this pipeline. */
function isOfPipeline({ env }: InputReader, text: string): boolean {
  return INPUTS.createdAfter.commandEnvironment.some(name => env[name]?.trim() === text);
}

/** Epoch ms, or `NaN` for anything else and for days that do not exist. */
function parseIsoTime(text: string): number {
  const day = ISO_TIME.exec(text)?.[1];
  const midnight = new Date(day ?? '');
  // `Date` takes the 30th of February for the 2nd of March.
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().slice(0, 10) === day;
  return exists ? Date.parse(text) : Number.NaN;
}
