export const MINUTE_MS = 60_000;

/**
 * The calls of the last minute. The API sees a call at some time between its beginning and its end, so
 * it counts from its beginning until a minute after its end: of those that count at a time, at least as
 * many as the API has seen within any 60 s that end then. Times by the monotonic clock.
 */
export class CallLog {
  /** When calls ended that may still count, the first one first. */
  #endsMs: number[] = [];
  #underWay = 0;
  #lastBeganMs = -Infinity;

  get lastBeganMs(): number {
    return this.#lastBeganMs;
  }

  began(nowMs: number): void {
    this.#underWay++;
    this.#lastBeganMs = nowMs;
    // What counts no more now never will.
    this.#endsMs = this.#endsMs.slice(this.#firstAt(nowMs));
  }

  ended(nowMs: number): void {
    this.#underWay--;
    this.#endsMs.push(nowMs);
  }

  /** How many of them count at that time, now or later, if those under way end just then. */
  countedAt(atMs: number): number {
    return this.#underWay + this.#endsMs.length - this.#firstAt(atMs);
  }

  /** When the next one counts no more that has ended; `undefined` where there is none. */
  nextBackMs(nowMs: number): number | undefined {
    const endMs = this.#endsMs[this.#firstAt(nowMs)];
    return endMs === undefined ? undefined : endMs + MINUTE_MS;
  }

  /** The index of the first that counts at that time. */
  #firstAt(atMs: number): number {
    let [from, to] = [0, this.#endsMs.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#endsMs[middle] ?? 0) > atMs - MINUTE_MS) to = middle;
      else from = middle + 1;
    }
    return from;
  }
}
