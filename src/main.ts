// First, so that a signal is heeded from the start.
import { cancellation, flushed, neverBlock, systemClock } from './platform/process.ts';
import { randomUUID } from 'node:crypto';
import packageJson from '../package.json' with { type: 'json' };
import { runGate } from './gate/run-gate.ts';
import { runPost } from './gate/run-post.ts';
import type { World } from './gate/world.ts';
import { languageOf } from './inputs/table.ts';
import { userAgentOf } from './http/transport.ts';
import { tellUnforeseen } from './report/ending.ts';
import { actionsToolkit } from './platform/actions-toolkit.ts';
import { modifiedMs, readEventPayload, readWithoutBlocking } from './platform/files.ts';
import { octokitGitHub } from './platform/octokit-github.ts';
import { undiciTransport } from './platform/undici-transport.ts';
import { catalogue } from './words/catalogue.ts';

/** For what is left to be done after the verdict: output that nobody reads, sockets that do not close. */
const LAST_LIMIT_MS = 1_000;

// Red until proven green: whatever ends this process early ends it red.
process.exitCode = 1;
neverBlock(process.stdout);
// A reader that has gone away makes nothing red that is green.
process.stdout.on('error', () => undefined);

const bugs = { unforeseen: false };
process.on('uncaughtException', error => {
  // A bug outside everything that was foreseen: red, whatever the gate itself comes to meanwhile.
  bugs.unforeseen = true;
  tellUnforeseen(error, actionsToolkit, catalogue[languageOf(process.env)]);
  void flushed(process.stdout, LAST_LIMIT_MS).then(() => process.exit(1));
});

const { env } = process;
const { version } = packageJson;
const userAgent = userAgentOf(version);
const http = undiciTransport();
const world: World = {
  env,
  clock: systemClock,
  chance: Math.random,
  nonce: randomUUID,
  transport: http.send,
  github: token =>
    octokitGitHub({
      env,
      token,
      transport: http.send,
      clock: systemClock,
      userAgent,
      hide: actionsToolkit.redact,
    }),
  eventPayload: () => readEventPayload(env['GITHUB_EVENT_PATH']),
  modifiedMs,
  readSmallFile: readWithoutBlocking,
  toolkit: actionsToolkit,
  cancel: cancellation,
  catalogue,
  version,
};

// dist/post.js is this file with the word `--post`. Not an environment variable: an earlier step of the
// job could set that, and the gate would be green without a look.
if (process.argv.includes('--post')) {
  await runPost(world);
  process.exitCode = 0;
} else {
  const green = await runGate(world);
  process.exitCode = green && !bugs.unforeseen ? 0 : 1;
}
const last = Promise.all([http.close(), flushed(process.stdout, LAST_LIMIT_MS)]);
await Promise.race([last, systemClock.sleep(LAST_LIMIT_MS)]);
if (bugs.unforeseen) process.exitCode = 1;
// A handler for signals, or a socket that does not close, must not keep the step alive.
process.exit();
