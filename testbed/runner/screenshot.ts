import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

/** What to take a picture of, and how. */
export interface ScreenshotOptions {
  /** A page of `summaryPage`: it says itself when it is finished. */
  readonly htmlFile: string;
  readonly pngFile: string;
  readonly widthPx: number;
  readonly colorScheme: 'light' | 'dark';
  /** The part of the page to show, e.g. `#summary`; the whole page, if not given. */
  readonly selector?: string;
}

/** Where Debian's package puts the browser; `CHROMIUM_PATH` says otherwise. */
const DEFAULT_CHROMIUM = '/usr/bin/chromium';

/** No sandbox (a container's root has none), and no talking to the browser's maker. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long the browser may take for a step, the drawing of diagrams included: a guard against hanging. */
export const BROWSER_TIMEOUT_MS = 120_000;

/** The Chromium that pictures are taken with. */
export function chromiumPath(): string {
  return process.env['CHROMIUM_PATH'] ?? DEFAULT_CHROMIUM;
}

/** Takes pictures of pages. */
export interface Camera extends AsyncDisposable {
  /**
   * Takes one picture, the diagrams of the page drawn.
   *
   * @throws Error where the page does not finish in two minutes
   */
  readonly take: (options: ScreenshotOptions) => Promise<void>;
}

/** A headless Chromium for several pictures. @throws Error where there is none */
export async function openCamera(): Promise<Camera> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...CHROMIUM_FLAGS],
    timeout: BROWSER_TIMEOUT_MS,
  });
  return {
    take: options => take(browser, options),
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

/**
 * Takes a picture of a page in a headless Chromium, its diagrams drawn.
 *
 * @throws Error where there is no Chromium, or the page does not finish in two minutes
 */
export async function screenshot(options: ScreenshotOptions): Promise<void> {
  await using camera = await openCamera();
  await camera.take(options);
}

async function take(browser: Browser, options: ScreenshotOptions): Promise<void> {
  const { htmlFile, pngFile, widthPx, colorScheme, selector } = options;
  const page = await browser.newPage({ colorScheme, viewport: { width: widthPx, height: 600 } });
  page.setDefaultTimeout(BROWSER_TIMEOUT_MS);
  try {
    await page.goto(pathToFileURL(path.resolve(htmlFile)).href);
    const finished = page.locator('html[data-finished="true"]');
    await finished.waitFor({ state: 'attached', timeout: BROWSER_TIMEOUT_MS });
    if (selector === undefined) await page.screenshot({ path: pngFile, fullPage: true });
    else await page.locator(selector).first().screenshot({ path: pngFile });
  } finally {
    await page.close();
  }
}
