/**
 * Takes the pictures that the documents show, in light and dark: job summaries of the demo's scenarios and a
 * live check run in mid-rollout, as GitHub renders them, and the doctor on a terminal. Wants Debian's packages chromium, fonts-noto-color-emoji and fonts-noto-cjk.
 *
 *   npm run screenshots                        all of them, into docs/images/
 *   npm run screenshots -- check               only those of the check run
 *   npm run screenshots -- doctor              only those of the doctor
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stepSetup } from '../testbed/demo/step-setup.ts';
import type { GitHubFake } from '../testbed/github-fake/server.ts';
import { startGitHub } from '../testbed/github-fake/server.ts';
import { runAction } from '../testbed/runner/run-action.ts';
import { screenshot } from '../testbed/runner/screenshot.ts';
import { summaryPage } from '../testbed/runner/summary-page.ts';
import { terminalPage } from '../testbed/runner/terminal-page.ts';
import { DEMO_APPLICATION } from '../testbed/simulator/application.ts';
import { fault, gatewayError } from '../testbed/simulator/fault.ts';
import { standingAt } from '../testbed/simulator/pace.ts';
import { pastOrders } from '../testbed/simulator/past-orders.ts';
import { scenario } from '../testbed/simulator/scenario.ts';
import type { ScenarioName } from '../testbed/simulator/scenarios.ts';
import { findScenario } from '../testbed/simulator/scenarios.ts';
import { startSimulator } from '../testbed/simulator/server.ts';
import { HOUR_MS } from '../testbed/simulator/story-time.ts';

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

/** More than a page of orders, of some minutes each. */
const PAST_MS = Array.from({ length: 25 }, (_, index) => (200 + 3 * index) * 1_000);

const DOCTOR_ARGUMENTS = ['doctor', '--app-id', DEMO_APPLICATION.id, '--region-id', 'cn-hangzhou'];

interface DoctorPicture {
  readonly name: string;
  /** Whose permission is missing. */
  readonly denied: readonly string[];
}

const DOCTOR_PICTURES: readonly DoctorPicture[] = [
  { name: 'doctor-works', denied: [] },
  { name: 'doctor-refused', denied: ['DescribePipeline', 'ListAppEvents'] },
];

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

/** What the built doctor writes to a terminal that has colours, of an account without these permissions. */
async function doctorOutput(denied: readonly string[]): Promise<string> {
  const faults = denied.map(action => fault(gatewayError('NoPermission'), { action }));
  const world = scenario({ faults, otherOrders: pastOrders(PAST_MS) });
  await using simulator = await startSimulator({ scenario: world, pace: standingAt(HOUR_MS) });
  const { url, accessKeyId, accessKeySecret } = simulator;
  const env = {
    PATH: process.env['PATH'],
    FORCE_COLOR: '1',
    ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret,
  };
  const args = [...DOCTOR_ARGUMENTS, '--endpoint', url];
  const { stdout } = await new Promise<{ readonly stdout: string }>(resolve => {
    // Red is an exit status of its own, and no failure of this program.
    execFile(process.execPath, ['dist/cli.js', ...args], { env }, (_error, out) => {
      resolve({ stdout: out });
    });
  });
  return stdout;
}

async function takeDoctor({ name, denied }: DoctorPicture, folder: string): Promise<void> {
  const page = terminalPage(['sae-rollout-gate', ...DOCTOR_ARGUMENTS].join(' '), await doctorOutput(denied));
  await takeBoth(name, page, '.terminal', folder);
}

async function take(picture: Picture, folder: string): Promise<void> {
  const { name } = picture;
  const page = summaryPage({ title: name, markdown: await shown(picture) });
  await takeBoth(name, page, '.markdown-body', folder);
}

/** In light and in dark. */
async function takeBoth(name: string, page: string, selector: string, folder: string): Promise<void> {
  const htmlFile = path.join(folder, `${name}.html`);
  writeFileSync(htmlFile, page);
  for (const colorScheme of ['light', 'dark'] as const) {
    const pngFile = path.join(IMAGES, `${name}-${colorScheme}.png`);
    await screenshot({ htmlFile, pngFile, widthPx: WIDTH_PX, colorScheme, selector });
    console.log(pngFile);
  }
}

const [only] = process.argv.slice(2);
mkdirSync(IMAGES, { recursive: true });
const folder = mkdtempSync(path.join(os.tmpdir(), 'screenshots-'));
try {
  const doctors = (only ?? 'doctor') === 'doctor' ? DOCTOR_PICTURES : [];
  await Promise.all([
    ...PICTURES.filter(({ of }) => (only ?? of) === of).map(picture => take(picture, folder)),
    ...doctors.map(picture => takeDoctor(picture, folder)),
  ]);
} finally {
  rmSync(folder, { recursive: true });
}
