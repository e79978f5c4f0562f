import type * as z from 'zod/mini';
import type { Credentials, CredentialsAnswer, CredentialsProvider } from '../credentials/provider.ts';
import type { ServerTime, Stamped } from '../http/server-time.ts';
import { judgeStamp } from '../http/server-time.ts';
import type { HttpRequest, RequestParts } from '../http/transport.ts';
import { boundedRequest } from '../http/transport.ts';
import type { CallBudget } from '../polling/call-budget.ts';
import type { Turn } from '../polling/call-priority.ts';
import { POLL } from '../polling/call-priority.ts';
import type { FaultAnswer } from '../rollout/fault.ts';
import { faultAnswer } from '../rollout/fault.ts';
import type { Hide } from '../text/clean.ts';
import type { Answer, RequestTrace } from '../http/envelope.ts';
import { openEnvelope } from '../http/envelope.ts';
import { authorization, canonicalQuery, signedHeaders } from './signature.ts';

/**
 * The API calls that the gate reads with, and their paths. The RAM action of a call is `sae:` plus its name.
 * Source: the SAE API reference, version 2019-05-06.
 */
export const API_PATHS = {
  DescribeChangeOrder: '/pop/v1/sam/changeorder/DescribeChangeOrder',
  ListChangeOrders: '/pop/v1/sam/changeorder/ListChangeOrders',
  ListApplications: '/pop/v1/sam/app/listApplications',
  DescribePipeline: '/pop/v1/sam/changeorder/DescribePipeline',
  DescribeApplicationStatus: '/pop/v1/sam/app/describeApplicationStatus',
  DescribeApplicationGroups: '/pop/v1/sam/app/describeApplicationGroups',
  DescribeApplicationInstances: '/pop/v1/sam/app/describeApplicationInstances',
  DescribeApplicationConfig: '/pop/v1/sam/app/describeApplicationConfig',
  ListAppEvents: '/pop/v1/sam/app/listAppEvents',
  DescribeInstanceLog: '/pop/v1/sam/instance/describeInstanceLog',
} as const;

export type ApiCall = keyof typeof API_PATHS;

/**
 * The gate's only writes, on request, and their paths: each a PUT without a body, with a RAM action of its
 * name. Separate from the reads, so that nothing which repeats, shares or counts those can reach one.
 */
export const API_WRITES = {
  AbortAndRollbackChangeOrder: '/pop/v1/sam/changeorder/AbortAndRollbackChangeOrder',
} as const;

export type ApiWrite = keyof typeof API_WRITES;

export const API_VERSION = '2019-05-06';

export interface SaeClientOptions extends RequestParts {
  /** Scheme, host and port, e.g. `https://sae.cn-hangzhou.aliyuncs.com`. */
  readonly origin: string;
  readonly credentials: CredentialsProvider;
  /** The clock for time stamps. */
  readonly serverTime: ServerTime;
  /** How far the times without a zone in the answers of its region are ahead of UTC. */
  readonly zoneOffsetMs: number;
  /** Every call takes its turn in it. */
  readonly budget: CallBudget;
  readonly userAgent: string;
  /** Returns a new text at each call. */
  readonly nonce: () => string;
  /** Knows every secret that is sent, and more. */
  readonly hide: Hide;
  /** Called with every request that was made; gets no secret. */
  readonly traced: (trace: RequestTrace) => void;
}

export type ApiQuery = Readonly<Record<string, string>>;

/** One request of the API. */
interface Asking {
  readonly action: string;
  readonly method: 'GET' | 'PUT';
  readonly path: string;
  readonly query: ApiQuery;
  readonly signal: AbortSignal;
  readonly turn: Turn;
}

/** One read. */
interface Call extends Asking {
  readonly method: 'GET';
}

/** A write takes precedence over all reads. */
const WRITE: Turn = { purpose: 'first-look', unseenSinceMs: -Infinity, askedMs: 0 };

/** The conditions for sending a write. */
export interface WriteLimits {
  /** The previous request for the same thing is known not to have been carried out. */
  readonly provenUndone?: boolean;
  /** Once it is aborted the request is not sent any more; a request already sent continues. */
  readonly startBefore?: AbortSignal;
}

type FindCredentials = () => Promise<CredentialsAnswer>;

interface Made extends Stamped<Answer> {
  /** The credentials of the request; `undefined` if none was made. */
  readonly credentials: Credentials | undefined;
}

/**
 * Calls the SAE API: one signed request per call and no retry, since the poll is the retry, with two
 * exceptions. Credentials that the API calls expired are renewed, if possible, and tried once more; a refused
 * time stamp is replaced once by the API's own time, if it returns one. No request takes longer than the
 * request timeout. A failure is an answer, not an exception.
 */
export class SaeClient {
  readonly #options: SaeClientOptions;
  /** The writes that may have been carried out. */
  readonly #written = new Set<string>();

  constructor(options: SaeClientOptions) {
    this.#options = options;
  }

  /** `turn` says how urgent the call is if calls are scarce. */
  async call(action: ApiCall, query: ApiQuery, signal: AbortSignal, turn: Turn = POLL): Promise<Answer> {
    const { credentials: provider } = this.#options;
    const call: Call = { action, method: 'GET', path: API_PATHS[action], query, signal, turn };
    // Wait for the turn first: the credentials might expire during a long wait.
    const { answer, credentials } = await this.#inTime(call, () => provider.credentials(signal));
    if (answer.kind === 'data' || answer.fault.reason !== 'credentials-expired') return answer;
    if (credentials === undefined) return answer;
    const renewed = await provider.credentials(signal, credentials);
    if (renewed.kind === 'fault') return renewed;
    if (renewed.credentials === credentials) return answer;
    return (await this.#inTime(call, () => Promise.resolve(renewed))).answer;
  }

  /**
   * Sends one write, once, without any retry, for whatever reason it fails. To send it again the caller must
   * know that it was not carried out, and says so by `provenUndone`; otherwise the second call of the same
   * write throws and sends nothing. A failure is an answer, with `neverSent` if no request was made.
   */
  async write(
    action: ApiWrite,
    query: ApiQuery,
    signal: AbortSignal,
    { provenUndone = false, startBefore = signal }: WriteLimits = {},
  ): Promise<Answer> {
    const key = JSON.stringify([action, Object.entries(query).toSorted()]);
    if (this.#written.has(key) && !provenUndone)
      throw new Error(`${action} may have been carried out already`);
    const { credentials, budget } = this.#options;
    const asking = { action, method: 'PUT', path: API_WRITES[action], query, signal, turn: WRITE } as const;
    const start = AbortSignal.any([signal, startBefore]);
    const answer = await budget.make(WRITE, start, async (): Promise<Answer> => {
      const found = await credentials.credentials(start);
      if (found.kind === 'fault') return neverSent(found);
      if (start.aborted) return neverSent(givenUp(action));
      this.#written.add(key);
      return (await this.#request(asking, found.credentials)).answer;
    });
    return answer ?? neverSent(givenUp(action));
  }

  /**
   * The request, repeated once with another time stamp if that may help; that is a call of the budget too.
   */
  async #inTime(call: Call, find: FindCredentials): Promise<Made> {
    const first = await this.#inTurn(call, find);
    const { credentials } = first;
    if (!first.stampAgain || credentials === undefined) return first;
    return this.#inTurn(call, () => Promise.resolve({ kind: 'credentials', credentials }));
  }

  /** The request, signed with the credentials found, as soon as the budget allows it. */
  async #inTurn(call: Call, find: FindCredentials): Promise<Made> {
    const made = await this.#options.budget.make(call.turn, call.signal, async (): Promise<Made> => {
      const found = await find();
      if (found.kind === 'fault') return { answer: found, stampAgain: false, credentials: undefined };
      const { credentials } = found;
      return { ...(await this.#request(call, credentials)), credentials };
    });
    return made ?? { answer: givenUp(call.action), stampAgain: false, credentials: undefined };
  }

  async #request(asking: Asking, credentials: Credentials): Promise<Stamped<Answer>> {
    const { action, signal } = asking;
    const { budget, clock, traced, serverTime, zoneOffsetMs, hide } = this.#options;
    const startMs = clock.nowMs();
    const stampMs = serverTime.nowMs();
    const request = this.#signedRequest(asking, credentials, stampMs);
    const sent = await boundedRequest(this.#options, action, request, signal);
    const opened = sent.kind === 'fault' ? sent : openEnvelope(action, sent.answer, hide);
    if (opened.kind === 'fault' && opened.fault.reason === 'throttled') budget.throttled(startMs);
    const date = sent.kind === 'answer' ? sent.answer.headers['date'] : undefined;
    const { answer, stampAgain } = judgeStamp(opened, serverTime, stampMs, date);
    const tookMs = clock.nowMs() - startMs;
    traced({ action, tookMs, answer });
    if (answer.kind === 'fault') return { answer, stampAgain };
    return { answer: { ...answer, cameMs: stampMs + tookMs, zoneOffsetMs }, stampAgain };
  }

  #signedRequest(
    { action, method, path, query }: Asking,
    credentials: Credentials,
    stampMs: number,
  ): HttpRequest {
    const { origin, userAgent, nonce } = this.#options;
    const { accessKeyId, accessKeySecret, securityToken } = credentials;
    const { host } = new URL(origin);
    const headers = signedHeaders({
      host,
      action,
      version: API_VERSION,
      stampMs,
      nonce: nonce(),
      securityToken,
    });
    const signable = { method, path, query, headers, body: '' };
    return {
      method,
      url: `${origin}${path}?${canonicalQuery(query)}`,
      headers: {
        ...headers,
        authorization: authorization(signable, accessKeyId, accessKeySecret),
        accept: 'application/json',
        'user-agent': userAgent,
      },
    };
  }
}

/** The answer to a call that was cancelled before its turn came. */
function givenUp(action: string): FaultAnswer {
  return faultAnswer(action, 'no-answer', { detail: { kind: 'given-up' } });
}

function neverSent({ fault }: FaultAnswer): FaultAnswer {
  return { kind: 'fault', fault: { ...fault, neverSent: true } };
}

/** Makes API calls: the client, or a wrapper that counts them. It cannot write. */
export type ApiCaller = Pick<SaeClient, 'call'>;

/** The answer to a question, or why there is none. */
export type Asked<Value> = { readonly kind: 'answer'; readonly value: Value } | FaultAnswer;

/** Makes an API call and reads its `Data` by the schema. `Data` of another shape is a `malformed` fault. */
export async function ask<Schema extends z.ZodMiniType>(
  caller: ApiCaller,
  action: ApiCall,
  query: ApiQuery,
  schema: Schema,
  signal: AbortSignal,
  turn: Turn = POLL,
): Promise<Asked<z.infer<Schema>>> {
  const answer = await caller.call(action, query, signal, turn);
  if (answer.kind === 'fault') return answer;
  const parsed = schema.safeParse(answer.data);
  if (parsed.success) return { kind: 'answer', value: parsed.data };
  return faultAnswer(action, 'malformed', { requestId: answer.requestId, httpStatus: 200 });
}

/** Converts an answer. Pure. */
export function mapAsked<From, To>(asked: Asked<From>, into: (value: From) => To): Asked<To> {
  return asked.kind === 'fault' ? asked : { kind: 'answer', value: into(asked.value) };
}
