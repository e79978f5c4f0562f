import { parseJson } from '../http/transport.ts';
import type { HttpAnswer } from '../http/transport.ts';
import type { Answer } from '../http/envelope.ts';
import type { Fault, FaultDetail } from '../rollout/fault.ts';
import type { Difference } from './differences.ts';
import { compareShape } from './differences.ts';
import { isKnownCode } from './known-values.ts';
import type { OperationName } from './operations.ts';
import { NEEDED, documentedAnswer } from './operations.ts';

/** An answer as the gate reads it and as it came, and this machine's clock then, epoch ms. */
export interface WholeAnswer {
  readonly answer: Answer;
  /** `undefined` if there was none. */
  readonly http: HttpAnswer | undefined;
  readonly cameWallMs: number;
}

/** Why an operation was not called. */
export type NotAsked =
  /** The feature that needs it is switched off. */
  | { readonly kind: 'no-diagnosis' | 'no-logs' | 'no-name' }
  /** The previous answer does not name what to call it for. */
  | { readonly kind: 'nothing-named'; readonly by: OperationName }
  /** The fault of that call would affect every other call. */
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
  // The raw answer, not the one that is read: that one has secrets hidden.
  const body = parseJson(http?.body ?? '');
  const documented = documentedAnswer(operation);
  const { differences, unknownFields } = compareShape(body, documented, NEEDED[operation]);
  return differences.length === 0
    ? { kind: 'works', unknownFields }
    : { kind: 'otherwise', differences, unknownFields };
}

/** Details of this machine or of the network, or without anything of an answer. */
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

/** A fault without foreign text, except for a code that the reference names. Pure. */
export function withoutForeignText(fault: Fault): Fault {
  const { reason, action, code, httpStatus, clockAheadMs, detail, message } = fault;
  return {
    reason,
    action,
    // If there was an answer, the message is foreign.
    message: httpStatus === undefined ? message : '',
    ...(code !== undefined && isKnownCode(code) ? { code } : {}),
    ...(httpStatus === undefined ? {} : { httpStatus }),
    ...(clockAheadMs === undefined ? {} : { clockAheadMs }),
    ...(detail !== undefined && OWN_DETAILS.includes(detail.kind) ? { detail } : {}),
  };
}

/** Whether the fault would affect every other call: it is about credentials or the connection. */
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

/** Without these no order is found or polled. */
const WAITING: readonly OperationName[] = ['ListApplications', 'ListChangeOrders', 'DescribeChangeOrder'];

/**
 * Whether the operations that a wait needs work; the others are for the diagnosis. `undefined` if one differs
 * from its documentation: the gate may or may not be able to read it. Pure.
 */
export function canWait(rows: readonly Row[]): boolean | undefined {
  const needed = rows.filter(({ operation }) => WAITING.includes(operation));
  const isRead = needed.filter(({ outcome }) => outcome.kind !== 'otherwise');
  if (!allWorks(isRead)) return false;
  return isRead.length === needed.length || undefined;
}

/** Whether each needed operation answers as documented. Pure. */
export function allWorks(rows: readonly Row[]): boolean {
  return rows.every(({ outcome }) => outcome.kind === 'works' || !isNeeded(outcome));
}

/** Whether the features that are switched on need the operation. Pure. */
export function isNeeded(outcome: Outcome): boolean {
  return outcome.kind !== 'not-asked' || !['no-diagnosis', 'no-logs', 'no-name'].includes(outcome.why.kind);
}
