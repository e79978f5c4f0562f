import type { Turn } from '../polling/call-priority.ts';
import type { Answer } from '../http/envelope.ts';
import type { ApiCaller } from './client.ts';

/** No further call may be made. */
export class OutOfCalls extends Error {
  override readonly name = 'OutOfCalls';
}

/** Calls that several may make together. */
export interface CallAllowance {
  left: number;
}

/**
 * The same API for at most `most` calls, and no more than are left of those that it shares with others, each as
 * urgent as `turn`; the next one rejects with `OutOfCalls`.
 */
export function limitCalls(
  caller: ApiCaller,
  most: number,
  turn: Turn,
  shared: CallAllowance = { left: Infinity },
): ApiCaller {
  let calls = 0;
  return {
    call: async (action, query, signal) => {
      if (++calls > most || --shared.left < 0) throw new OutOfCalls(`no more than ${most} calls`);
      return caller.call(action, query, signal, turn);
    },
  };
}

/**
 * The same API, of which every question is put once: who asks again is given the same answer. What failed is asked
 * again. For what is read within a few seconds, as part of one report.
 */
export function sharedReads(caller: ApiCaller): ApiCaller {
  const asked = new Map<string, Promise<Answer>>();
  return {
    call: async (action, query, signal, turn) => {
      const question = JSON.stringify([action, Object.entries(query).toSorted()]);
      const before = asked.get(question);
      const answer = before ?? caller.call(action, query, signal, turn);
      asked.set(question, answer);
      const came = await answer;
      if (came.kind === 'fault') asked.delete(question);
      return came;
    },
  };
}
