import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { writeTextFile, writeWithoutBlocking } from '../../src/platform/files.ts';

const onUnix = process.platform === 'win32' ? describe.skip : describe;

/** More than a pipe holds. */
const LARGE = 'report\n'.repeat(40_000);

onUnix('a report that goes to a pipe', () => {
  let folder = '';
  let pipe = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'pipes-'));
    pipe = path.join(folder, 'report.md');
    execFileSync('mkfifo', [pipe]);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Starts a program that opens the pipe to read it; resolves when it says that it has. */
  async function reader(script: string) {
    const child = spawn('sh', ['-c', script, 'sh', pipe], { stdio: ['ignore', 'pipe', 'inherit'] });
    const chunks: Buffer[] = [];
    const ended = new Promise<string>(resolve => {
      child.on('close', () => {
        resolve(Buffer.concat(chunks).toString());
      });
    });
    await new Promise<void>(resolve => {
      child.stdout.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        resolve();
      });
    });
    return { ended, end: () => child.kill('SIGKILL') };
  }

  test('that nobody reads is refused at once', async () => {
    await expect(writeTextFile(pipe, 'report')).rejects.toMatchObject({ code: 'ENXIO' });
  });

  test('that is read is written whole, though it holds less', async () => {
    const { ended } = await reader('exec 3<>"$1"; echo ready; head -c 280000 <&3');
    await writeTextFile(pipe, LARGE);
    expect(await ended).toBe(`ready\n${LARGE}`);
  });

  test('whose reader does not read is given up', async () => {
    const { end, ended } = await reader('exec 3<>"$1"; echo ready; exec sleep 60');
    await expect(writeWithoutBlocking(pipe, LARGE, 40)).rejects.toMatchObject({ code: 'EAGAIN' });
    end();
    await ended;
  });
});

test('a report replaces all of a longer one', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'report-'));
  const file = path.join(folder, 'report.md');
  writeFileSync(file, LARGE);
  await writeTextFile(file, 'short, 短');
  expect(readFileSync(file, 'utf8')).toBe('short, 短');
  rmSync(folder, { recursive: true });
});
