import { createHmac, randomBytes } from 'node:crypto';
import type { Answer } from './answer.ts';
import { plainAnswer } from './answer.ts';
import type { Endpoint, EndpointCall } from './endpoint.ts';
import { startSession } from './session.ts';

/** The RAM role of the simulated ECS instance. */
export const INSTANCE_ROLE = 'sae-rollout-gate-runner';

const TOKEN_PATH = '/latest/api/token';
const ROLES_PATH = '/latest/meta-data/ram/security-credentials/';
const LONGEST_TOKEN_LIFE_SECONDS = 21_600;
const SESSION_MS = 6 * 3_600_000;
const SIGNING_KEY = randomBytes(32);

/** The endpoint of the ECS metadata service (hardened mode) that this method and path name, if any. */
export function findMetadataEndpoint(method: string, path: string): Endpoint | undefined {
  if (method === 'PUT' && path === TOKEN_PATH) {
    return { action: 'CreateMetadataToken', isSigned: false, answer: createToken };
  }
  if (method === 'GET' && path.startsWith(ROLES_PATH)) {
    const answer = (call: EndpointCall): Answer => roleCredentials(call, path.slice(ROLES_PATH.length));
    return { action: 'GetRoleCredentials', isSigned: false, answer };
  }
  return undefined;
}

function createToken({ request, moment }: EndpointCall): Answer {
  const lifeSeconds = Number(request.headers['x-aliyun-ecs-metadata-token-ttl-seconds'] ?? NaN);
  const isValid =
    Number.isInteger(lifeSeconds) && lifeSeconds >= 1 && lifeSeconds <= LONGEST_TOKEN_LIFE_SECONDS;
  if (!isValid) return textAnswer(400, 'Bad Request');
  const endMs = String(moment.nowEpochMs + lifeSeconds * 1_000);
  return textAnswer(200, `${endMs}.${signatureOf(endMs)}`);
}

function roleCredentials(call: EndpointCall, role: string): Answer {
  const [endMs = '', signature = ''] = (call.request.headers['x-aliyun-ecs-metadata-token'] ?? '').split('.');
  const isValid = signature === signatureOf(endMs) && Number(endMs) > call.moment.nowEpochMs;
  if (!isValid) return textAnswer(403, 'Forbidden');
  if (role === '') return textAnswer(200, INSTANCE_ROLE);
  if (role !== INSTANCE_ROLE) return textAnswer(404, 'Not Found');
  return plainAnswer(200, {
    ...startSession(call.world, call.accounts, call.moment, SESSION_MS),
    LastUpdated: new Date(call.moment.nowEpochMs).toISOString(),
    Code: 'Success',
  });
}

function textAnswer(httpStatus: number, body: string): Answer {
  return { httpStatus, headers: { 'content-type': 'text/plain' }, body };
}

function signatureOf(text: string): string {
  return createHmac('sha256', SIGNING_KEY).update(text).digest('hex');
}
