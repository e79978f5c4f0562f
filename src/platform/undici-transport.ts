import type { Client } from 'undici';
import type { HttpAnswer, HttpRequest, Transport, TransportFailure } from '../http/transport.ts';
import { TransportError } from '../http/transport.ts';
import type { Environment } from '../inputs/table.ts';
import { DIRECT, isLoopback, routeTo } from '../inputs/proxies.ts';
import { Lines } from './connections.ts';
import type { Resolver } from './resolver.ts';
import { systemResolver } from './resolver.ts';
import { systemClock } from './process.ts';

/** No answer of the API comes near this; larger ones are not read to the end. */
const LARGEST_BODY_BYTES = 8 * 1024 * 1024;

export interface UndiciTransport {
  readonly send: Transport;
  /** Closes every connection at once, including those in use. */
  close(): Promise<void>;
}

/**
 * HTTP over undici: https only, except to this machine and for `direct` requests; honors `HTTP(S)_PROXY` and
 * `NO_PROXY`; always verifies certificates; follows no redirect; decompresses nothing; reads at most 8 MiB of
 * a body. Has no time limit of its own: when the signal is aborted, everything that the request has opened is
 * destroyed, even half a handshake.
 */
export function undiciTransport(
  env: Environment = process.env,
  resolver: Resolver = systemResolver(),
): UndiciTransport {
  const lines = new Lines(resolver);
  return {
    send: async (request, signal) => {
      const url = new URL(request.url);
      if (url.protocol !== 'https:' && !isLoopback(url.hostname) && request.direct !== true) {
        throw new TransportError(
          'network',
          `${url.host}: not called, since http:// is not encrypted`,
          undefined,
          true,
        );
      }
      signal.throwIfAborted();
      const line = lines.take(url, request.direct === true ? DIRECT : routeTo(env, url));
      // undici handles the signal only once there is a connection.
      const giveUp = (): void => void line.destroy();
      signal.addEventListener('abort', giveUp);
      try {
        const answer = await send(line.client, url, request, signal);
        lines.giveBack(line);
        return answer;
      } catch (error) {
        void line.destroy();
        throw error instanceof TransportError ? error : translate(error, url.host);
      } finally {
        signal.removeEventListener('abort', giveUp);
      }
    },
    close: async () => {
      resolver.close();
      await lines.destroy();
    },
  };
}

async function send(
  client: Client,
  url: URL,
  request: HttpRequest,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const answer = await client.request({
    path: `${url.pathname}${url.search}`,
    method: request.method,
    headers: { ...request.headers, 'accept-encoding': 'identity' },
    body: request.body ?? null,
    signal,
  });
  const body = await readBody(answer.body, url.host);
  await ownTurn();
  return { status: answer.statusCode, headers: firstValues(answer.headers), body };
}

let lastTurn: Promise<void> = Promise.resolve();

/**
 * Delivers answers one at a time, and lets other pending work run in between: the answers of a hundred orders
 * may come at the same moment, and processing each takes time.
 */
function ownTurn(): Promise<void> {
  lastTurn = lastTurn.then(() => systemClock.turn());
  return lastTurn;
}

async function readBody(
  body: AsyncIterable<unknown> & { destroy(): unknown },
  host: string,
): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    const buffer = chunk as Buffer;
    bytes += buffer.length;
    if (bytes > LARGEST_BODY_BYTES) {
      body.destroy();
      const detail = { kind: 'too-large', host, limitBytes: LARGEST_BODY_BYTES } as const;
      throw new TransportError('too-large', '', detail);
    }
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function firstValues(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined ? [] : [[name.toLowerCase(), first]];
    }),
  );
}

// The codes of node:tls for a certificate that was rejected.
const CERTIFICATE_CODES =
  /^(?:ERR_TLS_CERT_|CERT_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET|DECODE)|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED)/u;

function failureOf(code: string): TransportFailure {
  if (CERTIFICATE_CODES.test(code)) return 'certificate';
  // The resolver's code for a host that does not exist; with EAI_AGAIN and the like it did not answer.
  return code === 'ENOTFOUND' ? 'unknown-host' : 'network';
}

/** Describes an error in one line; of undici's and Node's errors only code and message are used. */
function translate(error: unknown, host: string): TransportError {
  const { code, message, syscall } = innermost(error);
  const failure = failureOf(code);
  const reason = code === '' || message.includes(code) ? message : `${message} (${code})`;
  // Certificate and address are checked before anything is sent.
  const neverSent = failure !== 'network' || code.startsWith('EAI_') || syscall === 'connect';
  return new TransportError(failure, `${host}: ${reason}`, undefined, neverSent);
}

/**
 * Also recognizes errors by their internal tag: Node's own may come from another realm, where `instanceof`
 * fails. Like `Error.isError`, which Node 20 does not have.
 */
function isError(value: unknown): value is Error {
  return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';
}

interface SystemError {
  readonly code: string;
  readonly message: string;
  /** The failed system call; empty for any other error. */
  readonly syscall: string;
}

function innermost(error: unknown): SystemError {
  if (!isError(error)) return { code: '', message: String(error), syscall: '' };
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0) {
    return innermost(error.errors[0]);
  }
  if (isError(error.cause)) return innermost(error.cause);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const syscall = 'syscall' in error && typeof error.syscall === 'string' ? error.syscall : '';
  return { code, message: error.message, syscall };
}
