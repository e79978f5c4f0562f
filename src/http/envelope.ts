import * as z from 'zod/mini';
import type { Fault, FaultAnswer, FaultDetail, FaultReason } from '../rollout/fault.ts';
import { faultAnswer } from '../rollout/fault.ts';
import { cleanText, foreignText, holdsNoSecret, withoutSecrets } from '../text/clean.ts';
import type { Hide } from '../text/clean.ts';
import { reasonOfCodes } from './error-codes.ts';
import type { HttpAnswer } from './transport.ts';
import { parseJson } from './transport.ts';

/** The result of an API call: its `Data`, not yet read, or why there is none. */
export type Answer =
  | {
      readonly kind: 'data';
      readonly data: unknown;
      readonly requestId: string | undefined;
      /** When it came, by the clock whose stamp the API accepted; epoch ms. */
      readonly cameMs?: number;
      /** How far its times without a zone are ahead of UTC. */
      readonly zoneOffsetMs?: number;
    }
  | FaultAnswer;

/** A missing or malformed field is `undefined`. */
export function loose<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.catch(z.optional(schema), undefined);
}

/** The API is inconsistent in its types: a number counts as a text too. */
export const textOrNumber = z.union([z.string(), z.pipe(z.number(), z.transform(String))]);

/** A text, clean; `undefined` if it is empty or not a text. */
export const looseText = loose(
  z.pipe(
    textOrNumber,
    z.transform((text: string) => cleanText(text) || undefined),
  ),
);

const word = loose(textOrNumber);

const envelopeSchema = z.object({
  RequestId: word,
  Message: word,
  // Of any type: fields that report the result must have a value that the API is known to use.
  Code: z.optional(z.unknown()),
  ErrorCode: z.optional(z.unknown()),
  // Explicitly optional: otherwise a missing unknown would be rejected, and a gateway's error has neither.
  Success: z.optional(z.unknown()),
  Data: z.optional(z.unknown()),
});

type Envelope = z.infer<typeof envelopeSchema>;

/** `ErrorCode` has been seen with each of these on success, or missing. */
const NO_ERROR_CODES: readonly unknown[] = [undefined, null, '', 'success', '空'];

/**
 * Opens the API's envelope. `Data` is returned only for HTTP 200 with a JSON object in which `Success`,
 * `Code` and `ErrorCode` all report success or are missing; a failure may also be an HTTP 200. An answer that
 * reports success with an `ErrorCode` that does not, or with a `Code` or `ErrorCode` that is neither a text
 * nor a number, is a `contradictory` fault. No text of it contains a secret that `hide` knows: servers quote
 * requests, logs print the environment, and a text that was cut within a secret would never be masked. So any
 * reader of `Data` may clean and cut it. Pure.
 */
export function openEnvelope(action: string, answer: HttpAnswer, hide: Hide): Answer {
  const shown = (text: string, maxLength: number): string => foreignText(text, maxLength, hide);
  const envelope = parseEnvelope(answer.body);
  if (envelope === undefined) return { kind: 'fault', fault: faultOfForeignAnswer(action, answer, shown) };
  const requestId = envelope.RequestId === undefined ? undefined : shown(envelope.RequestId, 100);
  const odd = oddField(envelope);
  const success = answer.status === 200 && saysSuccess(envelope);
  if (success && odd === undefined) {
    const data = holdsNoSecret(answer.body, hide) ? envelope.Data : withoutSecrets(envelope.Data, hide);
    return { kind: 'data', data, requestId };
  }
  const codes = [envelope.ErrorCode, envelope.Code].flatMap(code =>
    NO_ERROR_CODES.includes(code) || !isWord(code) || isSuccessCode(String(code)) ? [] : [String(code)],
  );
  const code = codes[0] === undefined ? undefined : shown(codes[0], 200);
  const message = shown(envelope.Message ?? '', 1_000);
  const fault = {
    action,
    message,
    code,
    requestId,
    httpStatus: answer.status,
    retryAfterMs: retryAfterMs(answer),
  };
  if (!success || odd === undefined) {
    const reason = reasonOfCodes(codes, answer.status);
    return {
      kind: 'fault',
      fault: { ...fault, reason, ...(isUnambiguous(envelope, answer.status) && { unambiguous: true }) },
    };
  }
  const detail = { kind: 'contradictory', field: odd, code } as const;
  const said = NO_ERROR_CODES.includes(message) ? '' : message;
  return { kind: 'fault', fault: { ...fault, message: said, reason: 'contradictory', detail } };
}

/** Whether neither `Success` nor `Code` reports a failure. */
function saysSuccess({ Success, Code }: Envelope): boolean {
  const success = Success === undefined || Success === null || Success === true || Success === 'true';
  return success && (!isWord(Code) || Code === '' || isSuccessCode(String(Code)));
}

/**
 * Whether an answer is an error and nothing else: it has the API's request id, one code by name, beside it at most
 * the status of a refusal, and no data; neither its HTTP status nor `Success` says otherwise.
 */
function isUnambiguous({ RequestId, Success, Code, ErrorCode, Data }: Envelope, status: number): boolean {
  const isRefused = status >= 400 && status < 500;
  const saysFailure = Success === false || Success === 'false';
  const isSilent = Success === undefined || Success === null;
  const isFailure = saysFailure ? isRefused || status === 200 : isSilent && isRefused;
  const told = [ErrorCode, Code].filter(code => code !== undefined && code !== null && code !== '');
  const names = new Set(told.filter(code => !/^4\d\d$/u.test(String(code))));
  const hasData = Data !== undefined && Data !== null && Data !== '' && JSON.stringify(Data) !== '{}';
  return (RequestId ?? '') !== '' && isFailure && names.size === 1 && !hasData;
}

/** The first field that contradicts the success that the others report. */
function oddField({ Code, ErrorCode }: Envelope): 'Code' | 'ErrorCode' | undefined {
  if (Code !== undefined && Code !== null && !isWord(Code)) return 'Code';
  return NO_ERROR_CODES.includes(ErrorCode) ? undefined : 'ErrorCode';
}

/** The API writes codes as texts and as numbers. */
function isWord(code: unknown): code is string | number {
  return typeof code === 'string' || typeof code === 'number';
}

function isSuccessCode(code: string): boolean {
  return /^2\d\d$/u.test(code);
}

function parseEnvelope(body: string): Envelope | undefined {
  if (/^\s*<(?:\?xml[^>]*>\s*<)?Error\b/u.test(body)) return xmlError(body);
  return envelopeSchema.safeParse(parseJson(body)).data;
}

/** The gateway's errors are XML if its client could not ask for JSON. */
function xmlError(body: string): Envelope {
  const element = (name: string): string | undefined =>
    new RegExp(`<${name}>([^<]*)</${name}>`, 'u').exec(body)?.[1];
  return {
    RequestId: element('RequestId'),
    Message: element('Message'),
    Code: element('Code'),
    Success: false,
  };
}

/** An answer that is not the API's: a proxy's page, a captive portal, a redirect, half a body. */
function faultOfForeignAnswer(
  action: string,
  answer: HttpAnswer,
  shown: (text: string, maxLength: number) => string,
): Fault {
  const { status, headers, body } = answer;
  const reason: FaultReason = status >= 500 || status === 429 ? 'server' : 'not-the-api';
  const header = (name: string): string | undefined => {
    const value = headers[name];
    return value === undefined ? undefined : shown(value, 200);
  };
  return {
    action,
    reason,
    message: '',
    detail: {
      kind: 'stranger',
      bodyStart: shown(body, 80),
      contentType: header('content-type'),
      location: header('location'),
    },
    requestId: headers['x-acs-request-id'] && shown(headers['x-acs-request-id'], 100),
    httpStatus: status,
    retryAfterMs: retryAfterMs(answer),
  };
}

/** The server's wait hint in milliseconds; only a plain whole number counts. */
function retryAfterMs({ headers }: HttpAnswer): number | undefined {
  const hint = headers['x-acs-retry-after']?.trim() ?? '';
  return /^\d{1,15}$/u.test(hint) ? Number(hint) : undefined;
}

/** The fault for a malformed answer with HTTP 200, which may pass. Pure. */
export function malformedAnswer(action: string, detail: FaultDetail, requestId?: string): FaultAnswer {
  return faultAnswer(action, 'malformed', { detail, requestId, httpStatus: 200 });
}

/** A request that was made, for the log; contains no secret. */
export interface RequestTrace {
  readonly action: string;
  readonly tookMs: number;
  readonly answer: Pick<Extract<Answer, { kind: 'data' }>, 'kind' | 'requestId'> | FaultAnswer;
}
