import { cleanText, cutText, isPlain, plainText } from './clean-text.ts';
import { htmlToText } from './html-to-text.ts';
import type { Hide } from './redactor.ts';

/** Longer than any secret: so much of a text that was cut before may be the beginning of one. */
const LONGEST_SECRET = 8_192;

/** Deeper than any field that is read. */
const DEEPEST = 12;

/** Nobody reads more of a text as HTML. */
const LONGEST_HTML = 32_000;

/**
 * A text from outside as one clean line of at most `maxLength` that holds no secret: first cleaned, since
 * cleaning makes whole what was broken up, then hidden, and only then cut. Pure.
 */
export function foreignText(raw: string, maxLength: number, hide: Hide): string {
  const most = 4 * maxLength + 2 * LONGEST_SECRET;
  const hidden = hide(cleanText(raw.slice(0, most), most));
  return cutText(raw.length > most ? hidden.slice(0, -LONGEST_SECRET) : hidden, maxLength);
}

/**
 * An answer as it was parsed, with every text replaced that would show a secret once it is read: as it is,
 * without control and invisible characters, or as HTML. All other texts stay as they came. So whoever
 * reads a field may clean and cut it as is fit. Changes `data` itself, which must be the caller's own.
 */
export function withoutSecrets(data: unknown, hide: Hide, depth = 0): unknown {
  if (typeof data === 'string') return textWithout(data, hide);
  if (typeof data !== 'object' || data === null || depth >= DEEPEST) return data;
  if (Array.isArray(data)) {
    const items: unknown[] = data;
    for (let index = 0; index < items.length; index++) {
      items[index] = withoutSecrets(items[index], hide, depth + 1);
    }
    return items;
  }
  const fields = data as Record<string, unknown>;
  for (const name of Object.keys(fields)) {
    const before = fields[name];
    const after = withoutSecrets(before, hide, depth + 1);
    if (after !== before) fields[name] = after;
  }
  return fields;
}

/** Whether nothing in a body, as it came, can show a secret however it is read: then nobody need look closer. */
export function holdsNoSecret(body: string, hide: Hide): boolean {
  return isPlain(body) && !/[\\<&]/u.test(body) && hide(body) === body;
}

function textWithout(text: string, hide: Hide): string {
  const plain = isPlain(text) ? text : plainText(text);
  const hidden = hide(plain);
  const told = hidden === plain ? text : hidden;
  if (!/[<&]/u.test(told)) return told;
  const read = plainText(htmlToText(told.slice(0, LONGEST_HTML)));
  const hiddenRead = hide(read);
  return hiddenRead === read ? told : `${hiddenRead}${told.slice(LONGEST_HTML)}`;
}
