import type { CreatedAfter } from '../discovery/run-start.ts';
import { CLOCKS_DIFFER_MS } from '../discovery/run-start.ts';
import { oneLine } from '../text/clean-text.ts';
import { parseDuration } from './duration.ts';
import type { InputReader } from './input-reader.ts';
import { shown } from './input-reader.ts';
import { INPUTS } from './input-table.ts';

/** An order that was given by its id. */
export interface OrderTarget {
  readonly kind: 'order';
  readonly changeOrderId: string;
  readonly appId: string | undefined;
}

/** An order that has to be found among those of an application. */
export interface FindTarget {
  readonly kind: 'find';
  readonly appId: string;
  /** `undefined` allows every type. */
  readonly coTypes: readonly string[] | undefined;
  readonly descriptionContains: string | undefined;
  readonly createdAfter: CreatedAfter;
  readonly discoveryTimeoutMs: number;
}

export type Target = OrderTarget | FindTarget;

/**
 * Reads which orders are meant: those given by their ids, or one of each application. Faulty inputs are
 * told to the reader; the targets are then of no use.
 */
export function readTargets(reader: InputReader, nowWallMs: number): readonly Target[] {
  const ids = readItems(
    reader,
    'changeOrderId',
    rawList(reader, 'changeOrderId') ?? INPUTS.changeOrderId.default,
  );
  const apps = readItems(reader, 'appId', rawList(reader, 'appId') ?? '');
  if (!ids.includes('auto')) return orderTargets(reader, ids, apps);
  if (ids.length > 1) reader.faults.push({ kind: 'auto-among-ids', got: shown(ids.join(',')) });
  if (apps.length === 0) reader.faults.push({ kind: 'auto-without-app' });
  const how = {
    kind: 'find',
    coTypes: readCoTypes(reader),
    descriptionContains: reader.line('descriptionContains'),
    createdAfter: readCreatedAfter(reader, nowWallMs),
    discoveryTimeoutMs: reader.durationMs('discoveryTimeout'),
  } as const;
  return apps.map(appId => ({ ...how, appId }));
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

/**
 * Not `text`: the runner puts the default where the key is absent, so an empty value was given. And not
 * trimmed: a blank line among several is an item that is missing.
 */
function rawList(reader: InputReader, name: 'changeOrderId' | 'appId'): string | undefined {
  return reader.env[`INPUT_${name.toUpperCase()}`];
}

/**
 * Items between commas or lines, each once and without what nobody sees of it, such as a zero-width space
 * that was copied along; a last line break ends the list and begins no item.
 */
function readItems(reader: InputReader, name: 'changeOrderId' | 'appId', text: string): readonly string[] {
  if (name === 'changeOrderId' && visible(text) === '') {
    reader.faults.push({ kind: 'empty-order-id' });
    return [];
  }
  if (text.trim() === '') return [];
  const items = text
    .replace(/\r?\n$/u, '')
    .split(/,|\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)
    .map(visible);
  if (items.includes('')) reader.faults.push({ kind: 'empty-item', input: name, got: shown(text) });
  return [...new Set(items)];
}

/** What a person sees of a text. */
function visible(text: string): string {
  return oneLine(text).trim();
}

function readCoTypes(reader: InputReader): readonly string[] | undefined {
  const text = reader.text('coType');
  const types = text.split(/[,\n]/u).map(type => type.trim());
  if (types.includes('')) reader.faults.push({ kind: 'empty-co-type', got: shown(text) });
  return types.includes('*') ? undefined : [...new Set(types)];
}

/** A time with its zone: without one nobody knows which hour is meant. */
const ISO_TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/u;

const DAY_MS = 24 * 3_600_000;

/** SAE keeps orders for three months; the longest three have 92 days. */
const KEPT_MS = 92 * DAY_MS;

/** Who looks back further by a duration has written something else, such as an epoch time. */
const LONGEST_AGO_MS = 366 * DAY_MS;

function readCreatedAfter(reader: InputReader, nowWallMs: number): CreatedAfter {
  const text = reader.text('createdAfter');
  if (text === '') return { kind: 'run-start' };
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
