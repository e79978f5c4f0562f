import type { ChangeOrder } from './change-order.ts';
import type { Fault } from './fault.ts';

/** What one look at a change order showed. A failed look is an observation, not an exception. */
export type Look =
  /** A well-formed answer for this very order, which belongs where it should. */
  | {
      readonly kind: 'read';
      readonly order: ChangeOrder;
      /** Whether it is proven to be recent enough; always so for an order that was given by its id. */
      readonly dated: boolean;
      /** The time in the future (epoch ms) that it tells in the place of such a proof. */
      readonly claimedMs?: number | undefined;
    }
  /** No usable answer; the fault says why. */
  | { readonly kind: 'faulty'; readonly fault: Fault }
  /** The order belongs to another application than the one that was asked for. */
  | { readonly kind: 'foreign'; readonly appId: string }
  /** The order was found in a list, but its first batch began (epoch ms) before this run could have made it. */
  | { readonly kind: 'stale'; readonly startMs: number }
  /** The answer names no application, and the application's own list does not have the order. */
  | { readonly kind: 'unlisted' };
