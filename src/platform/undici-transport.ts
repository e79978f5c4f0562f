import type { Client } from 'undici';
import type { HttpAnswer, HttpRequest, Transport, TransportFailure } from '../http/transport.ts';
import { TransportError } from '../http/transport.ts';
import type { Environment } from '../inputs/table.ts';
import { DIRECT, isLoopback, routeTo } from '../inputs/proxies.ts';
import { Lines } from './connections.ts';
import type { Resolver } from './resolver.ts';
import { systemResolver } from './resolver.ts';
import { systemClock } from './process.ts';

/** No answer of the API comes near this; what is larger is not read to its end. */
const LARGEST_BODY_BYTES = 8 * 1024 * 1024;

export interface UndiciTransport {
  readonly send: Transport;
  /** Closes every connection at once, those in use too. */
  close(): Promise<void>;
}

/**
 * HTTP over undici: https only, save to this machine itself and for `direct` requests, honours
 * `HTTP(S)_PROXY` and `NO_PROXY`, always verifies certificates, follows no redirect, unpacks nothing, reads
 * at most 8 MiB of a body. Has no time limit of its own: that is the signal's part, and what has come about
 * of a request when its signal is aborted, be it half a handshake, is destroyed.
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
          `${url.host}: not asked, since http:// would tell all on the way`,
          undefined,
          true,
        );
      }
      signal.throwIfAborted();
      const line = lines.take(url, request.direct === true ? DIRECT : routeTo(env, url));
      // undici heeds a signal only once there is a connection.
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
 * Lets answers out one at a time, with all else that is due between them: the answers of a hundred orders
 * may come at the same moment, and what is done with each of them takes its time.
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

// The codes of node:tls for a certificate that was seen and not accepted.
const CERTIFICATE_CODES =
  /^(?:ERR_TLS_CERT_|CERT_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET|DECODE)|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED)/u;

function failureOf(code: string): TransportFailure {
  if (CERTIFICATE_CODES.test(code)) return 'certificate';
  // The resolver's answer that there is none; EAI_AGAIN and its like are that it gave no answer.
  return code === 'ENOTFOUND' ? 'unknown-host' : 'network';
}

/** Says in one line what went wrong; of undici's and Node's errors only code and message are taken. */
function translate(error: unknown, host: string): TransportError {
  const { code, message, syscall } = innermost(error);
  const failure = failureOf(code);
  const reason = code === '' || message.includes(code) ? message : `${message} (${code})`;
  // A certificate is looked at, and an address is looked for, before anything is sent.
  const neverSent = failure !== 'network' || code.startsWith('EAI_') || syscall === 'connect';
  return new TransportError(failure, `${host}: ${reason}`, undefined, neverSent);
}

/**
 * Errors are known by their inner mark too: Node's own may come from another realm, where `instanceof`
 * does not know them. Like `Error.isError`, which Node 20 does not have.
 */
function isError(value: unknown): value is Error {
  return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';
}

interface SystemError {
  readonly code: string;
  readonly message: string;
  /** Of the system call that failed; empty for an error that is none of the system's. */
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
