import * as z from 'zod';
import { parseJson } from '../http/json.ts';
import type { HttpAnswer } from '../http/transport.ts';
import type { Fault, FaultReason } from '../rollout/fault.ts';
import { cleanText } from '../text/clean-text.ts';
import { hideSecrets } from '../text/hide-secrets.ts';
import { reasonOfCodes } from './error-codes.ts';

/** What an API call brought: its `Data`, not yet looked into, or why there is none. */
export type Answer =
  | { readonly kind: 'data'; readonly data: unknown; readonly requestId: string | undefined }
  | { readonly kind: 'fault'; readonly fault: Fault };

/** Texts and numbers alike, since the API is not sure of its own types; anything else is not told. */
const word = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);

const envelopeSchema = z.object({
  RequestId: word,
  Message: word,
  Code: word,
  ErrorCode: word,
  // Optional in so many words: an unknown that is not there would be refused, and a gateway's error has neither.
  Success: z.unknown().optional(),
  Data: z.unknown().optional(),
});

type Envelope = z.infer<typeof envelopeSchema>;

/** `ErrorCode` has been seen with each of these on success. */
const NO_ERROR_CODES: readonly string[] = ['', 'success', '空'];

/**
 * Opens the API's envelope. `Data` comes out only of HTTP 200 with a JSON object in which neither
 * `Success` nor `Code` says otherwise; a failure may well be an HTTP 200. What is told of a failure holds
 * none of the `secrets` that were sent: servers quote requests, and a quotation that is cut in the middle
 * of a secret is masked by nobody. Pure.
 */
export function openEnvelope(action: string, answer: HttpAnswer, secrets: readonly string[] = []): Answer {
  const told = (text: string, maxLength: number): string => cleanText(hideSecrets(text, secrets), maxLength);
  const envelope = parseEnvelope(answer.body);
  if (envelope === undefined) return { kind: 'fault', fault: faultOfStranger(action, answer, told) };
  const requestId = envelope.RequestId === undefined ? undefined : told(envelope.RequestId, 100);
  if (answer.status === 200 && saysSuccess(envelope)) {
    return { kind: 'data', data: envelope.Data, requestId };
  }
  const codes = [envelope.ErrorCode, envelope.Code].flatMap(code =>
    code === undefined || NO_ERROR_CODES.includes(code) || isSuccessCode(code) ? [] : [code],
  );
  return {
    kind: 'fault',
    fault: {
      action,
      reason: reasonOfCodes(codes, answer.status),
      message: told(envelope.Message ?? '', 1_000),
      code: codes[0] === undefined ? undefined : told(codes[0], 200),
      requestId,
      httpStatus: answer.status,
      retryAfterMs: retryAfterMs(answer),
    },
  };
}

function saysSuccess({ Success, Code }: Envelope): boolean {
  const success = Success === undefined || Success === null || Success === true || Success === 'true';
  return success && (Code === undefined || Code === '' || isSuccessCode(Code));
}

function isSuccessCode(code: string): boolean {
  return /^2\d\d$/u.test(code);
}

function parseEnvelope(body: string): Envelope | undefined {
  if (/^\s*<(?:\?xml[^>]*>\s*<)?Error\b/u.test(body)) return xmlError(body);
  return envelopeSchema.safeParse(parseJson(body)).data;
}

/** The gateway's errors come as XML where its client did not get to say that it wants JSON. */
function xmlError(body: string): Envelope {
  const element = (name: string): string | undefined =>
    new RegExp(`<${name}>([^<]*)</${name}>`, 'u').exec(body)?.[1];
  return {
    RequestId: element('RequestId'),
    Message: element('Message'),
    Code: element('Code'),
    ErrorCode: undefined,
    Success: false,
    Data: undefined,
  };
}

/** An answer that is not the API's: a proxy's page, a captive portal, a redirect, half a body. */
function faultOfStranger(
  action: string,
  answer: HttpAnswer,
  told: (text: string, maxLength: number) => string,
): Fault {
  const { status, headers, body } = answer;
  const reason: FaultReason = status >= 500 || status === 429 ? 'server' : 'not-the-api';
  const header = (name: string): string | undefined => {
    const value = headers[name];
    return value === undefined ? undefined : told(value, 200);
  };
  return {
    action,
    reason,
    message: '',
    detail: {
      kind: 'stranger',
      bodyStart: told(body, 80),
      contentType: header('content-type'),
      location: header('location'),
    },
    requestId: headers['x-acs-request-id'] && told(headers['x-acs-request-id'], 100),
    httpStatus: status,
    retryAfterMs: retryAfterMs(answer),
  };
}

/** The server's wait hint in milliseconds; what is not a plain whole number is no hint. */
function retryAfterMs({ headers }: HttpAnswer): number | undefined {
  const hint = headers['x-acs-retry-after']?.trim() ?? '';
  return /^\d{1,15}$/u.test(hint) ? Number(hint) : undefined;
}
