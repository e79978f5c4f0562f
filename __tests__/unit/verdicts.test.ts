import { expect, test } from '@jest/globals';
import type { Verdict } from '../../src/rollout/verdicts.ts';
import { VERDICTS, VERDICT_FACTS, severityRank } from '../../src/rollout/verdicts.ts';

const where = (is: (facts: (typeof VERDICT_FACTS)[Verdict]) => boolean): readonly Verdict[] =>
  VERDICTS.filter(verdict => is(VERDICT_FACTS[verdict]));

test.each([
  ['is green', where(({ greenOf }) => greenOf !== undefined)],
  ['satisfies a check', where(({ conclusion }) => conclusion === 'success')],
  ['exits as a success', where(({ exit }) => exit === 'succeeded')],
  ['has the sign of a success', where(({ sign }) => sign === 'succeeded')],
  ['ends well in the live view', where(({ end }) => end === 'good')],
])('only succeeded, and idle for what is to be free, %s', (_, verdicts) => {
  expect(verdicts).toStrictEqual(['idle', 'succeeded']);
});

test('each task has one green verdict, and no two the same', () => {
  expect(where(({ greenOf }) => greenOf === 'gate')).toStrictEqual(['succeeded']);
  expect(where(({ greenOf }) => greenOf === 'idle')).toStrictEqual(['idle']);
});

test('those are diagnosed of which the API can report more', () => {
  expect(where(({ diagnosed }) => diagnosed)).toStrictEqual([
    'needs-rollback',
    'failed',
    'system-error',
    'terminated',
    'unhealthy',
    'timed-out',
  ]);
});

test('each is worse than those after it', () => {
  expect(VERDICTS.map(severityRank)).toStrictEqual([...VERDICTS.keys()]);
});
