import { htmlText } from './html.ts';

/** Text set apart as code, in HTML. Pure. */
export function code(text: string): string {
  return `<code>${htmlText(text)}</code>`;
}
