import type { Hide } from '../text/clean.ts';
import type { CommandLineFault } from '../inputs/flags.ts';
import type { Annotation, Toolkit } from '../report/reporter.ts';
import { oneLine, safeLine, thrownText } from '../text/clean.ts';
import type { Redactor } from '../text/secrets.ts';
import type { Screen, Style } from './terminal.ts';

/** Writes a whole file, and creates its folders; rejects if it cannot. */
export type WriteFile = (path: string, text: string) => Promise<void>;

/** A report file, and its content until the wait has ended. */
export interface ReportFile {
  readonly flag: '--report' | '--junit';
  readonly path: string | undefined;
  readonly unfinished: string;
}

/**
 * Writes the preliminary content, which shows before anything else is done which files cannot be written. It
 * also replaces the report of an earlier run.
 */
export async function beginReports(
  files: readonly ReportFile[],
  write: WriteFile,
  hide: Hide,
): Promise<readonly CommandLineFault[]> {
  const faults = await Promise.all(
    files.map(async ({ flag, path, unfinished }): Promise<readonly CommandLineFault[]> => {
      if (path === undefined) return [];
      try {
        await write(path, unfinished);
        return [];
      } catch (error) {
        return [{ kind: 'not-writable', flag, reason: thrownText(error, hide) }];
      }
    }),
  );
  return faults.flat();
}

/** The parts of a toolkit for people. */
export interface TextToolkitParts {
  readonly screen: Screen;
  readonly redactor: Redactor;
  /** Whether to show every request. */
  readonly verbose: boolean;
  /** Whether the last picture already shows how the wait ended. */
  readonly isEndShown: () => boolean;
  /** Takes the report in Markdown; rejects if it cannot. */
  readonly report: (markdown: string) => Promise<void>;
}

/** Writes for people, in lines that no CI system parses as commands. */
export function textToolkit({ screen, redactor, verbose, isEndShown, report }: TextToolkitParts): Toolkit {
  const print = (text: string, style?: Style): void => {
    screen.print(lineFor(redactor.redact(oneLine(text))), style);
  };
  const annotate = (sign: string, style: Style, { title, message }: Partial<Annotation>): void => {
    if (title !== undefined) print(`${sign} ${title}`, style);
    for (const line of (message ?? '').split('\n')) print(`  ${line}`);
  };
  return {
    ...commandToolkit(redactor, report),
    errorsAreLines: true,
    line: text => {
      print(text);
    },
    group: (title, lines) => {
      print(title, 'bold');
      for (const line of lines) print(`  ${line}`);
    },
    debug: text => {
      if (verbose) print(text, 'dim');
    },
    notice: annotation => {
      annotate('i', 'cyan', annotation);
    },
    warning: annotation => {
      annotate('!', 'yellow', annotation);
    },
    error: ({ title, message }) => {
      annotate('✖', 'red', isEndShown() ? { message } : { title, message });
    },
  };
}

/**
 * What people and machines have in common: secrets are hidden, and there are no outputs, state or files of a
 * runner.
 */
export function commandToolkit(redactor: Redactor, report: Toolkit['summary']) {
  return {
    mask: (secret: string): void => {
      redactor.mask(secret);
    },
    redact: redactor.redact,
    output: () => undefined,
    saveState: () => undefined,
    file: () => Promise.reject(new Error('there is no runner')),
    summary: report,
  } satisfies Partial<Toolkit>;
}

/** Safe for GitHub's runner, and for systems that parse `##teamcity[` or `##vso[`. */
function lineFor(text: string): string {
  return safeLine(text).replaceAll(/##(?=\w+\[)/gu, '## ');
}
