import { readFileSync, writeFileSync } from 'node:fs';
import * as prettier from 'prettier';

const PAGE = 'docs/mutation.md';
const BEGIN = '<!-- begin summary -->';
const END = '<!-- end summary -->';

/** The summary that the page shows now. */
export function published(): string {
  const { page, from, to } = readPage();
  return page.slice(from, to);
}

/** Puts a summary between the markers of the page of the mutation tests, and formats it. */
export async function publish(summary: string): Promise<void> {
  const { page, from, to } = readPage();
  const text = `${page.slice(0, from)}\n\n${summary.trim()}\n\n${page.slice(to)}`;
  const options = await prettier.resolveConfig(PAGE);
  writeFileSync(PAGE, await prettier.format(text, { ...options, parser: 'markdown' }));
}

/** The page, and where its summary stands. */
function readPage(): { readonly page: string; readonly from: number; readonly to: number } {
  const page = readFileSync(PAGE, 'utf8');
  const [begin, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || to < begin) throw new Error(`${PAGE} lacks the markers ${BEGIN} and ${END}`);
  return { page, from: begin + BEGIN.length, to };
}
