import type { Edit } from './world.ts';

/** The same JSON value but for the edit; what the path does not lead to stays as it is. */
export function edited(value: unknown, { path, value: put }: Edit): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return put;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) =>
      index === key ? edited(item, { path: rest, value: put }) : item,
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: edited(fields[key], { path: rest, value: put }) };
}
