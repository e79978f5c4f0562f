import type { Turn } from '../polling/call-priority.ts';
import type { Answer } from '../http/envelope.ts';
import type { ApiCaller } from './client.ts';

/** No further call is allowed. */
export class OutOfCalls extends Error {
  override readonly name = 'OutOfCalls';
}

/** A shared limit of calls. */
export interface CallAllowance {
  left: number;
}

/**
 * The same API for at most `most` calls, and for no more than are left of a shared limit, all with the
 * priority `turn`; the next one rejects with `OutOfCalls`.
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
 * The same API, but every question is sent once: repeating it returns the same answer. Failed calls are
 * repeated. For what is read within a few seconds, as part of one report.
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
