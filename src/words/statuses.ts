import type { StatusName } from '../rollout/statuses.ts';
import { statusName } from '../rollout/statuses.ts';

/** What one language says of statuses. */
export interface StatusWords {
  readonly statusName: Readonly<Record<StatusName, string>>;
  readonly unknownStatus: (status: number) => string;
}

/** A status number in words. Pure. */
export function statusText(status: number, words: StatusWords): string {
  const name = statusName(status);
  return name === undefined ? words.unknownStatus(status) : words.statusName[name];
}
