import type { en } from './en/en.ts';

/**
 * Everything that the gate says to a person in one language: every language says what English says, from the
 * same facts. Text from the cloud is clean here; the rendering escapes it.
 */
export type Words = typeof en;
