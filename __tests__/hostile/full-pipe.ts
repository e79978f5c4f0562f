import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A descriptor to write to, and what keeps it as it is. */
export interface BadOutput extends Disposable {
  readonly descriptor: number;
}

/** A pipe that is full to the last byte, and whose reader reads nothing. POSIX only. */
export function fullPipe(): BadOutput {
  const pipe = namedPipe();
  // Who opens it both ways is reader and writer at once: it neither waits for the other nor breaks.
  const filling = openSync(pipe.file, constants.O_RDWR | constants.O_NONBLOCK);
  for (const bytes of [4_096, 1]) fill(filling, Buffer.alloc(bytes, '.'));
  const descriptor = openSync(pipe.file, constants.O_RDWR);
  return {
    descriptor,
    [Symbol.dispose]: () => {
      closeSync(descriptor);
      closeSync(filling);
      pipe[Symbol.dispose]();
    },
  };
}

/** A pipe whose reader has gone: every write to it fails with EPIPE. POSIX only. */
export function brokenPipe(): BadOutput {
  const pipe = namedPipe();
  const reader = openSync(pipe.file, constants.O_RDONLY | constants.O_NONBLOCK);
  const descriptor = openSync(pipe.file, constants.O_WRONLY);
  closeSync(reader);
  return {
    descriptor,
    [Symbol.dispose]: () => {
      closeSync(descriptor);
      pipe[Symbol.dispose]();
    },
  };
}

function namedPipe(): Disposable & { readonly file: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pipe-'));
  const file = path.join(folder, 'pipe');
  execFileSync('mkfifo', [file]);
  return {
    file,
    [Symbol.dispose]: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fill(descriptor: number, piece: Buffer): void {
  try {
    for (;;) writeSync(descriptor, piece);
  } catch (error) {
    // Not by `instanceof`: the errors of Node's own modules come from another realm than the tests.
    if (!(Error.isError(error) && 'code' in error && error.code === 'EAGAIN')) throw error;
  }
}
