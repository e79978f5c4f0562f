/** A part of a text; `false`, `undefined` and the empty text are none. */
export type Part = string | false | undefined;

/** The parts that are there. Pure. */
export function present(...parts: readonly Part[]): readonly string[] {
  return parts.filter((part): part is string => part !== false && part !== undefined && part !== '');
}

/** The parts that are there, with `between` between them. Pure. */
export function joined(between: string, ...parts: readonly Part[]): string {
  return present(...parts).join(between);
}
