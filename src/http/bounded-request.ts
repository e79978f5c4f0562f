import type { Clock } from '../polling/clock.ts';
import { within } from '../polling/within.ts';
import type { Fault } from '../rollout/fault.ts';
import { cleanText } from '../text/clean-text.ts';
import type { HttpAnswer } from './transport.ts';
import { TransportError } from './transport.ts';

export type RequestAnswer =
  | { readonly kind: 'answer'; readonly answer: HttpAnswer }
  | { readonly kind: 'fault'; readonly fault: Fault };

/**
 * One request within its time limit, headers and body together. What keeps the answer away is told as
 * a fault of `action`; whatever else is thrown is a bug and passes through.
 */
export async function boundedRequest(
  clock: Clock,
  limitMs: number,
  signal: AbortSignal,
  action: string,
  send: (signal: AbortSignal) => Promise<HttpAnswer>,
): Promise<RequestAnswer> {
  try {
    const sent = await within(clock, limitMs, signal, send);
    if (sent.kind === 'done') return { kind: 'answer', answer: sent.value };
    const detail =
      sent.kind === 'aborted' ? ({ kind: 'given-up' } as const) : ({ kind: 'time-limit', limitMs } as const);
    return { kind: 'fault', fault: { action, reason: 'no-answer', message: '', detail } };
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    const message = cleanText(error.message, 1_000);
    const { failure: reason, detail } = error;
    const fault = { action, reason, message };
    return { kind: 'fault', fault: detail === undefined ? fault : { ...fault, detail } };
  }
}
