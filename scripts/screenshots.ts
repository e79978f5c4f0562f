/**
 * Takes the pictures that the README shows, in light and dark: job summaries of the demo's scenarios and a
 * live check run in mid-rollout, as GitHub renders them. Wants Debian's packages chromium, fonts-noto-color-emoji and fonts-noto-cjk.
 *
 *   npm run screenshots                        all of them, into docs/images/
 *   npm run screenshots -- check               only those of the check run
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stepSetup } from '../testbed/demo/step-setup.ts';
import type { GitHubFake } from '../testbed/github-fake/server.ts';
import { startGitHub } from '../testbed/github-fake/server.ts';
import { runAction } from '../testbed/runner/run-action.ts';
import { screenshot } from '../testbed/runner/screenshot.ts';
import { summaryPage } from '../testbed/runner/summary-page.ts';
import type { ScenarioName } from '../testbed/simulator/scenarios.ts';
import { findScenario } from '../testbed/simulator/scenarios.ts';
import { startSimulator } from '../testbed/simulator/server.ts';

interface Picture {
  readonly name: string;
  readonly of: 'summary' | 'check';
  readonly scenario: ScenarioName;
  readonly inputs?: Readonly<Record<string, string>>;
}

const PICTURES: readonly Picture[] = [
  { name: 'summary-failed', of: 'summary', scenario: 'failed-batch' },
  { name: 'summary-failed-zh', of: 'summary', scenario: 'failed-batch', inputs: { language: 'zh' } },
  { name: 'check-running', of: 'check', scenario: 'success' },
  { name: 'check-running-zh', of: 'check', scenario: 'success', inputs: { language: 'zh' } },
];

/** A check run is told of changes some seconds apart: its story has to be slower than a summary's. */
const CHECK_TIME_SCALE = 3;

const IMAGES = 'docs/images';
const WIDTH_PX = 860;

/** The Markdown of what a picture shows. */
async function shown({ of, scenario, inputs }: Picture): Promise<string | null> {
  const timeScale = of === 'check' ? CHECK_TIME_SCALE : findScenario(scenario).demo.timeScale;
  await using simulator = await startSimulator({ scenario, timeScale });
  await using github = await startGitHub({});
  const setup = stepSetup(simulator);
  await using step = runAction({
    inputs: { ...setup.inputs, checkRun: String(of === 'check'), ...inputs },
    env: { ...setup.env, ...github.env },
    secrets: setup.secrets,
    context: { token: github.token },
  });
  const { summary } = await step.done;
  return of === 'summary' ? summary : runningCheck(github);
}

/** The last that the check run said while the second of three batches went on, as it stands on its page. */
function runningCheck(github: GitHubFake): string | null {
  const states = github.checkRuns.filter(({ isJob }) => !isJob).flatMap(({ states: all }) => all);
  const running = states.findLast(({ output }) => /2 of 3|2\/3/u.test(output?.title ?? ''));
  if (running?.output === undefined || running.output === null) return null;
  const { title, summary, text } = running.output;
  return [`## ${title}`, summary, text].join('\n\n');
}

async function take(picture: Picture, folder: string): Promise<void> {
  const { name } = picture;
  const htmlFile = path.join(folder, `${name}.html`);
  writeFileSync(htmlFile, summaryPage({ title: name, markdown: await shown(picture) }));
  for (const colorScheme of ['light', 'dark'] as const) {
    const pngFile = path.join(IMAGES, `${name}-${colorScheme}.png`);
    await screenshot({ htmlFile, pngFile, widthPx: WIDTH_PX, colorScheme, selector: '.markdown-body' });
    console.log(pngFile);
  }
}

const [only] = process.argv.slice(2);
mkdirSync(IMAGES, { recursive: true });
const folder = mkdtempSync(path.join(os.tmpdir(), 'screenshots-'));
try {
  await Promise.all(PICTURES.filter(({ of }) => (only ?? of) === of).map(picture => take(picture, folder)));
} finally {
  rmSync(folder, { recursive: true });
}
