import { describe, expect, test } from '@jest/globals';
import type { Turn } from '../../src/polling/call-priority.ts';
import { NO_PROGRESS } from '../../src/rollout/progress.ts';
import { orderPoller } from '../../src/sae/change-order.ts';
import { describeAnswer, envelopeOf, httpAnswer } from '../support/answers.ts';
import { aClient, NEVER } from '../support/client.ts';
import { APP_ID, ORDER_ID } from '../support/orders.ts';
import { answers } from '../support/scripted-transport.ts';
import type { Inputs, TenMinutes } from '../support/waits.ts';
import { aTenMinuteWait } from '../support/waits.ts';

const MINUTE_MS = 60_000;
const SUBJECT = { changeOrderId: ORDER_ID, appId: undefined, regionId: undefined };

/** A wait of ten minutes, and how far from its start a turn was asked for. */
function aWait(inputs: Inputs = {}): TenMinutes & { readonly since: (turn: Turn) => Partial<Turn> } {
  const ten = aTenMinuteWait(inputs);
  const startMs = ten.clock.nowMs();
  const since = ({ purpose, unseenSinceMs, askedMs }: Turn): Partial<Turn> => ({
    purpose,
    unseenSinceMs: unseenSinceMs - startMs,
    askedMs: askedMs - startMs,
  });
  return { ...ten, since };
}

describe('how urgent the looks of a wait are', () => {
  test('the first one is a first look, the next ones are looks, that at the deadline is a last look', async () => {
    const { wait, since, pass } = aWait();
    expect(since(wait.turns.next())).toStrictEqual({ purpose: 'first-look', unseenSinceMs: 0, askedMs: 0 });
    await pass(1_000);
    wait.polled(NO_PROGRESS, NO_PROGRESS);
    await pass(5_000);
    expect(since(wait.turns.next())).toStrictEqual({ purpose: 'look', unseenSinceMs: 1_000, askedMs: 6_000 });
    await pass(10 * MINUTE_MS - 6_000);
    const last = wait.turns.next();
    expect(since(last)).toStrictEqual({
      purpose: 'last-look',
      unseenSinceMs: 1_000,
      askedMs: 10 * MINUTE_MS,
    });
    expect(last.keptFor).toBe(wait.turns);
  });

  test('a look that was asked for and not made does not count as seen', async () => {
    const { wait, since, pass } = aWait();
    wait.turns.next();
    wait.polled(NO_PROGRESS, NO_PROGRESS);
    await pass(20_000);
    wait.turns.next();
    await pass(90_000);
    expect(since(wait.turns.next())).toMatchObject({ unseenSinceMs: 0, askedMs: 110_000 });
  });

  test('an order that is followed after another one has a first look of its own', async () => {
    const { wait, since, pass } = aWait();
    wait.turns.next();
    await pass(1_000);
    wait.follow(SUBJECT);
    expect(since(wait.turns.next())).toMatchObject({ purpose: 'first-look' });
    expect(since(wait.turns.next())).toMatchObject({ purpose: 'look' });
  });

  test('a deadline that was moved by a wait for a person moves the last look', async () => {
    const { wait, since, pass, clock } = aWait({ manualStepTimeout: '3m' });
    wait.turns.next();
    wait.turns.due(clock.nowMs() + 3 * MINUTE_MS);
    await pass(3 * MINUTE_MS);
    expect(since(wait.turns.next())).toMatchObject({ purpose: 'last-look' });
    wait.addManualTime(2 * MINUTE_MS);
    expect(since(wait.turns.next())).toMatchObject({ purpose: 'look' });
    await pass(9 * MINUTE_MS);
    expect(since(wait.turns.next())).toMatchObject({ purpose: 'last-look' });
  });

  test('the two calls that a look at an older API takes are as urgent as each other', async () => {
    const listed = { ChangeOrderList: [{ ChangeOrderId: ORDER_ID, AppId: APP_ID }], TotalSize: 1 };
    const { client, clock, transport } = aClient(({ url }) =>
      answers(url.pathname.endsWith('ListChangeOrders') ? httpAnswer(envelopeOf(listed)) : describeAnswer()),
    );
    const target = { changeOrderId: ORDER_ID, appId: APP_ID, notBeforeMs: undefined, listed: false };
    let turns = 0;
    const look = orderPoller(client, target, () => {
      turns++;
      return { purpose: 'first-look', unseenSinceMs: 0, askedMs: 0 };
    });
    await expect(clock.run(look(NEVER))).resolves.toMatchObject({ kind: 'read' });
    expect(transport.seen).toHaveLength(2);
    expect(turns).toBe(1);
  });
});
