import { PastRollouts } from '../../src/gate/followed-order.ts';
import { Wait } from '../../src/gate/wait.ts';
import { readSettings } from '../../src/inputs/settings.ts';
import { CallBudget } from '../../src/polling/call-budget.ts';
import { Reporters } from '../../src/report/reporter.ts';
import { describeAnswer } from './answers.ts';
import { aClient, NEVER } from './client.ts';
import { environment } from './environment.ts';
import { answers } from './scripted-transport.ts';
import { VirtualClock, WALL_START_MS } from './virtual-clock.ts';

export type Inputs = Parameters<typeof environment>[0];

/** A wait of ten minutes and its clock. */
export interface TenMinutes {
  readonly wait: Wait;
  readonly clock: VirtualClock;
  readonly pass: (ms: number) => Promise<void>;
}

/** A wait for the first target of these inputs, from now on, of which nobody is told. */
export function aTenMinuteWait(inputs: Inputs = {}): TenMinutes {
  const clock = new VirtualClock();
  const reading = readSettings(environment({ timeout: '10m', ...inputs }), WALL_START_MS);
  if (reading.kind === 'faults') throw new Error('the inputs are faulty');
  const { settings } = reading;
  const [target] = settings.targets;
  if (target === undefined) throw new Error('there is no target');
  const { client } = aClient(() => answers(describeAnswer()));
  const wait = new Wait({
    settings,
    target,
    clock,
    client,
    past: new PastRollouts(client, NEVER),
    budget: new CallBudget(clock, 60),
    chance: () => 0.5,
    cancel: NEVER,
    reporter: new Reporters([], () => undefined),
  });
  return { wait, clock, pass: ms => clock.run(clock.sleep(ms)) };
}
