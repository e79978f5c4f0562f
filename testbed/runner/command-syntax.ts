/** A command as a line spells it; whether it is obeyed is another matter. */
export interface CommandText {
  /** The name in lower case: the runner compares names without regard to case. */
  readonly name: string;
  /** By name in lower case, for the same reason. */
  readonly properties: ReadonlyMap<string, string>;
  readonly data: string;
  /** `::` is the form of today, `##[` the older one that the runner still obeys. */
  readonly syntax: '::' | '##[';
}

interface Unescape {
  readonly from: string;
  readonly to: string;
}

// The order matters: %25 comes last, so that "%250A" becomes "%0A" and not a line feed.
const DATA_ESCAPES: readonly Unescape[] = [
  { from: '%0D', to: '\r' },
  { from: '%0A', to: '\n' },
  { from: '%25', to: '%' },
];
const PROPERTY_ESCAPES: readonly Unescape[] = [
  { from: '%0D', to: '\r' },
  { from: '%0A', to: '\n' },
  { from: '%3A', to: ':' },
  { from: '%2C', to: ',' },
  { from: '%25', to: '%' },
];
const LEGACY_ESCAPES: readonly Unescape[] = [
  { from: '%3B', to: ';' },
  { from: '%0D', to: '\r' },
  { from: '%0A', to: '\n' },
  { from: '%5D', to: ']' },
  { from: '%25', to: '%' },
];

/** What .NET's `TrimStart` takes for white space: U+0085 is, U+FEFF is not, unlike JavaScript's. */
const DOTNET_WHITE_SPACE = /^[\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/;

/**
 * Reads a line as the runner does (`ActionCommand.TryParseV2`, then `TryParse`): the form `::name
 * key=value,key=value::data` at the start of the line but for white space, or else the older
 * `##[name key=value;key=value]data` at the first `##[` of the line, wherever that is.
 *
 * @param isKnown tells whether a name (in lower case) is a command; with any other name the line is text
 */
export function parseCommand(line: string, isKnown: (name: string) => boolean): CommandText | undefined {
  return parseCurrent(line, isKnown) ?? parseLegacy(line, isKnown);
}

function parseCurrent(line: string, isKnown: (name: string) => boolean): CommandText | undefined {
  const trimmed = line.replace(DOTNET_WHITE_SPACE, '');
  if (!trimmed.startsWith('::')) return undefined;
  const end = trimmed.indexOf('::', 2);
  if (end < 0) return undefined;
  const { name, properties } = splitHead(trimmed.slice(2, end));
  if (!isKnown(name)) return undefined;
  return {
    name,
    properties: readProperties(properties.trim(), ',', PROPERTY_ESCAPES),
    data: unescape(trimmed.slice(end + 2), DATA_ESCAPES),
    syntax: '::',
  };
}

function parseLegacy(line: string, isKnown: (name: string) => boolean): CommandText | undefined {
  const start = line.indexOf('##[');
  if (start < 0) return undefined;
  const end = line.indexOf(']', start);
  if (end < 0) return undefined;
  const { name, properties } = splitHead(line.slice(start + 3, end));
  if (!isKnown(name)) return undefined;
  return {
    name,
    properties: readProperties(properties, ';', LEGACY_ESCAPES),
    data: unescape(line.slice(end + 1), LEGACY_ESCAPES),
    syntax: '##[',
  };
}

/** The name up to the first blank, and what follows it. */
function splitHead(head: string): { name: string; properties: string } {
  const blank = head.indexOf(' ');
  const name = blank < 0 ? head : head.slice(0, blank);
  return { name: name.toLowerCase(), properties: blank < 0 ? '' : head.slice(blank + 1) };
}

/**
 * `key=value` pairs. .NET's `Split(…, 2, RemoveEmptyEntries)` cuts a pair, so equals signs before the
 * key and directly before the value vanish, and a pair without key or value is no pair.
 */
function readProperties(
  text: string,
  separator: string,
  escapes: readonly Unescape[],
): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const pair of text.split(separator)) {
    const match = /^=*([^=]+)=+([^=][^]*)$/.exec(pair);
    const [, key, value] = match ?? [];
    if (key !== undefined && value !== undefined) properties.set(key.toLowerCase(), unescape(value, escapes));
  }
  return properties;
}

function unescape(text: string, escapes: readonly Unescape[]): string {
  return escapes.reduce((unescaped, { from, to }) => unescaped.replaceAll(from, to), text);
}
