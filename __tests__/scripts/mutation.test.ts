import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { AREAS } from '../../scripts/mutation/areas.ts';
import { EXPLANATIONS } from '../../scripts/mutation/explained.ts';
import type { MutationReport } from '../../scripts/mutation/summary.ts';
import {
  areaResult,
  scoreOf,
  sectionIn,
  sectionOf,
  summaryMarkdown,
  withoutSurvivors,
} from '../../scripts/mutation/summary.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const filesOf = (globs: readonly string[]): readonly string[] =>
  globs.flatMap(glob => globSync(glob, { cwd: ROOT })).map(file => file.replaceAll(path.sep, '/'));

/** `a{b,c}d` as `abd` and `acd`: so that each name in a glob is looked for by itself. */
function alternatives(glob: string): readonly string[] {
  const [, before = '', list, after = ''] = /^(.*?)\{([^}]*)\}(.*)$/u.exec(glob) ?? [];
  return list === undefined ? [glob] : list.split(',').map(one => `${before}${one}${after}`);
}

describe('the areas of the mutation tests', () => {
  test.each(AREAS.flatMap(({ name, mutate }) => mutate.flatMap(alternatives).map(glob => [name, glob])))(
    '%s has code: %s',
    (_, glob = '') => {
      expect(filesOf([glob])).not.toHaveLength(0);
    },
  );

  test.each(AREAS.flatMap(({ name, tests }) => tests.flatMap(alternatives).map(glob => [name, glob])))(
    '%s has tests: %s',
    (_, glob = '') => {
      expect(filesOf([glob])).not.toHaveLength(0);
    },
  );

  test('mutate no file twice', () => {
    const files = AREAS.flatMap(({ mutate }) => filesOf(mutate));
    expect(files).toHaveLength(new Set(files).size);
  });

  test('have names of their own', () => {
    expect(new Set(AREAS.map(({ name }) => name)).size).toBe(AREAS.length);
  });
});

test('what is explained of the code is still in it', () => {
  const gone = EXPLANATIONS.filter(({ file, from }) => {
    const source = readFileSync(path.join(ROOT, file), 'utf8').replace(/\s+/gu, ' ');
    return !source.includes(from);
  });
  expect(gone).toStrictEqual([]);
});

describe('the summary', () => {
  const source = 'const a = 1 <\n  b;\n';
  const place = { start: { line: 1, column: 11 }, end: { line: 2, column: 4 } };
  const mutant = (status: string, replacement = '1 <=\n  b'): object => ({
    mutatorName: 'EqualityOperator',
    replacement,
    status,
    location: place,
  });
  const area = { name: 'sums', decides: 'what sums are', mutate: [], tests: [] };
  const resultOf = (...mutants: readonly object[]): ReturnType<typeof areaResult> =>
    areaResult(
      area,
      { files: { 'src/a.ts': { source, mutants } } } as unknown as MutationReport,
      new Date(0),
    );

  test('counts what was noticed, and what could not be run not at all', () => {
    const result = resultOf(
      mutant('Killed'),
      mutant('Timeout'),
      mutant('Killed'),
      mutant('NoCoverage'),
      mutant('RuntimeError'),
    );
    expect(result).toMatchObject({ mutants: 4, killed: 2, timedOut: 1 });
    expect(result.survivors).toStrictEqual([{ file: 'src/a.ts', line: 1, from: '1 < b', to: '1 <= b' }]);
    expect(scoreOf(result)).toBe(75);
  });

  test('can be made anew of the survivors alone', () => {
    const mutants = ['Killed', 'Survived', 'Timeout', 'NoCoverage'].map(status => mutant(status));
    const report = { schemaVersion: '1.0', files: { 'src/a.ts': { source, mutants } } };
    expect(withoutSurvivors(report as unknown as MutationReport)).toStrictEqual({
      schemaVersion: '1.0',
      files: { 'src/a.ts': { source, mutants: [mutant('Killed'), mutant('Timeout')] } },
    });
  });

  test('says 0 % of nothing', () => {
    expect(scoreOf(resultOf())).toBe(0);
  });

  test('tells of every survivor why it is one, or that nobody knows', () => {
    const result = resultOf(mutant('Survived'), mutant('Survived', '``'), mutant('Killed'));
    const why = 'There is no b that is 1.';
    const explanations = [{ file: 'src/a.ts', from: '1 < b', to: '1 <= b', why }];
    const lines = summaryMarkdown([sectionOf(result, explanations)]).split('\n');
    expect(lines).toContain('| sums | what sums are | 3 | 1 | 0 | 2 | 1 | 33.3 % | 1970-01-01 |');
    expect(lines).toContain(`- \`src/a.ts\`, line 1: \`1 < b\` → \`1 <= b\`: ${why}`);
    expect(lines).toContain('- `src/a.ts`, line 1: `1 < b` → `` `` ``: _not explained_');
  });

  test('keeps what was published of an area', () => {
    const [some, none, others] = ['some', 'none', 'others'].map(name => {
      const result = resultOf(mutant('Killed'), ...(name === 'none' ? [] : [mutant('Survived')]));
      return { ...result, area: { ...area, name } };
    });
    const sections = [some, none, others].flatMap(result =>
      result === undefined ? [] : [sectionOf(result, [])],
    );
    const summary = summaryMarkdown(sections);
    const kept = ['some', 'none', 'others'].map(name => sectionIn(summary, { ...area, name }));
    expect(kept.map(section => section?.row)).toStrictEqual(sections.map(({ row }) => row));
    expect(kept.map(section => section?.survivors.trim())).toStrictEqual(
      sections.map(({ survivors }) => survivors.trim()),
    );
    expect(sectionIn(summary, area)).toBeUndefined();
  });
});
