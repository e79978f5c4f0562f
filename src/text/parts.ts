/** A part of a text; `false`, `undefined` and the empty text are left out. */
export type Part = string | false | undefined;

/** The parts that are not empty. Pure. */
export function present(...parts: readonly Part[]): readonly string[] {
  return parts.filter((part): part is string => part !== false && part !== undefined && part !== '');
}

/** The non-empty parts, joined by `between`. Pure. */
export function joined(between: string, ...parts: readonly Part[]): string {
  return present(...parts).join(between);
}
