import type { Outcome } from '../gate/outcome.ts';

/**
 * The output `results`: one entry for each order, in the order of the input, named as the scalar
 * outputs. Ids, verdicts and numbers only: people paste JSON into shells. An id may be any text, so what
 * could mean something to a shell is written as `\u….`: to a reader of JSON that is the same. Pure.
 */
export function resultsJson(outcomes: readonly Outcome[]): string {
  const results = outcomes.map(({ verdict, subject, progress: { order }, waitedMs }) => ({
    changeOrderId: subject.changeOrderId,
    appId: order?.appId ?? subject.appId,
    verdict,
    status: order?.status,
    subStatus: order?.subStatus,
    batchCount: order?.batchCount,
    durationSeconds: Math.round(waitedMs / 1_000),
  }));
  return JSON.stringify(results).replace(/[^\w{}[\]:,."\\-]/gu, escaped);
}

/** None of these is JSON's own, so each stands in a text; one beyond 16 bits is two of them. */
function escaped(char: string): string {
  return char
    .split('')
    .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
