import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { connect } from 'node:net';

/** A server whose machine has no ear for new connections: each handshake hangs until it goes on. */
export interface StoppedServer extends AsyncDisposable {
  readonly port: number;
  /** Whether a handshake with it has begun and not come about. */
  readonly hasHandshake: () => boolean;
  /** Lets it run from now on, and answer `well`. */
  readonly goOn: () => void;
}

/** Runs in a process of its own, which stops once it listens and has said where. */
const PROGRAM = `
  const server = require('node:http').createServer((_, response) => response.end('well'));
  const [host, port] = process.argv.slice(1);
  server.listen({ host, port: Number(port), backlog: 1 }, () => {
    require('node:fs').writeSync(1, server.address().port + '\\n');
    process.kill(process.pid, 'SIGSTOP');
  });
`;

/** How many connections Linux keeps for a process that takes none, where it listens with a backlog of 1. */
const QUEUE = 2;

/** Starts one on an address of loopback, at any free port if none is given. */
export async function stoppedServer(host: string, port = 0): Promise<StoppedServer> {
  const child = spawn(process.execPath, ['-e', PROGRAM, host, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const listening = Number(said.toString());
  const queued = Array.from({ length: QUEUE }, () => connect(listening, host));
  await Promise.all(queued.map(socket => once(socket, 'connect')));
  return {
    port: listening,
    hasHandshake: () => synSent(host, listening),
    goOn: () => {
      child.kill('SIGCONT');
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of queued as readonly Socket[]) socket.destroy();
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** By the table of the kernel: address and port as hexadecimal numbers, the address from its end; 02 is SYN_SENT. */
function synSent(host: string, port: number): boolean {
  const hex = (number: number, digits: number): string =>
    number.toString(16).toUpperCase().padStart(digits, '0');
  const address = host
    .split('.')
    .reverse()
    .map(part => hex(Number(part), 2))
    .join('');
  return readFileSync('/proc/net/tcp', 'utf8').includes(` ${address}:${hex(port, 4)} 02 `);
}
