import type { Environment } from './table.ts';
import { LANGUAGE_NAMES } from './table.ts';
import { InputReader } from './reader.ts';
import type { SettingsReading } from './settings.ts';
import { checkProxies, readPatience } from './settings.ts';
import { readCredentials } from './credentials.ts';
import { readPlace } from './endpoint.ts';
import { readIdleTarget } from './targets.ts';

/**
 * Reads the inputs of the wait for a free application and tells all their faults together. Whatever else the
 * environment holds under the name of an input of the gate is not looked at. Pure.
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

/** What only a gate does; how long the order that blocks may take is asked of its past, as the gate does. */
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
