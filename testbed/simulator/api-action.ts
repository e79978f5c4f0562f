import type { ApiError } from './api-error.ts';
import type { ChangeOrder } from './change-order.ts';
import type { World } from './world.ts';

/** The parameters of a request, of its query and its form, by name. */
export type Query = Readonly<Record<string, string>>;

/** What an action answers: the `Data` of the usual envelope, or an error of the gateway. */
export type ActionAnswer =
  | {
      readonly data: unknown;
      /** `Code` of the envelope: the reference shows a number for some actions, a string for others. */
      readonly code: 200 | '200';
      /** `ErrorCode` of the envelope, where the action tells one on success. */
      readonly errorCode?: string;
      /** Whether the envelope has no `TraceId`; most have one. */
      readonly untraced?: boolean;
      /** What the envelope has besides, e.g. where in a list the page stands. */
      readonly envelope?: object;
      /** The order that begins with this answer, where the action is a write. */
      readonly begins?: ChangeOrder;
    }
  | { readonly error: ApiError };

/** One action of the SAE API. */
export interface ApiAction {
  readonly name: string;
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  /** The answer at this story time. Pure, save that a write is noted in the world. */
  readonly answer: (query: Query, world: World, storyMs: number) => ActionAnswer;
}
