import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { JsonLines } from '../src/cli/json-lines.ts';
import type { Terminal } from '../src/cli/terminal.ts';
import { SCHEMA_VERSION } from '../src/report/json.ts';
import { VERDICTS } from '../src/rollout/verdicts.ts';
import { Redactor } from '../src/text/secrets.ts';
import { ENDINGS } from '../testbed/action-e2e/endings.ts';
import type { Scenario } from '../testbed/simulator/scenario.ts';
import { findScenario, SCENARIO_NAMES } from '../testbed/simulator/scenarios.ts';
import { runCli, waitInStory } from './cli/run-cli.ts';
import { codeCell, readDocument, tableRows } from './support/documents.ts';
import { SHAPES } from './support/shapes.ts';
import type { StoryOptions } from './support/story-run.ts';
import { storyRun } from './support/story-run.ts';
import type { VirtualClock } from './support/virtual-clock.ts';

type Json = Readonly<Record<string, unknown>>;

const SCHEMA = JSON.parse(
  readFileSync(new URL('../schema/report.schema.json', import.meta.url), 'utf8'),
) as Json & { readonly $id: string; readonly $defs: Readonly<Record<string, Json>> };

/** A schema that takes no field but those it names: what we send has to be described. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const inner = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, closed(value)]));
  return Object.hasOwn(inner, 'properties') ? { ...inner, additionalProperties: false } : inner;
}

function validator(schema: Json, name: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allErrors: true, formats: { 'date-time': ISO_TIME } });
  ajv.addSchema(schema, 'schema');
  const found = ajv.getSchema(`schema#/$defs/${name}`);
  if (found === undefined) throw new Error(`The schema has no $defs/${name}.`);
  return found;
}

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u;
const CLOSED = closed(SCHEMA) as Json;
const isResults = validator(CLOSED, 'results');
const isReport = validator(CLOSED, 'report');
const isLine = validator(CLOSED, 'line');

/** What is wrong with a value; nothing where it fits. */
function faults(fits: ValidateFunction, value: unknown): unknown {
  return fits(value) ? [] : fits.errors;
}

const SILENT: Terminal = {
  write: () => undefined,
  drained: true,
  interactive: false,
  columns: 80,
  rows: 24,
  onResize: () => () => undefined,
  paint: (_, text) => text,
};

interface Told {
  /** `undefined` where there is no such output. */
  readonly results: unknown;
  readonly report: unknown;
  readonly lines: readonly unknown[];
}

/** Everything in JSON that is told of a story. */
async function tell(scenario: Scenario, options: StoryOptions = {}): Promise<Told> {
  let written = '';
  const onlooker = (clock: VirtualClock): JsonLines =>
    new JsonLines({
      terminal: { ...SILENT, write: text => (written += text) },
      clock,
      redactor: new Redactor(),
      version: '0.0.0',
    });
  const run = await storyRun(scenario, { ...options, onlooker });
  return {
    results:
      scenario.demo.task === 'idle' ? undefined : (JSON.parse(run.outputs['results'] ?? '') as unknown),
    report: JSON.parse(run.toolkit.files['sae-rollout-gate.json'] ?? '') as unknown,
    lines: written
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as unknown),
  };
}

/** With the look at what runs, which other tests leave out. */
function asDemonstrated({ demo }: Scenario): StoryOptions {
  return { inputs: { verify: demo.inputs['verify'] ?? 'auto' } };
}

const STORIES: readonly (readonly [string, Scenario, StoryOptions])[] = [
  ...SCENARIO_NAMES.map(name => [name, findScenario(name), asDemonstrated(findScenario(name))] as const),
  ...SHAPES.map(({ name, scenario, options }) => [name, scenario, options] as const),
  // The verdicts as the endings of the workflow have them: all of the gate's own, one order in two among them.
  ...Object.entries(ENDINGS).map(
    ([name, { scenario, inputs }]) => [`the ending ${name}`, scenario, { inputs }] as const,
  ),
  ['cancelled', findScenario('success'), { cancelAtMs: 1_000 }],
  ['bad inputs', findScenario('success'), { inputs: { timeout: 'soon' } }],
  ['a refusal', findScenario('success'), { inputs: { accessKeyId: 'wrong', accessKeySecret: 'wrong' } }],
];

describe('the JSON of every story fits the schema:', () => {
  const told: Told[] = [];

  test.each(STORIES)('%s', async (_, scenario, options) => {
    const { results, report, lines } = await tell(scenario, options);
    told.push({ results, report, lines });
    if (scenario.demo.task !== 'idle') expect(faults(isResults, results)).toStrictEqual([]);
    expect(faults(isReport, report)).toStrictEqual([]);
    expect(lines.flatMap(line => faults(isLine, line))).toStrictEqual([]);
  });

  test('every verdict and every kind of line is among them', () => {
    expect(told).toHaveLength(STORIES.length);
    const verdicts = told.flatMap(({ report }) =>
      (report as { readonly orders: readonly { readonly verdict: string }[] }).orders.map(
        ({ verdict }) => verdict,
      ),
    );
    expect(new Set(verdicts)).toStrictEqual(new Set(VERDICTS));
    const kinds = told.flatMap(({ lines }) => (lines as readonly { kind: string }[]).map(({ kind }) => kind));
    // Messages and the result are the command's own; its lines are below.
    expect(new Set(kinds)).toStrictEqual(new Set(['begun', 'following', 'change', 'verifying', 'trouble']));
  });

  test.each([
    ['a success', () => waitInStory('success', ['--json'])],
    ['a failure', () => waitInStory('failed-batch', ['--json'])],
    ['a warning', () => waitInStory('unknown-status', ['--json', '--timeout', '3s'])],
    ['bad inputs', () => runCli(['wait', '--change-order-id', 'x', '--timeout', 'soon', '--json'])],
  ])('and so does each line of the built command: %s', async (_, start) => {
    const { stdout } = await start();
    const lines = stdout
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as { readonly kind: string });
    expect(lines.flatMap(line => faults(isLine, line))).toStrictEqual([]);
    expect(lines.at(-1)?.kind).toBe('result');
  });
});

describe('the schema', () => {
  test('names every verdict, and its own version', () => {
    expect(SCHEMA.$defs['verdict']?.['enum']).toStrictEqual([...VERDICTS]);
    expect(SCHEMA.$id).toBe(`urn:sae-rollout-gate:schema:${SCHEMA_VERSION}`);
    expect(SCHEMA['title']).toContain(`form ${SCHEMA_VERSION}`);
  });

  test('as it is published takes fields that are new, and refuses another form', () => {
    const published = validator(SCHEMA, 'report');
    const order = { verdict: 'succeeded', cause: 'succeeded', waitedMs: 1, endedAtMs: 1, looks: 1 };
    const counts = { throttles: 0, faultsSurvived: 0, batches: [], batchesLeftOut: 0 };
    const orders = [{ ...order, ...counts, timeline: [], timelineLeftOut: 0, brandNew: true }];
    const report = { schemaVersion: 1, version: '1.0.0', verdict: 'succeeded', orders };
    expect(faults(published, report)).toStrictEqual([]);
    expect(published({ ...report, schemaVersion: 2 })).toBe(false);
    expect(published({ ...report, verdict: 'green' })).toBe(false);
    expect(faults(isReport, report)).not.toStrictEqual([]);
  });

  test.each(['docs/outputs.md', 'docs/zh/outputs.md'])('%s explains each of its parts', file => {
    const heading = file.includes('zh') ? 'JSON' : 'The JSON';
    const parts = tableRows(readDocument(file), heading).map(([name]) => codeCell(name));
    expect(parts).toStrictEqual(['results', 'report', 'line']);
  });
});
