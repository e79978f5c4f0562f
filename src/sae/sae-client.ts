import type { HttpAnswer, Transport } from '../http/transport.ts';
import { TransportError } from '../http/transport.ts';
import type { Clock } from '../polling/clock.ts';
import { within } from '../polling/within.ts';
import type { Fault, FaultReason } from '../rollout/fault.ts';
import { cleanText } from '../text/clean-text.ts';
import { authorization, canonicalQuery, sha256Hex } from './acs3-signature.ts';
import type { ApiCall } from './api-calls.ts';
import { API_PATHS, API_VERSION } from './api-calls.ts';
import type { Credentials, CredentialsProvider } from './credentials.ts';
import type { Answer } from './envelope.ts';
import { openEnvelope } from './envelope.ts';

export interface SaeClientOptions {
  /** Scheme, host and port, e.g. `https://sae.cn-hangzhou.aliyuncs.com`. */
  readonly origin: string;
  readonly transport: Transport;
  readonly credentials: CredentialsProvider;
  readonly clock: Clock;
  /** For one request, headers and body together. */
  readonly requestTimeoutMs: number;
  readonly userAgent: string;
  /** A fresh text at each call. */
  readonly nonce: () => string;
  /** Told of every request that was made; gets no secret. */
  readonly traced: (trace: RequestTrace) => void;
}

export interface RequestTrace {
  readonly action: ApiCall;
  readonly tookMs: number;
  readonly answer: Answer;
}

export type ApiQuery = Readonly<Record<string, string>>;

/**
 * Asks the SAE API: one signed request a call and no retry, since the poll is the retry. A call never
 * takes longer than the request timeout. What goes wrong is an answer, not an exception.
 */
export class SaeClient {
  readonly #options: SaeClientOptions;

  constructor(options: SaeClientOptions) {
    this.#options = options;
  }

  async call(action: ApiCall, query: ApiQuery, signal: AbortSignal): Promise<Answer> {
    const { clock, traced } = this.#options;
    const startMs = clock.nowMs();
    const answer = await this.#answer(action, query, signal);
    traced({ action, tookMs: clock.nowMs() - startMs, answer });
    return answer;
  }

  async #answer(action: ApiCall, query: ApiQuery, signal: AbortSignal): Promise<Answer> {
    const { clock, requestTimeoutMs } = this.#options;
    try {
      const sent = await within(clock, requestTimeoutMs, signal, stop => this.#send(action, query, stop));
      if (sent.kind === 'done') return openEnvelope(action, sent.value);
      return fault(
        action,
        'no-answer',
        sent.kind === 'aborted' ? 'given up' : `none within ${requestTimeoutMs} ms`,
      );
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      return fault(action, error.failure, cleanText(error.message, 1_000));
    }
  }

  async #send(action: ApiCall, query: ApiQuery, signal: AbortSignal): Promise<HttpAnswer> {
    const { origin, transport, userAgent } = this.#options;
    const credentials = await this.#options.credentials.credentials(signal);
    const path = API_PATHS[action];
    const signed = this.#signedHeaders(action, credentials);
    const request = { method: 'GET', path, query, headers: signed, body: '' } as const;
    const headers = {
      ...signed,
      authorization: authorization(request, credentials.accessKeyId, credentials.accessKeySecret),
      accept: 'application/json',
      'user-agent': userAgent,
    };
    return transport({ method: 'GET', url: `${origin}${path}?${canonicalQuery(query)}`, headers }, signal);
  }

  #signedHeaders(action: ApiCall, { securityToken }: Credentials): Record<string, string> {
    const { origin, clock, nonce } = this.#options;
    return {
      host: new URL(origin).host,
      'x-acs-action': action,
      'x-acs-version': API_VERSION,
      'x-acs-date': new Date(clock.wallMs()).toISOString().replace(/\.\d+Z$/u, 'Z'),
      'x-acs-signature-nonce': nonce(),
      'x-acs-content-sha256': sha256Hex(''),
      ...(securityToken === undefined ? {} : { 'x-acs-security-token': securityToken }),
    };
  }
}

function fault(action: ApiCall, reason: FaultReason, message: string): Answer {
  return { kind: 'fault', fault: { action, reason, message } satisfies Fault };
}
