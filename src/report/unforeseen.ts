import { thrownText } from '../text/thrown-text.ts';
import type { Words } from '../words/words.ts';
import { htmlText } from './html.ts';
import type { Toolkit } from './toolkit.ts';

/** Tells of a bug outside everything that was foreseen, without a stack trace. Never throws. */
export function tellUnforeseen(error: unknown, toolkit: Toolkit, words: Words): void {
  const title = words.report.unnamedHeadline('error');
  const { what, remedy } = words.cause.bug(thrownText(error, toolkit.redact));
  const tell: readonly (() => void)[] = [
    () => {
      toolkit.error({ title, message: `${what}\n${remedy}` });
    },
    () => {
      toolkit.output('verdict', 'error');
    },
    () => {
      const summary = `<h2>❌ ${htmlText(title)}</h2>\n\n<p>${htmlText(what)}</p>\n\n<p>${htmlText(remedy)}</p>\n`;
      toolkit.summary(summary).catch(() => undefined);
    },
  ];
  for (const part of tell) {
    try {
      part();
    } catch {
      // Each part on its own: the exit status says the rest.
    }
  }
}
