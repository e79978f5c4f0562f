/**
 * Plays one ending until it is killed, or for a quarter of an hour: longer than any step waits for it.
 * Tells its parent process the outputs of the step that starts it.
 *
 *   started by endings/start.ts with the name of an ending
 */
import { startSimulator } from '../simulator/server.ts';
import { ENDINGS } from './endings.ts';

const LONGEST_MS = 15 * 60_000;

/** Nobody looks on: faster than a demonstration. The usual four minutes in ten seconds. */
const TIME_SCALE = 24;

const ending = ENDINGS[process.argv[2] ?? ''];
if (ending === undefined) throw new Error(`There is no ending "${process.argv[2] ?? ''}".`);

const { url, accessKeyId, accessKeySecret } = await startSimulator({
  scenario: ending.scenario,
  timeScale: TIME_SCALE,
  pace: 'clock-from-first-request',
});
setTimeout(() => process.exit(), LONGEST_MS);
process.send?.({
  ...ending.inputs,
  endpoint: url,
  accessKeyId,
  accessKeySecret,
  stepMinutes: String(ending.stepMinutes),
  pid: String(process.pid),
});
