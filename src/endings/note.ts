import type { Refusal } from '../discovery/choose-order.ts';
import type { ListedOrder } from '../rollout/change-order.ts';
import type { BoundSource, CreationBound } from '../discovery/run-start.ts';
import type { CredentialsSource } from '../inputs/credentials.ts';
import type { Fault } from '../rollout/fault.ts';

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
  | { readonly kind: 'search-trouble'; readonly fault: Fault }
  | { readonly kind: 'older-running'; readonly order: ListedOrder }
  | { readonly kind: 'first-attempt'; readonly createdMs: number }
  | {
      readonly kind: 'chosen';
      readonly order: ListedOrder;
      readonly of: number;
      readonly source: BoundSource;
    }
  | { readonly kind: 'stale'; readonly changeOrderId: string; readonly startMs: number }
  /** One more order qualifies and has to succeed too. */
  | { readonly kind: 'also-qualifies'; readonly order: ListedOrder }
  /** A newer order that is not this run's; the verdict does not hang on it. */
  | { readonly kind: 'newer-order'; readonly refusal: Refusal };

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
