import { test } from '@jest/globals';
import { expectNoWrongWorld } from './no-wrong-world.ts';

test('in no world in which what runs has to be proven the gate does wrong', async () => {
  await expectNoWrongWorld('proofs', 3_000, 0.15);
}, 300_000);
