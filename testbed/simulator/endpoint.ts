import type { AccountBook } from './account.ts';
import type { Answer, AnswerContext } from './answer.ts';
import type { EditStep } from './answer-edit.ts';
import type { Moment } from './authentication.ts';
import type { ChangeOrder } from './change-order.ts';
import type { IncomingRequest } from './incoming-request.ts';
import type { World } from './world.ts';

/** Everything from which an endpoint makes its answer to one request. */
export interface EndpointCall {
  readonly request: IncomingRequest;
  readonly world: World;
  readonly accounts: AccountBook;
  readonly moment: Moment;
  readonly context: AnswerContext;
  /** The edits of the scenario that apply to this request. */
  readonly edits: readonly EditStep[];
  /** Lets an order begin, which the account has from now on. */
  readonly begin: (order: ChangeOrder) => void;
}

/** Something that answers requests. */
export interface Endpoint {
  /** The name by which scenarios and records know it. */
  readonly action: string;
  /** Whether requests must carry an ACS3 signature. */
  readonly isSigned: boolean;
  readonly answer: (call: EndpointCall) => Answer;
}
