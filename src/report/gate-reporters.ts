import { cleanText } from '../text/clean-text.ts';
import type { Words } from '../words/words.ts';
import { EndReporter } from './end-reporter.ts';
import { LogReporter } from './log-reporter.ts';
import { OutputReporter } from './output-reporter.ts';
import type { Reporter } from './reporter.ts';
import { Reporters } from './reporters.ts';
import type { Toolkit } from './toolkit.ts';
import { WarningReporter } from './warning-reporter.ts';

/** All reporters of a step, as one. */
export function gateReporters(toolkit: Toolkit, words: Words, version: string): Required<Reporter> {
  return new Reporters(
    [
      new OutputReporter(toolkit, words),
      new LogReporter(toolkit, words, version),
      new WarningReporter(toolkit, words),
      new EndReporter(toolkit, words, version),
    ],
    error => {
      const reason = error instanceof Error ? error.message : String(error);
      toolkit.line(words.log.notReported(cleanText(reason, 500)));
    },
  );
}
