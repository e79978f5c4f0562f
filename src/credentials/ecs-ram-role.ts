import * as z from 'zod/mini';
import type { HttpRequest, RequestAnswer } from '../http/transport.ts';
import { boundedRequest, parseJson } from '../http/transport.ts';
import { faultAnswer } from '../rollout/fault.ts';
import type { SourceParts } from './provider.ts';
import { mintedSchema, mintedSession } from './session.ts';
import type { SessionAnswer } from './session.ts';

export interface EcsRamRoleOptions extends SourceParts {
  readonly roleName: string;
}

/** The metadata service of an ECS instance: link-local, so plain HTTP, and never through a proxy. */
const METADATA_ORIGIN = 'http://100.100.100.200';
const ACTION = 'ECS metadata service';
const HANDSHAKE_TTL_SECONDS = 60;

const answerSchema = z.extend(mintedSchema, { Code: z.literal('Success') });

/**
 * Opens a session of this ECS instance's RAM role, with the metadata service's token handshake (its hardened
 * mode). For self-hosted runners.
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

function ask(parts: SourceParts, signal: AbortSignal, request: HttpRequest): Promise<RequestAnswer> {
  return boundedRequest(parts, ACTION, { ...request, direct: true }, signal);
}

function openAnswer(body: string, { clock, mask }: EcsRamRoleOptions): SessionAnswer {
  const minted = answerSchema.safeParse(parseJson(body)).data;
  if (minted === undefined) {
    return faultAnswer(ACTION, 'malformed', { httpStatus: 200, detail: { kind: 'no-credentials' } });
  }
  return { kind: 'session', session: mintedSession(minted, clock.wallMs(), mask), requestId: undefined };
}

/** A missing role or a refused handshake is final; everything else may pass. */
function refused(httpStatus: number): SessionAnswer {
  const final = httpStatus >= 400 && httpStatus < 500 && httpStatus !== 429;
  return faultAnswer(ACTION, final ? 'role-refused' : 'server', { httpStatus });
}
