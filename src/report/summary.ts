import type { Words } from '../words/words.ts';
import { joinBlocks } from './block.ts';
import { leftOutNote } from './markdown.ts';
import type { Report } from './report.ts';
import { stepBlocks } from './step-blocks.ts';

/** The runner drops a summary beyond 1 MiB whole. */
const LARGEST_SUMMARY_BYTES = 1_000_000;

/** The reports of a step as a job summary. Pure. */
export function summaryMarkdown(reports: readonly Report[], words: Words): string {
  const blocks = stepBlocks(reports, words, 'summary');
  return joinBlocks(blocks, LARGEST_SUMMARY_BYTES, names => leftOutNote(names, words));
}
