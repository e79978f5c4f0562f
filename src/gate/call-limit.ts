import type { Turn } from '../budget/turn.ts';
import type { ApiCaller } from '../sae/ask.ts';

/** No further call may be made. */
export class OutOfCalls extends Error {
  override readonly name = 'OutOfCalls';
}

/** The same API for at most `most` calls, each as urgent as `turn`; the next one rejects with `OutOfCalls`. */
export function limitCalls(caller: ApiCaller, most: number, turn: Turn): ApiCaller {
  let calls = 0;
  return {
    call: async (action, query, signal) => {
      if (++calls > most) throw new OutOfCalls(`no more than ${most} calls`);
      return caller.call(action, query, signal, turn);
    },
  };
}
