import { expect, test } from '@jest/globals';
import { CallBudget } from '../../src/budget/call-budget.ts';
import type { Turn } from '../../src/budget/turn.ts';
import { LOOK } from '../../src/budget/turn.ts';
import { NEVER } from '../support/client.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

/** For which nothing else is kept. */
const FIRST: Turn = { ...LOOK, purpose: 'first-look' };

test('nothing is earned in the place of a call that is granted and made late', async () => {
  const clock = new VirtualClock();
  const budget = new CallBudget(clock, 2);
  const made: (() => void)[] = [];
  while (made.length < 2) {
    await budget.take(FIRST, NEVER);
    made.push(budget.defer());
  }
  await clock.run(clock.sleep(45_000));
  for (const tell of made) tell();
  // Both calls are made only now: the next one is earned half a minute later.
  await clock.run(budget.take(FIRST, NEVER));
  expect(clock.elapsedMs).toBe(75_000);
});

test('a call whose time has come while another was late is earned in its turn', async () => {
  const clock = new VirtualClock();
  const budget = new CallBudget(clock, 2);
  await budget.take(FIRST, NEVER);
  const made = budget.defer();
  // Half of the bucket is free: that is there at once, and full again half a minute later.
  await clock.run(budget.take(FIRST, NEVER));
  await clock.run(budget.take(FIRST, NEVER));
  expect(clock.elapsedMs).toBe(30_000);
  made();
});
