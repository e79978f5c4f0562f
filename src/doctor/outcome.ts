import { parseJson } from '../http/transport.ts';
import type { HttpAnswer } from '../http/transport.ts';
import type { Answer } from '../http/envelope.ts';
import type { Fault, FaultDetail } from '../rollout/fault.ts';
import type { Difference } from './differences.ts';
import { compareShape } from './differences.ts';
import { isKnownCode } from './known-values.ts';
import type { OperationName } from './operations.ts';
import { NEEDED, documentedAnswer } from './operations.ts';

/** An answer twice: as the gate reads it, and as it came; and this machine's clock then, epoch ms. */
export interface WholeAnswer {
  readonly answer: Answer;
  /** `undefined` where none came. */
  readonly http: HttpAnswer | undefined;
  readonly cameWallMs: number;
}

/** Why an operation was not asked. */
export type NotAsked =
  /** Nobody wants it: what it is for is not switched on. */
  | { readonly kind: 'no-diagnosis' | 'no-logs' | 'no-name' }
  /** The answer that would have named what to ask about did not. */
  | { readonly kind: 'nothing-named'; readonly by: OperationName }
  /** What befell that call would befall every other. */
  | { readonly kind: 'after-fault'; readonly of: OperationName }
  | { readonly kind: 'cancelled' };

export type Outcome =
  | { readonly kind: 'works'; readonly unknownFields: number }
  /** No permission for it. */
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | {
      readonly kind: 'otherwise';
      readonly differences: readonly Difference[];
      readonly unknownFields: number;
    }
  | { readonly kind: 'not-asked'; readonly why: NotAsked };

/** How one operation answers. */
export interface Row {
  readonly operation: OperationName;
  readonly outcome: Outcome;
}

/** How an operation answers. Pure. */
export function outcomeOf(operation: OperationName, { answer, http }: WholeAnswer): Outcome {
  if (answer.kind === 'fault') {
    const fault = withoutForeignText(answer.fault);
    return { kind: fault.reason === 'permission' ? 'refused' : 'failed', fault };
  }
  // As it came, and not as it is read: there secrets are hidden in it.
  const body = parseJson(http?.body ?? '');
  const documented = documentedAnswer(operation);
  const { differences, unknownFields } = compareShape(body, documented, NEEDED[operation]);
  return differences.length === 0
    ? { kind: 'works', unknownFields }
    : { kind: 'otherwise', differences, unknownFields };
}

/** What is this machine's own doing, or the network's, or holds nothing of an answer. */
const OWN_DETAILS: readonly FaultDetail['kind'][] = [
  'given-up',
  'time-limit',
  'too-large',
  'no-data',
  'not-allowed',
  'no-token',
  'token-file',
  'by-token-file',
  'no-credentials',
];

/** A fault with nothing in it that an answer said, save a code that the reference names. Pure. */
export function withoutForeignText(fault: Fault): Fault {
  const { reason, action, code, httpStatus, clockAheadMs, detail, message } = fault;
  return {
    reason,
    action,
    // Where there was an answer, the message is that answer's.
    message: httpStatus === undefined ? message : '',
    ...(code !== undefined && isKnownCode(code) ? { code } : {}),
    ...(httpStatus === undefined ? {} : { httpStatus }),
    ...(clockAheadMs === undefined ? {} : { clockAheadMs }),
    ...(detail !== undefined && OWN_DETAILS.includes(detail.kind) ? { detail } : {}),
  };
}

/** Whether every other call would meet with the same: it is about who asks, from where, or whom. */
export function befallsAll({ reason }: Fault): boolean {
  switch (reason) {
    case 'credentials':
    case 'credentials-expired':
    case 'clock':
    case 'certificate':
    case 'network':
    case 'unknown-host':
    case 'no-answer':
    case 'no-id-token':
    case 'role-refused':
      return true;
    default:
      return false;
  }
}

/** Without these no order is found, and none is polled. */
const WAITING: readonly OperationName[] = ['ListApplications', 'ListChangeOrders', 'DescribeChangeOrder'];

/**
 * Whether the operations work that a wait needs; all others are for the diagnosis. `undefined` where one
 * answers otherwise than documented: the gate may or may not be able to read that. Pure.
 */
export function canWait(rows: readonly Row[]): boolean | undefined {
  const needed = rows.filter(({ operation }) => WAITING.includes(operation));
  const isRead = needed.filter(({ outcome }) => outcome.kind !== 'otherwise');
  if (!allWorks(isRead)) return false;
  return isRead.length === needed.length || undefined;
}

/** Whether each operation that is needed answers as it is documented. Pure. */
export function allWorks(rows: readonly Row[]): boolean {
  return rows.every(({ outcome }) => outcome.kind === 'works' || !isNeeded(outcome));
}

/** Whether the features that are switched on need the operation. Pure. */
export function isNeeded(outcome: Outcome): boolean {
  return outcome.kind !== 'not-asked' || !['no-diagnosis', 'no-logs', 'no-name'].includes(outcome.why.kind);
}
