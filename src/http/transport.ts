/** One HTTP request; `url` is used as it is. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Never through a proxy, whatever the environment says. */
  readonly direct?: true;
}

export interface HttpAnswer {
  readonly status: number;
  /** By lower-case name; of a repeated header the first. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends one request once: no retry, no redirect followed, no cookie kept. Rejects with a
 * `TransportError`, or with anything at all once `signal` is aborted.
 */
export type Transport = (request: HttpRequest, signal: AbortSignal) => Promise<HttpAnswer>;

/** An answer is not taken in beyond this size. */
export interface TooLarge {
  readonly kind: 'too-large';
  readonly host: string;
  readonly limitBytes: number;
}

/** `unknown-host`: the resolver answered that there is no such name, which is more than that it failed. */
export type TransportFailure = 'network' | 'unknown-host' | 'certificate' | 'too-large';

/** No answer, or none that could be taken in. The message is the network's own and holds no secret. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly failure: TransportFailure;
  readonly detail: TooLarge | undefined;

  constructor(failure: TransportFailure, message: string, detail?: TooLarge) {
    super(message);
    this.failure = failure;
    this.detail = detail;
  }
}
