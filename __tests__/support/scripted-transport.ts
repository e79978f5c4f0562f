import type { HttpAnswer, HttpRequest, Transport } from '../../src/http/transport.ts';
import { TransportError } from '../../src/http/transport.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What happens to a request. */
export type Reply =
  /** An answer, `afterMs` (0) after it was asked for. */
  | { readonly kind: 'answer'; readonly answer: HttpAnswer; readonly afterMs?: number }
  /** Nothing until it is given up. */
  | { readonly kind: 'hang' }
  /** Nothing at all, not even when it is given up. */
  | { readonly kind: 'deaf' }
  | { readonly kind: 'reset' }
  /** The resolver says that there is no such name, or that it does not know by now. */
  | { readonly kind: 'unresolved'; readonly because: 'not-found' | 'no-resolver' }
  /** A bug of the transport. */
  | { readonly kind: 'throw'; readonly thrown: unknown };

export interface Seen {
  /** Since the clock's start. */
  readonly atMs: number;
  /** How many requests came before. */
  readonly index: number;
  readonly request: HttpRequest;
  readonly url: URL;
}

export type Script = (seen: Seen) => Reply;

const HOST = 'sae.cn-hangzhou.aliyuncs.com';

/** Stands for the network and the API behind it: what comes back is a function of time. */
export class ScriptedTransport {
  readonly seen: Seen[] = [];
  /** The largest number of requests that were under way at a time. */
  mostAtOnce = 0;
  readonly #clock: VirtualClock;
  readonly #script: Script;
  #underWay = 0;

  constructor(clock: VirtualClock, script: Script) {
    this.#clock = clock;
    this.#script = script;
  }

  readonly send: Transport = async (request, signal) => {
    const seen = {
      atMs: this.#clock.elapsedMs,
      index: this.seen.length,
      request,
      url: new URL(request.url),
    };
    this.seen.push(seen);
    this.#underWay++;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#underWay);
    try {
      return await this.#play(this.#script(seen), signal);
    } finally {
      this.#underWay--;
    }
  };

  /** The moments of the requests, since the clock's start. */
  get timesMs(): readonly number[] {
    return this.seen.map(({ atMs }) => atMs);
  }

  /** The same, but for those that ask how long the past took. */
  get looksMs(): readonly number[] {
    return this.seen.filter(seen => !isLearning(seen)).map(({ atMs }) => atMs);
  }

  async #play(reply: Reply, signal: AbortSignal): Promise<HttpAnswer> {
    switch (reply.kind) {
      case 'answer':
        await this.#clock.sleep(reply.afterMs ?? 0, signal);
        if (signal.aborted) throw new TransportError('network', 'given up');
        return reply.answer;
      case 'hang':
        await this.#clock.sleep(Infinity, signal);
        throw new TransportError('network', 'given up');
      case 'deaf':
        return new Promise(() => undefined);
      case 'reset':
        throw new TransportError('network', 'sae.cn-hangzhou.aliyuncs.com: read ECONNRESET');
      case 'unresolved':
        throw reply.because === 'not-found'
          ? new TransportError('unknown-host', `${HOST}: getaddrinfo ENOTFOUND ${HOST}`)
          : new TransportError('network', `${HOST}: getaddrinfo EAI_AGAIN ${HOST}`);
      case 'throw':
        throw reply.thrown;
    }
  }
}

/** Whether it asks how long the last rollouts took. */
export function isLearning({ url }: Pick<Seen, 'url'>): boolean {
  return url.searchParams.get('CoStatus') === '2';
}

export function answers(answer: HttpAnswer, afterMs = 0): Reply {
  return { kind: 'answer', answer, afterMs };
}
