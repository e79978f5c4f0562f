import { test } from '@jest/globals';
import { expectNoWrongWorld } from './no-wrong-world.ts';

test('in no world with one order the gate does wrong', async () => {
  await expectNoWrongWorld('one-order', 4_000, 0.1);
}, 300_000);
