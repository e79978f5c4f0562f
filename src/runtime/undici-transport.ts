import type { Dispatcher } from 'undici';
import { Agent, EnvHttpProxyAgent } from 'undici';
import type { HttpAnswer, HttpRequest, Transport, TransportFailure } from '../http/transport.ts';
import { TransportError } from '../http/transport.ts';
import { isLoopback } from '../inputs/endpoint.ts';
import type { Environment } from '../inputs/input-table.ts';
import { readProxy } from '../inputs/proxy-url.ts';
import { systemClock } from './system-clock.ts';

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
 * at most 8 MiB of a body. Has no time limit of its own: that is the signal's part.
 */
export function undiciTransport(env: Environment = process.env): UndiciTransport {
  // rejectUnauthorized is undici's default, but NODE_TLS_REJECT_UNAUTHORIZED=0 would switch it off.
  const tls = { rejectUnauthorized: true };
  const options = { connect: { ...tls, timeout: 0 }, headersTimeout: 0, bodyTimeout: 0, pipelining: 1 };
  const agent = new EnvHttpProxyAgent({
    ...options,
    requestTls: tls,
    proxyTls: tls,
    // Given, even if empty, so that undici does not read the variables by itself: it throws at odd ones.
    httpProxy: proxyUrl(env, 'http'),
    httpsProxy: proxyUrl(env, 'https'),
  });
  const direct = new Agent(options);
  return {
    send: (request, signal) => send(request.direct === true ? direct : agent, request, signal),
    close: async () => {
      await Promise.all([agent.destroy(), direct.destroy()]);
    },
  };
}

/** Empty for none; and for one that cannot be used, with which the inputs are faulty and nothing is sent. */
function proxyUrl(env: Environment, scheme: 'http' | 'https'): string {
  const reading = readProxy(env, scheme);
  return reading.kind === 'url' ? reading.url : '';
}

async function send(agent: Dispatcher, request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const url = new URL(request.url);
  if (url.protocol !== 'https:' && !isLoopback(url.hostname) && request.direct !== true) {
    throw new TransportError('network', `${url.host}: not asked, since http:// would tell all on the way`);
  }
  try {
    const answer = await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: request.method,
      headers: { ...request.headers, 'accept-encoding': 'identity' },
      body: request.body ?? null,
      signal,
    });
    const body = await readBody(answer.body, url.host);
    await ownTurn();
    return { status: answer.statusCode, headers: firstValues(answer.headers), body };
  } catch (error) {
    throw error instanceof TransportError ? error : translate(error, url.host);
  }
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

/** Says in one line what went wrong; of undici's and Node's errors only code and message are taken. */
function translate(error: unknown, host: string): TransportError {
  const { code, message } = innermost(error);
  const failure: TransportFailure = CERTIFICATE_CODES.test(code) ? 'certificate' : 'network';
  const reason = code === '' || message.includes(code) ? message : `${message} (${code})`;
  return new TransportError(failure, `${host}: ${reason}`);
}

/**
 * Errors are known by their inner mark too: Node's own may come from another realm, where `instanceof`
 * does not know them. Like `Error.isError`, which Node 20 does not have.
 */
function isError(value: unknown): value is Error {
  return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';
}

function innermost(error: unknown): { readonly code: string; readonly message: string } {
  if (!isError(error)) return { code: '', message: String(error) };
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0) {
    return innermost(error.errors[0]);
  }
  if (isError(error.cause)) return innermost(error.cause);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { code, message: error.message };
}
