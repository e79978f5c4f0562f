import type { ServerResponse } from 'node:http';

/** Sends a body one byte at a time, after the headers that have been written. Ends with the connection. */
export function drip(response: ServerResponse, body: Buffer, msPerByte: number): void {
  response.flushHeaders();
  let sent = 0;
  const timer = setInterval(() => {
    response.write(body.subarray(sent, sent + 1));
    sent += 1;
    if (sent < body.length) return;
    clearInterval(timer);
    response.end();
  }, msPerByte);
  whileOpen(response, timer);
}

/** Has a timer end with the connection. */
export function whileOpen(response: ServerResponse, timer: NodeJS.Timeout): void {
  response.once('close', () => {
    clearTimeout(timer);
  });
}
