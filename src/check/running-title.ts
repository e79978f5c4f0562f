import type { BoardEntry } from '../report/board.ts';
import { batchPlace, shortState } from '../report/state.ts';
import type { ChangeOrder } from '../rollout/change-order.ts';
import { isFinal } from '../rollout/fault.ts';
import type { Progress } from '../rollout/progress.ts';
import { readingOf } from '../rollout/reading.ts';
import { statusName } from '../rollout/status.ts';
import type { Words } from '../words/words.ts';

/** The title of a check run that tells of one order, while it goes on. Never reads like a verdict. Pure. */
export function runningTitle({ progress, moment }: BoardEntry, words: Words): string {
  const { order } = progress;
  if (order === undefined || moment === undefined) return words.check.state(words.log.notSeenYet);
  if (progress.doubt !== undefined) return words.check.doubtful;
  if (isOver(progress)) return words.check.ending(shortState(order, words));
  // What is usual stands in the text: a title is read in passing.
  const estimate = words.estimate({ ...moment.estimate, usualMs: undefined });
  const state = placeText(order, words) ?? words.check.state(shortState(order, words));
  return estimate === '' ? state : `${state} · ${estimate}`;
}

/** Whether the last look decides, so that the verdict can only be a moment away. Pure. */
export function isOver({ last }: Progress): boolean {
  switch (last?.kind) {
    case 'read': {
      const { kind } = readingOf(last.order, last.dated);
      return kind !== 'undecided' && kind !== 'doubtful';
    }
    case 'faulty':
      return isFinal(last.fault);
    case 'foreign':
    case 'stale':
      return true;
    case 'unlisted':
    case undefined:
      return false;
  }
}

function placeText(order: ChangeOrder, words: Words): string | undefined {
  const place = batchPlace(order);
  if (place === undefined) return undefined;
  switch (statusName(order.status)) {
    case 'in-progress':
      return words.check.batch(place);
    case 'auto-pause':
      return words.check.pause(place);
    default:
      return undefined;
  }
}
