import { thrownText } from '../text/thrown-text.ts';
import type { Words } from '../words/words.ts';
import { EndReporter } from './end-reporter.ts';
import { LogReporter } from './log-reporter.ts';
import { OutputReporter } from './output-reporter.ts';
import type { Reporter } from './reporter.ts';
import { Reporters } from './reporters.ts';
import type { Toolkit } from './toolkit.ts';
import { WarningReporter } from './warning-reporter.ts';

/** All reporters of a step, as one; the further ones are told last. */
export function gateReporters(
  toolkit: Toolkit,
  words: Words,
  version: string,
  further: readonly Reporter[],
): Required<Reporter> {
  return new Reporters(
    [
      new OutputReporter(toolkit, words),
      new LogReporter(toolkit, words, version),
      new WarningReporter(toolkit, words),
      new EndReporter(toolkit, words, version),
      ...further,
    ],
    error => {
      toolkit.line(words.log.notReported(thrownText(error)));
    },
  );
}
