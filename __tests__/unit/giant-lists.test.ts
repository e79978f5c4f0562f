import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { describeChangeOrder } from '../../src/sae/describe-change-order.ts';
import { listChangeOrders } from '../../src/sae/list-change-orders.ts';
import { looseList } from '../../src/sae/loose-fields.ts';
import type { SaeClient } from '../../src/sae/sae-client.ts';
import { NEVER } from '../support/client.ts';

/** As many as a body of 8 MiB can hold, each of them telling when it is looked at. */
function giantList() {
  let looks = 0;
  const item = {
    get Status(): number {
      looks++;
      return 2;
    },
  };
  return { items: Array.from({ length: 2_600_000 }, () => item), looks: () => looks };
}

/** An API that answers with this `Data`, whatever it is asked. */
const telling = (data: unknown): SaeClient =>
  ({ call: () => Promise.resolve({ kind: 'data', data, requestId: undefined }) }) as unknown as SaeClient;

describe('of a giant list', () => {
  test("the batches are not looked at: the answer is not the API's", async () => {
    const { items, looks } = giantList();
    const client = telling({ ChangeOrderId: 'o', Status: 2, Pipelines: items });
    const answer = await describeChangeOrder(client, 'o', NEVER);
    expect(answer).toMatchObject({
      fault: { reason: 'malformed', detail: { kind: 'bad-field', field: 'Data.Pipelines' } },
    });
    expect(looks()).toBe(0);
  });

  test("the orders are not looked at: the answer is not the API's", async () => {
    const { items, looks } = giantList();
    const client = telling({ ChangeOrderList: items, TotalSize: items.length });
    const answer = await listChangeOrders(client, { appId: 'a' }, NEVER);
    expect(answer).toMatchObject({ fault: { reason: 'malformed', detail: { kind: 'list-bad' } } });
    expect(looks()).toBe(0);
  });

  test('that decides nothing the first 2000 items are looked at, and no more', () => {
    const { items, looks } = giantList();
    expect(looseList(z.looseObject({ Status: z.number() })).parse(items)).toHaveLength(2_000);
    expect(looks()).toBeLessThan(10_000);
  });
});
