import { test } from '@jest/globals';
import { expectNoWrongWorld } from './no-wrong-world.ts';

test('in no world in which orders have to be found the gate does wrong', async () => {
  await expectNoWrongWorld('applications', 2_500, 0.05);
}, 300_000);
