import { readFileSync, statSync } from 'node:fs';
import { parseJson } from '../http/json.ts';

/** The event of this run as the runner wrote it; `undefined` where it cannot be read. */
export function readEventPayload(file: string | undefined): unknown {
  try {
    return file === undefined ? undefined : parseJson(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** When a file was last written, in whole epoch ms; `undefined` where there is none. */
export function modifiedMs(file: string): number | undefined {
  try {
    return Math.floor(statSync(file).mtimeMs);
  } catch {
    return undefined;
  }
}
