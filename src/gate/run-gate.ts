import type { Transport } from '../http/transport.ts';
import type { Environment } from '../inputs/input-table.ts';
import { secretsIn } from '../inputs/input-table.ts';
import { readSettings } from '../inputs/settings.ts';
import type { Settings } from '../inputs/settings.ts';
import type { Clock } from '../polling/clock.ts';
import { EndReporter } from '../report/end-reporter.ts';
import { LogReporter } from '../report/log-reporter.ts';
import { OutputReporter } from '../report/output-reporter.ts';
import type { Reporter } from '../report/reporter.ts';
import { Reporters } from '../report/reporters.ts';
import type { Toolkit } from '../report/toolkit.ts';
import { WarningReporter } from '../report/warning-reporter.ts';
import { NO_PROGRESS } from '../rollout/progress.ts';
import { staticCredentials } from '../sae/credentials.ts';
import { orderLooker } from '../sae/look-at-order.ts';
import { SaeClient } from '../sae/sae-client.ts';
import { cleanText } from '../text/clean-text.ts';
import type { Words } from '../words/words.ts';
import type { Outcome, Subject } from './outcome.ts';
import { isGreen } from './outcome.ts';
import { watchOrder } from './watch-order.ts';

/** Everything outside the gate, handed in. */
export interface World {
  readonly env: Environment;
  readonly clock: Clock;
  /** Gives 0 ≤ chance < 1. */
  readonly chance: () => number;
  /** Gives a fresh text at each call. */
  readonly nonce: () => string;
  readonly transport: Transport;
  readonly toolkit: Toolkit;
  /** Aborted, with the name of the signal as its reason, when the step is cancelled. */
  readonly cancel: AbortSignal;
  readonly words: Words;
  readonly version: string;
}

const NOTHING_KNOWN: Subject = { changeOrderId: undefined, appId: undefined, regionId: undefined };

/**
 * Runs the gate from its inputs to its verdict and tells about it. Gives whether the step is green.
 * Never rejects: anything thrown on the way, of any type, is the verdict `error`.
 */
export async function runGate(world: World): Promise<boolean> {
  const { env, toolkit, words, version } = world;
  for (const secret of secretsIn(env)) toolkit.mask(secret);
  const reporter = new Reporters(
    [
      new OutputReporter(toolkit, words),
      new LogReporter(toolkit, words, version),
      new WarningReporter(toolkit, words),
      new EndReporter(toolkit, words, version),
    ],
    error => {
      toolkit.line(words.log.notReported(messageOf(error)));
    },
  );
  toolkit.line(words.log.started(version));
  const { outcome, subject } = await outcomeOf(world, reporter);
  await reporter.ended(outcome, subject);
  return isGreen(outcome);
}

interface Ended {
  readonly outcome: Outcome;
  readonly subject: Subject;
}

async function outcomeOf(world: World, reporter: Required<Reporter>): Promise<Ended> {
  let subject = NOTHING_KNOWN;
  const unwatched = (cause: Outcome['cause']): Ended => ({
    outcome: {
      verdict: 'error',
      cause,
      progress: NO_PROGRESS,
      waitedMs: 0,
      endedWallMs: world.clock.wallMs(),
    },
    subject,
  });
  try {
    const reading = readSettings(world.env);
    if (reading.kind === 'faults') return unwatched({ kind: 'bad-inputs', faults: reading.faults });
    const { settings, plainDurations } = reading;
    subject = settings;
    reporter.started({ subject, origin: settings.origin, timeoutMs: settings.timeoutMs, plainDurations });
    return { outcome: await watch(world, settings, reporter), subject };
  } catch (error) {
    return unwatched({ kind: 'bug', message: messageOf(error) });
  }
}

function watch(world: World, settings: Settings, reporter: Required<Reporter>): Promise<Outcome> {
  const { clock, chance, nonce, transport, cancel, version } = world;
  const client = new SaeClient({
    origin: settings.origin,
    transport,
    credentials: staticCredentials(settings.credentials),
    clock,
    requestTimeoutMs: settings.requestTimeoutMs,
    userAgent: `sae-rollout-gate/${version}`,
    nonce,
    traced: trace => {
      reporter.requested(trace);
    },
  });
  const look = orderLooker(client, settings.changeOrderId, settings.appId);
  return watchOrder({ settings, clock, chance, cancel, look, reporter });
}

function messageOf(error: unknown): string {
  return cleanText(error instanceof Error ? error.message : String(error), 500);
}
