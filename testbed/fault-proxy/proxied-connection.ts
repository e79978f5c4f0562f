import { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProxyFault } from './fault.ts';

interface Exchange {
  readonly fault: ProxyFault | undefined;
  answeredBytes: number;
}

/** One connection of a client, passed on to the server with whatever goes wrong on the way. */
export class ProxiedConnection {
  readonly #client: Socket;
  readonly #server: Socket;
  readonly #beginExchange: () => ProxyFault | undefined;
  readonly #closed = new AbortController();
  #exchange: Exchange | undefined;

  /**
   * @param server a socket that is connected, or about to be
   * @param beginExchange called as an exchange begins; gives what goes wrong with it
   */
  constructor(client: Socket, server: Socket, beginExchange: () => ProxyFault | undefined) {
    this.#client = client;
    this.#server = server;
    this.#beginExchange = beginExchange;
  }

  /** Passes on from now on, until one of the two breaks off. */
  start(): void {
    const [client, server] = [this.#client, this.#server];
    server.on('error', () => client.destroy());
    client.once('close', () => {
      this.#closed.abort();
      server.destroy();
    });
    client.on('data', (chunk: Buffer) => {
      this.#passRequest(chunk);
    });
    server.on('drain', () => client.resume());
    // Whoever breaks off, the other learns of it by the end of the connection.
    this.#passAnswers().catch(() => client.destroy());
  }

  #passRequest(chunk: Buffer): void {
    if (this.#exchange === undefined || this.#exchange.answeredBytes > 0) {
      this.#exchange = { fault: this.#beginExchange(), answeredBytes: 0 };
    }
    switch (this.#exchange.fault?.kind) {
      case 'swallow':
        return;
      case 'reset':
        this.#client.resetAndDestroy();
        return;
      default:
        if (!this.#server.write(chunk)) this.#client.pause();
    }
  }

  async #passAnswers(): Promise<void> {
    for await (const chunk of this.#server as AsyncIterable<Buffer>) {
      // A server that speaks first does so outside of any exchange.
      const exchange = this.#exchange ?? { fault: undefined, answeredBytes: 0 };
      const before = exchange.answeredBytes;
      exchange.answeredBytes += chunk.length;
      await this.#passAnswer(chunk, before, exchange.fault);
    }
    this.#client.end();
  }

  async #passAnswer(chunk: Buffer, before: number, fault: ProxyFault | undefined): Promise<void> {
    switch (fault?.kind) {
      case 'delay':
        if (before === 0) await this.#sleep(fault.delayMs);
        return this.#send(chunk);
      case 'cut': {
        const allowed = Math.max(0, fault.afterBytes - before);
        await this.#send(chunk.subarray(0, allowed));
        if (allowed < chunk.length) await this.#breakOff(fault.how);
        return;
      }
      case 'corrupt':
        return this.#send(corrupted(chunk, fault.fromByte - before, fault.bytes));
      case 'drip':
        for (let sent = 0; sent < chunk.length; sent += fault.bytes) {
          await this.#send(chunk.subarray(sent, sent + fault.bytes));
          await this.#sleep(fault.everyMs);
        }
        return;
      default:
        return this.#send(chunk);
    }
  }

  async #breakOff(how: 'close' | 'reset'): Promise<void> {
    // A reset throws away what the client has not read yet; so it gets a moment to read.
    if (how === 'reset') await this.#sleep(20);
    if (how === 'reset') this.#client.resetAndDestroy();
    else this.#client.destroySoon();
  }

  /** Resolves when the client has room for more. */
  #send(bytes: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      if (bytes.length === 0) {
        resolve();
        return;
      }
      this.#client.write(bytes, error => {
        if (error) reject(error);
        else resolve();
      });
    });
  }

  async #sleep(durationMs: number): Promise<void> {
    await sleep(durationMs, undefined, { signal: this.#closed.signal });
  }
}

/** `from` may be below zero (then the end of it is meant) or beyond the chunk. */
function corrupted(chunk: Buffer, from: number, bytes: number): Buffer {
  return Buffer.from(
    chunk.map((byte, index) => (index >= from && index < from + bytes ? byte ^ 0x80 : byte)),
  );
}
