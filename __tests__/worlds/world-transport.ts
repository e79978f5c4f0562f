import type { HttpAnswer, HttpRequest, Transport } from '../../src/http/transport.ts';
import { TransportError } from '../../src/http/transport.ts';
import { envelopeOf, errorAnswer, httpAnswer } from '../support/answers.ts';
import type { VirtualClock } from '../support/virtual-clock.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';
import { edited } from './edited.ts';
import type { Exchange } from './exchange.ts';
import { WorldAccount } from './world-account.ts';
import type { Trouble, World } from './world.ts';

/** A time stamp that is further off is refused. */
const TAKEN_SKEW_MS = 15 * 60_000;

/** The network and the clouds behind it, in process: serves a world and notes every exchange. */
export class WorldTransport {
  readonly exchanges: Exchange[] = [];
  readonly #world: World;
  readonly #clock: VirtualClock;
  readonly #account: WorldAccount;
  #saeRequests = 0;
  /** When each session that was minted ends, by its token. */
  readonly #sessionEndsMs = new Map<string, number>();

  constructor(world: World, clock: VirtualClock) {
    this.#world = world;
    this.#clock = clock;
    this.#account = new WorldAccount(world);
  }

  readonly send: Transport = async (request, signal) => {
    const url = new URL(request.url);
    const exchange: Exchange = {
      host: url.host,
      call: url.pathname.replace(/.*\//u, ''),
      query: Object.fromEntries(url.searchParams),
      sentMs: this.#clock.elapsedMs,
      endedMs: Infinity,
      served: undefined,
    };
    this.exchanges.push(exchange);
    const end = (): void => {
      exchange.endedMs = Math.min(exchange.endedMs, this.#clock.elapsedMs);
    };
    signal.addEventListener('abort', end);
    try {
      const answer = await this.#serve(exchange, request, signal);
      if (signal.aborted) throw new TransportError('network', 'given up');
      exchange.served = { status: answer.status, body: answer.body };
      return answer;
    } finally {
      end();
    }
  };

  async #serve(exchange: Exchange, request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const { latencyMs, troubles } = this.#world;
    if (!isSae(exchange)) {
      const answer = this.#identity(exchange);
      await this.#clock.sleep(latencyMs, signal);
      return answer;
    }
    const trouble = troubles[this.#saeRequests++] ?? undefined;
    if (trouble?.kind === 'deaf') return new Promise(() => undefined);
    if (trouble?.kind === 'reset') throw new TransportError('network', 'read ECONNRESET');
    const answer = troubled(this.#answer(exchange, request, trouble), trouble);
    const slowMs = trouble?.kind === 'slow' ? trouble.afterMs : 0;
    await this.#clock.sleep(trouble?.kind === 'hang' ? Infinity : latencyMs + slowMs, signal);
    return answer;
  }

  #answer({ call, query, sentMs }: Exchange, { headers }: HttpRequest, trouble?: Trouble): HttpAnswer {
    const refusal = this.#refusal(headers, sentMs);
    if (refusal !== undefined) return refusal;
    const atMs = sentMs + (trouble?.kind === 'displaced' ? trouble.byMs : 0);
    const other = trouble?.kind === 'other' ? this.#account.orders[trouble.index]?.id : undefined;
    const asked = other === undefined ? query : { ...query, ChangeOrderId: other };
    const told = this.#account.tell(call, asked, atMs);
    if ('refused' in told)
      return errorAnswer(told.refused, told.refused === 'InvalidAppId.NotFound' ? 404 : 400);
    const quirks = call === 'DescribeChangeOrder' ? this.#world.quirks : [];
    return httpAnswer(quirks.reduce<unknown>(edited, envelopeOf(told.data)));
  }

  /** What a gateway checks before it answers: the time stamp, and whether the session still lives. */
  #refusal(headers: HttpRequest['headers'], sentMs: number): HttpAnswer | undefined {
    const trueMs = WALL_START_MS + sentMs;
    const stampMs = Date.parse(headers['x-acs-date'] ?? '');
    if (!(Math.abs(stampMs - trueMs) <= TAKEN_SKEW_MS)) {
      const date = this.#world.clock.date ?? new Date(trueMs).toUTCString();
      return errorAnswer('InvalidTimeStamp.Expired', 400, date === '' ? {} : { date });
    }
    const endsMs = this.#sessionEndsMs.get(headers['x-acs-security-token'] ?? '') ?? Infinity;
    return sentMs >= endsMs ? errorAnswer('InvalidSecurityToken.Expired', 400) : undefined;
  }

  /** GitHub's ID tokens, and STS. */
  #identity({ host, sentMs }: Exchange): HttpAnswer {
    if (!host.startsWith('sts')) return httpAnswer({ count: 1, value: 'id.token.value' });
    const endsMs = sentMs + (this.#world.sessionMs ?? 0);
    const token = `session-token-${this.#sessionEndsMs.size + 1}`;
    this.#sessionEndsMs.set(token, endsMs);
    const expires = new Date(WALL_START_MS + endsMs).toISOString();
    const credentials = {
      AccessKeyId: 'STS.session-key-id',
      AccessKeySecret: 'session-key-secret',
      SecurityToken: token,
      Expiration: expires,
    };
    const date = new Date(WALL_START_MS + sentMs).toUTCString();
    return httpAnswer({ RequestId: 'STS', Credentials: credentials }, 200, { date });
  }
}

/** Whether a request is a call of the SAE API. */
export function isSae({ host }: Pick<Exchange, 'host'>): boolean {
  return host.startsWith('sae.');
}

function troubled(answer: HttpAnswer, trouble: Trouble | undefined): HttpAnswer {
  switch (trouble?.kind) {
    case 'error': {
      const { code, status, hint, date } = trouble;
      const headers = {
        ...(hint === null ? {} : { 'x-acs-retry-after': hint }),
        ...(date === null ? {} : { date }),
      };
      return errorAnswer(code, status, headers);
    }
    case 'raw':
      return httpAnswer(trouble.body, trouble.status);
    case 'status':
      return { ...answer, status: trouble.status };
    case 'edit':
      return { ...answer, body: JSON.stringify(edited(JSON.parse(answer.body), trouble.edit)) };
    case 'cut':
      return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length * trouble.left)) };
    default:
      return answer;
  }
}
