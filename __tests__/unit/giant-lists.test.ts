import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { describeChangeOrder } from '../../src/sae/change-order.ts';
import { listChangeOrders } from '../../src/sae/order-list.ts';
import { looseList } from '../../src/sae/fields.ts';
import type { SaeClient } from '../../src/sae/client.ts';
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
      fault: {
        reason: 'malformed',
        detail: { kind: 'too-many', field: 'Data.Pipelines', count: 2_600_000, limit: 10_000 },
      },
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

  test.each([
    [10_000, 'order'],
    [10_001, 'fault'],
  ])('%d batches make it a %s: no application has more instances', async (count, kind) => {
    const Pipelines = Array.from({ length: count }, () => ({ Status: 2 }));
    const client = telling({ ChangeOrderId: 'o', Status: 2, Pipelines });
    expect((await describeChangeOrder(client, 'o', NEVER)).kind).toBe(kind);
  });

  test('pages far beyond their size end the reading of the list, instead of filling the memory', async () => {
    let pages = 0;
    const client = {
      call: () => {
        const first = pages++ * 6_000;
        const ChangeOrderList = Array.from({ length: 6_000 }, (_, index) => ({
          ChangeOrderId: `o-${first + index}`,
        }));
        return Promise.resolve({ kind: 'data', data: { ChangeOrderList, TotalSize: 3_000_000 } });
      },
    } as unknown as SaeClient;
    const answer = await listChangeOrders(client, { appId: 'a' }, NEVER);
    expect(answer).toMatchObject({ fault: { reason: 'malformed', detail: { kind: 'list-endless' } } });
    expect(pages).toBe(2);
  });
});

describe('an object with a giant number of fields', () => {
  test('is asked for those that are read, and for no other', async () => {
    const asked = new Set<unknown>();
    let listed = 0;
    const watched = (fields: object): object =>
      new Proxy(fields, {
        get: (target, field) => {
          asked.add(field);
          return Reflect.get(target, field) as unknown;
        },
        ownKeys: target => {
          listed++;
          return Reflect.ownKeys(target);
        },
      });
    const odd = { odd: 1 };
    const client = telling(
      watched({ ChangeOrderId: 'o', Status: 1, Pipelines: [watched({ Status: 1, ...odd })], ...odd }),
    );
    expect((await describeChangeOrder(client, 'o', NEVER)).kind).toBe('order');
    expect(asked).toContain('Pipelines');
    expect(asked).not.toContain('odd');
    expect(listed).toBe(0);
  });
});
