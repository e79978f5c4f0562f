import { RequestBook } from '../loopback/request-book.ts';

/** One request that a simulator received, with what became of it so far. */
export interface RecordedRequest {
  /** The API action, e.g. `DescribeChangeOrder`; `unknown` for a path that is none. */
  readonly action: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly orderId: string | undefined;
  /** When it arrived, real ms since the simulator's start. */
  readonly atMs: number;
  /** How many requests for the same order were under way when it had arrived, itself included. */
  readonly simultaneous: number;
  /** The RequestId that its answer bears, where that tells one. */
  readonly requestId: string;
  /** The code with which its signature was refused, also where a fault hid that from the client. */
  readonly refusal: string | undefined;
  /** The kind of fault that befell it. */
  readonly fault: string | undefined;
  /** The HTTP status that was answered; undefined as long as there is none. */
  readonly status: number | undefined;
  /** The `Code` that was answered, where it was an error. */
  readonly code: string | undefined;
  /** Whether the client gave up before the answer was complete. */
  readonly abortedByClient: boolean;
}

/** A record while its request is under way. */
export type OpenRecord = { -readonly [Field in keyof RecordedRequest]: RecordedRequest[Field] };

/** All requests that a simulator received, in the order of their arrival. */
export class RequestLog {
  readonly #book: RequestBook<OpenRecord>;

  /** @param arrived told each request as soon as it is noted, before anything is answered */
  constructor(arrived?: (request: RecordedRequest) => void) {
    this.#book = new RequestBook(arrived);
  }

  get requests(): readonly RecordedRequest[] {
    return this.#book.requests;
  }

  /** Notes a request that has just arrived. */
  begin(
    arrival: Pick<
      RecordedRequest,
      'action' | 'method' | 'path' | 'query' | 'headers' | 'orderId' | 'atMs' | 'refusal' | 'requestId'
    >,
  ): OpenRecord {
    const others = [...this.#book.open].filter(
      open => arrival.orderId !== undefined && open.orderId === arrival.orderId,
    );
    const record: OpenRecord = {
      ...arrival,
      simultaneous: others.length + 1,
      fault: undefined,
      status: undefined,
      code: undefined,
      abortedByClient: false,
    };
    this.#book.add(record);
    return record;
  }

  /** Notes that the request is over, answered or not. */
  end(record: OpenRecord): void {
    this.#book.end(record);
  }

  /** The greatest number of simultaneous requests seen for each order. */
  greatestSimultaneous(): ReadonlyMap<string, number> {
    const greatest = new Map<string, number>();
    for (const { orderId, simultaneous } of this.#book.requests) {
      if (orderId === undefined) continue;
      greatest.set(orderId, Math.max(simultaneous, greatest.get(orderId) ?? 0));
    }
    return greatest;
  }
}
