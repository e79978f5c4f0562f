import type { PlainDuration } from '../inputs/input-fault.ts';
import type { Settings } from '../inputs/settings.ts';
import type { RequestTrace } from '../sae/sae-client.ts';
import type { Words } from '../words/words.ts';
import { orderLabel } from './order-label.ts';
import type { Toolkit } from './toolkit.ts';

/** Who means minutes writes small numbers. */
const SHORT_MS = 60_000;

export interface StartParts {
  readonly toolkit: Toolkit;
  readonly words: Words;
  readonly settings: Settings;
  readonly plainDurations: readonly PlainDuration[];
}

/** Tells at the start what is waited for, and what plain numbers were taken for. */
export function tellStart({ toolkit, words, settings, plainDurations }: StartParts): void {
  const { log, warning } = words;
  for (const plain of plainDurations) {
    if (plain.durationMs >= SHORT_MS) toolkit.line(log.tookPlainNumber(plain));
    else toolkit.warning({ title: warning.durationTitle, message: log.shortPlainNumber(plain) });
  }
  const { regionId, origin, targets, timeoutMs } = settings;
  const place = [regionId, new URL(origin).host].filter(part => part !== undefined).join(words.comma);
  const [only, ...others] = targets;
  if (only === undefined) return;
  if (others.length === 0) {
    const orderId = only.kind === 'order' ? only.changeOrderId : undefined;
    toolkit.line(log.waiting(orderId, only.appId, place, timeoutMs));
    return;
  }
  toolkit.line(log.waitingForSeveral(targets.length, place, timeoutMs, settings.callsPerMinute));
  for (const [index, target] of targets.entries()) {
    const orderId = target.kind === 'order' ? target.changeOrderId : undefined;
    toolkit.line(`  ${orderLabel(index, targets.length)}  ${log.target(orderId, target.appId)}`);
  }
}

/** Tells of a request, where the runner's debug logging is on. */
export function tellRequest({ action, tookMs, answer }: RequestTrace, toolkit: Toolkit, words: Words): void {
  const [requestId, outcome] =
    answer.kind === 'data'
      ? [answer.requestId, 'ok']
      : [answer.fault.requestId, `${answer.fault.reason}: ${words.fault(answer.fault)}`];
  toolkit.debug(words.log.request(action, requestId, tookMs, outcome));
}
