import { htmlText } from './html-text.ts';
import { markdownHtml } from './markdown-html.ts';

/** A check run as it stood at one moment. */
export interface ShownCheckRun {
  /** Which moment that was, for a heading. */
  readonly when: string;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  /** Markdown. */
  readonly text: string;
}

/** Check runs as GitHub's page of one shows them: name and state, title, summary, text. */
export function checkRunsHtml(checkRuns: readonly ShownCheckRun[]): string {
  return checkRuns.map(checkRunHtml).join('\n');
}

function checkRunHtml({ when, name, status, conclusion, title, summary, text }: ShownCheckRun): string {
  const state = conclusion === null ? status : `${status}, ${conclusion}`;
  return `<article class="check-run">
<p class="check-run-moment">${htmlText(when)}</p>
<p class="check-run-name"><strong>${htmlText(name)}</strong> · ${htmlText(state)}</p>
<div class="markdown-body">
<h2>${htmlText(title)}</h2>
${markdownHtml(summary)}
${markdownHtml(text)}
</div>
</article>`;
}
