import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod';
import { readCommandLine } from '../src/cli/command-line.ts';
import { catalogue } from '../src/words/catalogue.ts';
import { VERDICTS } from '../src/rollout/verdicts.ts';

const FOLDER = fileURLToPath(new URL('../.github/ISSUE_TEMPLATE', import.meta.url));
const read = (file: string): unknown => parse(readFileSync(path.join(FOLDER, file), 'utf8'));

// Source: docs.github.com, "Syntax for GitHub's form schema" and "Syntax for issue forms".
const validations = z.strictObject({ required: z.boolean() }).optional();
const id = z.string().regex(/^[\w-]+$/u);
const labelled = { label: z.string().min(3), description: z.string().optional() };
const fieldSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: z.string() }) }),
  z.strictObject({
    type: z.enum(['input', 'textarea']),
    id,
    attributes: z.strictObject({
      ...labelled,
      placeholder: z.string().optional(),
      render: z.string().optional(),
    }),
    validations,
  }),
  z.strictObject({
    type: z.literal('dropdown'),
    id,
    attributes: z.strictObject({ ...labelled, options: z.array(z.string()).min(2) }),
    validations,
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    id,
    attributes: z.strictObject({
      ...labelled,
      options: z.array(z.strictObject({ label: z.string(), required: z.boolean().optional() })),
    }),
  }),
]);
const formSchema = z.strictObject({
  name: z.string().min(3),
  description: z.string().min(3).max(200),
  labels: z.array(z.string()),
  body: z.array(fieldSchema).min(2),
});

describe.each(['bug.yml', 'feature.yml', 'real-account.yml'])('%s', file => {
  const form = formSchema.parse(read(file));

  test('asks for each thing once', () => {
    const ids = form.body.flatMap(field => ('id' in field ? [field.id] : []));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('warns of secrets before anything is pasted', () => {
    const [first] = form.body;
    expect(first?.type === 'markdown' && first.attributes.value).toMatch(/^\*\*No secrets, please/u);
  });
});

test('the form for bugs knows every verdict', () => {
  const { body } = formSchema.parse(read('bug.yml'));
  const verdict = body.find(field => 'id' in field && field.id === 'verdict');
  const options = verdict?.type === 'dropdown' ? verdict.attributes.options.slice(0, -1) : [];
  expect(options.toSorted()).toStrictEqual(VERDICTS.toSorted());
});

test('the form for real accounts asks for the record, by a command line that the doctor takes', () => {
  const { body } = formSchema.parse(read('real-account.yml'));
  const record = body.find(field => 'id' in field && field.id === 'record');
  expect(record).toMatchObject({ type: 'textarea', validations: { required: true } });
  const [first] = body;
  const shown = first?.type === 'markdown' ? first.attributes.value : '';
  const [, args = ''] = /^ *sae-rollout-gate (.+)$/mu.exec(shown) ?? [];
  expect(readCommandLine(args.split(' '), {})).toMatchObject({ kind: 'doctor', record: 'record.json' });
});

test('the doctor names the form by the name that it has', () => {
  const { name } = formSchema.parse(read('real-account.yml'));
  for (const { doctor } of Object.values(catalogue)) expect(doctor.report).toContain(name);
});

test('there is a private way for holes, and no blank issue', () => {
  const config = z
    .strictObject({
      blank_issues_enabled: z.boolean(),
      contact_links: z.array(z.strictObject({ name: z.string(), url: z.url(), about: z.string() })),
    })
    .parse(read('config.yml'));
  expect(config.blank_issues_enabled).toBe(false);
  expect(config.contact_links[0]?.url).toMatch(/\/security\/policy$/u);
});
