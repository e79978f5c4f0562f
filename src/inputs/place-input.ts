import { readEndpoint } from './endpoint.ts';
import type { InputReader } from './input-reader.ts';
import { shown } from './input-reader.ts';
import { INPUTS } from './input-table.ts';

/** Where the API is. */
export interface Place {
  readonly regionId: string | undefined;
  readonly origin: string;
  readonly loopback: boolean;
}

/** Stands for a region that is not usable, so that its absence is not told as a second fault. */
const UNUSABLE_REGION = 'unusable-region';

/** Reads region and endpoint: the one follows from the other, as far as it does. */
export function readPlace(reader: InputReader): Place {
  const regionId = readRegion(reader);
  const endpoint = reader.text('endpoint');
  if (endpoint === '') {
    if (regionId === undefined) reader.faults.push({ kind: 'no-region' });
    return { regionId, origin: `https://sae.${regionId ?? UNUSABLE_REGION}.aliyuncs.com`, loopback: false };
  }
  const reading = readEndpoint(endpoint);
  if (reading.kind === 'origin') return { ...reading, regionId: regionId ?? regionOfHost(reading.origin) };
  const kind = reading.kind === 'not-https' ? 'endpoint-not-https' : 'bad-endpoint';
  // What stands before an @ may be a password.
  reader.faults.push({ kind, got: shown(endpoint.replace(/^(\w+:\/\/)?.*@/su, '$1…@')) });
  return { regionId, origin: '', loopback: false };
}

// The shape, not a list: new regions come.
const REGION = '[a-z]{2,}(?:-[a-z0-9]+)+';
const LONGEST_REGION = 64;

function readRegion(reader: InputReader): string | undefined {
  const value = reader.text('regionId');
  if (value === '') return undefined;
  if (value.length <= LONGEST_REGION && new RegExp(`^${REGION}$`, 'u').test(value)) return value;
  const variable = INPUTS.regionId.environment.find(name => reader.env[name]?.trim());
  const input = reader.given('regionId') === '' && variable !== undefined ? variable : 'regionId';
  reader.faults.push({ kind: 'bad-region', input, got: shown(value) });
  return UNUSABLE_REGION;
}

/** The region that an official host name tells, for the link to the console. */
function regionOfHost(origin: string): string | undefined {
  return new RegExp(`^https://sae(?:-vpc)?\\.(${REGION})\\.aliyuncs\\.com$`, 'u').exec(origin)?.[1];
}
