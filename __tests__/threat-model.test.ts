import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { readDocument } from './support/documents.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { text } = readDocument('docs/threat-model.md');

/** The rows of all tables that say what holds a line, as cells. */
function heldRows(): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  let isHeld = false;
  for (const line of text.split('\n')) {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim());
    if (cells.length === 0) isHeld = false;
    else if (cells.at(-1) === 'held by') isHeld = true;
    else if (isHeld && !/^-+$/u.test(cells[0] ?? '')) rows.push(cells);
  }
  return rows;
}

function testsIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/`(__tests__\/[^`]+)`/gu)].map(([, file = '']) => file);
}

describe('docs/threat-model.md', () => {
  test('names for each line the test that holds it, or who else does', () => {
    const rows = heldRows();
    expect(rows.length).toBeGreaterThan(30);
    const others = ['you', '`npm run check`'];
    const unheld = rows.filter(cells => {
      const held = cells.at(-1) ?? '';
      return testsIn(held).length === 0 && !others.includes(held);
    });
    expect(unheld).toStrictEqual([]);
  });

  test('names only tests that there are', () => {
    const named = testsIn(text);
    expect(
      named.filter(file => !file.endsWith('.test.ts') || !existsSync(path.join(ROOT, file))),
    ).toStrictEqual([]);
  });

  test('leaves out no test of a hostile world', () => {
    const files = readdirSync(path.join(ROOT, '__tests__/hostile')).filter(file => file.endsWith('.test.ts'));
    const named = testsIn(text);
    expect(files.filter(file => !named.includes(`__tests__/hostile/${file}`))).toStrictEqual([]);
  });
});
