import { cutText } from '../text/clean-text.ts';
import type { Report } from './report.ts';

const LONGEST_NAME = 80;

/** What an order is known by, where there is room for a few words only. Pure. */
export function shortName({ name }: Pick<Report, 'name'>): string {
  return name === undefined ? '–' : cutText(name, LONGEST_NAME);
}
