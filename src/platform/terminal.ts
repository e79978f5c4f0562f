import { styleText } from 'node:util';
import type { Terminal } from '../cli/terminal.ts';

/** If a terminal does not know its size. */
const USUAL_COLUMNS = 80;
const USUAL_ROWS = 24;

/**
 * A stream of this process. Node decides on colors: on a terminal that has them, not with `NO_COLOR`, and
 * everywhere with `FORCE_COLOR`.
 */
export function processTerminal(stream: NodeJS.WriteStream): Terminal {
  return {
    write: text => {
      stream.write(text);
    },
    get drained() {
      return stream.writableLength === 0;
    },
    get interactive() {
      return stream.isTTY && process.env['TERM'] !== 'dumb';
    },
    get columns() {
      return stream.columns || USUAL_COLUMNS;
    },
    get rows() {
      return stream.rows || USUAL_ROWS;
    },
    onResize: listener => {
      stream.on('resize', listener);
      return () => {
        stream.off('resize', listener);
      };
    },
    paint: (style, text) => styleText(style, text, { stream }),
  };
}
