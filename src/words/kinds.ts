/** What is said of each kind of a thing: a text, or what makes one of the thing. */
export type Sayings<Thing extends { readonly kind: string }> = {
  readonly [Kind in Thing['kind']]: string | ((thing: Thing & { readonly kind: Kind }) => string);
};

/** What is said of one thing. Pure. */
export function sayingOf<Thing extends { readonly kind: string }>(
  sayings: Sayings<Thing>,
  thing: Thing,
): string {
  const saying: string | ((thing: Thing) => string) = sayings[thing.kind as Thing['kind']];
  return typeof saying === 'string' ? saying : saying(thing);
}
