/**
 * Plays one ending until it is killed, or for a quarter of an hour: longer than any step waits for it.
 * Tells the outputs of the step that starts it: to its parent process, or to whoever runs it by hand.
 *
 *   node scripts/run.mjs --bare testbed/action-e2e/serve.ts <ending>   as testbed/action-e2e/start.ts does
 */
import { startSimulator } from '../simulator/server.ts';
import { endingNamed } from './endings.ts';

const LONGEST_MS = 15 * 60_000;

/** Nobody looks on: faster than a demonstration. The usual four minutes in ten seconds. */
const TIME_SCALE = 24;

const ending = endingNamed(process.argv[2] ?? '');
const { url, accessKeyId, accessKeySecret } = await startSimulator({
  scenario: ending.scenario,
  timeScale: TIME_SCALE,
  pace: 'clock-from-first-request',
});
setTimeout(() => process.exit(), LONGEST_MS);
const outputs = {
  ...ending.inputs,
  endpoint: url,
  accessKeyId,
  accessKeySecret,
  stepMinutes: String(ending.stepMinutes),
  pid: String(process.pid),
};
if (process.send) process.send(outputs);
else console.log(outputs);
