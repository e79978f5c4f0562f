import type { Words } from '../words/words.ts';
import { joinBlocks } from './block.ts';
import { leftOutNote, reportBlocks } from './markdown.ts';
import type { Report } from './report.ts';

/** The runner drops a summary beyond 1 MiB whole. */
const LARGEST_SUMMARY_BYTES = 1_000_000;

/** The report as a job summary. Pure. */
export function summaryMarkdown(report: Report, words: Words): string {
  return joinBlocks(reportBlocks(report, words), LARGEST_SUMMARY_BYTES, names => leftOutNote(names, words));
}
