import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as core from '@actions/core';
import { cutText, oneLine, safeLine } from '../text/clean.ts';
import type { Toolkit } from '../report/reporter.ts';
import { Redactor } from '../text/secrets.ts';

/** The runner silently cuts an annotation's message at this length. */
const LONGEST_ANNOTATION = 4_096;

const redactor = new Redactor();

/** Cleaned before secrets are searched: invisible characters within a secret would hide it. */
function logLine(text: string): string {
  return safeLine(redactor.redact(oneLine(text)));
}

/** The runner writes an annotation into the log line by line, so each line has to be safe by itself. */
function annotationText(message: string): string {
  return cutText(message.split('\n').map(logLine).join('\n'), LONGEST_ANNOTATION);
}

/** GitHub's runner, through its own toolkit. `core` escapes annotations and outputs, but not lines. */
export const actionsToolkit: Toolkit = {
  mask: secret => {
    if (redactor.mask(secret)) core.setSecret(secret);
  },
  redact: redactor.redact,
  line: text => {
    core.info(logLine(text));
  },
  group: (title, lines) => {
    core.startGroup(logLine(title));
    try {
      for (const line of lines) core.info(logLine(line));
    } finally {
      core.endGroup();
    }
  },
  debug: text => {
    if (core.isDebug()) core.debug(logLine(text));
  },
  notice: ({ title, message }) => {
    core.notice(annotationText(message), { title: logLine(title) });
  },
  warning: ({ title, message }) => {
    core.warning(annotationText(message), { title: logLine(title) });
  },
  error: ({ title, message }) => {
    core.error(annotationText(message), { title: logLine(title) });
  },
  output: (name, value) => {
    core.setOutput(name, redactor.redact(value));
  },
  saveState: (name, value) => {
    core.saveState(name, value);
  },
  file: async (name, text) => {
    const temporary = process.env['RUNNER_TEMP'];
    if (!temporary) throw new Error('RUNNER_TEMP names no folder');
    const folder = await mkdtemp(path.join(temporary, 'sae-rollout-gate-'));
    const file = path.join(folder, name);
    await writeFile(file, redactor.redact(text));
    return file;
  },
  summary: async markdown => {
    await core.summary.addRaw(redactor.redact(markdown)).write({ overwrite: true });
  },
};
