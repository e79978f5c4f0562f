import * as z from 'zod';
import { boundedRequest } from '../http/bounded-request.ts';
import type { HttpAnswer, Transport } from '../http/transport.ts';
import type { Clock } from '../polling/clock.ts';
import type { Fault } from '../rollout/fault.ts';
import { looseText } from '../sae/loose-fields.ts';
import { utcSeconds } from '../sae/sae-client.ts';
import { parseJson } from '../http/json.ts';
import type { IdTokenAnswer } from './id-token.ts';
import { mintedSchema, mintedSession } from './minted-session.ts';
import type { SessionAnswer } from './session.ts';
import { openStsError } from './sts-error.ts';

/** The role to assume, and how. */
export interface OidcRole {
  readonly roleArn: string;
  readonly oidcProviderArn: string;
  /** Of the ID token. */
  readonly audience: string;
  readonly roleSessionName: string;
  /** 900 s up to what the role allows. */
  readonly durationSeconds: number;
  /** Scheme, host and port of the Security Token Service. */
  readonly stsOrigin: string;
}

export interface OidcRoleOptions {
  readonly role: OidcRole;
  readonly clock: Clock;
  readonly transport: Transport;
  readonly requestTimeoutMs: number;
  readonly userAgent: string;
  /** Gives a fresh ID token at each call. */
  readonly idToken: (signal: AbortSignal) => Promise<IdTokenAnswer>;
  /** Told every minted secret before anything else is done with it. */
  readonly mask: (secret: string) => void;
}

const ACTION = 'AssumeRoleWithOIDC';

const answerSchema = z.looseObject({ RequestId: looseText, Credentials: mintedSchema });

/**
 * Opens a session of a RAM role with an ID token of the workflow. Every failure is a fault: `no-id-token`
 * and `role-refused` are final, what may pass is told as such.
 * Source: the STS API reference, AssumeRoleWithOIDC, version 2015-04-01.
 */
export async function assumeRoleWithOidc(
  options: OidcRoleOptions,
  signal: AbortSignal,
): Promise<SessionAnswer> {
  const { clock, transport, requestTimeoutMs, role, mask } = options;
  const token = await options.idToken(signal);
  if (token.kind === 'fault') return token;
  const query = new URLSearchParams({
    Action: ACTION,
    Version: '2015-04-01',
    Format: 'JSON',
    Timestamp: utcSeconds(clock.wallMs()),
  });
  const form = new URLSearchParams({
    RoleArn: role.roleArn,
    OIDCProviderArn: role.oidcProviderArn,
    OIDCToken: token.idToken,
    RoleSessionName: role.roleSessionName,
    DurationSeconds: String(role.durationSeconds),
  });
  const sent = await boundedRequest(clock, requestTimeoutMs, signal, ACTION, stop =>
    transport(
      {
        method: 'POST',
        url: `${role.stsOrigin}/?${query.toString()}`,
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
          'user-agent': options.userAgent,
        },
        body: form.toString(),
      },
      stop,
    ),
  );
  if (sent.kind === 'fault') return sent;
  const { answer } = sent;
  if (answer.status === 200) return openAnswer(answer, clock.wallMs(), mask);
  return { kind: 'fault', fault: openStsError(ACTION, answer, [token.idToken]) };
}

function openAnswer(answer: HttpAnswer, wallMs: number, mask: (secret: string) => void): SessionAnswer {
  const opened = answerSchema.safeParse(parseJson(answer.body)).data;
  if (opened === undefined) return { kind: 'fault', fault: MALFORMED };
  // The server's own clock tells how long the session lasts, whatever this machine's clock says.
  const serverMs = Date.parse(answer.headers['date'] ?? '');
  const session = mintedSession(opened.Credentials, Number.isNaN(serverMs) ? wallMs : serverMs, mask);
  return { kind: 'session', session, requestId: opened.RequestId };
}

// Not a word of the answer is quoted: it may hold secrets that were not yet masked.
const MALFORMED: Fault = {
  action: ACTION,
  reason: 'malformed',
  message: 'an answer of 200 without the credentials that the API documents',
  httpStatus: 200,
};
