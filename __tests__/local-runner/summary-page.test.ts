import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { AnnotationList } from '../../testbed/runner/annotation.ts';
import { chromiumPath, screenshot } from '../../testbed/runner/screenshot.ts';
import { summaryPage } from '../../testbed/runner/summary-page.ts';

const DIAGRAM = '```mermaid\ngraph TD; a-->b\n```';
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The page without its style sheets, which hold words of their own. */
function bodyOf(page: string): string {
  return page.slice(page.indexOf('</style>'));
}

describe('summaryPage', () => {
  test('shows headline, annotations, summary, log and outputs', () => {
    const annotations = new AnnotationList(text => text);
    for (let count = 1; count <= 11; count += 1) annotations.add('warning', `message ${count}`);
    const page = summaryPage({
      title: 'Gate',
      markdown: '**bold**',
      conclusion: 'failure',
      exitCode: 1,
      durationMs: 1_250,
      annotations: annotations.all,
      log: [{ kind: 'text', text: 'a line', writer: 'action' }],
      outputs: { verdict: 'failed' },
    });
    expect(page).toContain('<title>Gate</title>');
    expect(page).toContain('<p>failed · exit status 1 · 1.3 s</p>');
    expect(page).toContain('<strong>bold</strong>');
    expect(page).toContain('message 10');
    expect(page).not.toContain('message 11');
    expect(page).toContain('a line');
    expect(page).toContain('<tr><th scope="row">verdict</th><td>failed</td></tr>');
  });

  test('escapes everything', () => {
    const hostile = `"'><img src=x onerror=alert(1)><script>alert(1)</script>`;
    const annotations = new AnnotationList(text => text);
    annotations.add('error', hostile, new Map([['title', hostile]]));
    const page = summaryPage({
      title: hostile,
      markdown: hostile,
      conclusion: 'success',
      annotations: annotations.all,
      log: [
        { kind: 'text', text: hostile, writer: 'action' },
        { kind: 'group', text: hostile, writer: 'action' },
      ],
      outputs: { [hostile]: hostile },
    });
    expect(bodyOf(page)).not.toMatch(/<script|<img [^>]*onerror/);
    expect(page.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(8);
  });

  test('says what is missing, and leaves out what was not given', () => {
    const page = summaryPage({ title: 'Gate', markdown: null, exitCode: null, outputs: {} });
    expect(page).toContain('The step wrote no summary.');
    expect(page).toContain('The step set no outputs.');
    expect(page).toContain('ended by a signal');
    expect(page).not.toContain('<h2>Log</h2>');
    expect(page).not.toContain('<h2>Annotations</h2>');
  });

  test('has no script, not even for a diagram', () => {
    const page = summaryPage({ title: 'Gate', markdown: DIAGRAM });
    expect(page).not.toContain('<script');
    expect(page).toContain('<html lang="en" data-finished="true">');
    expect(page).toContain('graph TD');
  });
});

// Pictures want a Chromium, which not every machine has.
const describeWithChromium = existsSync(chromiumPath()) ? describe : describe.skip;

describeWithChromium('screenshot', () => {
  test('takes a picture of the page', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'screenshot-test-'));
    const htmlFile = path.join(folder, 'page.html');
    const pngFile = path.join(folder, 'page.png');
    const markdown = `${DIAGRAM}\n\n\`\`\`mermaid\nno diagram\n\`\`\``;
    writeFileSync(htmlFile, summaryPage({ title: 'Gate', markdown }));
    await screenshot({ htmlFile, pngFile, widthPx: 400, colorScheme: 'dark', selector: '#summary' });
    const picture = readFileSync(pngFile);
    expect(picture.subarray(0, 8)).toEqual(PNG_SIGNATURE);
    expect(picture.readUInt32BE(16)).toBeLessThanOrEqual(400);
    rmSync(folder, { recursive: true });
  });
});
