import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { exitNameOf } from '../../src/cli/exit-status.ts';
import { FLAG_INPUTS, FLAGS, flagName, flagVariable, OWN_FLAGS } from '../../src/inputs/flags.ts';
import { flagUsage, ownFlagUsage } from '../../src/cli/help.ts';
import type { InputDefinition } from '../../src/inputs/table.ts';
import { INPUTS } from '../../src/inputs/table.ts';
import { EXIT_STATUS, VERDICTS } from '../../src/rollout/verdicts.ts';
import { catalogue } from '../../src/words/catalogue.ts';
import { readDocument, tableRows } from '../support/documents.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const manifest = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8'), { schema: 'failsafe' }) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
};

/** The inputs of action.yml that are no flags, and why not. */
const NO_FLAGS = {
  secret: ['token', 'accessKeySecret', 'securityToken'],
  'git-hub-only': ['checkRun', 'checkName', 'commit', 'jobCheckRunId'],
};

describe('the flags', () => {
  test('are the inputs of action.yml, but for secrets and what only GitHub has', () => {
    const others = new Set(Object.values(NO_FLAGS).flat());
    const wanted = Object.keys(manifest.inputs).filter(name => !others.has(name));
    expect([...FLAG_INPUTS]).toStrictEqual(wanted);
  });

  test.each(Object.entries(NO_FLAGS))('know what is %s, and refuse it', (kind, names) => {
    const kinds = Object.keys(manifest.inputs).filter(
      name => FLAGS.get(flagName(name as keyof typeof INPUTS))?.kind === kind,
    );
    expect(kinds.toSorted()).toStrictEqual(names.toSorted());
  });

  test('are named as the inputs', () => {
    expect(flagName('changeOrderId')).toBe('change-order-id');
    expect(flagVariable('maxCallsPerMinute')).toBe('SAE_ROLLOUT_GATE_MAX_CALLS_PER_MINUTE');
  });

  test('have no secret among them', () => {
    const definitions = FLAG_INPUTS.map(name => [name, INPUTS[name] as InputDefinition] as const);
    expect(definitions.filter(([, { secret }]) => secret === true).map(([name]) => name)).toStrictEqual([
      'accessKeyId',
    ]);
  });
});

describe.each([
  ['docs/command.md', catalogue.en, { flags: 'Flags', exits: 'Exit statuses', none: 'none' }],
  ['docs/zh/command.md', catalogue.zh, { flags: '参数', exits: '退出状态', none: '无' }],
] as const)('%s', (file, { command }, { flags, exits, none }) => {
  const document = readDocument(file);
  const rows = tableRows(document, flags);
  const code = (text: string): string => `\`${text}\``;

  test('has every input with its default and what --help says of it', () => {
    const wanted = FLAG_INPUTS.map(input => {
      const { default: usual }: InputDefinition = INPUTS[input];
      const meaning = command.flag[input].replaceAll('*', String.raw`\*`);
      return [
        code(flagUsage(input).replace(' VALUE', '')),
        usual === undefined ? none : code(usual),
        meaning,
      ];
    });
    expect(rows.filter(({ length }) => length === 3)).toStrictEqual(wanted);
  });

  test("has the command's own flags", () => {
    const names = Object.keys(OWN_FLAGS) as (keyof typeof OWN_FLAGS)[];
    const wanted = names.map(name => [code(ownFlagUsage(name)), command.ownFlag[name]]);
    expect(rows.filter(({ length }) => length === 2)).toStrictEqual(wanted);
  });

  test('has every exit status, and every verdict with the status that it has', () => {
    const told = tableRows(document, exits);
    expect(told.map(([status]) => Number(status))).toStrictEqual(Object.values(EXIT_STATUS));
    for (const verdict of VERDICTS) {
      const status = EXIT_STATUS[exitNameOf({ verdict, cause: { kind: 'bug', message: '' } })];
      const row = told.find(([cell]) => cell === String(status));
      expect(row?.[2]).toContain(code(verdict));
    }
  });
});
