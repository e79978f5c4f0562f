/** The fields of a JSON object, not looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether `value` is a JSON object: no array, not null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The field, where it is a text. */
export function textOf(object: JsonObject, field: string): string | undefined {
  const value = object[field];
  return typeof value === 'string' ? value : undefined;
}

/** The field's items, where it is a list. */
export function listOf(object: JsonObject, field: string): readonly unknown[] {
  const value: unknown = object[field];
  return Array.isArray(value) ? value : [];
}
