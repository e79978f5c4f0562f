import type { Diagnosis, Gap } from '../diagnosis/diagnosis.ts';
import { DIAGNOSIS_PARTS } from '../diagnosis/diagnosis.ts';
import type { RootCause } from '../diagnosis/root-cause.ts';
import { rootCause } from '../diagnosis/root-cause.ts';
import { cutText } from '../text/clean-text.ts';
import type { Words } from '../words/words.ts';

/** An annotation holds 4,096 characters, and the root cause is not all that it has to say. */
const LONGEST_ROOT_CAUSE = 800;

/** The root cause in one plain line; `undefined` where none is known. Pure. */
export function rootCauseText(diagnosis: Diagnosis, words: Words): string | undefined {
  const cause = rootCause(diagnosis);
  return cause === undefined ? undefined : cutText(causeText(cause, words), LONGEST_ROOT_CAUSE);
}

function causeText(cause: RootCause, { diagnosis }: Words): string {
  switch (cause.kind) {
    case 'task':
      return diagnosis.task(cause.task);
    case 'instance':
      return diagnosis.instance(cause.instance);
    case 'event':
      return diagnosis.event(cause.event);
  }
}

/** A part that could not be learnt as one plain line, with the RAM actions that it takes. Pure. */
export function gapText(gap: Gap, words: Words): string {
  return words.diagnosis.gap(
    gap,
    DIAGNOSIS_PARTS[gap.part].map(call => `sae:${call}`),
  );
}

/** Whether nothing at all was found, although nothing kept it from being found. Pure. */
export function isEmpty({ tasks, instances, events, gaps }: Diagnosis): boolean {
  return tasks.length + instances.length + events.length + gaps.length === 0;
}
