import type { FindTarget } from '../discovery/find-orders.ts';
import type { CreatedAfter } from '../discovery/run-start.ts';
import { CLOCKS_DIFFER_MS } from '../discovery/run-start.ts';
import { parseDuration, shown } from './reader.ts';
import type { InputReader } from './reader.ts';
import type { GuardName, InputDefinition, InputName } from './table.ts';
import { BY_ITSELF, INPUTS, NOT_GIVEN, isWord } from './table.ts';
import { isBlank, isOneWord, leftoverIn, splitItems, trimBlanks } from './lists.ts';

/** An application as the inputs name it. If both are given, both must mean the same one. */
export interface AskedApplication {
  readonly appId: string | undefined;
  /** Looked up before any other call for the target. */
  readonly appName: string | undefined;
  /** Where the name is looked up; `undefined` for everywhere. */
  readonly namespaceId: string | undefined;
}

/** An order given by its ID. */
export interface OrderTarget extends AskedApplication {
  readonly kind: 'order';
  readonly changeOrderId: string;
}

/** An order to find among those of an application. */
export type OrderToFind = Omit<FindTarget, 'appId'> & AskedApplication;

/** An application to wait for until it is free. */
export interface IdleTarget extends AskedApplication {
  readonly kind: 'idle';
}

export type Target = OrderTarget | OrderToFind | IdleTarget;

/**
 * Reads which orders are meant: those given by ID, or one of each application. Faults are added to the
 * reader; the targets are then useless.
 */
export function readTargets(reader: InputReader, nowWallMs: number): readonly Target[] {
  rejectEmptyGuards(reader);
  const ids = [...new Set(readItems(reader, 'changeOrderId'))];
  const apps = readApplications(reader);
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
  return (apps ?? []).map(app => ({ ...how, ...app }));
}

/**
 * Reads which application to wait for: exactly one. Faults are added to the reader; the target is then
 * useless.
 */
export function readIdleTarget(reader: InputReader): IdleTarget {
  for (const name of ['appId', 'appName'] as const)
    if (isBlank(reader.guard(name))) rejectEmpty(reader, name);
  const apps = readApplications(reader);
  if (apps === undefined) reader.faults.push({ kind: 'idle-without-app' });
  const [app = NO_APPLICATION, ...others] = apps ?? [];
  if (others.length > 0) {
    const input = app.appName === undefined ? 'appId' : 'appName';
    reader.faults.push({ kind: 'idle-several-apps', input, got: shown(namesOf(apps ?? [], input)) });
  }
  return { kind: 'idle', ...app };
}

function namesOf(apps: readonly AskedApplication[], input: 'appId' | 'appName'): string {
  return apps.map(one => one[input] ?? '').join(',');
}

const NO_APPLICATION: AskedApplication = { appId: undefined, appName: undefined, namespaceId: undefined };

/** The given ones, each once; `undefined` if there is none, neither by ID nor by name. */
function readApplications(reader: InputReader): readonly AskedApplication[] | undefined {
  const ids = isGiven(reader, 'appId') ? readItems(reader, 'appId') : undefined;
  const names = isGiven(reader, 'appName') ? readItems(reader, 'appName') : undefined;
  const namespaceId = readNamespace(reader, names !== undefined);
  if (names === undefined) return ids && [...new Set(ids)].map(appId => ({ ...NO_APPLICATION, appId }));
  // An empty one has been reported and is ignored.
  const count = { names: names.length, ids: ids?.length ?? 0 };
  if (count.names > 0 && count.ids > 0 && count.names !== count.ids) {
    reader.faults.push({ kind: 'names-unlike-ids', ...count });
  }
  const pairs = names.map((appName, index) => ({ appId: ids?.[index], appName, namespaceId }));
  return [...new Map(pairs.map(pair => [JSON.stringify([pair.appId, pair.appName]), pair])).values()];
}

function isGiven(reader: InputReader, name: 'appId' | 'appName'): boolean {
  return reader.guard(name).trim() !== NOT_GIVEN;
}

function readNamespace(reader: InputReader, named: boolean): string | undefined {
  const text = reader.text('namespaceId');
  if (text === '') return undefined;
  const got = shown(text);
  const leftover = leftoverIn(text);
  if (leftover !== undefined) {
    reader.faults.push({ kind: 'leftover', input: 'namespaceId', got, of: leftover });
  } else if (!isOneWord(text)) reader.faults.push({ kind: 'bad-namespace', got });
  if (!named) reader.faults.push({ kind: 'namespace-without-name', got });
  return text;
}

function orderTargets(
  reader: InputReader,
  ids: readonly string[],
  apps: readonly AskedApplication[],
): readonly OrderTarget[] {
  const [app = NO_APPLICATION, ...others] = apps;
  if (others.length > 0) {
    const input = app.appName === undefined ? 'appId' : 'appName';
    const got = shown(namesOf(apps, input));
    reader.faults.push({ kind: 'several-apps', input, got });
  }
  return ids.map(changeOrderId => ({ kind: 'order', changeOrderId, ...app }));
}

/** Also those that do not apply: an empty guard would not guard as its user expects. */
function rejectEmptyGuards(reader: InputReader): void {
  const definitions = Object.entries(INPUTS) as readonly (readonly [InputName, InputDefinition])[];
  // What has `guard` is a guard by the type of the same rule.
  const guards = definitions.flatMap(([name, { guard }]) => (guard === true ? [name as GuardName] : []));
  for (const name of guards) if (isBlank(reader.guard(name))) rejectEmpty(reader, name);
}

function rejectEmpty({ faults }: InputReader, input: GuardName): void {
  if (input === 'changeOrderId') faults.push({ kind: 'empty-order-id' });
  else faults.push({ kind: 'empty-guard', input, word: input === 'coType' ? '*' : INPUTS[input].default });
}

/** As given: duplicates are kept. */
function readItems(reader: InputReader, name: 'changeOrderId' | 'appId' | 'appName'): readonly string[] {
  const text = reader.guard(name);
  if (isBlank(text)) return [];
  const items = splitItems(text);
  const fault = { input: name, got: shown(text) };
  if (items === undefined) reader.faults.push({ kind: 'bad-list', ...fault });
  else if (items.length === 0) rejectEmpty(reader, name);
  else if (items.some(isBlank)) reader.faults.push({ kind: 'empty-item', ...fault });
  else for (const item of new Set(items)) checkId(reader, name, item);
  return items ?? [];
}

function checkId({ faults }: InputReader, input: InputName, item: string): void {
  const leftover = leftoverIn(item);
  const got = shown(item);
  if (leftover !== undefined) faults.push({ kind: 'leftover', input, got, of: leftover });
  else if (!isOneWord(item))
    faults.push(input === 'appName' ? { kind: 'bad-app-name', got } : { kind: 'bad-id', input, got });
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
  // A search for quotation marks may be meant; a search for text within such marks is not.
  if (leftover !== undefined && leftover !== 'quotes') {
    reader.faults.push({ kind: 'leftover', input: 'descriptionContains', got: shown(text), of: leftover });
  }
  return reader.oneLine('descriptionContains', text);
}

/** A time with its zone: without one the hour is ambiguous. */
const ISO_TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/u;

const DAY_MS = 24 * 3_600_000;

/** SAE keeps orders for three months; the longest three have 92 days. */
const KEPT_MS = 92 * DAY_MS;

/** A longer duration is probably something else, such as an epoch time. */
const LONGEST_AGO_MS = 366 * DAY_MS;

/** The given earliest time of creation. Faults are added to the reader. */
export function readCreatedAfter(reader: InputReader, nowWallMs: number): CreatedAfter {
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

/** Whether a CI system set that time itself, as the creation of this pipeline. */
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
