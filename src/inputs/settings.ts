import type { PollBounds } from '../polling/next-look.ts';
import type { Credentials } from '../sae/credentials.ts';
import { cleanText } from '../text/clean-text.ts';
import { readCredentials } from './credentials-input.ts';
import { parseDuration } from './duration.ts';
import { readEndpoint } from './endpoint.ts';
import type { InputFault, PlainDuration } from './input-fault.ts';
import type { Environment, InputDefinition, InputName } from './input-table.ts';
import { INPUTS, rawInput } from './input-table.ts';

/** What the gate was told to do, checked. */
export interface Settings {
  readonly changeOrderId: string;
  readonly appId: string | undefined;
  readonly regionId: string | undefined;
  readonly origin: string;
  readonly credentials: Credentials;
  readonly timeoutMs: number;
  readonly bounds: PollBounds;
  readonly requestTimeoutMs: number;
  readonly outageToleranceMs: number;
}

export type SettingsReading =
  | {
      readonly kind: 'settings';
      readonly settings: Settings;
      readonly plainDurations: readonly PlainDuration[];
    }
  | { readonly kind: 'faults'; readonly faults: readonly InputFault[] };

/** Where `minPollInterval` may not go below, elsewhere than on loopback: the API allows 60 calls a minute. */
const POLL_FLOOR_MS = 1_000;

/** Reads all inputs and tells all their faults together. Pure. */
export function readSettings(env: Environment): SettingsReading {
  const reader = new InputReader(env);
  const { origin, loopback, regionId } = readPlace(reader);
  const settings = {
    changeOrderId: readChangeOrderId(reader),
    appId: readAppId(reader),
    regionId,
    origin,
    credentials: readCredentials(env, reader.faults),
    timeoutMs: reader.duration('timeout'),
    bounds: readBounds(reader, loopback),
    requestTimeoutMs: reader.duration('requestTimeout'),
    outageToleranceMs: reader.duration('outageTolerance'),
  };
  const { credentials } = settings;
  if (reader.faults.length > 0 || credentials === undefined) return { kind: 'faults', faults: reader.faults };
  return { kind: 'settings', settings: { ...settings, credentials }, plainDurations: reader.plainDurations };
}

/** Reads single inputs and gathers what is wrong with them. */
class InputReader {
  readonly faults: InputFault[] = [];
  readonly plainDurations: PlainDuration[] = [];
  readonly env: Environment;

  constructor(env: Environment) {
    this.env = env;
  }

  /** The input, or its default where it is absent or empty; `''` where it has none. */
  text(name: InputName): string {
    const definition: InputDefinition = INPUTS[name];
    return rawInput(this.env, name) || (definition.default ?? '');
  }

  /** In whole milliseconds, at least 1; a faulty one is told and stands for 1. */
  duration(name: InputName): number {
    const got = this.text(name);
    const written = parseDuration(got);
    if (written === undefined) {
      this.faults.push({ kind: 'bad-duration', input: name, got: shown(got) });
      return 1;
    }
    const durationMs = Math.ceil(written.durationMs);
    if (written.plainSeconds) this.plainDurations.push({ input: name, got, durationMs });
    return durationMs;
  }
}

function readChangeOrderId(reader: InputReader): string {
  const given = rawInput(reader.env, 'changeOrderId');
  const id = given ?? INPUTS.changeOrderId.default;
  if (id === '') reader.faults.push({ kind: 'empty-order-id' });
  else if (id === 'auto') reader.faults.push({ kind: 'auto-not-built' });
  else if (hasLineBreak(id))
    reader.faults.push({ kind: 'line-break', input: 'changeOrderId', got: shown(id) });
  else if (id.includes(',')) reader.faults.push({ kind: 'several-order-ids', got: shown(id) });
  return id;
}

function readAppId(reader: InputReader): string | undefined {
  const appId = reader.text('appId');
  if (hasLineBreak(appId)) reader.faults.push({ kind: 'line-break', input: 'appId', got: shown(appId) });
  return appId === '' ? undefined : appId;
}

function readBounds(reader: InputReader, loopback: boolean): PollBounds {
  const bounds = { minMs: reader.duration('minPollInterval'), maxMs: reader.duration('maxPollInterval') };
  const min = shown(reader.text('minPollInterval'));
  const bothRead = !reader.faults.some(
    fault => fault.kind === 'bad-duration' && fault.input.endsWith('PollInterval'),
  );
  if (!bothRead) return bounds;
  if (bounds.minMs < POLL_FLOOR_MS && !loopback) {
    reader.faults.push({ kind: 'poll-floor', got: min, floorMs: POLL_FLOOR_MS });
  }
  if (bounds.minMs > bounds.maxMs) {
    reader.faults.push({ kind: 'poll-bounds-crossed', min, max: shown(reader.text('maxPollInterval')) });
  }
  return bounds;
}

interface Place {
  readonly regionId: string | undefined;
  readonly origin: string;
  readonly loopback: boolean;
}

function readPlace(reader: InputReader): Place {
  const regionId = readRegion(reader);
  const endpoint = reader.text('endpoint');
  if (endpoint === '') {
    if (regionId === undefined) reader.faults.push({ kind: 'no-region' });
    return { regionId, origin: `https://sae.${regionId ?? ''}.aliyuncs.com`, loopback: false };
  }
  const reading = readEndpoint(endpoint);
  if (reading.kind === 'origin') return { ...reading, regionId: regionId ?? regionOfHost(reading.origin) };
  const kind = reading.kind === 'not-https' ? 'endpoint-not-https' : 'bad-endpoint';
  reader.faults.push({ kind, got: shown(endpoint) });
  return { regionId, origin: '', loopback: false };
}

const REGION = '[a-z]{2,}(?:-[a-z0-9]+)+';

function readRegion(reader: InputReader): string | undefined {
  const candidates = ['regionId', ...INPUTS.regionId.environment].map((name, index) => ({
    name,
    value: index === 0 ? rawInput(reader.env, 'regionId') : reader.env[name]?.trim(),
  }));
  const given = candidates.find(({ value }) => value !== undefined && value !== '');
  if (given?.value === undefined) return undefined;
  if (given.value.length <= 64 && new RegExp(`^${REGION}$`, 'u').test(given.value)) return given.value;
  reader.faults.push({ kind: 'bad-region', input: given.name, got: shown(given.value) });
  // Told once: the missing region is not a second fault.
  return 'unknown-region';
}

/** The region that an official host name tells, for the link to the console. */
function regionOfHost(origin: string): string | undefined {
  return new RegExp(`^https://sae(?:-vpc)?\\.(${REGION})\\.aliyuncs\\.com$`, 'u').exec(origin)?.[1];
}

function hasLineBreak(text: string): boolean {
  return /[\n\v\f\r\u0085\u2028\u2029]/u.test(text);
}

/** An input's value as it may be shown to a person. */
function shown(value: string): string {
  return cleanText(value, 100);
}
