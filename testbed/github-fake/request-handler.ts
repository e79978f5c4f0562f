import type { ServerResponse } from 'node:http';
import type { IncomingRequest } from '../simulator/incoming-request.ts';
import type { Answer } from './answer.ts';
import { notFound, refusal } from './answer.ts';
import { sendAnswer } from './answer-sender.ts';
import type { Route } from './endpoints.ts';
import { findRoute } from './endpoints.ts';
import type { GitHubFault, GitHubFaultRule } from './fault.ts';
import { faultyAnswer } from './fault.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject } from './json-object.ts';
import { isMet } from './occasion.ts';
import type { Permissions } from './permissions.ts';
import { isGranted } from './permissions.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { Repository } from './repository.ts';
import type { OpenRecord, RequestLog } from './request-log.ts';

/** Everything that a running fake consists of. */
export interface GitHubService {
  readonly basePath: string;
  readonly token: string;
  readonly permissions: Permissions;
  readonly repository: Repository;
  readonly limiter: RateLimiter;
  readonly log: RequestLog;
  faults: readonly GitHubFaultRule[];
  readonly startEpochMs: number;
  /** The true time, epoch ms. */
  readonly nowMs: () => number;
  /** Aborted as the fake ends, which breaks the connections that are left. */
  readonly closing: AbortSignal;
}

/** The versions of the API that GitHub serves; one that is not asked for by a version is the oldest. */
const API_VERSIONS: readonly (string | undefined)[] = [undefined, '2022-11-28', '2026-03-10'];

/** Answers one request: lets the faults befall it, refuses what GitHub refuses, and notes it all. */
export function handleRequest(
  service: GitHubService,
  request: IncomingRequest,
  response: ServerResponse,
): void {
  const { log, nowMs, startEpochMs, basePath } = service;
  const path = request.rawPath.startsWith(`${basePath}/`)
    ? request.rawPath.slice(basePath.length)
    : undefined;
  const route = path === undefined ? undefined : findRoute(request.method, path);
  const rawBody = new TextDecoder().decode(request.body);
  const record = log.begin({
    endpoint: route?.endpoint.name ?? 'unknown',
    method: request.method,
    path: request.rawPath,
    headers: request.headers,
    rawBody,
    body: parseBody(rawBody),
    atMs: nowMs() - startEpochMs,
  });
  follow(service, record, response);
  const fault = service.faults.find(({ on }) => isMet(on, log.requests))?.fault;
  record.fault = fault?.kind;
  const answer =
    faultyAnswer(fault, nowMs()) ?? (isLost(fault) ? undefined : trueAnswer(service, route, record));
  deliver(service, response, record, answer ?? notFound(), fault);
}

/** Whether the request never gets so far that it could take effect. */
function isLost(fault: GitHubFault | undefined): boolean {
  return (fault?.kind === 'connection-reset' || fault?.kind === 'hang') && fault.takesEffect !== true;
}

function deliver(
  { limiter }: GitHubService,
  response: ServerResponse,
  record: OpenRecord,
  answer: Answer,
  fault: GitHubFault | undefined,
): void {
  if (fault?.kind !== 'connection-reset' && fault?.kind !== 'hang') {
    record.status = answer.httpStatus;
    record.message = answer.message;
  }
  sendAnswer(response, { ...answer, headers: { ...limiter.headers, ...answer.headers } }, fault);
}

/** Keeps the record up to date until the answer is complete or the client is gone. */
function follow({ log, closing }: GitHubService, record: OpenRecord, response: ServerResponse): void {
  response.once('finish', () => {
    log.end(record);
  });
  response.once('close', () => {
    const ownBreak = record.fault === 'connection-reset' || closing.aborted;
    record.abortedByClient = !response.writableFinished && !ownBreak;
    log.end(record);
  });
}

/** What GitHub answers, in the order in which it looks at a request. */
function trueAnswer(service: GitHubService, route: Route | undefined, record: OpenRecord): Answer {
  const { token, permissions, repository, limiter, nowMs } = service;
  const entry = entryRefusal(record.headers, token);
  if (entry !== undefined) return entry;
  const limit = limiter.take(record.method !== 'GET', nowMs());
  if (limit !== undefined) return limit;
  if (route?.repository.toLowerCase() !== repository.name.toLowerCase()) return notFound();
  const { endpoint, pathValues } = route;
  if (!isGranted(permissions, endpoint.permission)) {
    const { scope, access } = endpoint.permission;
    const answer = refusal(403, 'Resource not accessible by integration');
    return {
      ...answer,
      headers: { ...answer.headers, 'x-accepted-github-permissions': `${scope}=${access}` },
    };
  }
  if (record.body === undefined && record.rawBody !== '') return refusal(400, 'Problems parsing JSON');
  return endpoint.answer({
    repository,
    pathValues,
    body: record.body ?? {},
    requestNumber: record.number,
    nowEpochMs: nowMs(),
  });
}

/** Why a request does not get in at all. */
function entryRefusal(headers: Readonly<Record<string, string>>, token: string): Answer | undefined {
  if (!headers['user-agent']) {
    return refusal(
      403,
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
    );
  }
  const version = headers['x-github-api-version'];
  if (!API_VERSIONS.includes(version)) {
    return refusal(400, `"${version ?? ''}" is not a supported version of the API.`);
  }
  const given = /^(?:bearer|token) (.*)$/i.exec(headers['authorization'] ?? '')?.[1];
  if (given === undefined) return refusal(401, 'Requires authentication');
  return given === token ? undefined : refusal(401, 'Bad credentials');
}

function parseBody(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
