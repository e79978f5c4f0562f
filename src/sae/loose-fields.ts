import * as z from 'zod';
import { cleanText } from '../text/clean-text.ts';

/** The last moment that a `Date` can be. */
const LATEST_DATE_MS = 8.64e15;

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

// The rest decides nothing: what is not as expected is taken as not told.

/** A text, clean; `undefined` when empty or not a text. */
export const looseText = z
  .union([z.string(), z.number().transform(String)])
  .transform(text => cleanText(text) || undefined)
  .optional()
  .catch(undefined);

export const looseNumber = z
  .union([z.number(), z.string().regex(/^\d+$/u).transform(Number).pipe(z.number())])
  .optional()
  .catch(undefined);

/** Epoch milliseconds; zero, and what no date can be, is not told. */
export const looseTime = looseNumber.transform(ms =>
  ms !== undefined && ms > 0 && ms <= LATEST_DATE_MS ? ms : undefined,
);

export const looseBoolean = z
  .union([z.boolean(), z.enum(['true', 'false']).transform(text => text === 'true')])
  .optional()
  .catch(undefined);
