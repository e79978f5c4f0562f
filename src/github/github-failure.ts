/** Why GitHub brought no answer. */
export type GitHubFailure =
  | { readonly kind: 'time-limit'; readonly limitMs: number }
  /** Its answer does not tell when the run began. */
  | { readonly kind: 'no-run-start' }
  /** In GitHub's or the network's own words. */
  | { readonly kind: 'said'; readonly message: string; readonly httpStatus: number | undefined };
