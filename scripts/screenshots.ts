/**
 * Takes the pictures that the README shows: job summaries of the demo's scenarios as GitHub renders them,
 * in light and dark. Wants Debian's packages chromium, fonts-noto-color-emoji and fonts-noto-cjk.
 *
 *   npm run screenshots                        all of them, into docs/images/
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stepSetup } from '../demo/step-setup.ts';
import { runAction } from '../local-runner/run-action.ts';
import { screenshot } from '../local-runner/screenshot.ts';
import { summaryPage } from '../local-runner/summary-page.ts';
import type { ScenarioName } from '../simulator/scenarios.ts';
import { findScenario } from '../simulator/scenarios.ts';
import { startSimulator } from '../simulator/server.ts';

interface Picture {
  readonly name: string;
  readonly scenario: ScenarioName;
  readonly inputs?: Readonly<Record<string, string>>;
}

const PICTURES: readonly Picture[] = [
  { name: 'summary-failed', scenario: 'failed-batch' },
  { name: 'summary-failed-zh', scenario: 'failed-batch', inputs: { language: 'zh' } },
];

const IMAGES = 'docs/images';
const WIDTH_PX = 860;

async function take({ name, scenario, inputs }: Picture, folder: string): Promise<void> {
  const { timeScale } = findScenario(scenario).demo;
  await using simulator = await startSimulator({ scenario, timeScale });
  const setup = stepSetup(simulator);
  await using step = runAction({ ...setup, inputs: { ...setup.inputs, ...inputs } });
  const { summary } = await step.done;
  const htmlFile = path.join(folder, `${name}.html`);
  writeFileSync(htmlFile, summaryPage({ title: name, markdown: summary }));
  for (const colorScheme of ['light', 'dark'] as const) {
    const pngFile = path.join(IMAGES, `${name}-${colorScheme}.png`);
    await screenshot({ htmlFile, pngFile, widthPx: WIDTH_PX, colorScheme, selector: '.markdown-body' });
    console.log(pngFile);
  }
}

mkdirSync(IMAGES, { recursive: true });
const folder = mkdtempSync(path.join(os.tmpdir(), 'screenshots-'));
try {
  await Promise.all(PICTURES.map(picture => take(picture, folder)));
} finally {
  rmSync(folder, { recursive: true });
}
