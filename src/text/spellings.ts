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
 * How one character (a code point) may be written: as it is, percent-encoded in either case, as forms have
 * it, in JSON, in HTML and XML; the longest first. A letter or digit of ASCII stays itself everywhere. Pure.
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
    // What the gate itself breaks up in HTML, so that GitHub makes no mention or link of it.
    ...(/[@#-]/u.test(character) ? [`${character}<span></span>`] : []),
    ...(character === '/' ? ['\\/'] : []),
    // A form has a plus for a blank, and a clean text a blank for a line break.
    ...(/\s/u.test(character) ? [' ', '+', '%20'] : []),
  ];
  return [...new Set(spellings)].sort((a, b) => b.length - a.length);
}
