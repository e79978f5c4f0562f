import type { Words } from '../words/words.ts';
import { htmlText } from './html.ts';

/** A label with its colon, set apart from the text after it. */
export function boldLabel(label: string, { colon }: Words): string {
  const space = colon.endsWith(' ') ? ' ' : '';
  return `<strong>${htmlText(`${label}${colon}`.trimEnd())}</strong>${space}`;
}
