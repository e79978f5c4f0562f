import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import type { Turn } from '../../src/polling/call-priority.ts';
import { LEARNING, POLL } from '../../src/polling/call-priority.ts';
import type { ApiCaller } from '../../src/sae/client.ts';
import { ask, mapAsked } from '../../src/sae/client.ts';
import type { Answer } from '../../src/http/envelope.ts';
import { NEVER } from '../support/client.ts';
import { aFault } from '../support/orders.ts';

const SCHEMA = z.object({ Size: z.number() });

/** What is passed on to the client, and what it makes of this answer. */
function callerOf(answer: Answer): { readonly caller: ApiCaller; readonly calls: unknown[] } {
  const calls: unknown[] = [];
  const call: ApiCaller['call'] = (action, query, signal, turn) => {
    calls.push({ action, query, signal, turn });
    return Promise.resolve(answer);
  };
  return { caller: { call }, calls };
}

const asked = (answer: Answer): ReturnType<typeof ask<typeof SCHEMA>> =>
  ask(callerOf(answer).caller, 'DescribePipeline', { PipelineId: 'p' }, SCHEMA, NEVER);

describe('a question', () => {
  test.each<[string, Turn | undefined, Turn]>([
    ['as a look, where nothing else is said', undefined, POLL],
    ['as urgent as it is', LEARNING, LEARNING],
  ])('is asked %s', async (_, turn, expected) => {
    const { caller, calls } = callerOf({ kind: 'data', data: { Size: 5 }, requestId: 'R' });
    await ask(caller, 'DescribePipeline', { PipelineId: 'p' }, SCHEMA, NEVER, turn);
    expect(calls).toStrictEqual([
      { action: 'DescribePipeline', query: { PipelineId: 'p' }, signal: NEVER, turn: expected },
    ]);
  });

  test('brings its Data, read by the schema', async () => {
    const answer = await asked({ kind: 'data', data: { Size: 5, Other: 1 }, requestId: 'R' });
    expect(answer).toStrictEqual({ kind: 'answer', value: { Size: 5 } });
  });

  test('brings the fault that kept the answer away', async () => {
    const fault = { kind: 'fault', fault: aFault({ reason: 'permission' }) } as const;
    expect(await asked(fault)).toBe(fault);
  });

  test.each([undefined, null, {}, { Size: 'five' }, []])(
    'brings no Data of another shape: %j',
    async data => {
      expect(await asked({ kind: 'data', data, requestId: 'R' })).toStrictEqual({
        kind: 'fault',
        fault: {
          action: 'DescribePipeline',
          reason: 'malformed',
          message: '',
          requestId: 'R',
          httpStatus: 200,
        },
      });
    },
  );
});

describe('what was asked', () => {
  test('is made into something else', () => {
    expect(mapAsked({ kind: 'answer', value: 5 }, value => value + 1)).toStrictEqual({
      kind: 'answer',
      value: 6,
    });
  });

  test('stays a fault where it is one', () => {
    const fault = { kind: 'fault', fault: aFault() } as const;
    const made: unknown[] = [];
    expect(mapAsked(fault, value => made.push(value))).toBe(fault);
    expect(made).toStrictEqual([]);
  });
});
