import * as z from 'zod/mini';
import { loose, looseText, textOrNumber } from '../http/envelope.ts';
import { cleanText, cutText } from '../text/clean.ts';
import { htmlToText } from '../text/html-to-text.ts';

/** The last moment that a `Date` can be. */
export const LATEST_DATE_MS = 8.64e15;

/**
 * A whole number as the API writes it: an integer, or a string of digits. Strict, without coercion, since
 * verdicts depend on it: `true`, `""`, `[2]` and `2.5` are rejected.
 */
export const wholeNumber = z.union([z.int(), z.pipe(digits(/^[0-9]+$/u), z.int())]);

function digits(pattern: RegExp) {
  return z.pipe(z.string().check(z.regex(pattern)), z.transform(Number));
}

/** More batches than an application can have instances, more orders than a page: an invalid number. */
export const MOST_ITEMS = 10_000;

/** A list whose items must all be valid; of a huge list no item is checked. */
export function strictList<Item extends z.ZodMiniType>(item: Item) {
  const isList = (value: unknown): boolean => Array.isArray(value) && value.length <= MOST_ITEMS;
  return z.pipe(z.custom<unknown[]>(isList), z.array(item));
}

// The rest decides nothing: invalid values count as missing.

/** The longest text with HTML that is read: anything longer is a page, not a message. */
const LONGEST_HTML = 16_000;

/** Nobody reads more of a message in a diagnosis. */
const LONGEST_MESSAGE = 1_000;

/**
 * Like `looseText`, as plain text, for a field in which the API has been seen to write HTML; also `undefined`
 * if it only says "success".
 */
export function looseHtml(maxLength?: number) {
  const readable = (html: string): string | undefined => {
    const text = cleanText(htmlToText(html.slice(0, LONGEST_HTML)), maxLength);
    return text === '' || text === 'success' ? undefined : text;
  };
  return loose(z.pipe(textOrNumber, z.transform(readable)));
}

/** A name, a code or a state in a diagnosis, like `looseText` and short. */
export const looseWord = z.pipe(
  looseText,
  z.transform((text: string | undefined) => text && cutText(text, 200)),
);

/** A message in a diagnosis. */
export const looseMessage = looseHtml(LONGEST_MESSAGE);

/** Nobody reads more of a list; checking millions of items would delay the deadline and a cancel. */
const MOST_READ_ITEMS = 2_000;

/** A list without its invalid items; empty if it is no list. */
export function looseList<Item extends z.ZodMiniType>(item: Item) {
  const readable = (items: unknown[] | undefined): readonly z.infer<Item>[] =>
    (items ?? []).slice(0, MOST_READ_ITEMS).flatMap(one => {
      const parsed = item.safeParse(one);
      return parsed.success ? [parsed.data] : [];
    });
  return z.pipe(loose(z.custom<unknown[]>(Array.isArray)), z.transform(readable));
}

export const looseNumber = loose(z.union([z.number(), z.pipe(digits(/^\d+$/u), z.number())]));

/** A deciding count; `'odd'` for an invalid one. */
export const decidingCount = z.catch(
  z.pipe(
    z.nullish(wholeNumber),
    z.transform((count: number | null | undefined) => {
      if (count === null || count === undefined) return undefined;
      return count >= 0 && count <= MOST_ITEMS ? count : ('odd' as const);
    }),
  ),
  'odd',
);

/** Epoch milliseconds; `undefined` for zero and for an impossible date. */
export const looseTime = z.pipe(
  looseNumber,
  z.transform((ms: number | undefined) =>
    ms !== undefined && ms > 0 && ms <= LATEST_DATE_MS ? ms : undefined,
  ),
);

/** A time such as `2020-02-19T05:01:28Z`, in epoch milliseconds; `undefined` without a zone. */
export const isoTime = loose(z.pipe(z.iso.datetime({ offset: true }), z.transform(Date.parse)));

export const looseBoolean = loose(
  z.union([
    z.boolean(),
    z.pipe(
      z.enum(['true', 'false']),
      z.transform((text: 'true' | 'false') => text === 'true'),
    ),
  ]),
);

/**
 * Whether a text of the cloud looks like all IDs in the API reference: letters, digits and a few signs. An ID
 * is passed on in outputs, JSON and URLs, so anything else is rejected. Pure.
 */
export function isPlainId(text: string): boolean {
  return /^[\w.-]{1,200}$/u.test(text);
}
