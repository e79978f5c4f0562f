import * as z from 'zod/mini';
import type { Clock } from '../polling/clock.ts';
import type { FaultAnswer } from '../rollout/fault.ts';
import { isFinal } from '../rollout/fault.ts';
import type { Credentials, CredentialsAnswer, CredentialsProvider } from './provider.ts';

/** Temporary credentials as Alibaba Cloud's services write them. */
export const mintedSchema = z.object({
  AccessKeyId: z.string().check(z.minLength(1)),
  AccessKeySecret: z.string().check(z.minLength(1)),
  SecurityToken: z.string().check(z.minLength(1)),
  Expiration: z.iso.datetime({ offset: true }),
});

/** A session of minted credentials, each masked first. `nowMs` is the service's time, epoch ms. */
export function mintedSession(
  minted: z.infer<typeof mintedSchema>,
  nowMs: number,
  mask: (secret: string) => void,
): Session {
  const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = minted;
  for (const secret of [AccessKeyId, AccessKeySecret, SecurityToken]) mask(secret);
  return {
    credentials: {
      accessKeyId: AccessKeyId,
      accessKeySecret: AccessKeySecret,
      securityToken: SecurityToken,
    },
    lifeMs: Math.max(0, Date.parse(Expiration) - nowMs),
  };
}

/** Temporary credentials, and how long they last from now on. */
export interface Session {
  readonly credentials: Credentials;
  readonly lifeMs: number;
}

export type SessionAnswer =
  | { readonly kind: 'session'; readonly session: Session; readonly requestId: string | undefined }
  | FaultAnswer;

/** Opens a new session. A failure is an answer, not an exception. */
export type OpenSession = (signal: AbortSignal) => Promise<SessionAnswer>;

/** A session is renewed after this share of its life: a third is left for renewals that fail. */
const RENEWED_AFTER = 2 / 3;

/** After a passing failure a renewal is retried when this share of the session's remaining life is over. */
const TRIED_AGAIN_AFTER = 1 / 4;

interface Held {
  readonly credentials: Credentials;
  readonly renewAtMs: number;
  readonly endsAtMs: number;
}

/** A session that is being opened, and the signal of the call that began it. */
interface Opening {
  readonly signal: AbortSignal;
  readonly answer: Promise<CredentialsAnswer>;
}

/**
 * Credentials from sessions that are renewed well before they end, by share of their life, and when the API
 * calls them expired. A renewal with a passing failure is retried a few times while the old session lasts,
 * not at every request: a service that hangs would delay each of them. Never two renewals at a time.
 */
export class SessionCredentials implements CredentialsProvider {
  readonly #clock: Clock;
  readonly #open: OpenSession;
  readonly #renewedAfter: number;
  #held: Held | undefined;
  #opening: Opening | undefined;

  /** `renewedAfter` is the share of its life after which a session is renewed. */
  constructor(clock: Clock, open: OpenSession, renewedAfter = RENEWED_AFTER) {
    this.#clock = clock;
    this.#open = open;
    this.#renewedAfter = renewedAfter;
  }

  async credentials(signal: AbortSignal, expired?: Credentials): Promise<CredentialsAnswer> {
    const held = this.#held;
    if (held !== undefined && held.credentials === expired) this.#held = undefined;
    else if (held !== undefined && this.#clock.nowMs() < this.#goodUntilMs(held)) return given(held);
    const opening = (this.#opening ??= this.#begin(signal));
    const answer = await opening.answer;
    // The call that began it may have been cancelled: that is no answer for any other call.
    const givenUp = answer.kind === 'fault' && opening.signal.aborted && !signal.aborted;
    return givenUp ? this.credentials(signal, expired) : answer;
  }

  /**
   * While a new session is being opened the old one is used until it ends: no other call waits for the new
   * one.
   */
  #goodUntilMs({ renewAtMs, endsAtMs }: Held): number {
    return this.#opening === undefined ? renewAtMs : endsAtMs;
  }

  #begin(signal: AbortSignal): Opening {
    const answer = this.#renew(signal).finally(() => {
      this.#opening = undefined;
    });
    return { signal, answer };
  }

  async #renew(signal: AbortSignal): Promise<CredentialsAnswer> {
    const startMs = this.#clock.nowMs();
    const answer = await this.#open(signal);
    if (answer.kind === 'session') {
      const { credentials, lifeMs } = answer.session;
      this.#held = {
        credentials,
        renewAtMs: startMs + lifeMs * this.#renewedAfter,
        endsAtMs: startMs + lifeMs,
      };
      return given(this.#held);
    }
    const leftMs = this.#held === undefined ? 0 : this.#held.endsAtMs - this.#clock.nowMs();
    if (this.#held === undefined || leftMs <= 0 || isFinal(answer.fault)) return answer;
    this.#held = { ...this.#held, renewAtMs: this.#clock.nowMs() + leftMs * TRIED_AGAIN_AFTER };
    return given(this.#held);
  }
}

function given({ credentials }: Held): CredentialsAnswer {
  return { kind: 'credentials', credentials };
}
