import { VirtualClock, WALL_START_MS } from '../support/virtual-clock.ts';
import type { WorldClock } from './world.ts';

/** Virtual time with a wall clock that is off, and jumps. */
export class JumpingClock extends VirtualClock {
  readonly #clock: WorldClock;

  constructor(clock: WorldClock) {
    super();
    this.#clock = clock;
  }

  override readonly wallMs = (): number => WALL_START_MS + this.elapsedMs + this.#offMs();

  #offMs(): number {
    const jumped = this.#clock.jumps.filter(({ atMs }) => atMs <= this.elapsedMs);
    return jumped.reduce((offMs, { byMs }) => offMs + byMs, this.#clock.aheadMs);
  }
}
