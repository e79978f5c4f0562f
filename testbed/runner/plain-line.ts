import { stripVTControlCharacters } from 'node:util';

/**
 * A line of a log with nothing in it that could steer a terminal: no escape sequences, no control
 * characters but the tab.
 */
export function plainLine(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/(?!\t)\p{Cc}/gu, '');
}
