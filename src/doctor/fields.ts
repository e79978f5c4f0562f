/** Whether a value of an answer is an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects in the list of this name; none if it is no list. Pure. */
export function itemsOf(value: unknown, name: string): readonly Readonly<Record<string, unknown>>[] {
  const list = isObject(value) ? value[name] : undefined;
  return Array.isArray(list) ? (list as readonly unknown[]).filter(isObject) : [];
}

/** The text of this name, if it is one and not empty. Pure. */
export function textOf(value: unknown, name: string): string | undefined {
  const text = isObject(value) ? value[name] : undefined;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** The time of this name, epoch ms, as a number or in digits; `undefined` for zero. Pure. */
export function timeOf(value: unknown, name: string): number | undefined {
  const time = isObject(value) ? value[name] : undefined;
  const ms = typeof time === 'string' && /^\d{1,16}$/u.test(time) ? Number(time) : time;
  return typeof ms === 'number' && ms > 0 ? ms : undefined;
}
