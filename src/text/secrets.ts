import type { Hide } from './clean.ts';
import { oneLine } from './clean.ts';

/** Fewer characters appear by chance: four hexadecimal digits occur in the IDs of any long log. */
const SHORTEST = 5;

/** A secret of only letters or only digits is like a word or a number, of which a log is full. */
const SHORTEST_OF_ONE_KIND = 8;

/** Letters of one word (the first may be upper case), or digits, and nothing else. */
const ONE_KIND = /^(?:\p{L}\p{Ll}*|\p{Lu}+|\p{Nd}+)$/u;

/** Text of the gate's own log, or of every rollout: masking it would hide what happened. */
const OWN_WORDS = [
  'sae-rollout-gate',
  'changeOrderId appId coType regionId endpoint timeout accessKeyId accessKeySecret securityToken roleArn',
  'DescribeChangeOrder ListChangeOrders DescribePipeline AssumeRoleWithOIDC AliyunSAEReadOnlyAccess',
  'application deployment instance succeeded terminated cancelled unreadable requestId',
  'serverless production staging development administrator password anonymous username',
  'sae.cn-hangzhou.aliyuncs.com cn-shanghai cn-beijing cn-shenzhen ap-southeast-1 localhost 127.0.0.1',
]
  .join(' ')
  .toLowerCase();

/**
 * Whether a secret can be masked without hiding too much: it must not be so short or so common that the log
 * is full of it. Pure.
 */
export function isMaskable(secret: string): boolean {
  const text = secret.trim();
  if (text.length < SHORTEST) return false;
  if (text.length < SHORTEST_OF_ONE_KIND && ONE_KIND.test(text)) return false;
  return !OWN_WORDS.includes(text.toLowerCase());
}

/** A token rather than a name: long, and of letters and digits. Pure. */
export function isTokenLike(text: string): boolean {
  return text.length >= 16 && /\p{L}/u.test(text) && /\p{Nd}/u.test(text);
}

const ENTITY_NAMES: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
  ' ': 'nbsp',
};

const known = new Map<string, readonly string[]>();

/**
 * How one character (a code point) may be written: literally, percent-encoded in either case, form-encoded,
 * in JSON, in HTML and XML; the longest first. An ASCII letter or digit is always literal. Pure.
 */
export function spellingsOf(character: string): readonly string[] {
  const before = known.get(character);
  if (before !== undefined) return before;
  const spellings = /^[A-Za-z0-9]$/u.test(character) ? [character] : everyWay(character);
  known.set(character, spellings);
  return spellings;
}

function everyWay(character: string): readonly string[] {
  const code = character.codePointAt(0) ?? 0;
  const bytes = [...new TextEncoder().encode(character)].map(byte => byte.toString(16).padStart(2, '0'));
  const percent = `%${bytes.join('%')}`;
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  const json = units.map(unit => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
  const name = ENTITY_NAMES[character];
  const spellings = [
    character,
    percent,
    percent.toUpperCase(),
    // In a URL within a URL.
    percent.replaceAll('%', '%25'),
    percent.toUpperCase().replaceAll('%', '%25'),
    JSON.stringify(character).slice(1, -1),
    json,
    json.replaceAll(/[a-f]/gu, digit => digit.toUpperCase()),
    `&#${code};`,
    `&#x${code.toString(16)};`,
    `&#x${code.toString(16).toUpperCase()};`,
    ...(name === undefined ? [] : [`&${name};`, `\\&${name};`]),
    // What the gate itself breaks up in HTML, so that GitHub does not turn it into a mention or link.
    ...(/[@#-]/u.test(character) ? [`${character}<span></span>`] : []),
    ...(character === '/' ? ['\\/'] : []),
    // A form has a plus for a space, and clean text has a space for a line break.
    ...(/\s/u.test(character) ? [' ', '+', '%20'] : []),
  ];
  return [...new Set(spellings)].sort((a, b) => b.length - a.length);
}

const HIDDEN = '***';

/**
 * For a secret that looks random its beginning is hidden too, from this many characters on: the text may have
 * been cut elsewhere. Of an AccessKeySecret 20 characters are then left to guess, 119 bits.
 */
const LEAST_BEGINNING = 10;

/** A digit, or an upper-case letter inside a word: words that people choose rarely have them. */
const RANDOM = /\d|\p{Ll}\p{Lu}/u;

/** A secret to search for, with every way to write each of its characters. */
interface Needle {
  readonly units: readonly (readonly string[])[];
  /** How many units must match. */
  readonly least: number;
}

/**
 * Knows the secrets and hides them: the runner masks only what it shows itself, and only whole secrets.
 * Secrets that cannot be masked without hiding too much are skipped. Overlapping secrets are all hidden.
 * Takes time in proportion to the text, however many secrets there are.
 */
export class Redactor {
  readonly #secrets = new Set<string>();
  /** The needles by the first character that they can begin with. */
  readonly #needles = new Map<number, Needle[]>();
  /** The second characters, by the first, with which one can begin. */
  readonly #seconds = new Map<number, Set<number>>();
  /** Finds where one may begin; made once it is needed. */
  #starts: RegExp | undefined;

  /** Hides this secret from now on; false if it is too short or too common for that. */
  mask(secret: string): boolean {
    if (!isMaskable(secret)) return false;
    if (this.#secrets.has(secret)) return true;
    this.#secrets.add(secret);
    const texts = new Set([secret, oneLine(secret), secret.toWellFormed()].filter(isMaskable));
    this.#starts = undefined;
    for (const text of texts) {
      const characters = Array.from(text);
      const least = RANDOM.test(characters.slice(0, LEAST_BEGINNING).join('')) ? LEAST_BEGINNING : Infinity;
      this.#add({ units: characters.map(spellingsOf), least: Math.min(characters.length, least) });
    }
    return true;
  }

  /** `text` with every secret replaced, however its characters are written. */
  readonly redact: Hide = text => {
    if (this.#secrets.size === 0) return text;
    const parts: string[] = [];
    let takenTo = 0;
    let hiddenTo = 0;
    this.#starts ??= startsOf(this.#seconds);
    // By V8's own search: as a loop over the characters this would be optimised in the middle of nearly every run.
    for (let at = nextStart(this.#starts, text, 0); at >= 0; at = nextStart(this.#starts, text, at + 1)) {
      const end = this.#endOf(text, at, text.charCodeAt(at));
      if (end <= hiddenTo) continue;
      // A match that begins within a hidden secret only extends it.
      if (at >= hiddenTo || parts.length === 0) parts.push(text.slice(takenTo, at), HIDDEN);
      hiddenTo = end;
      takenTo = end;
    }
    return parts.length === 0 ? text : `${parts.join('')}${text.slice(takenTo)}`;
  };

  #add(needle: Needle): void {
    const [firsts = [], seconds = []] = needle.units;
    for (const first of firsts) {
      const code = first.charCodeAt(0);
      const those = this.#needles.get(code) ?? [];
      this.#needles.set(code, those);
      if (!those.includes(needle)) those.push(needle);
      const nexts = first.length > 1 ? [first.slice(1)] : seconds;
      const after = this.#seconds.get(code) ?? new Set();
      this.#seconds.set(code, after);
      for (const next of nexts) after.add(next.charCodeAt(0));
    }
  }

  /** Where the longest match that begins at `at` ends; 0 if there is none. */
  #endOf(text: string, at: number, first: number): number {
    let longest = 0;
    for (const needle of this.#needles.get(first) ?? []) longest = Math.max(longest, endOf(needle, text, at));
    return longest;
  }
}

/** What finds any of the pairs of characters, as UTF-16 has them: by a first one, those that may follow. */
function startsOf(seconds: ReadonlyMap<number, ReadonlySet<number>>): RegExp {
  const unit = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;
  const pairs = [...seconds].map(([first, after]) => `${unit(first)}[${[...after].map(unit).join('')}]`);
  // Not by code points: halves of surrogate pairs are characters of their own here
  return new RegExp(pairs.join('|'), 'g');
}

/** Where, from a place in a text on, `starts` finds the next pair; -1 where it finds none. */
function nextStart(starts: RegExp, text: string, from: number): number {
  starts.lastIndex = from;
  return starts.test(text) ? starts.lastIndex - 2 : -1;
}

/** Where the match from `start` on ends, however it is written; 0 if too little matches. */
function endOf({ units, least }: Needle, text: string, start: number): number {
  // One character in one spelling may be several in another: `&amp;` can be part of the secret itself.
  let ends: readonly number[] = [start];
  let found = 0;
  for (const spellings of units) {
    const further = furtherEnds(text, ends, spellings);
    if (further === undefined) break;
    ends = further;
    found++;
  }
  return found >= least ? Math.max(...ends) : 0;
}

function furtherEnds(
  text: string,
  ends: readonly number[],
  spellings: readonly string[],
): readonly number[] | undefined {
  let further: number[] | undefined;
  for (const end of ends) {
    const code = text.charCodeAt(end);
    for (const spelling of spellings) {
      if (spelling.charCodeAt(0) !== code || !text.startsWith(spelling, end)) continue;
      const next = end + spelling.length;
      if (further === undefined) further = [next];
      else if (!further.includes(next)) further.push(next);
    }
  }
  return further;
}
