import { characterCount } from './character-count.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject } from './json-object.ts';

/** What a value must be, as far as GitHub's own check of a request goes. */
export type Shape =
  | { readonly kind: 'text'; readonly oneOf?: readonly string[]; readonly maxCharacters?: number }
  | { readonly kind: 'integer' }
  | { readonly kind: 'list'; readonly maxItems?: number; readonly items: Shape }
  | ObjectShape;

/** What an object must be. Fields that it does not name are let through. */
export interface ObjectShape {
  readonly kind: 'object';
  readonly required: readonly string[];
  readonly fields: Readonly<Record<string, Shape>>;
}

/**
 * What is wrong with `value`, in the words of GitHub's schema check, all of it together. Lengths are
 * counted in characters (code points), as GitHub counts there.
 *
 * @param path where the value stands, e.g. `properties/output`; empty for the request's body itself
 */
export function shapeProblems(shape: Shape, value: unknown, path = ''): readonly string[] {
  switch (shape.kind) {
    case 'text':
      return textProblems(shape, value, path);
    case 'integer':
      return Number.isInteger(value) ? [] : [`${at(path)}${shown(value)} is not an integer.`];
    case 'list':
      if (!Array.isArray(value)) return [`${at(path)}${shown(value)} is not an array.`];
      return [
        ...tooMany(value, shape.maxItems ?? Infinity, path),
        ...value.flatMap((item, index) => shapeProblems(shape.items, item, `${path}/${index}`)),
      ];
    case 'object':
      return isJsonObject(value)
        ? objectProblems(shape, value, path)
        : [`${at(path)}${shown(value)} is not an object.`];
  }
}

function textProblems(shape: Shape & { kind: 'text' }, value: unknown, path: string): readonly string[] {
  if (typeof value !== 'string') return [`${at(path)}${shown(value)} is not a string.`];
  const { oneOf, maxCharacters = Infinity } = shape;
  if (oneOf?.includes(value) === false) {
    return [`${at(path)}${shown(value)} is not a member of ${shown(oneOf)}.`];
  }
  const characters = characterCount(value);
  return characters > maxCharacters
    ? [`${at(path)}Only ${maxCharacters} characters are allowed; ${characters} were supplied.`]
    : [];
}

function tooMany(items: readonly unknown[], maxItems: number, path: string): readonly string[] {
  if (items.length <= maxItems) return [];
  return [`${at(path)}No more than ${maxItems} items are allowed; ${items.length} were supplied.`];
}

function objectProblems(shape: ObjectShape, value: JsonObject, path: string): readonly string[] {
  const missing = shape.required.filter(field => value[field] === undefined);
  const fields = Object.entries(shape.fields).filter(([field]) => value[field] !== undefined);
  return [
    ...(missing.length === 0 ? [] : [`${at(path)}${notSupplied(missing)}`]),
    ...fields.flatMap(([field, inner]) =>
      shapeProblems(inner, value[field], `${path}${path === '' ? '' : '/'}properties/${field}`),
    ),
  ];
}

function notSupplied(fields: readonly string[]): string {
  const names = fields.map(shown).join(', ');
  return `${names} ${fields.length === 1 ? "wasn't" : "weren't"} supplied.`;
}

function at(path: string): string {
  return path === '' ? '' : `For '${path}', `;
}

function shown(value: unknown): string {
  return value === null ? 'nil' : JSON.stringify(value);
}
