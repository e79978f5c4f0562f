/** Lets whoever sleeps by a plan know that there is something new to plan by. */
export class News {
  #coming = new AbortController();

  /** Aborted as soon as something new is told; what is told after that aborts the next one. */
  get next(): AbortSignal {
    return this.#coming.signal;
  }

  tell(): void {
    const told = this.#coming;
    this.#coming = new AbortController();
    told.abort();
  }
}
