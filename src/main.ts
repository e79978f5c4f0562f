import { randomUUID } from 'node:crypto';
import packageJson from '../package.json' with { type: 'json' };
import { runGate } from './gate/run-gate.ts';
import { actionsToolkit } from './runtime/actions-toolkit.ts';
import { cancellation } from './runtime/cancellation.ts';
import { readRunStart } from './runtime/github-run-start.ts';
import { systemClock } from './runtime/system-clock.ts';
import { undiciTransport } from './runtime/undici-transport.ts';
import { en } from './words/en/en.ts';

// Red until proven green: whatever ends this process early ends it red.
process.exitCode = 1;

process.on('uncaughtException', error => {
  // A bug outside everything that was foreseen: still red, and told as such, without a stack trace.
  actionsToolkit.error({
    title: en.report.annotationTitle('error'),
    message: en.cause.bug(String(error)).what,
  });
  process.exit(1);
});

const http = undiciTransport();
const green = await runGate({
  env: process.env,
  clock: systemClock,
  chance: Math.random,
  nonce: randomUUID,
  transport: http.send,
  runStart: (token, signal) => readRunStart(process.env, http.send, token, signal),
  toolkit: actionsToolkit,
  cancel: cancellation(process),
  words: en,
  version: packageJson.version,
});
await http.close();
process.exitCode = green ? 0 : 1;
// A handler for signals, or a socket that does not close, must not keep the step alive.
process.exit();
