import { BlockList, isIP } from 'node:net';
import { parseUrl } from '../http/parse-url.ts';

/** One entry of `NO_PROXY`. */
type Exemption =
  | { readonly kind: 'name'; readonly name: string; readonly port: string }
  | { readonly kind: 'pattern'; readonly pattern: RegExp; readonly port: string }
  | { readonly kind: 'addresses'; readonly addresses: BlockList; readonly port: string }
  /** Written like a network in CIDR notation, and none: `10.0.0.0/33`. */
  | { readonly kind: 'bad' };

/**
 * Whether `NO_PROXY` keeps a URL from the proxy. As curl and the runner's toolkit have it, and where one of
 * them is richer, as that one: entries are parted by commas or white space; `sae.test`, `.sae.test` and
 * `*.sae.test` mean that name and all below it; a trailing dot means nothing; `:443` behind an entry means
 * that port alone; an address is compared as an address, `[::1]` and `::1` alike; `10.0.0.0/8` is a network;
 * `*` is everything, and within a name anything. An entry that is none of these means no host. Pure.
 */
export function isExempt(noProxy: string, url: URL): boolean {
  const host = plainHost(url.hostname);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return entriesOf(noProxy)
    .map(readEntry)
    .some(entry => entry.kind !== 'bad' && ['', port].includes(entry.port) && means(entry, host));
}

/** The entries of `NO_PROXY` that are written like networks and are none. Pure. */
export function badNetworks(noProxy: string): readonly string[] {
  return entriesOf(noProxy).filter(entry => readEntry(entry).kind === 'bad');
}

/** Whether a list of addresses holds this one, an IPv4 address written as IPv6 too; no name is in any. Pure. */
export function holds(addresses: BlockList, host: string): boolean {
  const version = isIP(host);
  return version !== 0 && addresses.check(host, version === 4 ? 'ipv4' : 'ipv6');
}

/** The host of a URL without brackets, and without the dot that ends a name at the root. Pure. */
export function plainHost(hostname: string): string {
  return hostname.replace(/^\[(?<address>.*)\]$/u, '$<address>').replace(/\.$/u, '');
}

function means(entry: Exclude<Exemption, { kind: 'bad' }>, host: string): boolean {
  switch (entry.kind) {
    case 'addresses':
      return holds(entry.addresses, host);
    case 'pattern':
      return entry.pattern.test(host);
    case 'name':
      return host === entry.name || (isIP(host) === 0 && host.endsWith(`.${entry.name}`));
  }
}

function entriesOf(noProxy: string): readonly string[] {
  return noProxy.split(/[\s,]+/u).filter(entry => entry !== '');
}

function readEntry(entry: string): Exemption {
  if (/^[[\]\da-f.:]+\/\d*$/iu.test(entry)) return readNetwork(entry);
  if (isIP(entry) === 6) return oneAddress(entry, '');
  const { host = '', port = '' } = /^(?<host>.*?)(?::(?<port>\d+))?$/u.exec(entry)?.groups ?? {};
  const name = host.replace(/^(?:\*?\.)+/u, '');
  if (name.includes('*')) return { kind: 'pattern', pattern: patternOf(name), port };
  // As the URL's own host was put into its one form: small letters, no umlauts, 127.1 as 127.0.0.1.
  const usual = plainHost(parseUrl(`http://${name}`)?.hostname ?? name.toLowerCase());
  return isIP(usual) === 0 ? { kind: 'name', name: usual, port } : oneAddress(usual, port);
}

function patternOf(name: string): RegExp {
  const parts = name.replace(/\.$/u, '').split('*');
  return new RegExp(
    `^${parts.map(part => part.replace(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`)).join('.*')}$`,
    'iu',
  );
}

function oneAddress(address: string, port: string): Exemption {
  return among(address, isIP(address) === 4 ? 32 : 128, port);
}

function readNetwork(entry: string): Exemption {
  const [address = '', bits = ''] = entry.replace(/[[\]]/gu, '').split('/');
  const version = isIP(address);
  const fits = version !== 0 && bits !== '' && Number(bits) <= (version === 4 ? 32 : 128);
  return fits ? among(address, Number(bits), '') : { kind: 'bad' };
}

function among(address: string, bits: number, port: string): Exemption {
  const addresses = new BlockList();
  addresses.addSubnet(address, bits, isIP(address) === 4 ? 'ipv4' : 'ipv6');
  return { kind: 'addresses', addresses, port };
}
