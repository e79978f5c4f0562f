import { BlockList, isIP } from 'node:net';
import { parseUrl } from '../http/transport.ts';
import { isTokenLike } from '../text/secrets.ts';

/** What the environment says of the proxy for one scheme. */
export type ProxyReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'url'; readonly url: string }
  /** It is no URL of a proxy; its value may hold a password and is not told. */
  | { readonly kind: 'bad'; readonly variable: string };

/**
 * What a variable says that is written in small letters or in capitals, without white space around it, and
 * how it was written. The small letters win where both are filled; an empty variable hides none, as in the
 * runner's own toolkit. Pure.
 */
export function firstFilled(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
): { readonly variable: string; readonly text: string } {
  const filled = [name, name.toUpperCase()]
    .map(variable => ({ variable, text: env[variable]?.trim() ?? '' }))
    .find(({ text }) => text !== '');
  return filled ?? { variable: name, text: '' };
}

/**
 * Reads `http_proxy` or `https_proxy`, as the runner's own toolkit and curl do: a URL, or a bare `host:port`,
 * which means http. Pure.
 */
export function readProxy(
  env: Readonly<Record<string, string | undefined>>,
  scheme: 'http' | 'https',
): ProxyReading {
  const { variable, text } = firstFilled(env, `${scheme}_proxy`);
  if (text === '') return { kind: 'none' };
  const url = parseUrl(/^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `http://${text}`);
  const usable = url !== null && /^https?:$/u.test(url.protocol) && canBeDecoded(url);
  return usable ? { kind: 'url', url: url.href } : { kind: 'bad', variable };
}

function canBeDecoded({ username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}

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

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/**
 * Whether the host of a URL is this machine itself: 127.0.0.0/8 and ::1, however they are written, and the
 * name `localhost` with all below it, which RFC 6761 keeps for loopback. Pure.
 */
export function isLoopback(hostname: string): boolean {
  const host = plainHost(hostname);
  return isLocalhost(host) || holds(LOOPBACK, host);
}

/** Whether a host is `localhost` or a name below it, which no resolver need be asked for. Pure. */
export function isLocalhost(host: string): boolean {
  return /(?:^|\.)localhost$/iu.test(host);
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

/** How a request gets to its server. */
export type Route =
  | { readonly kind: 'direct' }
  /** By way of the proxy with this URL, which may hold its user and password. */
  | { readonly kind: 'proxy'; readonly url: string };

export const DIRECT: Route = { kind: 'direct' };

/**
 * How the environment wants a URL to be asked: `https_proxy` for https and `http_proxy` for http, neither for
 * the other, and `no_proxy` before both; each in small letters before capitals, and an empty one counts as
 * absent. Loopback is never asked through a proxy, whatever the variables say: what is said on this machine
 * stays on it. A proxy that cannot be used is none: with it the inputs are faulty and nothing is sent. Pure.
 */
export function routeTo(env: Readonly<Record<string, string | undefined>>, url: URL): Route {
  if (isLoopback(url.hostname) || isExempt(firstFilled(env, 'no_proxy').text, url)) return DIRECT;
  const reading = readProxy(env, url.protocol === 'https:' ? 'https' : 'http');
  return reading.kind === 'url' ? { kind: 'proxy', url: reading.url } : DIRECT;
}

/** The variables that name a proxy, in both cases, as those who set them write them. */
const PROXY_VARIABLES = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy'];

/** What is secret in the URL of a proxy. */
export interface ProxySecrets {
  readonly variable: string;
  /** The password, or the token that stands for one, in every form in which a text could hold it. */
  readonly secrets: readonly string[];
  /** What the proxy is sent: user and password together, as RFC 7617 encodes them. */
  readonly header: string | undefined;
}

interface UserInfo {
  readonly user: string;
  readonly password: string;
}

/**
 * The secrets in the URLs of the proxies: as written, as a URL normalises them, and decoded. Also those of
 * a URL that cannot be used. The name of a user is none, as it stands in every other text, unless it looks
 * like a token or comes without a password, so that it has to be one. Pure.
 */
export function proxySecretsIn(env: Readonly<Record<string, string | undefined>>): readonly ProxySecrets[] {
  return PROXY_VARIABLES.flatMap(variable => {
    const url = env[variable]?.trim() ?? '';
    const parsed = parsedInfo(url);
    const secrets = [writtenInfo(url), parsed].flatMap(secretsOf).flatMap(decodedToo);
    return secrets.length === 0
      ? []
      : [{ variable, secrets: [...new Set(secrets)], header: headerOf(parsed) }];
  });
}

function secretsOf({ user, password }: UserInfo): readonly string[] {
  const isSecret = password === '' || isTokenLike(user);
  return [...(isSecret ? [user] : []), password].filter(text => text.trim() !== '');
}

/** What stands before the last @: of a malformed URL nobody can say where a password ends. */
function writtenInfo(url: string): UserInfo {
  const userInfo = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?<userInfo>.*)@/isu.exec(url)?.groups?.['userInfo'] ?? '';
  const [user = '', ...password] = userInfo.split(':');
  return { user, password: password.join(':') };
}

function parsedInfo(url: string): UserInfo {
  const parsed = parseUrl(/^[a-z][a-z0-9+.-]*:\/\//iu.test(url) ? url : `http://${url}`);
  return { user: parsed?.username ?? '', password: parsed?.password ?? '' };
}

function headerOf({ user, password }: UserInfo): string | undefined {
  const decoded = `${decoding(user) ?? user}:${decoding(password) ?? password}`;
  return decoded === ':' ? undefined : Buffer.from(decoded).toString('base64');
}

function decodedToo(text: string): readonly string[] {
  const decoded = decoding(text);
  return decoded === undefined ? [text] : [text, decoded];
}

function decoding(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
