import type { ChangeOrder } from './change-order.ts';
import type { Fault } from './fault.ts';

/** What one look at a change order showed. A failed look is an observation, not an exception. */
export type Look =
  /** A well-formed answer for this very order, which belongs where it should. */
  | { readonly kind: 'read'; readonly order: ChangeOrder; readonly requestId: string | undefined }
  /** No usable answer; the fault says why. */
  | { readonly kind: 'faulty'; readonly fault: Fault }
  /** The order belongs to another application than the one that was asked for. */
  | { readonly kind: 'foreign'; readonly appId: string }
  /** The answer names no application, and the application's own list does not have the order. */
  | { readonly kind: 'unlisted' };
