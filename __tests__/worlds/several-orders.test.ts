import { test } from '@jest/globals';
import { expectNoWrongWorld } from './no-wrong-world.ts';

test('in no world with several orders in one step the gate does wrong', async () => {
  await expectNoWrongWorld('several-orders', 2_500, 0.05);
}, 300_000);
