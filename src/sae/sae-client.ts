import type { CallBudget } from '../budget/call-budget.ts';
import type { Turn } from '../budget/turn.ts';
import { LOOK } from '../budget/turn.ts';
import type { Credentials, CredentialsProvider } from '../credentials/credentials.ts';
import { boundedRequest } from '../http/bounded-request.ts';
import type { HttpRequest, Transport } from '../http/transport.ts';
import type { Clock } from '../polling/clock.ts';
import { authorization, canonicalQuery, sha256Hex } from './acs3-signature.ts';
import type { ApiCall } from './api-calls.ts';
import { API_PATHS, API_VERSION } from './api-calls.ts';
import type { Answer } from './envelope.ts';
import { openEnvelope } from './envelope.ts';

export interface SaeClientOptions {
  /** Scheme, host and port, e.g. `https://sae.cn-hangzhou.aliyuncs.com`. */
  readonly origin: string;
  readonly transport: Transport;
  readonly credentials: CredentialsProvider;
  readonly clock: Clock;
  /** Every call takes its turn in it. */
  readonly budget: CallBudget;
  /** For one request, headers and body together. */
  readonly requestTimeoutMs: number;
  readonly userAgent: string;
  /** A fresh text at each call. */
  readonly nonce: () => string;
  /** Told of every request that was made; gets no secret. */
  readonly traced: (trace: RequestTrace) => void;
}

export interface RequestTrace {
  readonly action: string;
  readonly tookMs: number;
  readonly answer:
    Pick<Extract<Answer, { kind: 'data' }>, 'kind' | 'requestId'> | Extract<Answer, { kind: 'fault' }>;
}

export type ApiQuery = Readonly<Record<string, string>>;

/**
 * Asks the SAE API: one signed request a call and no retry, since the poll is the retry; save that
 * credentials which the API calls expired are renewed, where their source can, and tried once more. No
 * request takes longer than the request timeout. What goes wrong is an answer, not an exception.
 */
export class SaeClient {
  readonly #options: SaeClientOptions;

  constructor(options: SaeClientOptions) {
    this.#options = options;
  }

  /** `turn` says how urgent the call is where calls are scarce. */
  async call(action: ApiCall, query: ApiQuery, signal: AbortSignal, turn: Turn = LOOK): Promise<Answer> {
    const { budget, credentials: provider } = this.#options;
    // The turn first: who waits long for it would sign with credentials that have run out meanwhile.
    if (!(await budget.take(turn, signal))) return givenUp(action);
    const first = await provider.credentials(signal);
    if (first.kind === 'fault') return first;
    const answer = await this.#request(action, query, first.credentials, signal);
    if (answer.kind === 'data' || answer.fault.reason !== 'credentials-expired') return answer;
    const renewed = await provider.credentials(signal, first.credentials);
    if (renewed.kind === 'fault') return renewed;
    if (renewed.credentials === first.credentials) return answer;
    if (!(await budget.take(turn, signal))) return givenUp(action);
    return this.#request(action, query, renewed.credentials, signal);
  }

  async #request(
    action: ApiCall,
    query: ApiQuery,
    credentials: Credentials,
    signal: AbortSignal,
  ): Promise<Answer> {
    const { budget, clock, requestTimeoutMs, transport, traced } = this.#options;
    const startMs = clock.nowMs();
    const request = this.#signedRequest(action, query, credentials);
    const sent = await boundedRequest(clock, requestTimeoutMs, signal, action, stop =>
      transport(request, stop),
    );
    const { accessKeyId, accessKeySecret, securityToken = '' } = credentials;
    const secrets = [accessKeyId, accessKeySecret, securityToken];
    const answer = sent.kind === 'fault' ? sent : openEnvelope(action, sent.answer, secrets);
    if (answer.kind === 'fault' && answer.fault.reason === 'throttled') budget.throttled(startMs);
    traced({ action, tookMs: clock.nowMs() - startMs, answer });
    return answer;
  }

  #signedRequest(action: ApiCall, query: ApiQuery, credentials: Credentials): HttpRequest {
    const { origin, userAgent } = this.#options;
    const path = API_PATHS[action];
    const signed = this.#signedHeaders(action, credentials);
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

  #signedHeaders(action: ApiCall, { securityToken }: Credentials): Record<string, string> {
    const { origin, clock, nonce } = this.#options;
    return {
      host: new URL(origin).host,
      'x-acs-action': action,
      'x-acs-version': API_VERSION,
      'x-acs-date': utcSeconds(clock.wallMs()),
      'x-acs-signature-nonce': nonce(),
      'x-acs-content-sha256': sha256Hex(''),
      ...(securityToken === undefined ? {} : { 'x-acs-security-token': securityToken }),
    };
  }
}

/** The answer to a call that was given up before its turn came. */
function givenUp(action: ApiCall): Answer {
  return { kind: 'fault', fault: { action, reason: 'no-answer', message: 'given up' } };
}

/** A time as Alibaba Cloud writes it: `2026-11-22T05:31:07Z`. */
export function utcSeconds(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/\.\d+Z$/u, 'Z');
}
