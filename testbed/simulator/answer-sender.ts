import type { ServerResponse } from 'node:http';
import { drip, whileOpen } from '../loopback/slow-answer.ts';
import type { Answer } from './answer.ts';
import type { Fault } from './fault.ts';

/** A fault of the transport: of the way in which an answer is sent, not of what it says. */
export type TransportFault = Exclude<Fault, { kind: 'gateway-error' | 'service-error' | 'raw-answer' }>;

/** Whether a fault is one of the transport. */
export function isTransportFault(fault: Fault): fault is TransportFault {
  return fault.kind !== 'gateway-error' && fault.kind !== 'service-error' && fault.kind !== 'raw-answer';
}

const BLANKS = Buffer.alloc(64 * 1024, ' ');

/** Sends `answer` as it should be. */
export function send(response: ServerResponse, answer: Answer): void {
  const body = Buffer.from(answer.body, 'utf8');
  response.writeHead(answer.httpStatus, { ...answer.headers, 'content-length': body.length });
  response.end(body);
}

/** Sends `answer`, or what becomes of it under this fault. Timers end with the connection. */
export function sendFaultily(response: ServerResponse, answer: Answer, fault: TransportFault): void {
  const body = Buffer.from(answer.body, 'utf8');
  switch (fault.kind) {
    case 'connection-reset':
      response.socket?.resetAndDestroy();
      return;
    case 'hang':
      if (fault.after === 'headers') {
        writeHead(response, answer, { 'content-length': body.length });
        response.flushHeaders();
      }
      return;
    case 'truncated-body':
      sendTruncated(response, answer, body, fault.announced);
      return;
    case 'endless-body':
      writeHead(response, answer, {});
      response.write(body);
      writeBlanks(response, Infinity);
      return;
    case 'oversized-body':
      writeHead(response, answer, { 'content-length': fault.bytes + body.length });
      writeBlanks(response, fault.bytes, body);
      return;
    case 'slow-drip':
      writeHead(response, answer, { 'content-length': body.length });
      drip(response, body, fault.msPerByte);
      return;
    case 'delayed':
      whileOpen(response, setTimeout(send, fault.delayMs, response, answer));
  }
}

function writeHead(response: ServerResponse, answer: Answer, own: Readonly<Record<string, number>>): void {
  response.writeHead(answer.httpStatus, { ...answer.headers, ...own });
}

function sendTruncated(
  response: ServerResponse,
  answer: Answer,
  body: Buffer,
  announced: 'whole' | 'half',
): void {
  const half = body.subarray(0, Math.floor(body.length / 2));
  writeHead(response, answer, { 'content-length': announced === 'half' ? half.length : body.length });
  if (announced === 'half') {
    response.end(half);
  } else {
    response.write(half, () => response.socket?.destroy());
  }
}

/** Writes so many blanks, then `last`, never more than the client takes. */
function writeBlanks(response: ServerResponse, bytes: number, last?: Buffer): void {
  let left = bytes;
  const writeMore = (): void => {
    while (left > 0 && !response.destroyed) {
      const chunk = BLANKS.subarray(0, Math.min(BLANKS.length, left));
      left -= chunk.length;
      if (!response.write(chunk)) {
        response.once('drain', writeMore);
        return;
      }
    }
    if (left <= 0) response.end(last);
  };
  writeMore();
}
