import type { Simulator, SimulatorOptions } from '../../testbed/simulator/server.ts';
import { startSimulator } from '../../testbed/simulator/server.ts';

/** The clock of a simulator in a test: stands still until the test moves it on. */
export class ManualClock {
  #nowMs: number;

  constructor(startEpochMs: number) {
    this.#nowMs = startEpochMs;
  }

  readonly nowMs = (): number => this.#nowMs;

  advance(ms: number): void {
    this.#nowMs += ms;
  }
}

/** Runs `body` with a simulator, which is closed whatever happens. */
export async function withSimulator(
  options: SimulatorOptions,
  body: (simulator: Simulator) => Promise<void>,
): Promise<void> {
  const simulator = await startSimulator(options);
  try {
    await body(simulator);
  } finally {
    await simulator.close();
  }
}
