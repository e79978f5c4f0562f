import { test } from '@jest/globals';
import { expectNoWrongWorld } from './no-wrong-world.ts';

test('in every world in which all is well the gate is green', async () => {
  await expectNoWrongWorld('healthy', 1_500, 1);
}, 300_000);
