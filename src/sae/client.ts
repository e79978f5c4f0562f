import type * as z from 'zod/mini';
import type { Credentials, CredentialsAnswer, CredentialsProvider } from '../credentials/provider.ts';
import type { ServerTime } from '../http/server-time.ts';
import { utcSeconds } from '../http/server-time.ts';
import type { HttpRequest, Transport } from '../http/transport.ts';
import { boundedRequest } from '../http/transport.ts';
import type { CallBudget } from '../polling/call-budget.ts';
import type { Clock } from '../polling/clock.ts';
import type { Turn } from '../polling/turns.ts';
import { POLL } from '../polling/turns.ts';
import type { Fault } from '../rollout/fault.ts';
import type { Hide } from '../text/clean.ts';
import type { Answer, RequestTrace } from '../http/envelope.ts';
import { openEnvelope } from '../http/envelope.ts';
import { authorization, canonicalQuery, sha256Hex } from './signature.ts';

/**
 * The API calls that the gate makes, each a read, with its path. The RAM action that allows a call is
 * `sae:` and the call's name. Source: the SAE API reference, version 2019-05-06.
 */
export const API_PATHS = {
  DescribeChangeOrder: '/pop/v1/sam/changeorder/DescribeChangeOrder',
  ListChangeOrders: '/pop/v1/sam/changeorder/ListChangeOrders',
  DescribePipeline: '/pop/v1/sam/changeorder/DescribePipeline',
  DescribeApplicationGroups: '/pop/v1/sam/app/describeApplicationGroups',
  DescribeApplicationInstances: '/pop/v1/sam/app/describeApplicationInstances',
  DescribeApplicationConfig: '/pop/v1/sam/app/describeApplicationConfig',
  ListAppEvents: '/pop/v1/sam/app/listAppEvents',
  DescribeInstanceLog: '/pop/v1/sam/instance/describeInstanceLog',
} as const;

/** What the doctor asks besides. */
const DOCTOR_PATHS = {
  DescribeApplicationStatus: '/pop/v1/sam/app/describeApplicationStatus',
} as const;

const PATHS = { ...DOCTOR_PATHS, ...API_PATHS };

export type ApiCall = keyof typeof PATHS;

/** Whether an operation of SAE is one that this version can ask. Pure. */
export function isApiCall(operation: string): operation is ApiCall {
  return Object.hasOwn(PATHS, operation);
}

export const API_VERSION = '2019-05-06';

export interface SaeClientOptions {
  /** Scheme, host and port, e.g. `https://sae.cn-hangzhou.aliyuncs.com`. */
  readonly origin: string;
  readonly transport: Transport;
  readonly credentials: CredentialsProvider;
  readonly clock: Clock;
  /** What requests are stamped with. */
  readonly serverTime: ServerTime;
  /** Every call takes its turn in it. */
  readonly budget: CallBudget;
  /** For one request, headers and body together. */
  readonly requestTimeoutMs: number;
  readonly userAgent: string;
  /** A fresh text at each call. */
  readonly nonce: () => string;
  /** Knows every secret that is sent, and more. */
  readonly hide: Hide;
  /** Told of every request that was made; gets no secret. */
  readonly traced: (trace: RequestTrace) => void;
}

export type ApiQuery = Readonly<Record<string, string>>;

/** An answer, and whether the same request with another time stamp may bring a better one. */
interface Stamped {
  readonly answer: Answer;
  readonly stampAgain: boolean;
}

interface Made extends Stamped {
  /** What the request was signed with; `undefined` where none was made. */
  readonly credentials: Credentials | undefined;
}

/**
 * Asks the SAE API: one signed request a call and no retry, since the poll is the retry; save for two
 * things. Credentials which the API calls expired are renewed, where their source can, and tried once
 * more; a time stamp that it refuses is made anew by its own time, where it tells that, once. No request
 * takes longer than the request timeout. What goes wrong is an answer, not an exception.
 */
export class SaeClient {
  readonly #options: SaeClientOptions;

  constructor(options: SaeClientOptions) {
    this.#options = options;
  }

  /** `turn` says how urgent the call is where calls are scarce. */
  async call(action: ApiCall, query: ApiQuery, signal: AbortSignal, turn: Turn = POLL): Promise<Answer> {
    const { credentials: provider } = this.#options;
    const ask = (found: () => Promise<CredentialsAnswer>): Promise<Made> =>
      this.#inTime(action, query, signal, turn, found);
    // The turn first: who waits long for it would sign with credentials that have run out meanwhile.
    const { answer, credentials } = await ask(() => provider.credentials(signal));
    if (answer.kind === 'data' || answer.fault.reason !== 'credentials-expired') return answer;
    if (credentials === undefined) return answer;
    const renewed = await provider.credentials(signal, credentials);
    if (renewed.kind === 'fault') return renewed;
    if (renewed.credentials === credentials) return answer;
    return (await ask(() => Promise.resolve(renewed))).answer;
  }

  /** The request, and once more with another time stamp where that may help: a call of the budget too. */
  async #inTime(
    action: ApiCall,
    query: ApiQuery,
    signal: AbortSignal,
    turn: Turn,
    found: () => Promise<CredentialsAnswer>,
  ): Promise<Made> {
    const first = await this.#inTurn(action, query, signal, turn, found);
    const { credentials } = first;
    if (!first.stampAgain || credentials === undefined) return first;
    return this.#inTurn(action, query, signal, turn, () =>
      Promise.resolve({ kind: 'credentials', credentials }),
    );
  }

  /** The request with what is found to sign it with, as soon as the budget allows it. */
  async #inTurn(
    action: ApiCall,
    query: ApiQuery,
    signal: AbortSignal,
    turn: Turn,
    found: () => Promise<CredentialsAnswer>,
  ): Promise<Made> {
    const made = await this.#options.budget.make(turn, signal, async (): Promise<Made> => {
      const given = await found();
      if (given.kind === 'fault') return { answer: given, stampAgain: false, credentials: undefined };
      const { credentials } = given;
      return { ...(await this.#request(action, query, credentials, signal)), credentials };
    });
    return made ?? { answer: givenUp(action), stampAgain: false, credentials: undefined };
  }

  async #request(
    action: ApiCall,
    query: ApiQuery,
    credentials: Credentials,
    signal: AbortSignal,
  ): Promise<Stamped> {
    const { budget, clock, requestTimeoutMs, transport, traced, serverTime, hide } = this.#options;
    const startMs = clock.nowMs();
    const stampMs = serverTime.nowMs();
    const request = this.#signedRequest(action, query, credentials, stampMs);
    const sent = await boundedRequest(clock, requestTimeoutMs, signal, action, stop =>
      transport(request, stop),
    );
    const opened = sent.kind === 'fault' ? sent : openEnvelope(action, sent.answer, hide);
    if (opened.kind === 'fault' && opened.fault.reason === 'throttled') budget.throttled(startMs);
    const date = sent.kind === 'answer' ? sent.answer.headers['date'] : undefined;
    const { answer, stampAgain } = stampJudged(opened, serverTime, stampMs, date);
    const tookMs = clock.nowMs() - startMs;
    traced({ action, tookMs, answer });
    if (answer.kind === 'fault') return { answer, stampAgain };
    return { answer: { ...answer, cameMs: stampMs + tookMs }, stampAgain };
  }

  #signedRequest(action: ApiCall, query: ApiQuery, credentials: Credentials, stampMs: number): HttpRequest {
    const { origin, userAgent } = this.#options;
    const path = PATHS[action];
    const signed = this.#signedHeaders(action, credentials, stampMs);
    const signable = { method: 'GET', path, query, headers: signed, body: '' } as const;
    return {
      method: 'GET',
      url: `${origin}${path}?${canonicalQuery(query)}`,
      headers: {
        ...signed,
        authorization: authorization(signable, credentials.accessKeyId, credentials.accessKeySecret),
        accept: 'application/json',
        'user-agent': userAgent,
      },
    };
  }

  #signedHeaders(action: ApiCall, { securityToken }: Credentials, stampMs: number): Record<string, string> {
    const { origin, nonce } = this.#options;
    return {
      host: new URL(origin).host,
      'x-acs-action': action,
      'x-acs-version': API_VERSION,
      'x-acs-date': utcSeconds(stampMs),
      'x-acs-signature-nonce': nonce(),
      'x-acs-content-sha256': sha256Hex(''),
      ...(securityToken === undefined ? {} : { 'x-acs-security-token': securityToken }),
    };
  }
}

/** What an answer means for the time stamp that it was asked with. */
function stampJudged(
  answer: Answer,
  serverTime: ServerTime,
  stampMs: number,
  date: string | undefined,
): Stamped {
  if (answer.kind === 'data' || answer.fault.reason !== 'clock') return { answer, stampAgain: false };
  const { aheadMs, helps } = serverTime.refused(stampMs, date);
  return { answer: { kind: 'fault', fault: { ...answer.fault, clockAheadMs: aheadMs } }, stampAgain: helps };
}

/** The answer to a call that was given up before its turn came. */
function givenUp(action: ApiCall): Answer {
  return { kind: 'fault', fault: { action, reason: 'no-answer', message: '', detail: { kind: 'given-up' } } };
}

/** What makes API calls: the client, or what stands before it and counts them. */
export type ApiCaller = Pick<SaeClient, 'call'>;

/** What a question brought, or why it brought nothing. */
export type Asked<Value> =
  { readonly kind: 'answer'; readonly value: Value } | { readonly kind: 'fault'; readonly fault: Fault };

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
  const { requestId } = answer;
  return { kind: 'fault', fault: { action, reason: 'malformed', message: '', requestId, httpStatus: 200 } };
}

/** What was asked, made into something else. Pure. */
export function mapAsked<From, To>(asked: Asked<From>, into: (value: From) => To): Asked<To> {
  return asked.kind === 'fault' ? asked : { kind: 'answer', value: into(asked.value) };
}
