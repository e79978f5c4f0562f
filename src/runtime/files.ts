import type { BigIntStats } from 'node:fs';
import { readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseJson } from '../http/json.ts';
import { writeWithoutBlocking } from './unblocked-file.ts';

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

/**
 * Writes a whole text file, and the folders above it where they are missing; rejects where it cannot, and
 * for a pipe that nobody reads.
 */
export async function writeTextFile(file: string, text: string): Promise<void> {
  await makeFolder(path.dirname(path.resolve(file)));
  await writeWithoutBlocking(file, text);
}

/**
 * Whether two paths lead to one file: by what they say, or, where both are there, by links and by a file
 * system that takes no account of case.
 */
export function isSameFile(one: string, other: string): boolean {
  if (path.resolve(one) === path.resolve(other)) return true;
  const first = fileOf(one);
  if (first === undefined) return false;
  const second = fileOf(other);
  return first.dev === second?.dev && first.ino === second.ino;
}

/** Devices and pipes are no files: two reports may well go to one terminal. */
function fileOf(file: string): BigIntStats | undefined {
  try {
    const stats = statSync(file, { bigint: true });
    return stats.isFile() ? stats : undefined;
  } catch {
    return undefined;
  }
}

/** Not `recursive`: with that Node tries for ever where a folder is refused as if its parent were missing. */
async function makeFolder(folder: string): Promise<void> {
  const failure = await failureOf(folder);
  const parent = path.dirname(folder);
  if (failure !== 'ENOENT' || parent === folder) return;
  await makeFolder(parent);
  // Where it still cannot be made, writing the file says so.
  await failureOf(folder);
}

async function failureOf(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
}
