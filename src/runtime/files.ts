import { readFileSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
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

/** Writes a whole text file, and the folders above it where they are missing; rejects where it cannot. */
export async function writeTextFile(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
