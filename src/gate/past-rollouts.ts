import type { ApiCaller } from '../sae/client.ts';
import type { PastQuery } from '../sae/order-list.ts';
import { pastDurationsMs } from '../sae/order-list.ts';

/**
 * How long the last rollouts of the step's applications took. Each application and type is asked about
 * once, however many of its orders are waited for.
 */
export class PastRollouts {
  readonly #caller: ApiCaller;
  readonly #signal: AbortSignal;
  readonly #asked = new Map<string, Promise<readonly number[]>>();

  /** What is still being asked is given up when `signal` is aborted. */
  constructor(caller: ApiCaller, signal: AbortSignal) {
    this.#caller = caller;
    this.#signal = signal;
  }

  /** In ms, in no order. Never rejects: what cannot be learnt is an empty list. */
  durationsMs(query: PastQuery): Promise<readonly number[]> {
    const key = JSON.stringify([query.appId, query.coTypeCode]);
    const asked = this.#asked.get(key) ?? this.#ask(query);
    this.#asked.set(key, asked);
    return asked;
  }

  async #ask(query: PastQuery): Promise<readonly number[]> {
    try {
      return await pastDurationsMs(this.#caller, query, this.#signal);
    } catch {
      // The past only says when to look: nothing that goes wrong with it may touch the verdict.
      return [];
    }
  }
}
