import type { Estimate } from '../../schedule/estimate.ts';
import { roughMs } from '../rough-duration.ts';
import { duration } from './duration.ts';

/** How far a rollout is and how long it may still take; empty where nobody can tell. */
export function estimateText({ fractionDone, remainingMs, usualMs, longerThanAny }: Estimate): string {
  const parts = [
    fractionDone === undefined ? '' : `${Math.floor(fractionDone * 100)}%`,
    remainingMs === undefined ? '' : `预计还需约 ${duration(roughMs(remainingMs))}`,
    longerThanAny === undefined ? '' : `已超过最近 ${longerThanAny} 次发布中最长的一次`,
    usualMs === undefined ? '' : `通常需要 ${duration(usualMs)}`,
  ];
  return parts.filter(part => part !== '').join(' · ');
}
