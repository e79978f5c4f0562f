/**
 * When something happens: all that is given must hold, nothing given means always.
 * A *look* is a request that this occasion is about: with `action` the requests of that action, with
 * `orderId` those for that order, else all of them.
 */
export interface Occasion {
  readonly action?: string;
  readonly orderId?: string;
  /** First look at which it happens, counted from 1. */
  readonly fromLook?: number;
  /** Last look at which it happens. */
  readonly toLook?: number;
  /** Only these looks. */
  readonly looks?: readonly number[];
  /** From this story time on, ms. */
  readonly fromMs?: number;
  /** Until this story time, ms, itself excluded. */
  readonly untilMs?: number;
}

/** What an occasion looks at in a request. */
export interface Look {
  readonly action: string;
  readonly orderId: string | undefined;
}

/**
 * Whether `occasion` is met by the newest of the looks taken so far.
 *
 * @param looks all requests so far in the order of their arrival, the one in question last
 * @param storyMs the story time of that request
 */
export function isMet(occasion: Occasion, looks: readonly Look[], storyMs: number): boolean {
  const newest = looks.at(-1);
  if (!newest || !concerns(occasion, newest)) return false;
  if (storyMs < (occasion.fromMs ?? -Infinity) || storyMs >= (occasion.untilMs ?? Infinity)) return false;
  const number = looks.filter(look => concerns(occasion, look)).length;
  if (number < (occasion.fromLook ?? 1) || number > (occasion.toLook ?? Infinity)) return false;
  return occasion.looks?.includes(number) ?? true;
}

function concerns(occasion: Occasion, look: Look): boolean {
  return (
    (occasion.action === undefined || occasion.action === look.action) &&
    (occasion.orderId === undefined || occasion.orderId === look.orderId)
  );
}
