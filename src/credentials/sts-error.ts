import type { HttpAnswer } from '../http/transport.ts';
import type { Fault } from '../rollout/fault.ts';
import { openEnvelope } from '../sae/envelope.ts';
import type { Hide } from '../text/redactor.ts';

/**
 * What a refusal of a token service means. Its errors have the form of all of Alibaba Cloud's; but here
 * every coded 4xx other than throttling is final, whatever the code: asking again with the same role
 * brings the same answer, unless it was the time that was wrong. Tells no secret that `hide` knows. Pure.
 */
export function openStsError(action: string, answer: HttpAnswer, hide: Hide): Fault {
  const opened = openEnvelope(action, answer, hide);
  if (opened.kind === 'data') return { action, reason: 'malformed', message: '', httpStatus: answer.status };
  const { fault } = opened;
  const kept = fault.reason === 'throttled' || fault.reason === 'clock';
  const refused = answer.status >= 400 && answer.status < 500 && answer.status !== 429 && !kept;
  return refused && fault.code !== undefined ? { ...fault, reason: 'role-refused' } : fault;
}
