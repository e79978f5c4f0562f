import { parseUrl } from '../http/transport.ts';
import { isLoopback } from './proxies.ts';
import type { InputReader } from './reader.ts';
import { shown } from './reader.ts';
import { INPUTS } from './table.ts';

/** A service address: scheme, host and port, without a path. */
export type EndpointReading =
  | { readonly kind: 'origin'; readonly origin: string; readonly loopback: boolean }
  | { readonly kind: 'bad' }
  /** `http://` except on loopback would send a session token in the clear. */
  | { readonly kind: 'not-https' };

/** Reads a host or a URL; a bare host means https. Pure. */
export function readEndpoint(text: string): EndpointReading {
  const url = parseUrl(/^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`);
  const bare =
    url !== null &&
    /^https?:$/u.test(url.protocol) &&
    url.pathname === '/' &&
    `${url.username}${url.password}${url.search}${url.hash}` === '' &&
    !/[\s?#@\\]/u.test(text);
  if (!bare) return { kind: 'bad' };
  const loopback = isLoopback(url.hostname);
  if (url.protocol === 'http:' && !loopback) return { kind: 'not-https' };
  return { kind: 'origin', origin: url.origin, loopback };
}

/** Where the API is. */
export interface Place {
  readonly regionId: string | undefined;
  readonly origin: string;
  readonly loopback: boolean;
}

/** Replaces an invalid region, so that the missing endpoint is not reported as a second fault. */
const UNUSABLE_REGION = 'unusable-region';

/** Reads region and endpoint: each follows from the other, as far as possible. */
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
  // The part before an @ may be a password.
  reader.faults.push({ kind, got: shown(endpoint.replace(/^(\w+:\/\/)?.*@/su, '$1…@')) });
  return { regionId, origin: '', loopback: false };
}

// The form, not a list: new regions are added.
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

/** The region in an official host name, for the link to the console. */
function regionOfHost(origin: string): string | undefined {
  return new RegExp(`^https://sae(?:-vpc)?\\.(${REGION})\\.aliyuncs\\.com$`, 'u').exec(origin)?.[1];
}
