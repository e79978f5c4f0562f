import { existsSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { BROWSER_TIMEOUT_MS, CHROMIUM_FLAGS, chromiumPath } from '../../testbed/runner/screenshot.ts';

/** Whether there is a browser; without one the tests that need it are left out. */
export const HAS_CHROMIUM = existsSync(chromiumPath());

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [...CHROMIUM_FLAGS],
    timeout: BROWSER_TIMEOUT_MS,
  });
}

/** A page of which every attempt to reach out, or to do anything, is noted. */
export interface WatchedPage {
  readonly page: Page;
  /** Addresses that it asked for, but for those of files. */
  readonly requests: readonly string[];
  /** Dialogs, windows, errors and lines on the console. */
  readonly doings: readonly string[];
}

/** Opens a page in which scripts may run, and notes what it does. Nothing that it asks for is given. */
export async function watchedPage(browser: Browser): Promise<WatchedPage> {
  const page = await browser.newPage({ javaScriptEnabled: true });
  page.setDefaultTimeout(BROWSER_TIMEOUT_MS);
  const requests: string[] = [];
  const doings: string[] = [];
  await page.route(/^(?!file:)/u, async route => {
    requests.push(route.request().url());
    await route.abort();
  });
  page.on('dialog', dialog => {
    doings.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', () => doings.push('popup'));
  page.on('pageerror', error => doings.push(`error: ${error.message}`));
  page.on('console', message => doings.push(`console: ${message.text()}`));
  return { page, requests, doings };
}

/** What stands in a page that could do something, as a browser has read it. */
export interface PageContent {
  /** The addresses of links, each once. */
  readonly links: readonly string[];
  /** Elements that load, run, or take something, by their names. */
  readonly active: readonly string[];
  /** Attributes that are scripts, styles, or addresses other than those of links. */
  readonly attributes: readonly string[];
  /** Texts outside of code in which GitHub would see a mention or a reference. */
  readonly mentions: readonly string[];
  /** Sources of diagrams, each once. */
  readonly diagrams: readonly string[];
  /** Whether a script has run that says so by a variable of this name. */
  readonly ran: boolean;
}

const READER = readFileSync(new URL('page-content.js', import.meta.url), 'utf8');

/** Reads the parts of a page that `selector` names, in the browser itself. */
export function contentOf(page: Page, selector: string): Promise<PageContent> {
  return page.evaluate<PageContent>(`(${READER.trim().replace(/;$/u, '')})(${JSON.stringify(selector)})`);
}
