import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CheckRun } from '../github-fake/check-run.ts';
import { startGitHub } from '../github-fake/server.ts';
import type { ShownCheckRun } from '../runner/check-run-html.ts';
import type { ActionRun, RunningAction } from '../runner/action-run.ts';
import { LogView } from '../runner/log-view.ts';
import { runAction } from '../runner/run-action.ts';
import { summaryPage } from '../runner/summary-page.ts';
import { wantsColours } from '../runner/terminal-style.ts';
import type { Scenario } from '../simulator/scenario.ts';
import { findScenario, isScenarioName } from '../simulator/scenarios.ts';
import { startSimulator } from '../simulator/server.ts';
import { readArguments } from './arguments.ts';
import type { FrameWords } from './frame-words.ts';
import { FRAME_WORDS } from './frame-words.ts';
import { judge } from './judgement.ts';
import { Presentation } from './presentation.ts';
import { stepSetup } from './step-setup.ts';
import { USAGE, scenarioList, unknownScenario } from './usage.ts';

const MISTAKE = 2;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGE_FOLDER = '.demo';

async function main(args: readonly string[]): Promise<number> {
  const request = readArguments(args);
  switch (request.kind) {
    case 'help':
      console.log(USAGE);
      return 0;
    case 'list':
      console.log(scenarioList());
      return 0;
    case 'mistake':
      console.error(`${request.message}\n\n${USAGE}`);
      return MISTAKE;
    case 'run':
      if (!isScenarioName(request.scenario)) {
        console.error(unknownScenario(request.scenario));
        return MISTAKE;
      }
      return demonstrate(findScenario(request.scenario), request.timeScale, request.language);
  }
}

async function demonstrate(
  scenario: Scenario,
  wantedTimeScale: number | undefined,
  language: string,
): Promise<number> {
  if (!existsSync(path.join(ROOT, 'dist', 'index.js'))) {
    console.error('dist/index.js is missing: npm run build makes it.');
    return 1;
  }
  const timeScale = wantedTimeScale ?? scenario.demo.timeScale;
  await using simulator = await startSimulator({ scenario, timeScale, pace: 'clock-from-first-request' });
  const colours = wantsColours(process.stdout, process.env);
  const write = (text: string): void => void process.stdout.write(text);
  const words = FRAME_WORDS[language === 'zh' ? 'zh' : 'en'];
  const presentation = new Presentation(write, colours, words);
  presentation.introduce(scenario, simulator.url, timeScale);
  const view = new LogView({ write, colours, isFolded: group => group.writer === 'runner' });
  await using github = scenario.demo.inputs['checkRun'] === 'true' ? await startGitHub() : undefined;
  const { inputs, env, ...setup } = stepSetup(simulator);
  await using step = runAction({
    ...setup,
    inputs: { ...inputs, language },
    env: { ...env, ...github?.env },
    ...(github === undefined ? {} : { context: { token: github.token } }),
    onLine: line => {
      view.show(line);
    },
  });
  passOnSignals(step);
  const run = await step.done;
  view.end();
  presentation.conclude(run);
  const checkRun = github?.checkRuns.find(({ isJob }) => !isJob);
  if (checkRun !== undefined) presentation.showCheckRun(checkRun);
  const judgement = judge(run, scenario.expect, words);
  presentation.close(writePage(scenario, run, language, shownCheckRuns(checkRun, words)), judgement);
  return judgement.asExpected ? 0 : 1;
}

/** Ctrl+C, and the end of this process, end the step as well. */
function passOnSignals(step: RunningAction): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, step.cancel);
  process.on('exit', () => step.signal('SIGKILL'));
}

/** A check run as it stood first, in the middle and at its end. */
function shownCheckRuns(checkRun: CheckRun | undefined, { written }: FrameWords): readonly ShownCheckRun[] {
  const states = checkRun?.states ?? [];
  const places = [...new Set([0, Math.floor((states.length - 1) / 2), states.length - 1])];
  return places.flatMap(place => {
    const state = states[place];
    if (state === undefined) return [];
    const { name, status, conclusion, output } = state;
    const { title = '', summary = '', text } = output ?? {};
    const when = written(place + 1, states.length);
    return [{ when, name, status, conclusion, title, summary, text: text ?? '' }];
  });
}

/** @returns the page's path, relative to the repository */
function writePage(
  scenario: Scenario,
  run: ActionRun,
  language: string,
  checkRuns: readonly ShownCheckRun[],
): string {
  const file = path.join(PAGE_FOLDER, `${scenario.name}.html`);
  const page = summaryPage({
    title: `SAE rollout gate: ${scenario.title}`,
    language: language === 'zh' ? 'zh-CN' : language,
    markdown: run.summary,
    conclusion: run.conclusion,
    exitCode: run.exitCode,
    durationMs: run.durationMs,
    annotations: [...run.runnerIssues, ...run.annotations],
    checkRuns,
    log: run.lines,
    outputs: run.outputs,
  });
  mkdirSync(path.join(ROOT, PAGE_FOLDER), { recursive: true });
  writeFileSync(path.join(ROOT, file), page);
  return file;
}

// Whoever reads this may stop reading, as `| head` does: then there is nobody left to show it to.
process.stdout.on('error', () => process.exit());
process.exitCode = await main(process.argv.slice(2));
