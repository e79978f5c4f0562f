import { expect, test } from '@jest/globals';
import type { Verdict } from '../../src/rollout/verdicts.ts';
import { VERDICTS, VERDICT_FACTS, severityRank } from '../../src/rollout/verdicts.ts';

const where = (is: (facts: (typeof VERDICT_FACTS)[Verdict]) => boolean): readonly Verdict[] =>
  VERDICTS.filter(verdict => is(VERDICT_FACTS[verdict]));

test.each([
  ['is green', where(({ green }) => green)],
  ['satisfies a check', where(({ conclusion }) => conclusion === 'success')],
  ['exits as a success', where(({ exit }) => exit === 'succeeded')],
  ['has the sign of a success', where(({ sign }) => sign === 'succeeded')],
  ['ends well in the live view', where(({ end }) => end === 'good')],
])('only succeeded %s', (_, verdicts) => {
  expect(verdicts).toStrictEqual(['succeeded']);
});

test('those are diagnosed of which the API can tell more', () => {
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
