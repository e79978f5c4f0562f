import type { Environment } from './table.ts';
import { LANGUAGE_NAMES } from './table.ts';
import { InputReader } from './reader.ts';
import type { SettingsReading } from './settings.ts';
import { checkProxies, readPatience } from './settings.ts';
import { readCredentials } from './credentials.ts';
import { readPlace } from './endpoint.ts';
import { readIdleTarget } from './targets.ts';

/**
 * Reads the inputs of the wait for a free application and returns all faults together. Other inputs of the
 * gate in the environment are ignored. Pure.
 */
export function readIdleSettings(env: Environment): SettingsReading {
  const reader = new InputReader(env);
  const { loopback, ...place } = readPlace(reader);
  const credentials = readCredentials(reader);
  const target = readIdleTarget(reader);
  const patience = readPatience(reader, loopback, 1);
  reader.choice('language', LANGUAGE_NAMES);
  checkProxies(reader);
  const { faults, plainDurations } = reader;
  if (faults.length > 0 || credentials === undefined) return { kind: 'faults', faults };
  const settings = {
    ...place,
    ...patience,
    credentials,
    targets: [target],
    ...NOT_ASKED,
  };
  return { kind: 'settings', settings, plainDurations };
}

/** Only a gate has these; how long the blocking order may take is learned from its past, as in the gate. */
const NOT_ASKED = {
  failFast: false,
  rollback: undefined,
  learn: true,
  token: undefined,
  checkRun: undefined,
  diagnose: false,
  diagnoseLogs: false,
  verify: {
    mode: 'off',
    expectImage: undefined,
    expectVersion: undefined,
    timeoutMs: 1,
    bakeMs: undefined,
  },
} as const;
