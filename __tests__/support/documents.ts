import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A document of this repository, in Markdown. */
export interface DocumentFile {
  /** From the repository's root on, with slashes. */
  readonly file: string;
  readonly text: string;
}

/** A fenced piece of a document. */
export interface Fence {
  readonly language: string;
  readonly code: string;
  /** The heading that it stands under. */
  readonly heading: string;
}

/** The documents at the root, in `docs/` and in `docs/zh/`. */
export function documents(): readonly DocumentFile[] {
  return ['', 'docs', 'docs/zh'].flatMap(folder =>
    readdirSync(path.join(ROOT, folder))
      .filter(file => file.endsWith('.md'))
      .map(file => readDocument(path.posix.join(folder, file))),
  );
}

export function readDocument(file: string): DocumentFile {
  return { file, text: readFileSync(path.join(ROOT, file), 'utf8') };
}

/** The fenced pieces, in their order. */
export function fencesOf({ text }: DocumentFile): readonly Fence[] {
  const fences: Fence[] = [];
  let heading = '';
  let open: { language: string; lines: string[] } | undefined;
  for (const line of text.split('\n')) {
    const mark = /^```(\w*)/u.exec(line);
    if (mark !== null && open === undefined) open = { language: mark[1] ?? '', lines: [] };
    else if (mark !== null && open !== undefined) {
      fences.push({ language: open.language, code: `${open.lines.join('\n')}\n`, heading });
      open = undefined;
    } else if (open !== undefined) open.lines.push(line);
    else heading = /^#+ (.*)$/u.exec(line)?.[1] ?? heading;
  }
  return fences;
}

/** What stands in a code span that is the whole cell; `undefined` for any other cell. */
export function codeCell(cell: string | undefined): string | undefined {
  return /^`([^`]+)`$/u.exec(cell ?? '')?.[1];
}

/** The text without its fenced pieces. */
export function proseOf({ text }: DocumentFile): string {
  return text.replace(/^```[\s\S]*?^```$/gmu, '');
}

/** The rows of the tables under a heading, headers and rules left out, as trimmed cells. */
export function tableRows({ text }: DocumentFile, heading: string): readonly (readonly string[])[] {
  const [, section = ''] = text.split(`\n## ${heading}\n`);
  const [own = ''] = section.split(/\n## /u);
  return rowsOf(own);
}

/** The rows of all tables of a document, in the same way. */
export function allTableRows({ text }: DocumentFile): readonly (readonly string[])[] {
  return rowsOf(text);
}

function rowsOf(markdown: string): readonly (readonly string[])[] {
  const lines = markdown.split('\n').filter(line => line.startsWith('|'));
  const isRule = (line: string | undefined): boolean => line !== undefined && /^\|[\s|:-]+\|$/u.test(line);
  return lines
    .filter((line, index) => !isRule(line) && !isRule(lines[index + 1]))
    .map(line =>
      line
        .split(/(?<!\\)\|/u)
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
}

/** The anchors that GitHub gives to the headings. */
export function anchorsOf(document: DocumentFile): readonly string[] {
  return [...proseOf(document).matchAll(/^#+ (.*)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
