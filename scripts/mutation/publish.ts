import { readFileSync, writeFileSync } from 'node:fs';
import * as prettier from 'prettier';

const PAGE = 'docs/mutation.md';
const BEGIN = '<!-- begin summary -->';
const END = '<!-- end summary -->';

/** Puts a summary between the markers of the page of the mutation tests, and formats it. */
export async function publish(summary: string): Promise<void> {
  const page = readFileSync(PAGE, 'utf8');
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${PAGE} lacks the markers ${BEGIN} and ${END}`);
  const text = `${page.slice(0, from + BEGIN.length)}\n\n${summary.trim()}\n\n${page.slice(to)}`;
  const options = await prettier.resolveConfig(PAGE);
  writeFileSync(PAGE, await prettier.format(text, { ...options, parser: 'markdown' }));
}
