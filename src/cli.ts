#!/usr/bin/env node
// Imported first, so that signals are handled from the start.
import { beginProcess, cancellation, systemClock } from './platform/process.ts';
import { randomUUID } from 'node:crypto';
import packageJson from '../package.json' with { type: 'json' };
import { EXIT_STATUS } from './rollout/verdicts.ts';
import { runCommand } from './cli/command.ts';
import { isSameFile, readWithoutBlocking, writeNewPrivateFile, writeTextFile } from './platform/files.ts';
import { processTerminal } from './platform/terminal.ts';
import { undiciTransport } from './platform/undici-transport.ts';
import { Redactor } from './text/secrets.ts';
import { thrownText } from './text/clean.ts';
import { catalogue } from './words/catalogue.ts';
import { NOTHING_SEEN } from './words/facts.ts';

const redactor = new Redactor();
const endProcess = beginProcess({
  redCode: EXIT_STATUS.bug,
  streams: ['stdout', 'stderr'],
  reportUnforeseen: thrown => {
    const bug = { kind: 'bug', message: thrownText(thrown, redactor.redact) } as const;
    const { what } = catalogue.en.cause.bug(bug, NOTHING_SEEN);
    process.stderr.write(`${what}\n${catalogue.en.command.reportBug}\n`);
  },
  reportTo: 'stderr',
});

// The build sets the second one.
const { version, sourceTree }: { readonly version: string; readonly sourceTree?: string } = packageJson;
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
  writeNewPrivateFile,
  readSmallFile: readWithoutBlocking,
  isSameFile,
  redactor,
  atExit: restore => {
    process.on('exit', restore);
  },
  cancel: cancellation,
  catalogue,
  version,
  sourceTree,
});
await endProcess(exitStatus, () => http.close());
