import type { Part } from '../../text/parts.ts';
import { joined } from '../../text/parts.ts';
import type { BatchPlace } from '../facts.ts';
import { formatDuration } from '../format.ts';

/** A duration in English. */
export function duration(durationMs: number): string {
  return formatDuration(durationMs, { ms: 'ms', s: 's', min: 'min', h: 'h' });
}

/** A text, which may end with foreign words and their full stop, as a whole English sentence. Pure. */
export function sentence(text: string): string {
  return /[.!?…。！？]$/u.test(text) ? text : `${text}.`;
}

/** A text as the beginning of a sentence. Pure. */
export function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** A number with its noun, as in `1 poll` and `2 polls`. Pure. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** A batch by its number, as in `batch 2 of 4`. Pure. */
export function batchName({ number, of }: BatchPlace): string {
  return `batch ${number} of ${of}`;
}

/** A rollout by the order that is followed, or by the application whose order is to be found. Pure. */
export function targetName(order: string | undefined, appId: string | undefined): string {
  return order === undefined ? `a rollout of application ${appId ?? ''}` : `change order ${order}`;
}

/** Asks for the release of the next batch. Pure. */
export function releaseNeeded(order: string, application: string | undefined): string {
  return `Release the next batch of change order ${order}${application === undefined ? '' : ` of ${application}`} in the console: SAE does not continue by itself.`;
}

/** How to have this step poll an order again, as a clause. Pure. */
export function runAgain(changeOrderId: string): string {
  return changeOrderId === ''
    ? 'run this step again'
    : `run this step again with changeOrderId "${changeOrderId}"`;
}

/** An approval by its ID, if known. Pure. */
export function approvalName(approvalId: string | undefined): string {
  return aside(approvalId !== undefined && `approval ${approvalId}`);
}

/** Asks for the approval of an order. Pure. */
export function approvalNeeded(order: string, approvalId: string | undefined): string {
  return `Approve change order ${order} in the console${approvalName(approvalId)}: it does not run until then.`;
}

/** The parts in parentheses, after a space; empty if there are none. Pure. */
export function aside(...parts: readonly Part[]): string {
  const text = joined(', ', ...parts);
  return text === '' ? '' : ` (${text})`;
}
