import * as z from 'zod';
import { looseText } from '../http/envelope.ts';
import { cleanText, cutText } from '../text/clean.ts';
import { htmlToText } from '../text/html-to-text.ts';

/** The last moment that a `Date` can be. */
export const LATEST_DATE_MS = 8.64e15;

/**
 * A whole number as the API writes it: an integer, or a string of digits. Strict, with no coercion,
 * since verdicts hang on it: `true`, `""`, `[2]` and `2.5` are refused.
 */
export const wholeNumber = z.union([
  z.int(),
  z
    .string()
    .regex(/^[0-9]+$/u)
    .transform(Number)
    .pipe(z.int()),
]);

/** More batches than instances that an application can have, more orders than a page: a wrong number. */
export const MOST_ITEMS = 10_000;

/** A list of which every item has to be as expected; of a giant one not a single item is looked at. */
export function strictList<Item extends z.ZodType>(item: Item) {
  return z.custom<unknown[]>(value => Array.isArray(value) && value.length <= MOST_ITEMS).pipe(z.array(item));
}

// The rest decides nothing: what is not as expected is taken as not told.

/** How much of a text with HTML is looked at: what is longer is a page, not a message. */
const LONGEST_HTML = 16_000;

/** Who reads a diagnosis reads no more of a message. */
const LONGEST_MESSAGE = 1_000;

/**
 * As `looseText`, of a field in which the API has been seen to write HTML, as plain text; `undefined`
 * too where it says no more than "success".
 */
export function looseHtml(maxLength?: number) {
  return z
    .union([z.string(), z.number().transform(String)])
    .transform(html => cleanText(htmlToText(html.slice(0, LONGEST_HTML)), maxLength))
    .transform(text => (text === '' || text === 'success' ? undefined : text))
    .optional()
    .catch(undefined);
}

/** A name, a code or a state of a diagnosis, as `looseText` and short. */
export const looseWord = looseText.transform(text => (text === undefined ? undefined : cutText(text, 200)));

/** A message of a diagnosis. */
export const looseMessage = looseHtml(LONGEST_MESSAGE);

/** Nobody reads more of a list; to check millions of items would hold up the deadline and a cancel. */
const MOST_READ_ITEMS = 2_000;

/** A list of which every item that is not as expected is left out; none where it is no list. */
export function looseList<Item extends z.ZodType>(item: Item) {
  return z
    .custom<unknown[]>(value => Array.isArray(value))
    .optional()
    .catch(undefined)
    .transform(items =>
      (items ?? []).slice(0, MOST_READ_ITEMS).flatMap(one => {
        const parsed = item.safeParse(one);
        return parsed.success ? [parsed.data] : [];
      }),
    );
}

export const looseNumber = z
  .union([z.number(), z.string().regex(/^\d+$/u).transform(Number).pipe(z.number())])
  .optional()
  .catch(undefined);

/** How many there are, where something hangs on it; `'odd'` for what is told and is no such number. */
export const decidingCount = z
  .union([
    z.null().transform(() => undefined),
    wholeNumber.transform(count => (count >= 0 && count <= MOST_ITEMS ? count : ('odd' as const))),
  ])
  .optional()
  .catch('odd');

/** Epoch milliseconds; zero, and what no date can be, is not told. */
export const looseTime = looseNumber.transform(ms =>
  ms !== undefined && ms > 0 && ms <= LATEST_DATE_MS ? ms : undefined,
);

/** A time as `2020-02-19T05:01:28Z`, in epoch milliseconds; what says no zone is not told. */
export const isoTime = z.iso.datetime({ offset: true }).transform(Date.parse).optional().catch(undefined);

export const looseBoolean = z
  .union([z.boolean(), z.enum(['true', 'false']).transform(text => text === 'true')])
  .optional()
  .catch(undefined);

/**
 * Whether a text of the cloud is an id, as all that the API reference shows are: letters, digits and a few
 * signs. An id is handed on in outputs, in JSON and in addresses, so that what is none is not taken for one. Pure.
 */
export function isPlainId(text: string): boolean {
  return /^[\w.-]{1,200}$/u.test(text);
}

const ZONELESS = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/u;
const UTC_PLUS_8_MS = 8 * 3_600_000;

/**
 * A time of ListChangeOrders, e.g. `2019-07-11 20:12:58`, in epoch ms. It carries no zone and is UTC+8:
 * the API reference's own samples prove it against their epoch fields. `undefined` for anything else,
 * and for days and hours that do not exist. Pure.
 */
export function parseBeijingTime(text: string): number | undefined {
  const [, year, month, day, hour, minute, second] = (ZONELESS.exec(text) ?? []).map(Number);
  if (year === undefined) return undefined;
  const utcMs = Date.UTC(year, (month ?? 0) - 1, day, hour, minute, second);
  const exists = new Date(utcMs).toISOString().slice(0, 19).replace('T', ' ') === text;
  return exists ? utcMs - UTC_PLUS_8_MS : undefined;
}
