import type { Estimate } from '../../schedule/estimate.ts';
import { roughMs } from '../rough-duration.ts';
import { duration } from './duration.ts';

/** How far a rollout is and how long it may still take; empty where nobody can tell. */
export function estimateText({ fractionDone, remainingMs, usualMs, longerThanAny }: Estimate): string {
  const parts = [
    fractionDone === undefined ? '' : `${Math.floor(fractionDone * 100)} %`,
    remainingMs === undefined ? '' : `about ${duration(roughMs(remainingMs))} left`,
    longerThanAny === undefined ? '' : `longer than any of the last ${longerThanAny}`,
    usualMs === undefined ? '' : `usually ${duration(usualMs)}`,
  ];
  return parts.filter(part => part !== '').join(' · ');
}
