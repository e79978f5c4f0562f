import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { checkReporter } from '../../src/check-run/reporter.ts';
import { runGate } from '../../src/gate/run-gate.ts';
import type { World } from '../../src/gate/world.ts';
import { actionsToolkit } from '../../src/platform/actions-toolkit.ts';
import { octokitGitHub } from '../../src/platform/octokit-github.ts';
import { catalogue } from '../../src/words/catalogue.ts';
import { environment } from '../support/environment.ts';
import { ScriptedTransport } from '../support/scripted-transport.ts';
import { VirtualClock, WALL_START_MS } from '../support/virtual-clock.ts';
import { CORPUS } from './corpus.ts';
import type { GateRecord } from './gate-record.ts';
import { boundary } from './gate-record.ts';
import type { Story } from './stories.ts';
import { RICH_STORIES, stories } from './stories.ts';

/**
 * A program: runs the gate with the true toolkit of GitHub's runner for every text, in both languages, in all
 * stories or some of them, by the virtual clock. What a run prints stands on standard output between
 * boundaries; what it wrote besides goes to the file `records.json` in the folder that is given.
 */

const [folder = '', secret = ''] = process.argv.slice(2);
const [OUTPUT, STATE, SUMMARY, REPORT] = ['output', 'state', 'summary', 'report'].map(name =>
  path.join(folder, name),
) as [string, string, string, string];
const records: GateRecord[] = [];

process.env['RUNNER_DEBUG'] = '1';
process.env['GITHUB_OUTPUT'] = OUTPUT;
process.env['GITHUB_STATE'] = STATE;

// Likewise: the first import of a package waits for a disk.
await import('@actions/github');

async function record(title: string, text: string, language: string, story: Story): Promise<void> {
  const clock = new VirtualClock();
  const transport = new ScriptedTransport(clock, story.script);
  for (const file of [OUTPUT, STATE, SUMMARY, REPORT]) writeFileSync(file, '');
  const env = environment(
    { language, ...story.inputs },
    {
      GITHUB_REPOSITORY: 'octo-org/octo-shop',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_JOB: 'deploy',
      GITHUB_EVENT_PATH: path.join(folder, 'event.json'),
      GITHUB_RUN_ID: '1658821493',
      ...story.variables,
    },
  );
  let nonces = 0;
  const world: World = {
    env,
    clock,
    chance: () => 0.5,
    nonce: () => `nonce-${++nonces}`,
    transport: transport.send,
    github: token =>
      octokitGitHub({
        env,
        token,
        transport: transport.send,
        clock,
        userAgent: 'test',
        hide: actionsToolkit.redact,
      }),
    checkReporter,
    eventPayload: () => undefined,
    modifiedMs: () => WALL_START_MS - 60_000,
    readSmallFile: () => Promise.resolve({ kind: 'missing' }),
    toolkit: {
      ...actionsToolkit,
      // Written at once: by the virtual clock nobody may wait for a disk.
      summary: markdown => {
        writeFileSync(SUMMARY, markdown);
        return Promise.resolve();
      },
      file: (reportName, reportText) => {
        writeFileSync(REPORT, reportText);
        return Promise.resolve(path.join(folder, reportName));
      },
    },
    cancel: new AbortController().signal,
    catalogue,
    version: '0.0.0',
  };
  writeSync(1, `\n${boundary(secret, records.length)}\n`);
  const green = await clock.run(runGate(world));
  const written = transport.seen.filter(({ url, request }) => url.host === 'api.github.com' && request.body);
  records.push({
    story: title,
    text,
    language,
    green,
    inputs: { ...story.inputs },
    output: readFileSync(OUTPUT, 'utf8'),
    state: readFileSync(STATE, 'utf8'),
    summary: readFileSync(SUMMARY, 'utf8'),
    report: readFileSync(REPORT, 'utf8'),
    checkRuns: written.map(({ request }) => request.body ?? ''),
  });
}

for (const [language, texts] of [
  ['en', CORPUS],
  // What is said differs and what is done to it does not: some of the texts tell whether a sentence forgot it.
  ['zh', CORPUS.filter((_, index) => index % 5 === 0)],
] as const) {
  for (const [textIndex, text] of texts.entries()) {
    for (const [index, [title, story]] of Object.entries(stories(text)).entries()) {
      const isPlayed = textIndex === 0 || RICH_STORIES.includes(title) || (textIndex + index) % 3 === 0;
      if (isPlayed) await record(title, text, language, story);
    }
  }
}
writeSync(1, `\n${boundary(secret, records.length)}\n`);
writeFileSync(path.join(folder, 'records.json'), JSON.stringify(records));
