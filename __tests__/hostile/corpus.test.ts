import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { readKeyValueFile } from '../../testbed/runner/file-commands.ts';
import { markdownHtml } from '../../testbed/runner/markdown-html.ts';
import { summaryPage } from '../../testbed/runner/summary-page.ts';
import type { CommandReading } from '../../testbed/runner/workflow-commands.ts';
import { readWorkflowCommands } from '../../testbed/runner/workflow-commands.ts';
import { OUTPUTS } from '../../src/report/outputs.ts';
import { VERDICTS } from '../../src/rollout/verdicts.ts';
import { HOSTILE_TEXT, WORKFLOW_COMMANDS } from '../../testbed/simulator/hostile-text.ts';
import { KEY_ID, KEY_SECRET } from '../support/environment.ts';
import { REQUEST_TOKEN } from '../support/cloud.ts';
import { contentOf, HAS_CHROMIUM, launchChromium, watchedPage } from './browser.ts';
import { CORPUS, TRACER } from './corpus.ts';
import type { GateRecord } from './gate-record.ts';
import { boundary } from './gate-record.ts';
import { RICH_STORIES } from './stories.ts';

const PROGRAM = fileURLToPath(new URL('gates-in-a-row.ts', import.meta.url));
const LONGEST_PREPARATION_MS = 900_000;

/** What a gate may say to the runner. */
const OWN_COMMANDS = ['add-mask', 'debug', 'endgroup', 'error', 'group', 'notice', 'warning'];
/** What it has to keep, in these stories. */
const SECRETS = [KEY_ID, KEY_SECRET, REQUEST_TOKEN, 'ghs_notARealToken', 'an-id-token'];

/** Control characters, invisible ones, and line breaks of every kind but the one. */
const UNCLEAN = /[^\P{Cc}\n]|\p{Cf}|[\u2028\u2029\p{Cs}]/u;

interface Run extends GateRecord {
  readonly stdout: string;
  readonly reading: CommandReading;
}

let runs: readonly Run[] = [];

beforeAll(async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'corpus-'));
  const secret = randomUUID();
  const args = ['--disable-warning=ExperimentalWarning', PROGRAM, folder, secret];
  const stdout = await saidBy(args, folder);
  const records = JSON.parse(
    readFileSync(path.join(folder, 'records.json'), 'utf8'),
  ) as readonly GateRecord[];
  rmSync(folder, { recursive: true });
  runs = records.map((record, number) => {
    const from = `\n${boundary(secret, number)}\n`;
    const said = stdout.slice(
      stdout.indexOf(from) + from.length,
      stdout.indexOf(`\n${boundary(secret, number + 1)}\n`),
    );
    return { ...record, stdout: said, reading: readWorkflowCommands({ stdout: said }, { debug: true }) };
  });
}, LONGEST_PREPARATION_MS);

/**
 * What a program of Node says. It says it into a file, which takes all at once; a pipe would refuse what
 * is written while nobody has read what went before.
 */
async function saidBy(args: readonly string[], cwd: string): Promise<string> {
  const files = ['stdout', 'stderr'].map(name => path.join(cwd, `${name}.txt`));
  const opened = files.map(file => openSync(file, 'w'));
  const { PATH = '' } = process.env;
  const program = spawn(process.execPath, args, { env: { PATH }, cwd, stdio: ['ignore', ...opened] });
  await once(program, 'exit');
  for (const one of opened) closeSync(one);
  const [stdout = '', stderr = ''] = files.map(file => readFileSync(file, 'utf8'));
  if (program.exitCode !== 0 || stderr !== '') throw new Error(`ended with ${program.exitCode}: ${stderr}`);
  return stdout;
}

/** The runs of which something does not hold, by what they were about. */
function violations(isViolated: (run: Run) => unknown): readonly string[] {
  return runs
    .filter(run => isViolated(run))
    .map(({ story, language, text }) => `${story} (${language}): ${JSON.stringify(text.slice(0, 80))}`);
}

function outputsOf({ output }: GateRecord): ReturnType<typeof readKeyValueFile> {
  return readKeyValueFile(output, 'linux');
}

test('the corpus has met every story, both languages and seven verdicts', () => {
  expect(new Set(CORPUS).size).toBe(CORPUS.length);
  expect(CORPUS.length).toBeGreaterThan(90);
  expect(runs.length).toBeGreaterThan(1_500);
  expect(new Set(runs.map(({ story }) => story)).size).toBeGreaterThan(25);
  expect(new Set(runs.map(({ language }) => language))).toStrictEqual(new Set(['en', 'zh']));
  const verdicts = new Set(runs.map(run => outputsOf(run).values.get('verdict')));
  expect(verdicts).toStrictEqual(
    new Set(['succeeded', 'failed', 'needs-rollback', 'not-found', 'timed-out', 'unreadable', 'error']),
  );
  // The texts do arrive: what is harmless of them is shown.
  const plain = runs.filter(({ text, story }) => text === CORPUS[0] && story !== 'an ID-token service');
  expect(plain.filter(({ stdout }) => !stdout.includes(TRACER)).map(({ story }) => story)).toStrictEqual([]);
});

describe('read by the rules of the runner', () => {
  test('no run issues a command that is not the gate’s own', () => {
    expect(
      violations(({ reading }) => reading.commands.some(({ name }) => !OWN_COMMANDS.includes(name))),
    ).toStrictEqual([]);
  });

  test('nothing is masked but secrets, and nothing set by a command', () => {
    expect(
      violations(
        ({ reading: { masks, outputs, state, failed, runnerIssues } }) =>
          masks.some(mask => !SECRETS.includes(mask)) ||
          outputs.size > 0 ||
          state.size > 0 ||
          failed ||
          runnerIssues.length > 0,
      ),
    ).toStrictEqual([]);
  });

  test('every annotation bears the gate’s own title, and there is an error exactly in a red run', () => {
    expect(
      violations(({ reading: { annotations }, green }) => {
        const errors = annotations.filter(({ kind }) => kind === 'error').length;
        return (
          annotations.some(({ title }) => !title?.startsWith('SAE ')) || (green ? errors > 0 : errors === 0)
        );
      }),
    ).toStrictEqual([]);
  });

  test('no line is marked but the first of an annotation, the groups and the debug lines', () => {
    expect(
      violations(({ reading: { lines, annotations } }) => {
        const marked = lines.filter(({ kind }) => ['error', 'warning', 'notice'].includes(kind));
        const others = lines.filter(({ kind }) => !['text', 'debug', 'group', 'endgroup'].includes(kind));
        const own = new Set(annotations.map(({ message }) => message.split('\n')[0]));
        return others.length !== marked.length || marked.some(({ text }) => !own.has(text));
      }),
    ).toStrictEqual([]);
  });

  test('nothing printed holds a control or an invisible character, not even when it is unescaped', () => {
    expect(
      violations(
        ({ stdout, reading: { annotations, commands } }) =>
          UNCLEAN.test(stdout) ||
          annotations.some(({ message, title = '' }) => UNCLEAN.test(`${title}${message}`)) ||
          commands.some(({ name, data }) => name !== 'add-mask' && UNCLEAN.test(data)),
      ),
    ).toStrictEqual([]);
  });

  test('no run says more than a person can read', () => {
    expect(violations(({ stdout }) => stdout.length > 150_000)).toStrictEqual([]);
    expect(violations(({ summary }) => Buffer.byteLength(summary) > 200_000)).toStrictEqual([]);
  });

  test('the reader of these tests would see a command', () => {
    for (const command of WORKFLOW_COMMANDS) {
      const { commands } = readWorkflowCommands({ stdout: `text\r${command}\n` }, { debug: true });
      expect(commands).toHaveLength(1);
    }
  });
});

describe('in the files of the runner', () => {
  test('there are the gate’s own outputs, each on one line, and the verdict that was reached', () => {
    const known: readonly string[] = OUTPUTS;
    expect(
      violations(run => {
        const { values, fault } = outputsOf(run);
        const verdict = values.get('verdict') ?? '';
        return (
          fault !== undefined ||
          [...values.keys()].some(name => !known.includes(name)) ||
          [...values.values()].some(value => value.includes('\n') || UNCLEAN.test(value)) ||
          !(VERDICTS as readonly string[]).includes(verdict) ||
          (verdict === 'succeeded') !== run.green
        );
      }),
    ).toStrictEqual([]);
  });

  test('no JSON holds a word from the cloud', () => {
    const isAsked = ({ inputs }: Run): boolean => JSON.stringify(inputs).includes(TRACER);
    expect(
      violations(run => {
        const results = outputsOf(run).values.get('results') ?? '[]';
        const parsed: unknown = [JSON.parse(results), JSON.parse(run.report)];
        return !isAsked(run) && JSON.stringify(parsed).includes(TRACER);
      }),
    ).toStrictEqual([]);
    // A shell that is handed the results finds nothing in them that it knows.
    expect(
      violations(run => /[$`'!;&|<>()*?~#\s]/u.test(outputsOf(run).values.get('results') ?? '')),
    ).toStrictEqual([]);
  });

  test('the state is the check run’s own', () => {
    expect(
      violations(({ state }) => {
        const { values, fault } = readKeyValueFile(state, 'linux');
        return fault !== undefined || [...values.keys()].some(name => !/^checkRun(?:Closed)?$/u.test(name));
      }),
    ).toStrictEqual([]);
  });
});

interface SentCheckRun {
  readonly name: string;
  readonly output: { readonly title: string; readonly summary: string; readonly text: string };
}

function checkRunsOf({ checkRuns }: GateRecord): readonly SentCheckRun[] {
  return checkRuns.map(body => JSON.parse(body) as SentCheckRun);
}

test('names and titles of check runs are plain, and as long as GitHub takes them', () => {
  expect(runs.filter(({ checkRuns }) => checkRuns.length > 0).length).toBeGreaterThan(500);
  expect(
    violations(run =>
      checkRunsOf(run).some(({ name, output }) =>
        [name, output.title].some(text => UNCLEAN.test(text) || text.includes('\n') || text.length > 255),
      ),
    ),
  ).toStrictEqual([]);
});

/** The address of an order in the console, of the job, or of the run: nothing else is linked. */
const OWN_LINK =
  /^https:\/\/(?:sae\.console\.aliyun\.com\/#\/AppList\/ChangeOrderDetail\?changeOrderId=[\w.!~*'()%-]*&regionId=[\w%-]+|sae\.console\.alibabacloud\.com\/[\w-]+\/app-list\/[\w.!~*'()%-]+\/micro-app\/base|github\.com\/octo-org\/octo-shop\/actions\/runs\/\d+(?:\/job\/\d+)?)$/u;

const describeInChromium = HAS_CHROMIUM ? describe : describe.skip;

describeInChromium('rendered as on GitHub, in a browser', () => {
  const PIECES_A_PAGE = 400;
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
  });

  /** The Markdown that was written, each once: all of the rich stories, and every third run of the others. */
  function pieces(): readonly string[] {
    const shown = runs.filter(({ story }, index) => RICH_STORIES.includes(story) || index % 3 === 0);
    return [
      ...new Set(
        shown.flatMap(run => [
          run.summary,
          ...checkRunsOf(run).flatMap(({ output }) => [output.summary, output.text]),
        ]),
      ),
    ];
  }

  test('nothing leaves a page, nothing runs, and nothing is linked but what the gate links', async () => {
    const all = pieces();
    expect(all.length).toBeGreaterThan(500);
    const diagrams = new Set<string>();
    for (let from = 0; from < all.length; from += PIECES_A_PAGE) {
      const articles = all
        .slice(from, from + PIECES_A_PAGE)
        .map(piece => `<article>${markdownHtml(piece)}</article>`);
      const { page, requests, doings } = await watchedPage(browser);
      await page.setContent(`<!doctype html><meta charset="utf-8"><body>${articles.join('\n')}</body>`);
      const content = await contentOf(page, 'article');
      expect({ requests, doings, ran: content.ran, active: content.active }).toStrictEqual({
        requests: [],
        doings: [],
        ran: false,
        active: [],
      });
      expect(content.attributes).toStrictEqual([]);
      expect(content.links.filter(link => !OWN_LINK.test(link))).toStrictEqual([]);
      expect(content.mentions).toStrictEqual([]);
      expect(await page.locator('body > :not(article)').count()).toBe(0);
      expect(await page.locator('article').count()).toBe(articles.length);
      for (const diagram of content.diagrams) diagrams.add(diagram);
      await page.close();
    }
    // The gate draws none, so any is the cloud's.
    expect([...diagrams]).toStrictEqual([]);
  }, 180_000);

  test('with the log, the annotations and the outputs beside it', async () => {
    const run = runs.find(
      ({ text, story }) => text === HOSTILE_TEXT && story === 'a failure with its diagnosis',
    );
    if (run === undefined) throw new Error('there is no such run');
    const folder = mkdtempSync(path.join(os.tmpdir(), 'page-'));
    const file = path.join(folder, 'page.html');
    const { annotations, lines: log } = run.reading;
    const outputs = Object.fromEntries(outputsOf(run).values);
    writeFileSync(file, summaryPage({ title: run.text, markdown: run.summary, annotations, log, outputs }));
    const { page, requests, doings } = await watchedPage(browser);
    await page.goto(pathToFileURL(file).href);
    await page.locator('html[data-finished="true"]').waitFor({ state: 'attached' });
    const content = await contentOf(page, '.markdown-body');
    expect({ requests, doings, ran: content.ran }).toStrictEqual({ requests: [], doings: [], ran: false });
    expect(content.links.filter(link => !OWN_LINK.test(link))).toStrictEqual([]);
    expect(await page.locator('#log a, #outputs a, #annotations a, img, iframe').count()).toBe(0);
    await page.close();
    rmSync(folder, { recursive: true });
  });

  test('the watch over a page sees what would happen in it', async () => {
    const { page, requests, doings } = await watchedPage(browser);
    await page.setContent(
      '<article><img src="https://evil.example/x.png" onerror="globalThis.forged=1"><script>alert(1)</script><a href="javascript:1">x</a> @octocat</article>',
    );
    await page.waitForFunction(() => 'forged' in globalThis);
    const content = await contentOf(page, 'article');
    expect(requests).toStrictEqual(['https://evil.example/x.png']);
    expect(doings).toContain('dialog: 1');
    expect(content).toMatchObject({
      ran: true,
      active: ['img', 'script'],
      links: ['javascript:1'],
      mentions: [' @octocat'],
    });
    await page.close();
  });
});
