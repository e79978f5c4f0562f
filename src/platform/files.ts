import type { BigIntStats } from 'node:fs';
import { constants, readFileSync, statSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FileReading } from '../credentials/id-token.ts';
import { parseJson } from '../http/transport.ts';

const { O_RDONLY, O_WRONLY, O_CREAT, O_EXCL, O_TRUNC } = constants;
/** Windows has no such flag, and no such pipes. */
const O_NONBLOCK = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;

const TRIED_AGAIN_MS = 20;

/**
 * Writes a whole text file; rejects if it cannot. Never waits for a reader: opening a named pipe without one
 * blocks a thread that nothing can interrupt, and with it the end of the process. Such a pipe is refused
 * (`ENXIO`); one that stays full for `longestFullMs` is abandoned (`EAGAIN`).
 */
export async function writeWithoutBlocking(file: string, text: string, longestFullMs = 2_000): Promise<void> {
  const handle = await open(file, O_WRONLY | O_CREAT | O_TRUNC | O_NONBLOCK);
  try {
    let rest = Buffer.from(text);
    while (rest.length > 0) rest = rest.subarray(await writeSome(handle, rest, longestFullMs));
  } finally {
    await handle.close();
  }
}

/** Returns how many bytes were written: at least one. */
async function writeSome(handle: FileHandle, bytes: Buffer, longestFullMs: number): Promise<number> {
  for (let triedMs = 0; ; triedMs += TRIED_AGAIN_MS) {
    try {
      return (await handle.write(bytes)).bytesWritten;
    } catch (error) {
      const isFull = (error as NodeJS.ErrnoException).code === 'EAGAIN';
      if (!isFull || triedMs >= longestFullMs) throw error;
      await sleep(TRIED_AGAIN_MS);
    }
  }
}

/**
 * Reads a text file of at most `limitBytes`. Never rejects. Reads regular files only: a named pipe would
 * block until somebody writes to it, and a device such as /dev/zero has no end.
 */
export async function readWithoutBlocking(file: string, limitBytes: number): Promise<FileReading> {
  try {
    const handle = await open(file, O_RDONLY | O_NONBLOCK);
    try {
      return (await handle.stat()).isFile() ? await readSome(handle, limitBytes) : { kind: 'not-a-file' };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? { kind: 'missing' } : { kind: 'unreadable', code };
  }
}

async function readSome(handle: FileHandle, limitBytes: number): Promise<FileReading> {
  const bytes = Buffer.alloc(limitBytes + 1);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, null);
    if (bytesRead === 0) return { kind: 'text', text: bytes.toString('utf8', 0, length) };
    length += bytesRead;
  }
  return { kind: 'too-large' };
}

/** The event of this run as the runner wrote it; `undefined` if it cannot be read. */
export function readEventPayload(file: string | undefined): unknown {
  try {
    return file === undefined ? undefined : parseJson(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** When a file was last written, in whole epoch ms; `undefined` if it does not exist. */
export function modifiedMs(file: string): number | undefined {
  try {
    return Math.floor(statSync(file).mtimeMs);
  } catch {
    return undefined;
  }
}

/**
 * Writes a whole text file, and creates missing folders above it; rejects if it cannot, and for a pipe
 * without a reader.
 */
export async function writeTextFile(file: string, text: string): Promise<void> {
  await makeFolder(path.dirname(path.resolve(file)));
  await writeWithoutBlocking(file, text);
}

/**
 * Creates a new text file that only its owner can read, and missing folders above it; rejects if it cannot,
 * with `EEXIST` if the name exists.
 */
export async function writeNewPrivateFile(file: string, text: string): Promise<void> {
  await makeFolder(path.dirname(path.resolve(file)));
  const handle = await open(file, O_WRONLY | O_CREAT | O_EXCL, 0o600);
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
}

/**
 * Whether two paths lead to the same file: by their text, or, if both exist, by links and by a
 * case-insensitive file system.
 */
export function isSameFile(one: string, other: string): boolean {
  if (path.resolve(one) === path.resolve(other)) return true;
  const first = fileOf(one);
  if (first === undefined) return false;
  const second = fileOf(other);
  return first.dev === second?.dev && first.ino === second.ino;
}

/** Devices and pipes do not count: two reports may go to one terminal. */
function fileOf(file: string): BigIntStats | undefined {
  try {
    const stats = statSync(file, { bigint: true });
    return stats.isFile() ? stats : undefined;
  } catch {
    return undefined;
  }
}

/** Not `recursive`: with that Node retries forever if a folder is refused as if its parent were missing. */
async function makeFolder(folder: string): Promise<void> {
  const failure = await failureOf(folder);
  const parent = path.dirname(folder);
  if (failure !== 'ENOENT' || parent === folder) return;
  await makeFolder(parent);
  // If it still cannot be created, writing the file reports it.
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
