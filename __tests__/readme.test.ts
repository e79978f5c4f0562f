import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { API_PATHS, API_WRITES } from '../src/sae/client.ts';
import type { DocumentFile } from './support/documents.ts';
import {
  allTableRows,
  anchorsOf,
  codeCell,
  documents,
  fencesOf,
  proseOf,
  readDocument,
  tableRows,
} from './support/documents.ts';
import { GATE } from './support/example-workflows.ts';
import { GATE_VERDICTS } from './support/outcomes.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const README = readDocument('README.md');

const manifest = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8'), { schema: 'failsafe' }) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
};

const isChinese = ({ file }: DocumentFile): boolean => file.includes('zh');
const both = (name: string): readonly DocumentFile[] => [
  readDocument(`docs/${name}.md`),
  readDocument(`docs/zh/${name}.md`),
];
const BOTH_README = [README, readDocument('README.zh-CN.md')];
const GREEN = ['green', '绿色'];

/** A README is a manual: what nobody needs at first stands in docs/. */
const MOST_BYTES_OF_README = 15_000;

describe.each(both('inputs').map(document => [document.file, document] as const))('%s', (_, document) => {
  test('has every input of action.yml with its default, and no other', () => {
    const told = allTableRows(document).map(([name, value]) => [codeCell(name), codeCell(value)]);
    const wanted = Object.entries(manifest.inputs).map(([name, input]) => [name, input.default]);
    expect(told.toSorted()).toStrictEqual(wanted.toSorted());
  });
});

describe.each(both('outputs').map(document => [document.file, document] as const))('%s', (_, document) => {
  const [outputs, verdicts] = isChinese(document) ? ['输出', '结论'] : ['Outputs', 'Verdicts'];

  test('has every output of action.yml, and no other', () => {
    const told = tableRows(document, outputs).map(([name]) => codeCell(name));
    expect(told.toSorted()).toStrictEqual(Object.keys(manifest.outputs).toSorted());
  });

  test('has every verdict of a gate, and says of one only that it is green', () => {
    expectEveryVerdict(tableRows(document, verdicts));
  });

  test('says which verdict of several orders speaks for the step', () => {
    const [, order = ''] = /(?:in this order: |顺序为：)(.*)[.。]$/mu.exec(document.text) ?? [];
    expect(order.split(/, |、/u).map(codeCell)).toStrictEqual([...GATE_VERDICTS]);
  });
});

describe.each(both('credentials').map(document => [document.file, document] as const))(
  '%s',
  (_, { text }) => {
    test('grants the RAM actions that the gate calls, and no other', () => {
      const calls = Object.keys({ ...API_PATHS, ...API_WRITES }).map(call => `sae:${call}`);
      const told = text.match(/sae:[A-Z]\w+/gu) ?? [];
      expect([...new Set(told)].toSorted()).toStrictEqual(calls.toSorted());
    });

    test('names every permission of GitHub that the gate can use', () => {
      const told = text.match(/`[a-z-]+: (?:read|write)`/gu) ?? [];
      expect([...new Set(told)].toSorted()).toStrictEqual([
        '`actions: read`',
        '`checks: write`',
        '`id-token: write`',
      ]);
    });
  },
);

describe.each(BOTH_README.map(document => [document.file, document] as const))('%s', (_, document) => {
  const [inputs, decides, permissions] = isChinese(document)
    ? ['输入', '如何判定', '访问凭证与权限']
    : ['Inputs', 'What it decides', 'Credentials and permissions'];

  test('is a manual of at most 15 kB', () => {
    expect(Buffer.byteLength(document.text)).toBeLessThanOrEqual(MOST_BYTES_OF_README);
  });

  test('shows within a screen what it does, how it is used and what it looks like', () => {
    const screen = document.text.split('\n').slice(0, 25).join('\n');
    expect(screen).toContain(`- uses: ${GATE}`);
    expect(screen).toContain('<picture>');
  });

  test('has inputs of action.yml, with their defaults', () => {
    const told = tableRows(document, inputs).map(([name = '', value]) => [codeCell(name), codeCell(value)]);
    const wanted = told.map(([name = '']) => [name, manifest.inputs[name]?.default]);
    expect(told).toStrictEqual(wanted);
    expect(told.filter(([name = '']) => !Object.hasOwn(manifest.inputs, name))).toStrictEqual([]);
    expect(told.length).toBeGreaterThan(8);
  });

  test('has every verdict of a gate, and says of one only that it is green', () => {
    expectEveryVerdict(tableRows(document, decides));
  });

  test('names every permission of GitHub that the gate can use', () => {
    const told = tableRows(document, permissions).map(row => /`([\w-]+: \w+)`/u.exec(row[1] ?? '')?.[1]);
    expect(told).toStrictEqual([undefined, 'actions: read', 'id-token: write', 'checks: write']);
  });
});

function expectEveryVerdict(rows: readonly (readonly string[])[]): void {
  expect(rows.map(([name]) => codeCell(name)).toSorted()).toStrictEqual([...GATE_VERDICTS].toSorted());
  expect(rows.filter(([, step = '']) => GREEN.includes(step)).map(([name]) => name)).toStrictEqual([
    '`succeeded`',
  ]);
}

describe('the documents', () => {
  test.each(
    documents().flatMap(document =>
      fencesOf(document)
        .filter(({ language }) => language === 'json')
        .map(({ code, heading }) => [`${document.file}, ${heading}`, code]),
    ),
  )('%s: the JSON is JSON', (_, code) => {
    expect(JSON.parse(code)).toBeInstanceOf(Object);
  });

  test.each(documents().map(({ file }) => file))('%s: every link to a file leads to one', file => {
    const prose = proseOf(readDocument(file));
    const links = [...prose.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/gu)]
      .map(([, link, source]) => link ?? source ?? '')
      .filter(link => !/^[a-z]+:/u.test(link));
    expect(links.filter(link => !leadsSomewhere(file, link))).toStrictEqual([]);
  });
});

describe('the documents name', () => {
  const places = ['', 'src'].flatMap(folder =>
    readdirSync(path.join(ROOT, folder), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => ({ folder, name })),
  );
  const spans = documents().flatMap(document =>
    [...proseOf(document).matchAll(/`([^`\n]+)`/gu)].map(([, code = '']) => ({ file: document.file, code })),
  );

  test('files that are there', () => {
    const named = spans.flatMap(({ file, code }) => {
      const [room = '', ...rest] = code.split('/');
      const homes = places.filter(({ name }) => name === room).map(({ folder }) => path.join(folder, code));
      return rest.length > 0 && homes.length > 0 ? [{ file, code, homes }] : [];
    });
    expect(named.length).toBeGreaterThan(50);
    const missing = named.filter(({ homes }) => !homes.some(home => existsSync(path.join(ROOT, home))));
    expect(missing.map(({ file, code }) => `${file}: ${code}`)).toStrictEqual([]);
  });

  test('scripts that are there', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const named = documents().flatMap(({ text }) =>
      [...text.matchAll(/\bnpm (?:run )?([a-z:]+)/gu)].map(([, script = '']) => script),
    );
    expect(named).toEqual(expect.arrayContaining(['demo', 'test', 'check']));
    // Commands of npm itself, and an "npm package".
    const npmOwn = ['ci', 'version', 'pack', 'package'];
    const missing = named.filter(script => !Object.hasOwn(scripts, script) && !npmOwn.includes(script));
    expect([...new Set(missing)]).toStrictEqual([]);
  });
});

function leadsSomewhere(file: string, link: string): boolean {
  const [target = '', anchor] = link.split('#');
  const reached = target === '' ? file : path.posix.join(path.posix.dirname(file), target);
  if (!existsSync(path.join(ROOT, reached))) return false;
  return anchor === undefined || anchorsOf(readDocument(reached)).includes(anchor);
}
