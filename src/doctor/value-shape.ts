import { parseJson } from '../http/transport.ts';
import { isKnownValue } from './known-values.ts';
import type { Documented } from './operations.ts';
import { MOST_ITEMS, kindOf } from './differences.ts';

/** The shape of one or more values at one place: what may be shared. */
export type Shape =
  | string
  | readonly string[]
  | { readonly list: readonly string[]; readonly items?: Shape }
  | { readonly either: readonly Shape[] }
  | { readonly [field: string]: Shape };

/** More than any enumeration has values. */
const MOST_LEAVES = 40;

/**
 * The shape of an answer: documented names, types, and known values; everything else is replaced by its kind
 * and length. So are undocumented names, with all below them, and the keys of maps and of JSON in texts.
 * Pure.
 */
export function shapeOf(answer: unknown, documented: Documented): Shape {
  return shapeOfAll([answer], documented, '');
}

/** The common shape of the values at one place, in the items of a list. */
function shapeOfAll(values: readonly unknown[], documented: Documented | undefined, field: string): Shape {
  const lists = values.filter((value): value is readonly unknown[] => Array.isArray(value));
  const objects = values.filter(value => kindOf(value) === 'object') as Readonly<Record<string, unknown>>[];
  const leaves = values.filter(value => !Array.isArray(value) && kindOf(value) !== 'object');
  const shapes: Shape[] = [
    ...(leaves.length === 0 ? [] : [leavesShape(leaves, documented === undefined ? '' : field)]),
    ...(objects.length === 0 ? [] : [objectsShape(objects, documented)]),
    ...(lists.length === 0 ? [] : [listsShape(lists, documented, field)]),
  ];
  const [first = 'nothing', ...others] = shapes;
  return others.length === 0 ? first : { either: shapes };
}

function leavesShape(leaves: readonly unknown[], field: string): Shape {
  const all = [...new Set(leaves.map(leaf => leafShape(leaf, field)))].sort();
  const [first = 'nothing', ...others] = all;
  if (others.length === 0) return first;
  return all.length > MOST_LEAVES ? [...all.slice(0, MOST_LEAVES), `${all.length - MOST_LEAVES} more`] : all;
}

function leafShape(leaf: unknown, field: string): string {
  const kind = kindOf(leaf);
  switch (kind) {
    case 'text': {
      const text = leaf as string;
      if (text === '') return 'empty text';
      if (isKnownValue(field, text)) return `text "${text}"`;
      return `${textKind(text)} (${text.length} characters)`;
    }
    case 'integer':
      return isKnownValue(field, leaf) ? `integer ${String(leaf)}` : `integer (${digits(leaf)} digits)`;
    default:
      return kind;
  }
}

function digits(number: unknown): number {
  return String(number).replaceAll(/\D/gu, '').length;
}

/** The kind of a text that is not shown. */
function textKind(text: string): string {
  if (/^\d+$/u.test(text)) return 'text of digits';
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/u.test(text)) return 'text of a time without a zone';
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u.test(text)) return 'text of a time in UTC';
  return /^\s*[[{]/u.test(text) && parseJson(text) !== undefined ? 'text of JSON' : 'text';
}

function listsShape(
  lists: readonly (readonly unknown[])[],
  documented: Documented | undefined,
  field: string,
): Shape {
  const list = [...new Set(lists.map(({ length }) => `${length} items`))].sort().slice(0, MOST_LEAVES);
  const items = lists.flatMap(one => one.slice(0, MOST_ITEMS)).slice(0, MOST_ITEMS);
  const of = documented?.kind === 'list' ? documented.of : undefined;
  // Of an undocumented list only the length is shown.
  if (items.length === 0 || documented === undefined) return { list };
  return { list, items: shapeOfAll(items, of, of === undefined ? '' : field) };
}

function objectsShape(
  objects: readonly Readonly<Record<string, unknown>>[],
  documented: Documented | undefined,
): Shape {
  if (documented?.kind !== 'fields') {
    const what = documented?.kind === 'map' ? 'map' : 'object';
    const all = new Set(objects.map(object => `${what} (${Object.keys(object).length} fields)`));
    return leafList([...all].sort());
  }
  const { fields } = documented;
  const known = Object.entries(fields).flatMap(([name, of]): [string, Shape][] => {
    const values = objects.map(object => (Object.hasOwn(object, name) ? object[name] : undefined));
    return values.every(value => value === undefined) ? [] : [[name, shapeOfAll(values, of, name)]];
  });
  return Object.fromEntries([...known, ...unknownFields(objects, fields)]);
}

/** Names of one length are merged. */
function unknownFields(
  objects: readonly Readonly<Record<string, unknown>>[],
  fields: Readonly<Record<string, Documented>>,
): readonly [string, Shape][] {
  const byLength = new Map<string, unknown[]>();
  for (const object of objects) {
    for (const [name, value] of Object.entries(object)) {
      if (Object.hasOwn(fields, name)) continue;
      const label = `unknown field (${name.length} characters)`;
      const values = byLength.get(label);
      if (values === undefined) byLength.set(label, [value]);
      else values.push(value);
    }
  }
  return [...byLength].map(([label, values]) => [label, shapeOfAll(values, undefined, '')]);
}

function leafList(all: readonly string[]): Shape {
  return all.length === 1 ? (all[0] ?? '') : all.slice(0, MOST_LEAVES);
}

/** The shape of a raw body, by the documentation of its operation. Pure. */
export function bodyShape(body: string, documented: Documented): Shape {
  const parsed = parseJson(body);
  return parsed === undefined ? `no JSON (${body.length} characters)` : shapeOf(parsed, documented);
}
