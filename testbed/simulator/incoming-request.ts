import type { IncomingMessage } from 'node:http';
import { parseQuery } from './signature.ts';

/** A request read to its end, as it came over the wire. */
export interface IncomingRequest {
  readonly method: string;
  readonly rawPath: string;
  readonly rawQuery: string;
  /** The query decoded; the last of several values of a name. Empty where its encoding is broken. */
  readonly query: Readonly<Record<string, string>>;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const GREATEST_BODY_BYTES = 1024 * 1024;

/** Reads a request whole. @throws RangeError for a body over 1 MiB; what the stream throws */
export async function readRequest(message: IncomingMessage): Promise<IncomingRequest> {
  const [rawPath = '/', ...queryParts] = (message.url ?? '/').split('?');
  const rawQuery = queryParts.join('?');
  return {
    method: message.method ?? 'GET',
    rawPath,
    rawQuery,
    query: decodedQuery(rawQuery),
    headers: Object.fromEntries(
      Object.entries(message.headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')]),
    ),
    body: await readBody(message),
  };
}

/** The parameters of a request: those of its query, and of its form where it has one. */
export function parametersOf({ query, headers, body }: IncomingRequest): Readonly<Record<string, string>> {
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded') !== true) return query;
  return { ...Object.fromEntries(new URLSearchParams(Buffer.from(body).toString('utf8'))), ...query };
}

function decodedQuery(rawQuery: string): Readonly<Record<string, string>> {
  try {
    return Object.fromEntries(parseQuery(rawQuery));
  } catch {
    return {};
  }
}

async function readBody(message: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > GREATEST_BODY_BYTES) throw new RangeError('the body is over 1 MiB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
