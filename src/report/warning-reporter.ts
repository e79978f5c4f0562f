import type { ChangeOrder } from '../rollout/change-order.ts';
import type { Progress } from '../rollout/progress.ts';
import { readingOf } from '../rollout/reading.ts';
import { statusName } from '../rollout/status.ts';
import type { Words } from '../words/words.ts';
import type { Reporter } from './reporter.ts';
import type { Annotation, Toolkit } from './toolkit.ts';

/** Warns once of each state in which a person has to act, or which the API does not document. */
export class WarningReporter implements Reporter {
  readonly #toolkit: Toolkit;
  readonly #words: Words;
  /** See `orderLabel`. */
  readonly #label: string;
  readonly #warned = new Set<string>();

  constructor(toolkit: Toolkit, words: Words, label = '') {
    this.#toolkit = toolkit;
    this.#words = words;
    this.#label = label;
  }

  looked({ last }: Progress): void {
    // Who warns says that the gate keeps waiting: not of an answer that ends the wait.
    if (last?.kind !== 'read' || readingOf(last.order).kind !== 'undecided') return;
    for (const [key, { title, message }] of warningsFor(last.order, this.#words)) {
      if (this.#warned.has(key)) continue;
      this.#warned.add(key);
      this.#toolkit.warning({ title, message: `${this.#label} ${message}`.trimStart() });
    }
  }
}

function warningsFor(order: ChangeOrder, words: Words): readonly (readonly [string, Annotation])[] {
  const { warning } = words;
  const warnings: (readonly [string, Annotation])[] = [];
  const name = statusName(order.status);
  if (name === 'awaiting-release') {
    const message = warning.release(order.changeOrderId, order.appName);
    warnings.push(['release', { title: warning.releaseTitle, message }]);
  }
  if (name === 'awaiting-approval') {
    const message = warning.approval(order.changeOrderId, order.approvalId);
    warnings.push(['approval', { title: warning.approvalTitle, message }]);
  }
  const title = warning.unknownStatusTitle;
  if (name === undefined) {
    warnings.push([
      `status ${order.status}`,
      { title, message: warning.unknownStatus('Status', order.status) },
    ]);
  }
  if (order.subStatus !== undefined && order.subStatus !== 0 && order.subStatus !== 1) {
    const message = warning.unknownStatus('SubStatus', order.subStatus);
    warnings.push([`sub-status ${order.subStatus}`, { title, message }]);
  }
  return warnings;
}
