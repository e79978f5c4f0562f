import type { ReadSmallFile } from '../credentials/token-file.ts';
import type { GitHubApi } from '../github/api.ts';
import type { Transport } from '../http/transport.ts';
import type { Environment, LanguageName } from '../inputs/table.ts';
import type { Clock } from '../polling/clock.ts';
import type { Onlooker } from '../report/board.ts';
import type { Toolkit } from '../report/toolkit.ts';
import type { Words } from '../words/words.ts';

/** Everything outside the gate, handed in. */
export interface World {
  readonly env: Environment;
  readonly clock: Clock;
  /** Gives 0 ≤ chance < 1. */
  readonly chance: () => number;
  /** Gives a fresh text at each call. */
  readonly nonce: () => string;
  readonly transport: Transport;
  /** GitHub's API with this token; `undefined` outside a workflow run. */
  readonly github: (token: string) => GitHubApi | undefined;
  /** The event of this run as the runner wrote it; `undefined` where that cannot be read. */
  readonly eventPayload: () => unknown;
  /** When a file was last written, epoch ms; `undefined` where there is none. */
  readonly modifiedMs: (file: string) => number | undefined;
  readonly readSmallFile: ReadSmallFile;
  readonly toolkit: Toolkit;
  /** Where there is one, it is told of the waits besides. */
  readonly onlooker?: Onlooker;
  /** Aborted, with the name of the signal as its reason, when the step is cancelled. */
  readonly cancel: AbortSignal;
  readonly catalogue: Readonly<Record<LanguageName, Words>>;
  readonly version: string;
}
