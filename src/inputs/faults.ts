import type { StartUnknown } from '../discovery/run-start.ts';
import type { GuardName, InputName } from './table.ts';
import type { Leftover } from './lists.ts';

/** An invalid input, as data: the words make a message of it. */
export type InputFault =
  | { readonly kind: 'empty-order-id' }
  /** `word` is the value for "none" or for no limit. */
  | { readonly kind: 'empty-guard'; readonly input: GuardName; readonly word: string }
  /** What a program, a template or a shell left in place of a value. */
  | { readonly kind: 'leftover'; readonly input: InputName; readonly got: string; readonly of: Leftover }
  | { readonly kind: 'bad-id'; readonly input: InputName; readonly got: string }
  | { readonly kind: 'bad-list'; readonly input: InputName; readonly got: string }
  | { readonly kind: 'bad-app-name'; readonly got: string }
  | { readonly kind: 'bad-namespace'; readonly got: string }
  | { readonly kind: 'namespace-without-name'; readonly got: string }
  /** Both are given, to check each other, but differ in number. */
  | { readonly kind: 'names-unlike-ids'; readonly names: number; readonly ids: number }
  | { readonly kind: 'auto-without-app' }
  /** The application to wait for is missing. */
  | { readonly kind: 'idle-without-app' }
  | { readonly kind: 'idle-several-apps'; readonly input: 'appId' | 'appName'; readonly got: string }
  | { readonly kind: 'empty-co-type'; readonly got: string }
  | { readonly kind: 'bad-created-after'; readonly got: string }
  /** Given, but no order that SAE keeps can match: too long ago, or in the future. `nowMs` in epoch ms. */
  | { readonly kind: 'created-after-too-old'; readonly got: string }
  | { readonly kind: 'created-after-to-come'; readonly got: string; readonly nowMs: number }
  /** The start of this run is unknown. */
  | ({ readonly kind: 'no-run-start' } & StartUnknown)
  | { readonly kind: 'keys-and-role' }
  | { readonly kind: 'bad-arn'; readonly input: InputName; readonly got: string }
  | { readonly kind: 'bad-session-name'; readonly got: string }
  | { readonly kind: 'bad-session-duration'; readonly got: string }
  | { readonly kind: 'bad-sts-endpoint'; readonly got: string }
  /** Given for several orders, which one application must own. */
  | { readonly kind: 'several-apps'; readonly input: 'appId' | 'appName'; readonly got: string }
  | { readonly kind: 'empty-item'; readonly input: InputName; readonly got: string }
  | { readonly kind: 'auto-among-ids'; readonly got: string }
  | { readonly kind: 'bad-call-limit'; readonly got: string }
  | { readonly kind: 'line-break'; readonly input: InputName; readonly got: string }
  | { readonly kind: 'bad-duration'; readonly input: InputName; readonly got: string }
  | {
      readonly kind: 'long-duration';
      readonly input: InputName;
      readonly got: string;
      readonly longestMs: number;
    }
  | {
      readonly kind: 'bad-choice';
      readonly input: InputName;
      readonly got: string;
      readonly choices: readonly string[];
    }
  /** The verdict does not depend on what runs, but a proof of that is requested. */
  | {
      readonly kind: 'proof-not-required';
      readonly mode: 'off' | 'show';
      readonly given: readonly InputName[];
    }
  /** Not a verdict after which a rollout can be undone. */
  | { readonly kind: 'bad-rollback-on'; readonly got: string }
  /** The gate may undo only one rollout, of a named application, that provably belongs to this run. */
  | { readonly kind: 'rollback-of-several'; readonly targets: number }
  | { readonly kind: 'rollback-without-app' }
  | { readonly kind: 'rollback-undescribed' }
  | ({ readonly kind: 'rollback-no-run-start' } & StartUnknown)
  | { readonly kind: 'bad-image'; readonly got: string }
  | { readonly kind: 'bad-version'; readonly got: string }
  /** Only one application can run it. */
  | { readonly kind: 'several-targets'; readonly input: InputName; readonly targets: number }
  | { readonly kind: 'long-bake'; readonly got: string; readonly longestMs: number }
  | { readonly kind: 'bad-flag'; readonly input: InputName; readonly got: string }
  | { readonly kind: 'bad-commit'; readonly got: string }
  | { readonly kind: 'poll-floor'; readonly got: string; readonly floorMs: number }
  | { readonly kind: 'poll-bounds-crossed'; readonly min: string; readonly max: string }
  /** `input` may be the environment variable that has the value. */
  | { readonly kind: 'bad-region'; readonly input: string; readonly got: string }
  | { readonly kind: 'no-region' }
  | { readonly kind: 'bad-endpoint'; readonly got: string }
  | { readonly kind: 'endpoint-not-https'; readonly got: string }
  | {
      readonly kind: 'half-credentials';
      readonly given: readonly string[];
      readonly missing: readonly string[];
    }
  | { readonly kind: 'bad-credential'; readonly input: string }
  /** The value may contain a password and is not shown. */
  | { readonly kind: 'bad-proxy'; readonly variable: string }
  | { readonly kind: 'bad-no-proxy'; readonly variable: string; readonly got: string }
  | { readonly kind: 'no-credentials' };

/** A duration written as a plain number: the log says how it was read. */
export interface PlainDuration {
  readonly input: InputName;
  readonly got: string;
  readonly durationMs: number;
}
