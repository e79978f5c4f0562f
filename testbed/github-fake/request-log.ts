import { RequestBook } from '../loopback/request-book.ts';
import type { EndpointName } from './endpoint.ts';
import type { JsonObject } from './json-object.ts';

/** One request that a fake received, with what became of it so far. */
export interface RecordedRequest {
  /** From 1, in the order of arrival. */
  readonly number: number;
  /** `unknown` for a path that is no endpoint of this fake. */
  readonly endpoint: EndpointName | 'unknown';
  readonly method: string;
  /** With the base path of the API. */
  readonly path: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The text of the body as it came; empty without one. */
  readonly rawBody: string;
  /** The body, where it was a JSON object. */
  readonly body: JsonObject | undefined;
  /** When it arrived, real ms since the fake's start. */
  readonly atMs: number;
  /** How many requests were under way when it had arrived, itself included. */
  readonly simultaneous: number;
  /** The kind of fault that befell it. */
  readonly fault: string | undefined;
  /** The HTTP status that was answered; undefined as long as there is none. */
  readonly status: number | undefined;
  /** The reason that was answered, where it was refused. */
  readonly message: string | undefined;
  /** Whether the client gave up before the answer was complete. */
  readonly abortedByClient: boolean;
}

/** A record while its request is under way. */
export type OpenRecord = { -readonly [Field in keyof RecordedRequest]: RecordedRequest[Field] };

/** All requests that a fake received, in the order of their arrival. */
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
    arrival: Pick<RecordedRequest, 'endpoint' | 'method' | 'path' | 'headers' | 'rawBody' | 'body' | 'atMs'>,
  ): OpenRecord {
    const record: OpenRecord = {
      ...arrival,
      number: this.#book.requests.length + 1,
      simultaneous: this.#book.open.size + 1,
      fault: undefined,
      status: undefined,
      message: undefined,
      abortedByClient: false,
    };
    this.#book.add(record);
    return record;
  }

  /** Notes that the request is over, answered or not. */
  end(record: OpenRecord): void {
    this.#book.end(record);
  }
}
