import { readFileSync, writeFileSync } from 'node:fs';

/** Puts a benchmark's report between its two markers in a page. */
export function publish(file: string, name: string, report: string): void {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const page = readFileSync(file, 'utf8');
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} lacks the markers ${begin} and ${end}`);
  writeFileSync(file, `${page.slice(0, from + begin.length)}\n\n${report.trim()}\n\n${page.slice(to)}`);
}
