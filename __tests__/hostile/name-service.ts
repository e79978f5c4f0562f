import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What the resolver of a process is to say of its names. */
export interface NameService extends Disposable {
  /** For the environment of the process, and of those that it starts. */
  readonly NODE_OPTIONS: string;
  /** The names that were asked for so far. */
  readonly asked: () => readonly string[];
  /** Whether whoever still waited was let go: nobody is left hanging by a test that has failed. */
  readonly gaveUp: () => boolean;
}

/** Longer than any end takes, on a machine however busy, and shorter than a test may last. */
const SILENT_FOR_MS = 40_000;

/**
 * Has Node's resolver know names of its own, by their addresses. Of a `silent` one there is never an answer:
 * a thread waits for it as it waits for name servers that say nothing, and nothing interrupts that thread.
 */
export function nameService(names: Readonly<Record<string, readonly string[] | 'silent'>>): NameService {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'names-'));
  const hook = path.join(folder, 'names.cjs');
  const silence = path.join(folder, 'silence');
  const book = path.join(folder, 'asked');
  execFileSync('mkfifo', [silence]);
  writeFileSync(hook, `(${String(knowNames)})(${JSON.stringify({ names, silence, book })});`);
  let gaveUp = false;
  // Whoever still waits is let go, by a writer.
  const letGo = (): void => {
    closeSync(openSync(silence, constants.O_RDWR | constants.O_NONBLOCK));
  };
  const timer = setTimeout(() => {
    gaveUp = true;
    letGo();
  }, SILENT_FOR_MS);
  return {
    NODE_OPTIONS: `--require=${hook}`,
    asked: () => (existsSync(book) ? readFileSync(book, 'utf8').trim().split('\n') : []),
    gaveUp: () => gaveUp,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      letGo();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs in the process, which gets it as text. */
function knowNames({
  names,
  silence,
  book,
}: {
  readonly names: Readonly<Record<string, readonly string[] | 'silent'>>;
  readonly silence: string;
  readonly book: string;
}): void {
  const dns = process.getBuiltinModule('node:dns');
  const fs = process.getBuiltinModule('node:fs');
  const { lookup } = dns;
  const known = (
    host: string,
    options: { readonly all?: boolean },
    callback: (error: Error | null, address?: unknown, family?: number) => void,
  ): void => {
    const addresses = names[host];
    fs.appendFileSync(book, `${host}\n`);
    if (addresses === undefined) lookup(host, options, callback);
    else if (addresses === 'silent') {
      // To open a pipe that nobody writes to takes as long as that lasts.
      fs.open(silence, 'r', () => {
        callback(Object.assign(new Error(`getaddrinfo EAI_AGAIN ${host}`), { code: 'EAI_AGAIN' }));
      });
    } else if (options.all === true) {
      callback(
        null,
        addresses.map(address => ({ address, family: 4 })),
      );
    } else {
      callback(null, addresses[0], 4);
    }
  };
  Object.assign(dns, { lookup: known });
}
