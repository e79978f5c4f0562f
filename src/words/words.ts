import type { en } from './en/en.ts';

/**
 * Everything that the gate says to a person, in one language: what English says, each language says, made
 * of the same facts. What it is given from the cloud is clean text; escaping it is the part of who shows it.
 */
export type Words = typeof en;
