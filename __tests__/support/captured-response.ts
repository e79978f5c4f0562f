import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Reply } from './scripted-transport.ts';

type Headers = Readonly<Record<string, string | number>>;

/** Stands where a server expects its response, and tells what a client would have got. */
export class CapturedResponse extends EventEmitter {
  writableFinished = false;
  destroyed = false;
  readonly socket = {
    resetAndDestroy: (): void => {
      this.#break();
    },
    destroy: (): void => {
      this.#break();
    },
  };
  #status = 0;
  readonly #headers: Record<string, string> = {};
  readonly #chunks: Buffer[] = [];

  /** The same, as the server's type has it: the part of it that answers are sent with. */
  get asResponse(): ServerResponse {
    return this as unknown as ServerResponse;
  }

  /** What has become of the request by now; nothing yet is never. */
  get reply(): Reply {
    if (this.destroyed) return { kind: 'reset' };
    if (!this.writableFinished) return { kind: 'hang' };
    const body = Buffer.concat(this.#chunks).toString('utf8');
    return { kind: 'answer', answer: { status: this.#status, headers: this.#headers, body } };
  }

  setHeader(name: string, value: string | number): void {
    this.#headers[name.toLowerCase()] = String(value);
  }

  writeHead(status: number, headers: Headers): void {
    this.#status = status;
    for (const [name, value] of Object.entries(headers)) this.setHeader(name, value);
  }

  flushHeaders(): void {
    this.emit('headers');
  }

  write(chunk: Buffer, done: () => void = () => undefined): boolean {
    this.#chunks.push(chunk);
    done();
    return true;
  }

  end(last?: Buffer): void {
    if (last !== undefined) this.#chunks.push(last);
    this.writableFinished = true;
    this.emit('finish');
    this.emit('close');
  }

  #break(): void {
    this.destroyed = true;
    this.emit('close');
  }
}
