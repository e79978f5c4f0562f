import * as z from 'zod/mini';
import type { ServerTime, Stamped } from '../http/server-time.ts';
import type { HttpAnswer, HttpRequest } from '../http/transport.ts';
import { boundedRequest, parseJson } from '../http/transport.ts';
import type { Fault } from '../rollout/fault.ts';
import { faultAnswer } from '../rollout/fault.ts';
import { judgeStamp, utcSeconds } from '../http/server-time.ts';
import { looseText, openEnvelope } from '../http/envelope.ts';
import type { Hide } from '../text/clean.ts';
import type { IdTokenAnswer } from './id-token.ts';
import type { SourceParts } from './provider.ts';
import type { SessionAnswer } from './session.ts';
import { mintedSchema, mintedSession } from './session.ts';

/**
 * What a refusal of a token service means. Its errors have Alibaba Cloud's usual form; but here every coded
 * 4xx except throttling is final, whatever the code: retrying with the same role brings the same answer,
 * unless only the time was wrong. Contains no secret that `hide` knows. Pure.
 */
export function openStsError(action: string, answer: HttpAnswer, hide: Hide): Fault {
  const opened = openEnvelope(action, answer, hide);
  if (opened.kind === 'data') return faultAnswer(action, 'malformed', { httpStatus: answer.status }).fault;
  const { fault } = opened;
  const kept = fault.reason === 'throttled' || fault.reason === 'clock';
  const refused = answer.status >= 400 && answer.status < 500 && answer.status !== 429 && !kept;
  return refused && fault.code !== undefined ? { ...fault, reason: 'role-refused' } : fault;
}

/** The role to assume, and how. */
export interface OidcRole {
  readonly roleArn: string;
  readonly oidcProviderArn: string;
  /** The file with the ID token; `undefined` if GitHub issues one. */
  readonly tokenFile: string | undefined;
  /** Of the ID token that GitHub issues. */
  readonly audience: string;
  readonly roleSessionName: string;
  /** From 900 s to what the role allows. */
  readonly durationSeconds: number;
  /** Scheme, host and port of the Security Token Service. */
  readonly stsOrigin: string;
}

export interface OidcRoleOptions extends SourceParts {
  readonly role: OidcRole;
  /** The clock for time stamps. */
  readonly serverTime: ServerTime;
  readonly userAgent: string;
  /** Returns a new ID token at each call. */
  readonly idToken: (signal: AbortSignal) => Promise<IdTokenAnswer>;
  readonly hide: Hide;
}

const ACTION = 'AssumeRoleWithOIDC';

const answerSchema = z.object({ RequestId: looseText, Credentials: mintedSchema });

/**
 * Opens a session of a RAM role with an ID token of the workflow or of the workload. Every failure is a
 * fault; `no-id-token` and `role-refused` are final. A refused time stamp is replaced once by the service's
 * own time, if it returns one. Source: the STS API reference, AssumeRoleWithOIDC, version 2015-04-01.
 */
export async function assumeRoleWithOidc(
  options: OidcRoleOptions,
  signal: AbortSignal,
): Promise<SessionAnswer> {
  const token = await options.idToken(signal);
  if (token.kind === 'fault') return token;
  const first = await assume(options, token.idToken, signal);
  return first.stampAgain ? (await assume(options, token.idToken, signal)).answer : first.answer;
}

async function assume(
  options: OidcRoleOptions,
  idToken: string,
  signal: AbortSignal,
): Promise<Stamped<SessionAnswer>> {
  const { role, serverTime, mask, hide } = options;
  const stampMs = serverTime.nowMs();
  const sent = await boundedRequest(options, ACTION, requestOf(options, idToken, stampMs), signal);
  if (sent.kind === 'fault') return { answer: sent, stampAgain: false };
  const { answer } = sent;
  if (answer.status === 200) {
    return { answer: openAnswer(answer, serverTime.nowMs(), mask), stampAgain: false };
  }
  const fault = openStsError(ACTION, answer, hide);
  const byFile = role.tokenFile !== undefined && fault.reason === 'role-refused';
  const explained: Fault = byFile ? { ...fault, detail: { kind: 'by-token-file' } } : fault;
  return judgeStamp<SessionAnswer>(
    { kind: 'fault', fault: explained },
    serverTime,
    stampMs,
    answer.headers['date'],
  );
}

function requestOf({ role, userAgent }: OidcRoleOptions, idToken: string, stampMs: number): HttpRequest {
  const query = new URLSearchParams({
    Action: ACTION,
    Version: '2015-04-01',
    Format: 'JSON',
    Timestamp: utcSeconds(stampMs),
  });
  const form = new URLSearchParams({
    RoleArn: role.roleArn,
    OIDCProviderArn: role.oidcProviderArn,
    OIDCToken: idToken,
    RoleSessionName: role.roleSessionName,
    DurationSeconds: String(role.durationSeconds),
  });
  return {
    method: 'POST',
    url: `${role.stsOrigin}/?${query.toString()}`,
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': userAgent,
    },
    body: form.toString(),
  };
}

function openAnswer(answer: HttpAnswer, nowMs: number, mask: (secret: string) => void): SessionAnswer {
  const opened = answerSchema.safeParse(parseJson(answer.body)).data;
  if (opened === undefined) return MALFORMED;
  // The server's own clock says how long the session lasts, whatever this machine's clock says.
  const serverMs = Date.parse(answer.headers['date'] ?? '');
  const session = mintedSession(opened.Credentials, Number.isNaN(serverMs) ? nowMs : serverMs, mask);
  return { kind: 'session', session, requestId: opened.RequestId };
}

// Nothing of the answer is quoted: it may contain secrets that are not masked yet.
const MALFORMED = faultAnswer(ACTION, 'malformed', { detail: { kind: 'no-credentials' }, httpStatus: 200 });
