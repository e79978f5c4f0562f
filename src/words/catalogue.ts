import type { LanguageName } from '../inputs/table.ts';
import { en } from './en/en.ts';
import type { Words } from './words.ts';
import { zh } from './zh/zh.ts';

/** Everything that the gate says, in every language that it speaks. */
export const catalogue: Readonly<Record<LanguageName, Words>> = { en, zh };
