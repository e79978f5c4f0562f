#!/usr/bin/env node
// First, so that a signal is heeded from the start.
import { cancellation, flushed, neverBlock, processTerminal, systemClock } from './platform/process.ts';
import { randomUUID } from 'node:crypto';
import packageJson from '../package.json' with { type: 'json' };
import { EXIT_STATUS } from './cli/exit-status.ts';
import { runCommand } from './cli/command.ts';
import { isSameFile, readWithoutBlocking, writeTextFile } from './platform/files.ts';
import { undiciTransport } from './platform/undici-transport.ts';
import { Redactor } from './text/secrets.ts';
import { thrownText } from './text/clean.ts';
import { catalogue } from './words/catalogue.ts';
import { NOTHING_SEEN } from './words/words.ts';

/** For what is left to be done after the verdict: output that nobody reads, sockets that do not close. */
const LAST_LIMIT_MS = 1_000;

// Red until proven green: whatever ends this process early ends it red.
process.exitCode = EXIT_STATUS.bug;
for (const stream of [process.stdout, process.stderr]) {
  neverBlock(stream);
  // A reader that has gone away makes nothing red that is green.
  stream.on('error', () => undefined);
}

const bugs = { unforeseen: false };
const redactor = new Redactor();
process.on('uncaughtException', error => {
  // A bug outside everything that was foreseen: red, whatever the gate itself comes to meanwhile.
  bugs.unforeseen = true;
  const bug = { kind: 'bug', message: thrownText(error, redactor.redact) } as const;
  const { what } = catalogue.en.cause.bug(bug, NOTHING_SEEN);
  process.stderr.write(`${what}\n${catalogue.en.command.reportBug}\n`);
  void flushed(process.stderr, LAST_LIMIT_MS).then(() => process.exit(EXIT_STATUS.bug));
});

const http = undiciTransport();
const exitStatus = await runCommand({
  args: process.argv.slice(2),
  env: process.env,
  stdout: processTerminal(process.stdout),
  stderr: processTerminal(process.stderr),
  clock: systemClock,
  chance: Math.random,
  nonce: randomUUID,
  transport: http.send,
  writeFile: writeTextFile,
  readSmallFile: readWithoutBlocking,
  isSameFile,
  redactor,
  atExit: restore => {
    process.on('exit', restore);
  },
  cancel: cancellation,
  catalogue,
  version: packageJson.version,
});
process.exitCode = bugs.unforeseen ? EXIT_STATUS.bug : exitStatus;
const last = [http.close(), ...[process.stdout, process.stderr].map(one => flushed(one, LAST_LIMIT_MS))];
await Promise.race([Promise.all(last), systemClock.sleep(LAST_LIMIT_MS)]);
if (bugs.unforeseen) process.exitCode = EXIT_STATUS.bug;
// A handler for signals, or a socket that does not close, must not keep the command alive.
process.exit();
