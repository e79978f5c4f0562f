import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { ActionRun } from './action-run.ts';
import type { Annotation } from './annotation.ts';
import type { ShownCheckRun } from './check-run-html.ts';
import { checkRunsHtml } from './check-run-html.ts';
import { htmlText } from './html-text.ts';
import { logHtml } from './log-html.ts';
import type { LogLine } from './log-line.ts';
import { markdownHtml } from './markdown-html.ts';

/** What a page shows; a part that is not given is left out. */
export interface SummaryPageParts {
  readonly title: string;
  /** Of what the action says, as HTML names it; English, if not given. */
  readonly language?: string;
  /** The job summary; null where the step wrote none. */
  readonly markdown: string | null;
  readonly conclusion?: ActionRun['conclusion'];
  /** Null where a signal ended the step. */
  readonly exitCode?: number | null;
  readonly durationMs?: number;
  /** Those that GitHub does not show are left out. */
  readonly annotations?: readonly Annotation[];
  /** What a check run of the action's own showed, moment by moment. */
  readonly checkRuns?: readonly ShownCheckRun[];
  readonly log?: readonly LogLine[];
  readonly outputs?: Readonly<Record<string, string>>;
}

/** What is drawn within the circle before the headline, 16 units wide and high. */
const SIGNS = {
  success: 'M4.5 8.5 7 11l4.5-5.5',
  failure: 'M5.5 5.5l5 5m0-5-5 5',
  cancelled: 'M4.5 11.5l7-7',
} as const;
const WORDS = { success: 'succeeded', failure: 'failed', cancelled: 'was cancelled' } as const;

const require = createRequire(import.meta.url);

/**
 * A job's page as GitHub would show it: headline, annotations, rendered summary, log, outputs. One
 * HTML document in light or dark as the reader's system is, without a script: a diagram is shown as its source,
 * since the gate's own reports have none. All text is escaped or sanitised, and a content security policy lets
 * nothing run.
 */
export function summaryPage(parts: SummaryPageParts): string {
  const { title, markdown, annotations, checkRuns = [], log, outputs } = parts;
  const summary = markdown === null ? undefined : markdownHtml(markdown);
  const checks = checkRunsHtml(checkRuns);
  return `<!doctype html>
<html lang="${htmlText(parts.language ?? 'en')}" data-finished="true">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${securityPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(title)}</title>
<style>
${readFileSync(require.resolve('github-markdown-css/github-markdown.css'), 'utf8')}
${ownFile('summary-page.css')}
</style>
</head>
<body>
${headlineHtml(parts)}
${annotations === undefined ? '' : annotationsHtml(annotations)}
${box('Summary', summary === undefined ? nothing('The step wrote no summary.') : `<div class="markdown-body">\n${summary}\n</div>`)}
${checks === '' ? '' : box('Check run', checks)}
${log === undefined ? '' : box('Log', logHtml(log))}
${outputs === undefined ? '' : box('Outputs', outputsHtml(outputs))}
</body>
</html>
`;
}

function headlineHtml({ title, conclusion, exitCode, durationMs }: SummaryPageParts): string {
  const sign = conclusion === undefined ? '' : signHtml(conclusion);
  const facts = [
    ...(conclusion === undefined ? [] : [WORDS[conclusion]]),
    ...(exitCode === undefined ? [] : [exitCode === null ? 'ended by a signal' : `exit status ${exitCode}`]),
    ...(durationMs === undefined ? [] : [`${(durationMs / 1_000).toFixed(1)} s`]),
  ];
  return `<header class="job-headline"><h1>${sign}${htmlText(title)}</h1><p>${facts.join(' · ')}</p></header>`;
}

function signHtml(conclusion: ActionRun['conclusion']): string {
  const circle = '<circle cx="8" cy="8" r="7"/>';
  return `<svg class="sign ${conclusion}" viewBox="0 0 16 16" aria-hidden="true">${circle}<path d="${SIGNS[conclusion]}"/></svg>`;
}

function annotationsHtml(annotations: readonly Annotation[]): string {
  const shown = annotations.filter(annotation => annotation.shown);
  if (shown.length === 0) return '';
  return box('Annotations', shown.map(annotationHtml).join('\n'));
}

function annotationHtml({ kind, title, message }: Annotation): string {
  const heading = htmlText(title ?? kind.replace(/^./, first => first.toUpperCase()));
  return `<div class="annotation annotation-${kind}"><p class="annotation-title">${heading}</p><p>${htmlText(message)}</p></div>`;
}

function outputsHtml(outputs: Readonly<Record<string, string>>): string {
  const rows = Object.entries(outputs).map(
    ([name, value]) => `<tr><th scope="row">${htmlText(name)}</th><td>${htmlText(value)}</td></tr>`,
  );
  if (rows.length === 0) return nothing('The step set no outputs.');
  return `<table class="outputs">\n${rows.join('\n')}\n</table>`;
}

function box(heading: string, html: string): string {
  return `<section class="box" id="${heading.toLowerCase().replaceAll(' ', '-')}"><h2>${heading}</h2>\n${html}\n</section>`;
}

function nothing(text: string): string {
  return `<p class="nothing">${text}</p>`;
}

/** Pictures may come from the web, as on GitHub (through its proxy). */
function securityPolicy(): string {
  return [
    "default-src 'none'",
    'img-src https:',
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function ownFile(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
