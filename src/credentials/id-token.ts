import * as z from 'zod/mini';
import { boundedRequest, parseJson, parseUrl } from '../http/transport.ts';
import type { Transport } from '../http/transport.ts';
import type { Clock } from '../polling/clock.ts';
import type { Fault, FaultDetail, FaultReason } from '../rollout/fault.ts';

export type IdTokenAnswer =
  { readonly kind: 'id-token'; readonly idToken: string } | { readonly kind: 'fault'; readonly fault: Fault };

/** Where the runner gives ID tokens; both are there only with `permissions: id-token: write`. */
export interface IdTokenService {
  /** `ACTIONS_ID_TOKEN_REQUEST_URL` */
  readonly url: string | undefined;
  /** `ACTIONS_ID_TOKEN_REQUEST_TOKEN` */
  readonly token: string | undefined;
}

export interface IdTokenOptions {
  readonly service: IdTokenService;
  readonly audience: string;
  readonly clock: Clock;
  readonly transport: Transport;
  readonly requestTimeoutMs: number;
  readonly userAgent: string;
  readonly mask: (secret: string) => void;
}

const ACTION = 'GitHub ID token';

const answerSchema = z.object({ value: z.string().check(z.minLength(1)) });

/** Asks GitHub for an ID token of this workflow run, meant for `audience`; masked before it is given. */
export async function requestIdToken(options: IdTokenOptions, signal: AbortSignal): Promise<IdTokenAnswer> {
  const { service, audience, clock, transport, requestTimeoutMs, mask } = options;
  const url = service.url === undefined ? null : parseUrl(service.url);
  if (url === null || !service.token) return fault('no-id-token', undefined, { kind: 'not-allowed' });
  url.searchParams.set('audience', audience);
  const headers = {
    authorization: `Bearer ${service.token}`,
    accept: 'application/json',
    'user-agent': options.userAgent,
  };
  const sent = await boundedRequest(clock, requestTimeoutMs, signal, ACTION, stop =>
    transport({ method: 'GET', url: url.href, headers }, stop),
  );
  if (sent.kind === 'fault') return sent;
  const { status, body } = sent.answer;
  if (status === 401 || status === 403) return fault('no-id-token', status);
  const value = status === 200 ? answerSchema.safeParse(parseJson(body)).data?.value : undefined;
  if (value === undefined) return fault('server', status, { kind: 'no-token' });
  mask(value);
  return { kind: 'id-token', idToken: value };
}

function fault(reason: FaultReason, httpStatus: number | undefined, detail?: FaultDetail): IdTokenAnswer {
  const told: Fault = { action: ACTION, reason, message: '', httpStatus };
  return { kind: 'fault', fault: detail === undefined ? told : { ...told, detail } };
}
