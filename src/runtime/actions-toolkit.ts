import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as core from '@actions/core';
import { safeLine } from '../report/safe-line.ts';
import type { Toolkit } from '../report/toolkit.ts';
import { cutText } from '../text/clean-text.ts';
import { hideSecrets } from '../text/hide-secrets.ts';

/** The runner cuts an annotation's message here, without a word. */
const LONGEST_ANNOTATION = 4_096;

const secrets = new Set<string>();

/** The runner writes an annotation into the log line by line, so that each has to be safe as one. */
function annotationText(message: string): string {
  return cutText(message.split('\n').map(safeLine).join('\n'), LONGEST_ANNOTATION);
}

/** GitHub's runner, through its own toolkit. `core` escapes annotations and outputs, but no lines. */
export const actionsToolkit: Toolkit = {
  mask: secret => {
    secrets.add(secret);
    core.setSecret(secret);
  },
  redact: text => hideSecrets(text, [...secrets]),
  line: text => {
    core.info(safeLine(text));
  },
  group: (title, lines) => {
    core.startGroup(safeLine(title));
    try {
      for (const line of lines) core.info(safeLine(line));
    } finally {
      core.endGroup();
    }
  },
  debug: text => {
    if (core.isDebug()) core.debug(safeLine(text));
  },
  notice: ({ title, message }) => {
    core.notice(annotationText(message), { title });
  },
  warning: ({ title, message }) => {
    core.warning(annotationText(message), { title });
  },
  error: ({ title, message }) => {
    core.error(annotationText(message), { title });
  },
  output: (name, value) => {
    core.setOutput(name, value);
  },
  saveState: (name, value) => {
    core.saveState(name, value);
  },
  file: async (name, text) => {
    const temporary = process.env['RUNNER_TEMP'];
    if (!temporary) throw new Error('RUNNER_TEMP names no folder');
    const folder = await mkdtemp(path.join(temporary, 'sae-rollout-gate-'));
    const file = path.join(folder, name);
    await writeFile(file, text);
    return file;
  },
  summary: async markdown => {
    await core.summary.addRaw(markdown).write({ overwrite: true });
  },
};
