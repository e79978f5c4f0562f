import * as z from 'zod/mini';
import type { HttpRequest, RequestAnswer, Transport } from '../http/transport.ts';
import { boundedRequest, parseJson } from '../http/transport.ts';
import type { Clock } from '../polling/clock.ts';
import type { Fault, FaultDetail, FaultReason } from '../rollout/fault.ts';
import { mintedSchema, mintedSession } from './session.ts';
import type { SessionAnswer } from './session.ts';

export interface EcsRamRoleOptions {
  readonly roleName: string;
  readonly clock: Clock;
  readonly transport: Transport;
  readonly requestTimeoutMs: number;
  readonly mask: (secret: string) => void;
}

/** The metadata service of an ECS instance: link-local, so plain HTTP, and never through a proxy. */
const METADATA_ORIGIN = 'http://100.100.100.200';
const ACTION = 'ECS metadata service';
const HANDSHAKE_TTL_SECONDS = 60;

const answerSchema = z.extend(mintedSchema, { Code: z.literal('Success') });

/**
 * Takes the session of the RAM role of the ECS instance that this machine is, through the metadata
 * service's token handshake (its hardened mode). For self-hosted runners.
 */
export async function ecsRamRoleSession(
  options: EcsRamRoleOptions,
  signal: AbortSignal,
): Promise<SessionAnswer> {
  const handshake = await ask(options, signal, {
    method: 'PUT',
    url: `${METADATA_ORIGIN}/latest/api/token`,
    headers: { 'x-aliyun-ecs-metadata-token-ttl-seconds': String(HANDSHAKE_TTL_SECONDS) },
  });
  if (handshake.kind === 'fault') return handshake;
  if (handshake.answer.status !== 200) return refused(handshake.answer.status);
  const token = handshake.answer.body.trim();
  options.mask(token);
  const role = encodeURIComponent(options.roleName);
  const sent = await ask(options, signal, {
    method: 'GET',
    url: `${METADATA_ORIGIN}/latest/meta-data/ram/security-credentials/${role}`,
    headers: { 'x-aliyun-ecs-metadata-token': token },
  });
  if (sent.kind === 'fault') return sent;
  if (sent.answer.status !== 200) return refused(sent.answer.status);
  return openAnswer(sent.answer.body, options);
}

function ask(
  { clock, requestTimeoutMs, transport }: EcsRamRoleOptions,
  signal: AbortSignal,
  request: HttpRequest,
): Promise<RequestAnswer> {
  return boundedRequest(clock, requestTimeoutMs, signal, ACTION, stop =>
    transport({ ...request, direct: true }, stop),
  );
}

function openAnswer(body: string, { clock, mask }: EcsRamRoleOptions): SessionAnswer {
  const minted = answerSchema.safeParse(parseJson(body)).data;
  if (minted === undefined) return fault('malformed', 200, { kind: 'no-credentials' });
  return { kind: 'session', session: mintedSession(minted, clock.wallMs(), mask), requestId: undefined };
}

/** A missing role or a refused handshake stays so; everything else may pass. */
function refused(status: number): SessionAnswer {
  const final = status >= 400 && status < 500 && status !== 429;
  return fault(final ? 'role-refused' : 'server', status);
}

function fault(reason: FaultReason, httpStatus: number, detail?: FaultDetail): SessionAnswer {
  const told: Fault = { action: ACTION, reason, message: '', httpStatus };
  return { kind: 'fault', fault: detail === undefined ? told : { ...told, detail } };
}
