import { describe, expect, test } from '@jest/globals';
import { applyEdits, numbersAsText, remove, set } from '../../testbed/simulator/answer-edit.ts';

const answer = { Data: { Status: 2, Pipelines: [{ Status: 1 }, { Status: 2 }] }, Code: 200 };

describe('edits of an answer', () => {
  test.each([
    ['a field', set('Data.Status', true), { ...answer, Data: { ...answer.Data, Status: true } }],
    ['a new field', set('New', 1), { ...answer, New: 1 }],
    [
      'every item of a list',
      set('Data.Pipelines.*.Status', 3),
      { ...answer, Data: { ...answer.Data, Pipelines: [{ Status: 3 }, { Status: 3 }] } },
    ],
    [
      'one item of a list',
      set('Data.Pipelines.1.Status', 3),
      { ...answer, Data: { ...answer.Data, Pipelines: [{ Status: 1 }, { Status: 3 }] } },
    ],
    ['the whole', set('', 'x'), 'x'],
    ['a removal', remove('Data'), { Code: 200 }],
    [
      'a removal in a list',
      remove('Data.Pipelines.*.Status'),
      { ...answer, Data: { ...answer.Data, Pipelines: [{}, {}] } },
    ],
    [
      'numbers as text',
      numbersAsText('Data'),
      { ...answer, Data: { Status: '2', Pipelines: [{ Status: '1' }, { Status: '2' }] } },
    ],
  ])('change %s', (_, step, expected) => {
    expect(applyEdits(answer, [step])).toStrictEqual(expected);
  });

  test('change nothing where the path leads nowhere, and never the answer itself', () => {
    const before = structuredClone(answer);
    const steps = [remove('Data.Status.x'), remove('No'), set('No.Such', 1), numbersAsText('No')];
    expect(applyEdits(answer, steps)).toStrictEqual(answer);
    applyEdits(answer, [set('Data.Status', 9), remove('Code')]);
    expect(answer).toStrictEqual(before);
  });
});
