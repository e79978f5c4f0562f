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
  /** The hash that git has of the source that this was built from; `undefined` where nothing was built. */
  readonly sourceTree?: string | undefined;
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  readonly writeFile: WriteFile;
  /** Likewise a new one, for its owner's eyes only; rejects with `EEXIST` where there is one. */
  readonly writeNewPrivateFile: WriteFile;
  /** Whether two paths lead to one file, as far as that can be told before or after it is there. */
  readonly isSameFile: (one: string, other: string) => boolean;
  /** Learns the secrets of this run before anything is told. */
  readonly redactor: Redactor;
  /** Told what has to be done before the process ends, however it ends. */
  readonly atExit: (restore: () => void) => void;
}
