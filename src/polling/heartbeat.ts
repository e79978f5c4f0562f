import type { Clock } from './clock.ts';

/** Calls `beat` every `everyMs` until `signal` is aborted. */
export async function heartbeat(
  clock: Clock,
  everyMs: number,
  signal: AbortSignal,
  beat: () => void,
): Promise<void> {
  for (;;) {
    await clock.sleep(everyMs, signal);
    if (signal.aborted) return;
    beat();
  }
}
