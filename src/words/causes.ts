import type { GateCause } from '../endings/ending.ts';
import type { EndFacts, Explanation } from './facts.ts';

type CauseByKind = { readonly [Cause in GateCause as Cause['kind']]: Cause };

/** Why a step ended as it did, and what to do: a text for each kind of cause. */
export type CauseWords = {
  readonly [Kind in keyof CauseByKind]: (cause: CauseByKind[Kind], facts: EndFacts) => Explanation;
};

/** What is said of a cause, whatever its kind. Pure. */
export function causeText<Kind extends GateCause['kind']>(
  { cause: texts }: { readonly cause: CauseWords },
  cause: CauseByKind[Kind] & { readonly kind: Kind },
  facts: EndFacts,
): Explanation {
  const say: CauseWords[Kind] = texts[cause.kind];
  return say(cause, facts);
}
