import { describe, expect, test } from '@jest/globals';
import type { InputName } from '../../src/inputs/table.ts';
import { gateRun } from '../support/gate-run.ts';
import { manyRun, orders, resultsOf } from '../support/many-run.ts';
import { always, SUCCEEDED } from '../support/rollouts.ts';

/** The orders that a step waits for, with these inputs. */
async function waitedFor(inputs: Partial<Record<InputName, string>>): Promise<readonly unknown[]> {
  const run = await manyRun(orders(3), { inputs });
  return resultsOf(run).map(({ changeOrderId }) => changeOrderId);
}

describe('several orders', () => {
  test.each([
    ['commas', 'order-1,order-2,order-3'],
    ['commas and spaces', ' order-1 ,  order-2,\torder-3 '],
    ['lines', 'order-1\norder-2\norder-3'],
    ['lines with a last line break, as YAML writes a block', 'order-1\norder-2\norder-3\n'],
    ['lines of Windows', 'order-1\r\norder-2\r\norder-3\r\n'],
    ['lines and commas', 'order-1,order-2\norder-3\n'],
    ['some of them twice', 'order-1,order-2,order-1,order-3,order-3,order-1'],
  ])('are given with %s between them', async (_, changeOrderId) => {
    await expect(waitedFor({ changeOrderId })).resolves.toStrictEqual(['order-1', 'order-2', 'order-3']);
  });

  test('that are one and the same are one order', async () => {
    const run = await manyRun(orders(1), { inputs: { changeOrderId: 'order-1, order-1' } });
    expect(run.outputs['results']).toBe(JSON.stringify(resultsOf(run)));
    expect(resultsOf(run)).toHaveLength(1);
    expect(run.toolkit.summaries[0]).not.toContain('<th align="left" nowrap>#</th>');
  });
});

describe('input faults of many orders', () => {
  test.each<[string, Partial<Record<InputName, string>>, RegExp]>([
    [
      'an empty item',
      { changeOrderId: 'a,,b' },
      /^(?:Why: | {2})changeOrderId: expected no empty item, got "a,,b"/mu,
    ],
    [
      'an empty item at the end',
      { changeOrderId: 'a,' },
      /^(?:Why: | {2})changeOrderId: expected .+ got "a,"/mu,
    ],
    [
      'an empty item at the start',
      { changeOrderId: ',a' },
      /^(?:Why: | {2})changeOrderId: expected .+ got ",a"/mu,
    ],
    ['nothing but commas', { changeOrderId: ',,' }, /^(?:Why: | {2})changeOrderId: expected .+ got ",,"/mu],
    ['an item of spaces', { changeOrderId: 'a, ,b' }, /^(?:Why: | {2})changeOrderId: expected .+ got/mu],
    ['a blank line', { changeOrderId: 'a\n\nb' }, /^(?:Why: | {2})changeOrderId: expected .+ got/mu],
    [
      'a first line that is blank',
      { changeOrderId: '\na' },
      /^(?:Why: | {2})changeOrderId: expected .+ got/mu,
    ],
    [
      'a blank line after the last line break',
      { changeOrderId: 'a\n\n' },
      /^(?:Why: | {2})changeOrderId: expected .+ got/mu,
    ],
    [
      'a blank line of spaces at the end',
      { changeOrderId: 'a\n  ' },
      /^(?:Why: | {2})changeOrderId: expected .+ got/mu,
    ],
    [
      'a line that ends with a comma',
      { changeOrderId: 'a,\nb\n' },
      /^(?:Why: | {2})changeOrderId: expected .+ got/mu,
    ],
    [
      'nothing but line breaks',
      { changeOrderId: '\n\n' },
      /^(?:Why: | {2})changeOrderId: expected .+, got an empty value/mu,
    ],
    [
      'auto among ids',
      { changeOrderId: 'auto,a', appId: 'x' },
      /^(?:Why: | {2})changeOrderId: expected IDs, .*, got "auto,a"/mu,
    ],
    [
      'several applications of ids',
      { changeOrderId: 'a,b', appId: 'x,y' },
      /^(?:Why: | {2})appId: expected one application, got "x,y"/mu,
    ],
    [
      'several applications of one id',
      { changeOrderId: 'a', appId: 'x\ny' },
      /^(?:Why: | {2})appId: expected one application, got "x,y"/mu,
    ],
    [
      'an empty application',
      { changeOrderId: 'auto', appId: 'x,,y' },
      /^(?:Why: | {2})appId: expected .+ got "x,,y"/mu,
    ],
    [
      'an empty application at the end',
      { changeOrderId: 'auto', appId: 'x,' },
      /^(?:Why: | {2})appId: expected .+ got "x,"/mu,
    ],
    [
      'no calls at all',
      { maxCallsPerMinute: '0' },
      /^(?:Why: | {2})maxCallsPerMinute: expected auto or a whole .*, got "0"/mu,
    ],
    [
      'half a call',
      { maxCallsPerMinute: '1.5' },
      /^(?:Why: | {2})maxCallsPerMinute: expected .+ got "1.5"/mu,
    ],
    [
      'fewer calls than none',
      { maxCallsPerMinute: '-3' },
      /^(?:Why: | {2})maxCallsPerMinute: expected .+ got "-3"/mu,
    ],
    [
      'calls in words',
      { maxCallsPerMinute: 'many' },
      /^(?:Why: | {2})maxCallsPerMinute: expected .+ got "many"/mu,
    ],
    ['half a yes', { failFast: 'yes' }, /^(?:Why: | {2})failFast: expected .+ got "yes"/mu],
  ])('%s: red, and no request is sent', async (_, inputs, said) => {
    const run = await gateRun(always(SUCCEEDED), { inputs });
    expect(run.verdict).toBe('error');
    expect(run.green).toBe(false);
    expect(run.looksMs).toHaveLength(0);
    expect(run.toolkit.errors).toHaveLength(1);
    expect(run.toolkit.errors[0]?.message).toMatch(said);
    expect(resultsOf(run)).toMatchObject([{ verdict: 'error', durationSeconds: 0 }]);
  });

  test('several faults are reported together', async () => {
    const run = await gateRun(always(SUCCEEDED), {
      inputs: { changeOrderId: 'a,,b', appId: 'x,y', maxCallsPerMinute: '0', failFast: 'maybe' },
    });
    const message = run.toolkit.errors[0]?.message ?? '';
    for (const name of ['changeOrderId', 'appId', 'maxCallsPerMinute', 'failFast']) {
      expect(message).toMatch(new RegExp(`^(?:Why: | {2})${name}: expected .+ got`, 'mu'));
    }
  });
});

describe('the one application of many ids', () => {
  test('has to own them all: the order of another one is an error, the others keep their verdicts', async () => {
    const all = orders(3, number => ({ appId: number === 2 ? 'app-other' : 'app-1' }));
    const run = await manyRun(all, { inputs: { appId: 'app-1' } });
    expect(run.green).toBe(false);
    expect(run.verdict).toBe('error');
    expect(resultsOf(run).map(({ verdict }) => verdict)).toStrictEqual(['succeeded', 'error', 'succeeded']);
    expect(run.outputs['changeOrderId']).toBe('order-2');
    expect(run.toolkit.errors[0]?.message).toContain('belongs to application "app-other", not to "app-1"');
  });

  test('is green where it owns them all', async () => {
    const run = await manyRun(
      orders(3, () => ({ appId: 'app-1' })),
      { inputs: { appId: 'app-1' } },
    );
    expect(run.green).toBe(true);
    expect(resultsOf(run).map(({ appId }) => appId)).toStrictEqual(['app-1', 'app-1', 'app-1']);
  });
});
