import type { Environment } from './table.ts';
import type { PollBounds } from '../polling/poll.ts';
import type { CredentialsChoice } from '../credentials/choice.ts';
import { readCredentials } from './credentials.ts';
import type { InputFault, PlainDuration } from './faults.ts';
import { InputReader, shown } from './reader.ts';
import { BY_ITSELF, LANGUAGE_NAMES, isWord } from './table.ts';
import { badNetworks, firstFilled, readProxy } from './proxies.ts';
import { readPlace } from './endpoint.ts';
import type { Target } from './targets.ts';
import { readTargets } from './targets.ts';
import type { RollbackSettings } from './rollback.ts';
import { readRollback } from './rollback.ts';
import type { VerifySettings } from './verify.ts';
import { readVerify } from './verify.ts';

/** The checked settings of the gate. */
export interface Settings {
  /** At least one. */
  readonly targets: readonly Target[];
  /** End all waits when one is red. */
  readonly failFast: boolean;
  /** Read how long the last rollouts of an application took. */
  readonly learn: boolean;
  /** Over all calls of the step. */
  readonly callsPerMinute: number;
  readonly regionId: string | undefined;
  readonly origin: string;
  readonly credentials: CredentialsChoice;
  readonly token: string | undefined;
  readonly timeoutMs: number;
  readonly bounds: PollBounds;
  /** The requested check run; `undefined` for none. */
  readonly checkRun: CheckRunSettings | undefined;
  readonly failOnManualStep: boolean;
  readonly manualStepTimeoutMs: number | undefined;
  /** When to undo the rollout; `undefined` for never: then nothing is ever written. */
  readonly rollback: RollbackSettings | undefined;
  /** Whether to read why a rollout failed. */
  readonly diagnose: boolean;
  /** Whether the log of a failing instance may be read and shown for that. */
  readonly diagnoseLogs: boolean;
  readonly verify: VerifySettings;
  readonly requestTimeoutMs: number;
  readonly outageToleranceMs: number;
}

export interface CheckRunSettings {
  readonly name: string | undefined;
  readonly commit: string | undefined;
  readonly jobCheckRunId: string;
}

export type SettingsReading =
  | {
      readonly kind: 'settings';
      readonly settings: Settings;
      readonly plainDurations: readonly PlainDuration[];
    }
  | { readonly kind: 'faults'; readonly faults: readonly InputFault[] };

/** The lower limit of `minPollInterval`, except on loopback: the API allows 60 calls a minute. */
const POLL_FLOOR_MS = 1_000;

/** Reads all inputs at `nowWallMs` (epoch ms) and returns all faults together. Pure. */
export function readSettings(env: Environment, nowWallMs: number): SettingsReading {
  const reader = new InputReader(env);
  const { loopback, ...place } = readPlace(reader);
  const credentials = readCredentials(reader);
  const targets = readTargets(reader, nowWallMs);
  const settings = {
    ...place,
    targets,
    failFast: reader.flag('failFast'),
    learn: reader.flag('learn'),
    token: reader.text('token') || undefined,
    ...readPatience(reader, loopback, targets.length),
    checkRun: readCheckRun(reader),
    rollback: readRollback(reader, targets, nowWallMs),
    diagnose: reader.flag('diagnose'),
    diagnoseLogs: reader.flag('diagnoseLogs'),
    verify: readVerify(reader, targets.length),
  };
  // Its value is read earlier (`languageOf`); here it is only checked.
  reader.choice('language', LANGUAGE_NAMES);
  checkProxies(reader);
  const { faults, plainDurations } = reader;
  if (faults.length > 0 || credentials === undefined) return { kind: 'faults', faults };
  return { kind: 'settings', settings: { ...settings, credentials }, plainDurations };
}

/**
 * Reads how long to wait for the given number of targets, and how often to poll. Faults are added to the
 * reader.
 */
export function readPatience(reader: InputReader, loopback: boolean, targets: number) {
  return {
    callsPerMinute: readCallsPerMinute(reader, targets),
    timeoutMs: reader.durationMs('timeout'),
    bounds: readBounds(reader, loopback),
    failOnManualStep: reader.choice('onManualStep', ['wait', 'fail']) === 'fail',
    manualStepTimeoutMs:
      reader.given('manualStepTimeout') === '' ? undefined : reader.durationMs('manualStepTimeout'),
    requestTimeoutMs: reader.durationMs('requestTimeout'),
    outageToleranceMs: reader.durationMs('outageTolerance'),
  };
}

/** Adds the faults of the proxy variables to the reader. */
export function checkProxies({ env, faults }: InputReader): void {
  for (const scheme of ['http', 'https'] as const) {
    const reading = readProxy(env, scheme);
    if (reading.kind === 'bad') faults.push({ kind: 'bad-proxy', variable: reading.variable });
  }
  const { variable, text } = firstFilled(env, 'no_proxy');
  for (const got of badNetworks(text)) faults.push({ kind: 'bad-no-proxy', variable, got: shown(got) });
}

/** By default half of what the API allows the whole account. */
const MOST_CALLS_BY_DEFAULT = 30;
/** With these, what is reserved for a diagnosis takes no poll from one order, however near its end. */
const LEAST_CALLS_BY_DEFAULT = 20;

function readCallsPerMinute(reader: InputReader, orders: number): number {
  const text = reader.text('maxCallsPerMinute');
  if (isWord(text, BY_ITSELF)) return Math.min(MOST_CALLS_BY_DEFAULT, LEAST_CALLS_BY_DEFAULT + orders);
  const calls = /^\d{1,9}$/u.test(text) ? Number(text) : 0;
  if (calls < 1) reader.faults.push({ kind: 'bad-call-limit', got: shown(text) });
  return Math.max(1, calls);
}

function readCheckRun(reader: InputReader): CheckRunSettings | undefined {
  const wanted = reader.flag('checkRun');
  const commit = reader.line('commit');
  if (commit !== undefined && !/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u.test(commit)) {
    reader.faults.push({ kind: 'bad-commit', got: shown(commit) });
  }
  const settings = { name: reader.line('checkName'), commit, jobCheckRunId: reader.text('jobCheckRunId') };
  return wanted ? settings : undefined;
}

function readBounds(reader: InputReader, loopback: boolean): PollBounds {
  const bounds = { minMs: reader.durationMs('minPollInterval'), maxMs: reader.durationMs('maxPollInterval') };
  const unread = reader.isFaultyDuration('minPollInterval') || reader.isFaultyDuration('maxPollInterval');
  if (unread) return bounds;
  const min = shown(reader.text('minPollInterval'));
  if (bounds.minMs < POLL_FLOOR_MS && !loopback) {
    reader.faults.push({ kind: 'poll-floor', got: min, floorMs: POLL_FLOOR_MS });
  }
  if (bounds.minMs > bounds.maxMs) {
    reader.faults.push({ kind: 'poll-bounds-crossed', min, max: shown(reader.text('maxPollInterval')) });
  }
  return bounds;
}
