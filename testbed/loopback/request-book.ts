/** The requests that a server has received, in the order of their arrival, and those that are under way. */
export class RequestBook<Entry extends object> {
  readonly #requests: Entry[] = [];
  readonly #open = new Set<Entry>();
  readonly #arrived: (request: Entry) => void;

  /** @param arrived told each request as soon as it is noted, before anything is answered */
  constructor(arrived: (request: Entry) => void = () => undefined) {
    this.#arrived = arrived;
  }

  get requests(): readonly Entry[] {
    return this.#requests;
  }

  get open(): ReadonlySet<Entry> {
    return this.#open;
  }

  /** Notes a request that has just arrived. */
  add(request: Entry): void {
    this.#requests.push(request);
    this.#open.add(request);
    this.#arrived(request);
  }

  /** Notes that the request is over, answered or not. */
  end(request: Entry): void {
    this.#open.delete(request);
  }
}
