import type { ServerResponse } from 'node:http';
import { drip, whileOpen } from '../loopback/slow-answer.ts';
import type { Answer } from './answer.ts';
import type { GitHubFault } from './fault.ts';

/** Sends `answer`, or what becomes of it under this fault. Timers end with the connection. */
export function sendAnswer(response: ServerResponse, answer: Answer, fault: GitHubFault | undefined): void {
  const body = Buffer.from(answer.body, 'utf8');
  switch (fault?.kind) {
    case 'connection-reset':
      response.socket?.resetAndDestroy();
      return;
    case 'hang':
      if (fault.after === 'headers') {
        writeHead(response, answer, body);
        response.flushHeaders();
      }
      return;
    case 'slow':
      whileOpen(response, setTimeout(sendWhole, fault.delayMs, response, answer, body));
      return;
    case 'drip':
      writeHead(response, answer, body);
      drip(response, body, fault.msPerByte);
      return;
    default:
      sendWhole(response, answer, body);
  }
}

function sendWhole(response: ServerResponse, answer: Answer, body: Buffer): void {
  writeHead(response, answer, body);
  response.end(body);
}

function writeHead(response: ServerResponse, answer: Answer, body: Buffer): void {
  response.writeHead(answer.httpStatus, { ...answer.headers, 'content-length': body.length });
}
