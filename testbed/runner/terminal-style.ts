import { styleText } from 'node:util';

/** The styles that are used here. */
export type Colour = 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'bold' | 'dim';

/** `text` in a colour, where colours are wanted. */
export function paint(text: string, colour: Colour, colours: boolean): string {
  return colours ? styleText(colour, text, { validateStream: false }) : text;
}

/**
 * Whether output should have colours: not with `NO_COLOR` (https://no-color.org: any value but the
 * empty one), else with `FORCE_COLOR` other than `0`, else on a terminal that can.
 */
export function wantsColours(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}
