import type { World } from '../gate/world.ts';
import type { Redactor } from '../text/secrets.ts';
import type { Terminal } from './terminal.ts';
import type { WriteFile } from './text-toolkit.ts';

/** Everything outside the command, handed in. */
export interface CommandWorld extends Pick<
  World,
  'env' | 'clock' | 'chance' | 'nonce' | 'transport' | 'readSmallFile' | 'cancel' | 'catalogue' | 'version'
> {
  /** Without the program's own name. */
  readonly args: readonly string[];
  /** Git's hash of the source that this was built from; `undefined` if it was not built. */
  readonly sourceTree?: string | undefined;
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  readonly writeFile: WriteFile;
  /** Writes a new file that only its owner can read; rejects with `EEXIST` if it exists. */
  readonly writeNewPrivateFile: WriteFile;
  /** Whether two paths lead to the same file, as far as is known before or after it exists. */
  readonly isSameFile: (one: string, other: string) => boolean;
  /** Masks the secrets of this run before anything is printed. */
  readonly redactor: Redactor;
  /** Registers what has to be done before the process ends, however it ends. */
  readonly atExit: (restore: () => void) => void;
}
