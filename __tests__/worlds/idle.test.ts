import { test } from '@jest/globals';
import { expectNoWrongWorld } from './no-wrong-world.ts';

test('in no world the wait for a free application is wrongly over', async () => {
  await expectNoWrongWorld('idle', 2_000, 0.45);
}, 300_000);
