import { BlockList, isIP } from 'node:net';
import { parseUrl } from '../http/transport.ts';
import { isTokenLike } from '../text/secrets.ts';

/** The proxy settings of the environment for one scheme. */
export type ProxyReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'url'; readonly url: string }
  /** It is no URL of a proxy; its value may contain a password and is not shown. */
  | { readonly kind: 'bad'; readonly variable: string };

/**
 * A variable in lower or upper case, trimmed, and the name that was used. Lower case wins if both are set; an
 * empty variable hides none, as in the runner's own toolkit. Pure.
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
  /** Written like a network in CIDR notation, but invalid: `10.0.0.0/33`. */
  | { readonly kind: 'bad' };

/**
 * Whether `NO_PROXY` excludes a URL from the proxy. Like curl and the runner's toolkit, and the richer of
 * both where they differ: entries are separated by commas or white space; `sae.test`, `.sae.test` and
 * `*.sae.test` mean that name and all below it; a trailing dot is ignored; `:443` after an entry means only
 * that port; an address is compared as an address, `[::1]` and `::1` alike; `10.0.0.0/8` is a network; `*` is
 * everything, and within a name anything. Any other entry matches no host. Pure.
 */
export function isExempt(noProxy: string, url: URL): boolean {
  const host = plainHost(url.hostname);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return entriesOf(noProxy)
    .map(readEntry)
    .some(entry => entry.kind !== 'bad' && ['', port].includes(entry.port) && means(entry, host));
}

/** The entries of `NO_PROXY` that are written like networks but invalid. Pure. */
export function badNetworks(noProxy: string): readonly string[] {
  return entriesOf(noProxy).filter(entry => readEntry(entry).kind === 'bad');
}

/**
 * Whether a list of addresses contains this one, an IPv4 address written as IPv6 too; false for a name. Pure.
 */
export function holds(addresses: BlockList, host: string): boolean {
  const version = isIP(host);
  return version !== 0 && addresses.check(host, version === 4 ? 'ipv4' : 'ipv6');
}

/** The host of a URL without brackets, and without the trailing dot of a root name. Pure. */
export function plainHost(hostname: string): string {
  return hostname.replace(/^\[(?<address>.*)\]$/u, '$<address>').replace(/\.$/u, '');
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/**
 * Whether the host of a URL is this machine: 127.0.0.0/8 and ::1 in any form, and the name `localhost` with
 * all below it, which RFC 6761 reserves for loopback. Pure.
 */
export function isLoopback(hostname: string): boolean {
  const host = plainHost(hostname);
  return isLocalhost(host) || holds(LOOPBACK, host);
}

/** Whether a host is `localhost` or a name below it, which needs no resolver. Pure. */
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
  // As URLs normalize a host: lower case, punycode, 127.1 as 127.0.0.1.
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

/** How a request reaches its server. */
export type Route =
  | { readonly kind: 'direct' }
  /** Through the proxy with this URL, which may contain its user and password. */
  | { readonly kind: 'proxy'; readonly url: string };

export const DIRECT: Route = { kind: 'direct' };

/**
 * The route that the environment sets for a URL: `https_proxy` for https and `http_proxy` for http, neither
 * for the other, and `no_proxy` before both; lower case before upper case, and an empty one counts as
 * missing. Loopback never goes through a proxy, whatever the variables say: it stays on this machine. An
 * invalid proxy counts as none: the inputs are then invalid and nothing is sent. Pure.
 */
export function routeTo(env: Readonly<Record<string, string | undefined>>, url: URL): Route {
  if (isLoopback(url.hostname) || isExempt(firstFilled(env, 'no_proxy').text, url)) return DIRECT;
  const reading = readProxy(env, url.protocol === 'https:' ? 'https' : 'http');
  return reading.kind === 'url' ? { kind: 'proxy', url: reading.url } : DIRECT;
}

/** The variables that name a proxy, in both cases, as they are spelled. */
const PROXY_VARIABLES = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy'];

/** The secrets in the URL of a proxy. */
export interface ProxySecrets {
  readonly variable: string;
  /** The password, or the token that replaces one, in every form in which a text could contain it. */
  readonly secrets: readonly string[];
  /** What the proxy is sent: user and password together, encoded by RFC 7617. */
  readonly header: string | undefined;
}

interface UserInfo {
  readonly user: string;
  readonly password: string;
}

/**
 * The secrets in the URLs of the proxies: as written, as a URL normalizes them, and decoded. Also those of an
 * invalid URL. A user name is none, since it appears in other texts, unless it looks like a token or has no
 * password, so that it must be one. Pure.
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

/** The part before the last @: in a malformed URL the end of a password is unknown. */
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
