/** Why a mutant survives that was looked at. `from` and `to` as one line, as the summary shows them. */
export interface Explanation {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** A sentence without its full stop's line break, for the document. */
  readonly why: string;
}

export const EXPLANATIONS: readonly Explanation[] = [];
