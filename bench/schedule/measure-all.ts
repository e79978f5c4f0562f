import { once } from 'node:events';
import os from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Line } from './lines.ts';
import type { Measured } from './measure.ts';

/** Measures all lines, in as many threads as the machine has cores; the order is that of the lines. */
export async function measureAll(lines: readonly Line[]): Promise<readonly Measured[]> {
  const results = new Map<Line, Measured>();
  const waiting = [...lines];
  const threads = Array.from({ length: os.availableParallelism() }, async () => {
    const worker = new Worker(new URL('measure-worker.ts', import.meta.url));
    for (let line = waiting.shift(); line !== undefined; line = waiting.shift()) {
      const answered = once(worker, 'message');
      worker.postMessage(line);
      const [measured] = (await answered) as [Measured];
      results.set(line, measured);
    }
    await worker.terminate();
  });
  await Promise.all(threads);
  return lines.flatMap(line => results.get(line) ?? []);
}
