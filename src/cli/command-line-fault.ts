/** Something wrong with a command line, as data. No value that was given is in it: it might be a secret. */
export type CommandLineFault =
  | { readonly kind: 'no-command' }
  /** `nearest` is the command that may have been meant. */
  | { readonly kind: 'unknown-command'; readonly got: string; readonly nearest: string | undefined }
  | { readonly kind: 'unknown-flag'; readonly flag: string; readonly nearest: string | undefined }
  /** `variable` is where the secret belongs; `undefined` where nothing takes it. */
  | { readonly kind: 'secret-flag'; readonly flag: string; readonly variable: string | undefined }
  | { readonly kind: 'git-hub-only'; readonly flag: string }
  | { readonly kind: 'no-value'; readonly flag: string }
  /** A variable that stands for a flag without a value. */
  | { readonly kind: 'bad-switch'; readonly variable: string }
  | { readonly kind: 'needless-value'; readonly flag: string }
  | { readonly kind: 'given-twice'; readonly flag: string }
  /** Words that belong to no flag, counted. */
  | { readonly kind: 'stray-words'; readonly count: number }
  /** `--help` and `--version` end well without a look, so they may not stand beside anything else. */
  | { readonly kind: 'not-alone'; readonly flag: string }
  | { readonly kind: 'same-file' }
  | { readonly kind: 'not-writable'; readonly flag: string; readonly reason: string };
