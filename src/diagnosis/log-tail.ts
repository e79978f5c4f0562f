import { cutText, oneLine } from '../text/clean-text.ts';

/** The end of the console log of one instance. Its lines are clean, but foreign, and may hold secrets. */
export interface LogTail {
  readonly instanceId: string;
  /** Of the container before the last restart, not of the one that runs. */
  readonly previous: boolean;
  readonly lines: readonly string[];
}

const MOST_LINES = 50;
const LONGEST_LINE = 500;

/** What 50 lines of the longest kind can have, generously: the rest of a giant log is not looked at. */
const LONGEST_TAIL = 4 * MOST_LINES * LONGEST_LINE;

/** The last 50 lines of a log, clean, with their indentation. Pure. */
export function lastLines(log: string): readonly string[] {
  const lines = log
    .slice(-LONGEST_TAIL)
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(line => cutText(oneLine(line.replaceAll('\t', '    ')).trimEnd(), LONGEST_LINE));
  const end = lines.findLastIndex(line => line !== '');
  return lines.slice(0, end + 1).slice(-MOST_LINES);
}
