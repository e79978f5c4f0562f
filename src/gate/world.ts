import type { checkReporter } from '../check-run/reporter.ts';
import { credentialsProvider } from '../credentials/choice.ts';
import type { ReadSmallFile } from '../credentials/id-token.ts';
import type { GitHubApi } from '../github/api.ts';
import type { RequestTrace } from '../http/envelope.ts';
import type { ServerTime } from '../http/server-time.ts';
import type { Transport } from '../http/transport.ts';
import { userAgentOf, waryTransport } from '../http/transport.ts';
import type { Settings } from '../inputs/settings.ts';
import type { Environment, LanguageName } from '../inputs/table.ts';
import type { CallBudget } from '../polling/call-budget.ts';
import type { Clock } from '../polling/clock.ts';
import type { Onlooker } from '../report/board.ts';
import type { Toolkit } from '../report/reporter.ts';
import { SaeClient } from '../sae/client.ts';
import { ZONE_OFFSET_MS } from '../sae/time-zone.ts';
import type { Words } from '../words/words.ts';

/** Everything outside the gate, injected. */
export interface World {
  readonly env: Environment;
  readonly clock: Clock;
  /** Returns 0 ≤ chance < 1. */
  readonly chance: () => number;
  /** Returns a new text at each call. */
  readonly nonce: () => string;
  readonly transport: Transport;
  /** GitHub's API with this token; `undefined` outside a workflow run. */
  readonly github: (token: string) => GitHubApi | undefined;
  /** Makes what shows the waits as a check run; the command has none. */
  readonly checkReporter: typeof checkReporter;
  /** The event of this run as the runner wrote it; `undefined` if it cannot be read. */
  readonly eventPayload: () => unknown;
  /** When a file was last written, epoch ms; `undefined` if it does not exist. */
  readonly modifiedMs: (file: string) => number | undefined;
  readonly readSmallFile: ReadSmallFile;
  readonly toolkit: Toolkit;
  /** Also follows the waits, if there is one. */
  readonly onlooker?: Onlooker;
  /** Aborted, with the name of the signal as its reason, when the step is cancelled. */
  readonly cancel: AbortSignal;
  readonly catalogue: Readonly<Record<LanguageName, Words>>;
  readonly version: string;
}

/** The parts of it that a client needs. */
export type ClientWorld = Pick<
  World,
  'clock' | 'transport' | 'nonce' | 'env' | 'readSmallFile' | 'version'
> & { readonly toolkit: Pick<Toolkit, 'redact' | 'mask'> };

/** The client for the API of the settings, with their credentials. */
export function saeClientOf(
  { clock, transport: send, nonce, env, readSmallFile, toolkit, version }: ClientWorld,
  settings: Pick<Settings, 'origin' | 'requestTimeoutMs' | 'credentials'>,
  budget: CallBudget,
  serverTime: ServerTime,
  traced: (trace: RequestTrace) => void,
): SaeClient {
  const { origin, requestTimeoutMs } = settings;
  const hide = toolkit.redact;
  const transport = waryTransport(send, hide);
  const requests = { clock, serverTime, transport, requestTimeoutMs, userAgent: userAgentOf(version), hide };
  const mask = (secret: string): void => {
    toolkit.mask(secret);
  };
  const credentials = credentialsProvider(settings.credentials, {
    ...requests,
    idTokenService: {
      url: env['ACTIONS_ID_TOKEN_REQUEST_URL'],
      token: env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'],
    },
    readSmallFile,
    mask,
    traced,
  });
  const zoneOffsetMs = ZONE_OFFSET_MS;
  return new SaeClient({ ...requests, origin, nonce, budget, credentials, traced, zoneOffsetMs });
}
