import { randomBytes } from 'node:crypto';
import type { Answer, AnswerContext } from './answer.ts';
import { documentAnswer, errorAnswer } from './answer.ts';
import { applyEdits } from './answer-edit.ts';
import type { ApiAction } from './api-action.ts';
import { APPLICATION_ACTIONS } from './application-actions.ts';
import { CHANGE_ORDER_ACTIONS } from './change-order-actions.ts';
import type { Endpoint, EndpointCall } from './endpoint.ts';
import { parametersOf } from './incoming-request.ts';

const ACTIONS: readonly ApiAction[] = [...CHANGE_ORDER_ACTIONS, ...APPLICATION_ACTIONS];

/** The endpoint of the SAE API that this method and path name, if there is one. */
export function findSaeEndpoint(method: string, path: string): Endpoint | undefined {
  const action = ACTIONS.find(candidate => candidate.method === method && candidate.path === path);
  return action && { action: action.name, isSigned: true, answer: call => saeAnswer(action, call) };
}

function saeAnswer(action: ApiAction, call: EndpointCall): Answer {
  const { request, world, moment, context, edits, begin } = call;
  const answer = action.answer(parametersOf(request), world, moment.storyMs);
  if ('error' in answer) return errorAnswer(context, answer.error);
  if (answer.begins) begin(answer.begins);
  const envelope = {
    RequestId: context.requestId,
    Message: 'success',
    ...(answer.untraced === true ? {} : { TraceId: traceId() }),
    ...answer.envelope,
    Data: answer.data,
    ...(answer.errorCode === undefined ? {} : { ErrorCode: answer.errorCode }),
    Code: answer.code,
    Success: true,
  };
  return documentAnswer(context, 200, `${action.name}Response`, applyEdits(envelope, edits));
}

/** A failure told by the service itself, in the usual envelope with `Success: false`. */
export function serviceErrorAnswer(
  context: AnswerContext,
  failure: {
    readonly code: string;
    readonly errorCode?: string;
    readonly message: string;
    readonly httpStatus?: number;
  },
): Answer {
  const envelope = {
    RequestId: context.requestId,
    Message: failure.message,
    TraceId: traceId(),
    ...(failure.errorCode === undefined ? {} : { ErrorCode: failure.errorCode }),
    Code: failure.code,
    Success: false,
  };
  const answer = documentAnswer(context, failure.httpStatus ?? 200, 'Response', envelope);
  return { ...answer, code: failure.errorCode ?? failure.code };
}

function traceId(): string {
  return randomBytes(15).toString('hex');
}
