import type { ChildProcess } from 'node:child_process';
import { isIP } from 'node:net';
import { isLocalhost } from '../inputs/proxies.ts';

export interface Resolver {
  /**
   * The addresses of a host, in the order in which to try them.
   *
   * @throws the error of `getaddrinfo`, with its code; the signal's reason as soon as that is aborted
   */
  resolve(host: string, signal: AbortSignal): Promise<readonly string[]>;
  /** Cancels all pending requests. */
  close(): void;
}

interface Question {
  readonly id: number;
  readonly host: string;
  readonly options: {
    readonly all: true;
    readonly hints: number;
    readonly order: 'ipv4first' | 'ipv6first' | 'verbatim';
  };
}

/** The child's answer: `addresses`, or the `code` and `message` of an error. */
interface Reply {
  readonly id: number;
  readonly addresses: readonly string[];
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

type Settle = (reply: Reply | 'lost') => void;

/**
 * The resolver of this machine (`getaddrinfo`, so with its hosts file, search domains and name services), in
 * a separate process. It cannot be interrupted: it runs in a thread for as long as name servers stay silent,
 * and Node's `process.exit()` waits for that thread. A process can be killed. It is started for the first
 * name; an address, or `localhost`, needs none. If it cannot be started, the resolver of this process is
 * used.
 */
export function systemResolver(): Resolver {
  const helpers = new Set<Helper>();
  let current: Helper | undefined;
  const helper = (): Helper => {
    if (current?.usable !== true) {
      const started: Helper = new Helper(() => helpers.delete(started));
      helpers.add(started);
      current = started;
    }
    return current;
  };
  return {
    resolve: async (host, signal) => {
      if (isIP(host) !== 0) return [host];
      if (isLocalhost(host)) return ['127.0.0.1', '::1'];
      signal.throwIfAborted();
      const reply = await answerOf(helper(), host, signal);
      if (reply.addresses.length > 0) return reply.addresses;
      const { code = 'ENOTFOUND', message = `getaddrinfo ${code} ${host}` } = reply;
      throw Object.assign(new Error(message), { code });
    },
    close: () => {
      for (const one of helpers) one.kill();
    },
  };
}

function answerOf(helper: Helper, host: string, signal: AbortSignal): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      helper.giveUp(question.id);
      reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
    };
    const settle: Settle = reply => {
      if (reply === 'lost') {
        answerHere(question, resolve);
        return;
      }
      signal.removeEventListener('abort', giveUp);
      resolve(reply);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    const question = helper.ask(host, settle);
  });
}

function answerHere({ id, host, options }: Question, answer: (reply: Reply) => void): void {
  process.getBuiltinModule('node:dns').lookup(host, options, (error, addresses) => {
    answer(replyOf(id, error, addresses));
  });
}

/** A process that calls the resolver for this one. */
class Helper {
  readonly #child: ChildProcess | undefined;
  readonly #waiting = new Map<number, Settle>();
  readonly #ended: () => void;
  #asked = 0;
  #retired = false;

  /** @param ended called once the process is gone */
  constructor(ended: () => void) {
    this.#ended = ended;
    this.#child = startChild();
    this.#child?.on('message', reply => {
      this.#settle((reply as Reply).id, reply as Reply);
    });
    for (const event of ['error', 'exit', 'disconnect']) {
      this.#child?.once(event, () => {
        this.#lose();
      });
    }
    // It keeps no process alive: each request has a time limit, which does.
    this.#child?.unref();
    this.#child?.channel?.unref();
  }

  /** Whether it accepts requests: not once one of them was cancelled, since its thread may hang for long. */
  get usable(): boolean {
    return !this.#retired;
  }

  /** Requests a host. `settle` is called later, and never if the request is cancelled. */
  ask(host: string, settle: Settle): Question {
    this.#asked += 1;
    const { ADDRCONFIG, getDefaultResultOrder } = process.getBuiltinModule('node:dns');
    const hints = process.platform === 'win32' ? 0 : ADDRCONFIG;
    const options = { all: true, hints, order: getDefaultResultOrder() } as const;
    const question = { id: this.#asked, host, options };
    this.#waiting.set(question.id, settle);
    if (this.#child?.connected !== true) {
      queueMicrotask(() => {
        this.#lose();
      });
      return question;
    }
    this.#child.send(question, error => {
      if (error !== null) this.#lose();
    });
    return question;
  }

  giveUp(id: number): void {
    if (!this.#waiting.delete(id)) return;
    this.#retired = true;
    if (this.#waiting.size === 0) this.kill();
  }

  kill(): void {
    this.#retired = true;
    this.#waiting.clear();
    this.#child?.kill('SIGKILL');
  }

  #settle(id: number, reply: Reply | 'lost'): void {
    const settle = this.#waiting.get(id);
    this.#waiting.delete(id);
    settle?.(reply);
    if (this.#retired && this.#waiting.size === 0) this.kill();
  }

  #lose(): void {
    this.#retired = true;
    this.#ended();
    for (const id of [...this.#waiting.keys()]) this.#settle(id, 'lost');
    this.#child?.kill('SIGKILL');
  }
}

/** `undefined` if this process may not start one. */
function startChild(): ChildProcess | undefined {
  const program = `(${String(answerQuestions)})(${String(replyOf)})`;
  try {
    // Loaded, as `node:dns`, only once there is a name to ask for.
    return process.getBuiltinModule('node:child_process').spawn(process.execPath, ['-e', program], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      windowsHide: true,
    });
  } catch {
    return undefined;
  }
}

function replyOf(
  id: number,
  error: NodeJS.ErrnoException | null,
  addresses: readonly { readonly address: string }[] | undefined,
): Reply {
  if (error !== null) return { id, addresses: [], code: error.code, message: error.message };
  return { id, addresses: (addresses ?? []).map(({ address }) => address) };
}

/**
 * The whole program of the child, which receives it as text: nothing outside this function exists there. Ends
 * with its parent, in the one way that no thread can delay, and ignores the signals that a terminal sends to
 * both: its parent still has to report.
 */
function answerQuestions(toReply: typeof replyOf): void {
  const dns = process.getBuiltinModule('node:dns');
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) process.on(name, () => undefined);
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.on('message', message => {
    const { id, host, options } = message as Question;
    dns.lookup(host, options, (error, addresses) => {
      process.send?.(toReply(id, error, addresses));
    });
  });
}
