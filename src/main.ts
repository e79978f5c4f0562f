import { randomUUID } from 'node:crypto';
import packageJson from '../package.json' with { type: 'json' };
import { runGate } from './gate/run-gate.ts';
import { runPost } from './gate/run-post.ts';
import type { World } from './gate/world.ts';
import { actionsToolkit } from './runtime/actions-toolkit.ts';
import { cancellation } from './runtime/cancellation.ts';
import { readEventPayload, modifiedMs } from './runtime/files.ts';
import { octokitGitHub } from './runtime/octokit-github.ts';
import { systemClock } from './runtime/system-clock.ts';
import { undiciTransport } from './runtime/undici-transport.ts';
import { thrownText } from './text/thrown-text.ts';
import { catalogue } from './words/catalogue.ts';

// Red until proven green: whatever ends this process early ends it red.
process.exitCode = 1;

process.on('uncaughtException', error => {
  // A bug outside everything that was foreseen: still red, and told as such, without a stack trace.
  const { report, cause } = catalogue.en;
  actionsToolkit.error({
    title: report.unnamedHeadline('error'),
    message: cause.bug(thrownText(error)).what,
  });
  process.exit(1);
});

const { env } = process;
const http = undiciTransport();
const world: World = {
  env,
  clock: systemClock,
  chance: Math.random,
  nonce: randomUUID,
  transport: http.send,
  github: token => octokitGitHub({ env, token, transport: http.send, clock: systemClock }),
  eventPayload: () => readEventPayload(env['GITHUB_EVENT_PATH']),
  modifiedMs,
  toolkit: actionsToolkit,
  cancel: cancellation(process),
  catalogue,
  version: packageJson.version,
};

// The runner starts the same file for the step's `main` and `post` parts; state saved by the one is
// there in the other.
if (env['STATE_isPost'] === 'true') {
  await runPost(world);
  process.exitCode = 0;
} else {
  actionsToolkit.saveState('isPost', 'true');
  process.exitCode = (await runGate(world)) ? 0 : 1;
}
await http.close();
// A handler for signals, or a socket that does not close, must not keep the step alive.
process.exit();
