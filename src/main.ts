// Imported first, so that signals are handled from the start.
import { beginProcess, cancellation, systemClock } from './platform/process.ts';
import { randomUUID } from 'node:crypto';
import packageJson from '../package.json' with { type: 'json' };
import { checkReporter } from './check-run/reporter.ts';
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

const endProcess = beginProcess({
  redCode: 1,
  streams: ['stdout'],
  reportUnforeseen: thrown => {
    tellUnforeseen(thrown, actionsToolkit, catalogue[languageOf(process.env)]);
  },
  reportTo: 'stdout',
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
  checkReporter,
  eventPayload: () => readEventPayload(env['GITHUB_EVENT_PATH']),
  modifiedMs,
  readSmallFile: readWithoutBlocking,
  toolkit: actionsToolkit,
  cancel: cancellation,
  catalogue,
  version,
};

// dist/post.js is this file with the argument `--post`. Not an environment variable: an earlier step of the
// job could set it, and the gate would pass without a poll.
const isPost = process.argv.includes('--post');
// Likewise dist/idle.js, which idle/action.yml runs: an environment variable that could make an idle
// application count as a successful rollout would bypass the gate.
const task = process.argv.includes('--idle') ? 'idle' : 'gate';
if (isPost) await runPost(world);
const green = isPost || (await runGate(world, task));
await endProcess(green ? 0 : 1, () => http.close());
