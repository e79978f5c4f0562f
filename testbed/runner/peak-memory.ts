import { readFileSync } from 'node:fs';

/** How often a running process is looked at. */
const LOOK_EVERY_MS = 20;

/**
 * Watches the peak memory of another process, as Linux keeps it (`VmHWM` in /proc). What the process
 * takes on in its very last moments, after the last look, is not seen.
 */
export class PeakMemory {
  readonly #statusFile: string;
  readonly #timer: NodeJS.Timeout;
  #peakKb: number | undefined;

  constructor(processId: number) {
    this.#statusFile = `/proc/${processId}/status`;
    this.#look();
    this.#timer = setInterval(() => {
      this.#look();
    }, LOOK_EVERY_MS);
  }

  /** Ends the watch. @returns KiB; undefined where the system does not tell */
  stop(): number | undefined {
    clearInterval(this.#timer);
    return this.#peakKb;
  }

  #look(): void {
    try {
      const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(this.#statusFile, 'utf8')) ?? [];
      if (kilobytes !== undefined) this.#peakKb = Number(kilobytes);
    } catch {
      // The process has ended, or this is not Linux: what was seen before stands.
    }
  }
}
