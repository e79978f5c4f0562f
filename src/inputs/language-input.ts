import type { Environment } from './input-table.ts';
import { INPUTS, rawInput } from './input-table.ts';

export const LANGUAGE_NAMES = ['en', 'zh'] as const;

export type LanguageName = (typeof LANGUAGE_NAMES)[number];

/** The language that is asked for, before anything else is read: faults of the inputs are told in it too. Pure. */
export function languageOf(env: Environment): LanguageName {
  const asked = rawInput(env, 'language') || INPUTS.language.default;
  return LANGUAGE_NAMES.find(name => name === asked) ?? 'en';
}
