import { describe, expect, test } from '@jest/globals';
import type { LanguageName } from '../../src/inputs/table.ts';
import { envelopeOf, errorAnswer, httpAnswer, UNAVAILABLE } from '../support/answers.ts';
import type { GateRun } from '../support/gate-run.ts';
import { gateRun } from '../support/gate-run.ts';
import { always, oneByOne, overTime, RUNNING, SUCCEEDED } from '../support/rollouts.ts';
import type { Stage } from '../support/rollouts.ts';

const NOT_FOUND = { kind: 'unresolved', because: 'not-found' } as const;
const NO_RESOLVER = { kind: 'unresolved', because: 'no-resolver' } as const;
const FIND = { changeOrderId: 'auto', appId: 'a-1', createdAfter: '1h' } as const;

const REFUSALS: readonly (readonly [string, Stage[1]])[] = [
  ['a code that nobody documents', errorAnswer('SomethingNew', 400)],
  ['one with HTTP 404', errorAnswer('SomethingNew.NotFound', 404)],
  [
    'one that comes as HTTP 200',
    httpAnswer(envelopeOf(undefined, { Success: false, Code: '400', ErrorCode: 'New' })),
  ],
  ['a name that is not found', NOT_FOUND],
];

function errorOf({ toolkit }: GateRun): string {
  return toolkit.errors.map(({ message }) => message).join('\n');
}

describe.each([
  ['of an order', {}],
  ['of a list', FIND],
])('a doubtful refusal %s', (_, inputs) => {
  test.each(REFUSALS)('ends after 15 s and three looks, and blames no outage: %s', async (__, refusal) => {
    const run = await gateRun(always(refusal), { inputs });
    expect(run).toMatchObject({ green: false, verdict: 'unreadable', asleep: 0 });
    expect(run.endedAtMs).toBeGreaterThanOrEqual(15_000);
    expect(run.endedAtMs).toBeLessThan(20_000);
    expect(run.looksMs.length).toBeGreaterThanOrEqual(3);
    expect(errorOf(run)).not.toMatch(/in trouble|unreadable for|outageTolerance/u);
  });
});

describe('a doubtful refusal', () => {
  test.each(REFUSALS)('that passes is survived: %s', async (_, refusal) => {
    const run = await gateRun(oneByOne(refusal, refusal, RUNNING, SUCCEEDED));
    expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
  });

  test.each(REFUSALS)('blames no outage where that is tolerated for less: %s', async (_, refusal) => {
    const run = await gateRun(always(refusal), { inputs: { outageTolerance: '4s' } });
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 4_000 });
    expect(errorOf(run)).not.toMatch(/in trouble|unreadable for|outageTolerance/u);
  });

  test('is told with its code, message and RequestId', async () => {
    const run = await gateRun(always(errorAnswer('SomethingNew', 400)));
    expect(errorOf(run)).toContain(
      'DescribeChangeOrder answered SomethingNew (HTTP 400, RequestId E-4711): The text of SomethingNew.',
    );
    expect(run.lines.join('\n')).toContain('with a code that it does not document; polling for another 15 s');
  });

  test('of an order that was seen says that the rollout goes on', async () => {
    const run = await gateRun(overTime([0, RUNNING], [60_000, errorAnswer('SomethingNew', 400)]));
    expect(run.verdict).toBe('unreadable');
    expect(errorOf(run)).toContain('This step only watches; it does not stop the rollout.');
  });
});

describe('a name that was never resolved', () => {
  test.each<[LanguageName, string]>([
    ['en', 'There is no host of this name. Check regionId (is it misspelt?) and endpoint'],
    ['zh', '该主机名不存在。请检查 regionId（是否拼写有误）和 endpoint'],
  ])('is told with what to check, in %s', async (language, remedy) => {
    const run = await gateRun(always(NOT_FOUND), { inputs: { language } });
    expect(errorOf(run)).toContain('getaddrinfo ENOTFOUND');
    expect(errorOf(run)).toContain(remedy);
  });

  test('is an outage where the resolver fails', async () => {
    const run = await gateRun(always(NO_RESOLVER));
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 300_000 });
    expect(errorOf(run)).toContain('The API has been unreadable for 5 min.');
  });

  test('is an outage where it was resolved before', async () => {
    const run = await gateRun(overTime([0, RUNNING], [60_000, NOT_FOUND]));
    expect(run.verdict).toBe('unreadable');
    expect(run.endedAtMs).toBeGreaterThanOrEqual(360_000);
  });

  test('is an outage where it was resolved for the search, and not for the order', async () => {
    const run = await gateRun(overTime([0, UNAVAILABLE], [10_000, NOT_FOUND]), { inputs: FIND });
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 300_000 });
  });
});

describe.each([
  ['InvalidServerlessRegion.Unsupported', 400, 'Check regionId and endpoint'],
  ['InvalidAction.NotFound', 404, 'Check regionId and endpoint'],
  ['MissingSecurityToken', 400, 'securityToken is of the same session'],
  ['InvalidAccessKeyId', 404, 'the key exists and is active'],
])('the documented refusal %s', (code, status, remedy) => {
  test.each([
    ['of an order', {}],
    ['of a list', FIND],
  ])('%s is final after one call', async (_, inputs) => {
    const run = await gateRun(always(errorAnswer(code, status)), { inputs });
    expect(run).toMatchObject({ green: false, verdict: 'unreadable', endedAtMs: 0 });
    expect(run.looksMs).toHaveLength(1);
    expect(errorOf(run)).toContain(remedy);
  });
});
