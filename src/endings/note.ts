import type { CredentialsSource } from '../credentials/provider.ts';
import type { CreationBound } from '../discovery/run-start.ts';
import type { DiscoveryNote } from '../discovery/search.ts';
import type { ListedOrder } from '../rollout/change-order.ts';

/** Something on the way that a person should be able to see: data, from which the words make a line. */
export type Note =
  | { readonly kind: 'credentials'; readonly source: CredentialsSource }
  | { readonly kind: 'unknown-co-type'; readonly coType: string }
  | { readonly kind: 'bound'; readonly bound: CreationBound; readonly agoMs: number }
  /** How long the last rollouts of the same application and type took. */
  | {
      readonly kind: 'learnt';
      readonly count: number;
      readonly shortestMs: number;
      readonly usualMs: number;
      readonly longestMs: number;
    }
  /** One more order qualifies and has to succeed too. */
  | { readonly kind: 'also-qualifies'; readonly order: ListedOrder }
  | DiscoveryNote;

/** The notes that the summary keeps: which order was chosen and why, and what else there was. */
export const SUMMARY_NOTES: readonly Note['kind'][] = [
  'unknown-co-type',
  'first-attempt',
  'chosen',
  'stale',
  'also-qualifies',
  'newer-order',
];

/** The notes that are annotations of the kind *notice* besides. */
export const NOTICES: readonly Note['kind'][] = ['unknown-co-type', 'newer-order'];

/** A note that says why an order is waited for. */
export function isChoice(note: Note): note is Extract<Note, { kind: 'chosen' | 'also-qualifies' }> {
  return note.kind === 'chosen' || note.kind === 'also-qualifies';
}
