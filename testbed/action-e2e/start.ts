/**
 * Starts a simulator that plays one ending, in the background, and writes where it is and what to wait for
 * to the outputs of the step. The runner ends what a job leaves behind.
 *
 *   node scripts/run.mjs --bare testbed/action-e2e/start.ts <ending>
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { endingNamed } from './endings.ts';

const MISTAKE = 2;

/**
 * No stream is shared with the simulator: a step lasts until nobody holds its output open any more.
 *
 * @throws Error where the simulator ends before it has begun to listen
 */
async function start(name: string, outputsFile: string): Promise<void> {
  const serve = fileURLToPath(new URL('serve.ts', import.meta.url));
  const child = fork(serve, [name], { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const ended = once(child, 'exit').then(([status]) => {
    throw new Error(
      `The simulator ended with ${String(status)} before it listened: node scripts/run.mjs --bare testbed/action-e2e/serve.ts ${name} says why.`,
    );
  });
  const [outputs] = (await Promise.race([once(child, 'message'), ended])) as [Record<string, string>];
  const lines = Object.entries(outputs).map(([output, value]) => `${output}=${value}\n`);
  appendFileSync(outputsFile, lines.join(''));
  child.disconnect();
  child.unref();
}

const [name = ''] = process.argv.slice(2);
const outputsFile = process.env['GITHUB_OUTPUT'];
if (outputsFile === undefined) {
  console.error(
    'GITHUB_OUTPUT is not set: this is for a step of a workflow. npm run demo shows the scenarios.',
  );
  process.exitCode = MISTAKE;
} else {
  endingNamed(name); // ends here where there is none
  await start(name, outputsFile);
}
