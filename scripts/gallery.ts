/**
 * Draws what people see of every scenario, and of shapes that no demonstration has the time for: log,
 * annotations, summary and check run, in both languages, light and dark, wide and narrow, with a page of
 * links. Runs the gate from its source, in this process and on a virtual clock, so that all of it takes
 * less than a minute without pictures. Wants Chromium for the pictures.
 *
 *   npm run gallery                          all pages, into .demo/gallery/
 *   npm run gallery -- --pictures [names]    and pictures, of these or of all
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Shape } from '../__tests__/support/shapes.ts';
import { SHAPES } from '../__tests__/support/shapes.ts';
import type { StoryRun } from '../__tests__/support/story-run.ts';
import { storyRun } from '../__tests__/support/story-run.ts';
import type { VerifiedStory } from '../__tests__/support/verified-stories.ts';
import { VERIFIED_STORIES } from '../__tests__/support/verified-stories.ts';
import { checkContent } from '../src/check-run/content.ts';
import { errorAnnotations } from '../src/report/annotations.ts';
import { reportOf } from '../src/report/model.ts';
import { summaryMarkdown } from '../src/report/summary.ts';
import { catalogue } from '../src/words/catalogue.ts';
import type { ShownCheckRun } from '../testbed/runner/check-run-html.ts';
import { htmlText } from '../testbed/runner/html-text.ts';
import { toLogLines } from '../testbed/runner/log-line.ts';
import type { Camera } from '../testbed/runner/screenshot.ts';
import { openCamera } from '../testbed/runner/screenshot.ts';
import { summaryPage } from '../testbed/runner/summary-page.ts';
import { findScenario, SCENARIO_NAMES } from '../testbed/simulator/scenarios.ts';
import type { CheckRunContent } from '../src/github/api.ts';

const FOLDER = path.join('.demo', 'gallery');
const LANGUAGES = ['en', 'zh'] as const;
const LOOKS = [
  { widthPx: 1012, colorScheme: 'light' },
  { widthPx: 1012, colorScheme: 'dark' },
  { widthPx: 375, colorScheme: 'light' },
  { widthPx: 375, colorScheme: 'dark' },
] as const;

const STORIES: readonly Shape[] = [
  ...SCENARIO_NAMES.map(name => ({ name, scenario: findScenario(name), options: {} })),
  ...SHAPES,
];

const NOWHERE = {
  file: undefined,
  line: undefined,
  endLine: undefined,
  column: undefined,
  endColumn: undefined,
};

function shownCheckRun(when: string, content: CheckRunContent): ShownCheckRun {
  return { when, conclusion: null, ...content };
}

function checkRunsOf({ checks }: StoryRun): readonly ShownCheckRun[] {
  const before = checks[Math.floor((checks.length - 1) / 2)];
  const after = checks.at(-1);
  return [
    ...(before === undefined || before === after ? [] : [shownCheckRun('On the way', before)]),
    ...(after === undefined ? [] : [shownCheckRun('At the end', after)]),
  ];
}

/** @returns the name of the page's file */
async function writePage(story: Shape, language: (typeof LANGUAGES)[number]): Promise<string> {
  const { name, scenario, options } = story;
  const run = await storyRun(scenario, { ...options, inputs: { ...options.inputs, language } });
  const { toolkit } = run;
  const annotations = (['error', 'warning', 'notice'] as const).flatMap(kind =>
    toolkit[`${kind}s`].map(annotation => ({ ...NOWHERE, ...annotation, kind, shown: true })),
  );
  const page = summaryPage({
    title: name,
    language: language === 'zh' ? 'zh-CN' : 'en',
    markdown: toolkit.summaries.at(-1) ?? null,
    conclusion: run.green ? 'success' : 'failure',
    annotations,
    checkRuns: checkRunsOf(run),
    log: run.lines.flatMap(text => toLogLines(text, 'action')),
  });
  const file = `${name}-${language}.html`;
  writeFileSync(path.join(FOLDER, file), page);
  return file;
}

/** The page of how what runs is told: no gate is run for it. */
function writeToldPage({ name, view }: VerifiedStory, language: (typeof LANGUAGES)[number]): string {
  const words = catalogue[language];
  const report = reportOf(view, [], words, '0.0.0');
  const verdict = view.verdict;
  const identity = { checkName: undefined, jobId: 'deploy', headSha: 'a'.repeat(40), jobUrl: undefined };
  const shown = checkContent(
    { reports: [report], title: report.title, verdict },
    identity,
    words,
    text => text,
  );
  const page = summaryPage({
    title: name,
    language: language === 'zh' ? 'zh-CN' : 'en',
    markdown: summaryMarkdown([report], words),
    conclusion: report.green ? 'success' : 'failure',
    annotations: errorAnnotations(verdict === undefined ? [] : [report], words).map(annotation => ({
      ...{ ...NOWHERE, ...annotation },
      kind: 'error' as const,
      shown: true,
    })),
    checkRuns: [shownCheckRun('', shown)],
  });
  const file = `${name}-${language}.html`;
  writeFileSync(path.join(FOLDER, file), page);
  return file;
}

async function takePictures(camera: Camera, file: string): Promise<void> {
  for (const { widthPx, colorScheme } of LOOKS) {
    const pngFile = path.join(FOLDER, file.replace('.html', `-${widthPx}-${colorScheme}.png`));
    await camera.take({ htmlFile: path.join(FOLDER, file), pngFile, widthPx, colorScheme });
  }
}

const [flag, ...names] = process.argv.slice(2);
mkdirSync(FOLDER, { recursive: true });
const files: string[] = [];
for (const story of STORIES) {
  if (names.length > 0 && !names.includes(story.name)) continue;
  for (const language of LANGUAGES) files.push(await writePage(story, language));
}
for (const story of VERIFIED_STORIES) {
  if (names.length > 0 && !names.includes(story.name)) continue;
  for (const language of LANGUAGES) files.push(writeToldPage(story, language));
}
const links = files.map(file => `<li><a href="${htmlText(file)}">${htmlText(file)}</a></li>`);
writeFileSync(path.join(FOLDER, 'index.html'), `<!doctype html>\n<ul>\n${links.join('\n')}\n</ul>\n`);
if (flag === '--pictures') {
  await using camera = await openCamera();
  for (const file of files) await takePictures(camera, file);
}
console.log(`${files.length} pages: ${path.join(FOLDER, 'index.html')}`);
