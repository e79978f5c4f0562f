import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { AbortedOrder } from './abort.ts';
import { afterAborts } from './abort.ts';
import type { AccountBook } from './account.ts';
import type { Answer, AnswerContext } from './answer.ts';
import { errorAnswer, formatFor } from './answer.ts';
import { isTransportFault, send, sendFaultily } from './answer-sender.ts';
import { apiError } from './api-error.ts';
import type { Moment } from './authentication.ts';
import { refusalOf } from './authentication.ts';
import type { ChangeOrder } from './change-order.ts';
import type { Endpoint } from './endpoint.ts';
import { findEndpoint } from './endpoints.ts';
import type { Fault } from './fault.ts';
import type { IncomingRequest } from './incoming-request.ts';
import { isMet } from './occasion.ts';
import type { Story } from './pace.ts';
import type { OpenRecord, RequestLog } from './request-log.ts';
import { serviceErrorAnswer } from './sae-service.ts';
import type { Scenario } from './scenario.ts';
import type { World } from './world.ts';

/** Everything that a running simulator consists of. */
export interface Simulation {
  readonly scenario: Scenario;
  readonly story: Story;
  /** When it started, epoch ms. */
  readonly startEpochMs: number;
  readonly accounts: AccountBook;
  readonly usedNonces: Set<string>;
  /** The orders that clients have begun, besides those of the scenario. */
  readonly begun: ChangeOrder[];
  /** What was aborted, in that order: grows with each write that was accepted. */
  readonly aborted: AbortedOrder[];
  readonly log: RequestLog;
  /** The true time, epoch ms. */
  readonly nowMs: () => number;
  /** Aborted as the simulator ends, which breaks the connections that are left. */
  readonly closing: AbortSignal;
}

/** Answers one request: checks its signature, lets the scenario's faults befall it, and notes it all. */
export function handleRequest(
  simulation: Simulation,
  request: IncomingRequest,
  response: ServerResponse,
): void {
  const { log, scenario } = simulation;
  const moment = momentOf(simulation);
  const world = worldOf(simulation);
  const endpoint = findEndpoint(request.method, request.rawPath);
  const refusal = endpoint?.isSigned ? refusalOf(request, simulation, moment) : undefined;
  const context: AnswerContext = {
    requestId: randomUUID().toUpperCase(),
    hostId: request.headers['host'] ?? '',
    format: formatFor(request.headers['accept']),
  };
  const record = log.begin({
    action: endpoint?.action ?? 'unknown',
    method: request.method,
    path: request.rawPath,
    query: request.query,
    headers: request.headers,
    orderId: request.query['ChangeOrderId'],
    atMs: simulation.nowMs() - simulation.startEpochMs,
    refusal: refusal?.code,
    requestId: context.requestId,
  });
  follow(simulation, record, response);
  const fault = scenario.faults.find(({ on }) => isMet(on, log.requests, moment.storyMs))?.fault;
  record.fault = fault?.kind;
  setDate(response, scenario.dateHeader ?? new Date(moment.nowEpochMs).toUTCString());
  const answer =
    faultyAnswer(fault, context) ??
    (refusal
      ? errorAnswer(context, refusal)
      : trueAnswer(simulation, world, endpoint, request, moment, context));
  deliver(response, answer, fault, record);
}

/** The scenario as the writes so far have made it. */
function worldOf({ scenario, story, begun, aborted }: Simulation): World {
  const { abort } = scenario;
  const orders = [...scenario.orders, ...begun];
  return {
    scenario: {
      ...scenario,
      orders: abort === undefined ? orders : afterAborts(orders, abort, aborted),
    },
    time: story.time,
    clockScale: story.clockScale,
    abort: one => void aborted.push(one),
  };
}

function setDate(response: ServerResponse, date: string): void {
  // Node would put in this machine's own time otherwise.
  response.sendDate = false;
  if (date !== '') response.setHeader('date', date);
}

function momentOf({ scenario, story, log, nowMs }: Simulation): Moment {
  const nowEpochMs = nowMs();
  return {
    nowEpochMs: nowEpochMs + scenario.clockOffsetMs,
    storyMs: story.reached(nowEpochMs, log.requests),
  };
}

/** Keeps the record up to date until the answer is complete or the client is gone. */
function follow({ log, closing }: Simulation, record: OpenRecord, response: ServerResponse): void {
  response.once('finish', () => {
    log.end(record);
  });
  response.once('close', () => {
    record.abortedByClient = !response.writableFinished && !isOwnBreak(record.fault) && !closing.aborted;
    log.end(record);
  });
}

/** Whether this fault makes the server itself break the connection. */
function isOwnBreak(fault: string | undefined): boolean {
  return fault === 'connection-reset' || fault === 'truncated-body';
}

function deliver(
  response: ServerResponse,
  answer: Answer,
  fault: Fault | undefined,
  record: OpenRecord,
): void {
  const isSilent =
    fault?.kind === 'connection-reset' || (fault?.kind === 'hang' && fault.after === 'request');
  if (!isSilent) {
    record.status = answer.httpStatus;
    record.code = answer.code;
  }
  if (fault && isTransportFault(fault)) {
    sendFaultily(response, answer, fault);
  } else {
    send(response, answer);
  }
}

/** The answer that a fault puts in the place of the true one, if it is of that kind. */
function faultyAnswer(fault: Fault | undefined, context: AnswerContext): Answer | undefined {
  switch (fault?.kind) {
    case 'gateway-error': {
      const answer = errorAnswer({ ...context, format: fault.format ?? context.format }, fault.error);
      return { ...answer, headers: { ...answer.headers, ...fault.headers } };
    }
    case 'service-error':
      return serviceErrorAnswer(context, fault);
    case 'raw-answer':
      return fault;
    default:
      return undefined;
  }
}

function trueAnswer(
  { accounts, log, begun }: Simulation,
  world: World,
  endpoint: Endpoint | undefined,
  request: IncomingRequest,
  moment: Moment,
  context: AnswerContext,
): Answer {
  if (!endpoint) return errorAnswer(context, apiError('InvalidAction.NotFound'));
  const edits = world.scenario.edits
    .filter(({ on }) => isMet(on, log.requests, moment.storyMs))
    .flatMap(({ steps }) => steps);
  const begin = (order: ChangeOrder): void => {
    begun.push(order);
  };
  return endpoint.answer({ request, world, accounts, moment, context, edits, begin });
}
