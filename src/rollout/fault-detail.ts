/** What the gate itself has to say of a request that failed, as data from which the words make half a sentence. */
export type FaultDetail =
  /** Nobody waits for it any more. */
  | { readonly kind: 'given-up' }
  | { readonly kind: 'time-limit'; readonly limitMs: number }
  | { readonly kind: 'too-large'; readonly host: string; readonly limitBytes: number }
  | { readonly kind: 'no-data' }
  /** A field that decides is missing, or of another type than the API documents. */
  | { readonly kind: 'bad-field'; readonly field: string }
  /** More items in a list than it can truly have. */
  | { readonly kind: 'too-many'; readonly field: string; readonly count: number; readonly limit: number }
  | { readonly kind: 'other-order'; readonly changeOrderId: string }
  /** The answer says success, but for one field. */
  | {
      readonly kind: 'contradictory';
      readonly field: 'Code' | 'ErrorCode';
      /** What stands there; `undefined` where that is neither a text nor a number. */
      readonly code: string | undefined;
    }
  /** An answer that is not the API's: how its body begins, and what its headers tell. */
  | {
      readonly kind: 'stranger';
      readonly bodyStart: string;
      readonly contentType: string | undefined;
      readonly location: string | undefined;
    }
  /** The time was up before the list was read to its end. */
  | { readonly kind: 'list-unfinished' }
  | { readonly kind: 'list-bad' }
  | { readonly kind: 'list-changed' }
  | { readonly kind: 'list-short'; readonly size: number; readonly total: number | undefined }
  | { readonly kind: 'list-endless'; readonly pages: number }
  | { readonly kind: 'list-lost'; readonly changeOrderId: string }
  /** It tells otherwise of an order than when that was chosen. */
  | { readonly kind: 'list-contradicts'; readonly changeOrderId: string }
  /** The job may not ask for an ID token. */
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'no-token' }
  /** Of the file that `ALIBABA_CLOUD_OIDC_TOKEN_FILE` names. */
  | { readonly kind: 'token-file'; readonly file: string; readonly problem: TokenFileProblem }
  /** The role was refused to the token in that file. */
  | { readonly kind: 'by-token-file' }
  | { readonly kind: 'no-credentials' };

/** Why a file gives no token. */
export type TokenFileProblem =
  | { readonly kind: 'missing' | 'not-a-file' | 'too-large' | 'empty' | 'no-token' }
  /** In the system's code, such as EACCES. */
  | { readonly kind: 'unreadable'; readonly code: string }
  | { readonly kind: 'slow'; readonly limitMs: number };
