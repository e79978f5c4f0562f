import { alignedRows } from '../runner/display-width.ts';
import { SCENARIO_NAMES, findScenario } from '../simulator/scenarios.ts';

/** What the demo can be asked. */
export const USAGE = `Shows the gate at work, without a cloud account: a simulator plays a rollout on SAE, and the
committed dist/index.js waits for it as it would on GitHub's runner.

  npm run demo                      a rollout in three batches that succeeds
  npm run demo -- <scenario>        another one, e.g. failed-batch
  npm run demo -- --list            the scenarios
  npm run demo -- --help            this text

Options:
  --time-scale <number>   simulated seconds in a real second; each scenario has its own default
  --language <en or zh>   the language of everything that the gate says

Ctrl+C cancels the step as GitHub does. The exit status is 0 if the gate did what the scenario
expects (which is red for many of them), 1 if it did not, 2 for a mistake in the command.`;

/** What the simulator alone can be asked. */
export const SIMULATOR_USAGE = `Plays a rollout on SAE for whoever asks: the command, a workflow of your own, a script. Without a
cloud account, on this machine alone.

  npm run simulator                      a rollout in three batches that succeeds
  npm run simulator -- <scenario>        another one, e.g. failed-batch
  npm run simulator -- --list            the scenarios
  npm run simulator -- --help            this text

Options:
  --port <number>    the port on 127.0.0.1; any free one if not given
  --scale <number>   simulated seconds in a real second; each scenario has its own default

It prints its endpoint, its keys and lines to paste, and runs until Ctrl+C, which is how it ends
well: the exit status is 0 then, 1 if it cannot listen on the port, 2 for a mistake in the command.`;

/** The scenarios as a table: name, expected verdict, what happens. */
export function scenarioList(): string {
  const rows = SCENARIO_NAMES.map(name => {
    const { title, expect } = findScenario(name);
    return [name, expect, title];
  });
  return alignedRows([['scenario', 'verdict', 'what happens'], ...rows]).join('\n');
}

/** What to say to a scenario that does not exist: the likely ones meant, or all there are. */
export function unknownScenario(name: string, program = 'demo'): string {
  const near = SCENARIO_NAMES.filter(known => known.includes(name) || sharesWord(known, name));
  const candidates = near.length > 0 ? near : SCENARIO_NAMES;
  const hint = near.length > 0 ? 'Perhaps you mean' : 'There are';
  return `There is no scenario "${name}". ${hint}: ${candidates.join(', ')}.\nnpm run ${program} -- --list tells what each of them shows.`;
}

function sharesWord(known: string, name: string): boolean {
  const words = new Set(known.split('-'));
  return name.split(/[^a-z]+/i).some(word => word.length > 2 && words.has(word.toLowerCase()));
}
