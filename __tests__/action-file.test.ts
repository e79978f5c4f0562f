import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { GATE_VERDICTS } from './support/outcomes.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const action = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8')) as {
  readonly name: string;
  readonly description: string;
  readonly author: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
};

const { name, description, author, branding } = action;

interface Described {
  readonly description?: string;
  readonly deprecationMessage?: string;
  readonly required?: boolean;
}

/** Source: docs.github.com, "Metadata syntax for GitHub Actions", branding. */
const COLOURS = ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark'];

describe('action.yml is ready for the Marketplace:', () => {
  test('a name that it may have there', () => {
    // It must not begin with the name of GitHub, and is cut where it is long.
    expect(name).toMatch(/^(?!github)[A-Za-z][\w -]{2,40}$/iu);
  });

  test('a description that is shown whole', () => {
    expect(description.length).toBeLessThanOrEqual(125);
    expect(description).toMatch(/^[A-Z].*\.$/u);
  });

  test('an author', () => {
    expect(author).toMatch(/\S/u);
  });

  test('an icon and a colour of those that there are', () => {
    expect(COLOURS).toContain(branding.color);
    // Feather v4.28.0 without a few, which GitHub lists; this one is in the list.
    expect(branding.icon).toBe('shield');
  });
});

const idle = parse(readFileSync(path.join(ROOT, 'idle/action.yml'), 'utf8')) as typeof action;

describe.each([
  ['action.yml', action],
  ['idle/action.yml', idle],
] as const)('%s describes', (_, { inputs, outputs }) => {
  const all = [...Object.entries(inputs), ...Object.entries(outputs)];

  test('every input and output in sentences', () => {
    const undescribed = all.filter(
      ([, { description: text = '' }]) => !/^["`A-Z][\s\S]{10,}\.$/u.test(text.trim()),
    );
    expect(undescribed.map(([key]) => key)).toStrictEqual([]);
  });

  test('no input as required: the runner does not look at that, the gate says what it lacks', () => {
    expect(all.filter(([, { required }]) => required === true).map(([key]) => key)).toStrictEqual([]);
  });
});

test('the output for the verdict names every one', () => {
  const named = action.outputs['verdict']?.description?.match(/`[a-z-]+`/gu) ?? [];
  const wanted = GATE_VERDICTS.map(verdict => `\`${verdict}\``);
  expect(named).toStrictEqual(expect.arrayContaining(wanted));
});
