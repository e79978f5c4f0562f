import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FileReading } from '../credentials/token-file.ts';

const { O_RDONLY, O_WRONLY, O_CREAT, O_TRUNC } = constants;
/** Windows has no such flag, and no such pipes. */
const O_NONBLOCK = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;

const TRIED_AGAIN_MS = 20;

/**
 * Writes a whole text file; rejects where it cannot. Never waits for a reader that does not come: to open
 * a named pipe without one blocks a thread that nothing can interrupt, and with it the end of the process.
 * Such a pipe is refused (`ENXIO`); one that stays full for `longestFullMs` is given up (`EAGAIN`).
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

/** Gives how many bytes were taken: some at the least. */
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
 * Reads a text file of at most `limitBytes`. Never rejects. Only files are read: a named pipe would be
 * waited for until somebody writes to it, and a device such as /dev/zero has no end.
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
