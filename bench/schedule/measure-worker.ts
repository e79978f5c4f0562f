/** A thread that measures the lines it is sent, one after the other. */
import { parentPort } from 'node:worker_threads';
import type { Line } from './lines.ts';
import { measure } from './measure.ts';

parentPort?.on('message', ({ kind, situation }: Line) => {
  void measure(kind, situation).then(measured => {
    parentPort?.postMessage(measured);
  });
});
