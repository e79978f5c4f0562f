import * as z from 'zod';
import { parseJson } from '../http/json.ts';
import type { Environment } from '../inputs/input-table.ts';
import type { Toolkit } from '../report/toolkit.ts';

/** What the step's `post` part needs to know of a check run that may have been left in progress. */
export interface SavedCheckRun {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
}

const schema = z.object({ id: z.int(), name: z.string(), headSha: z.string() });

/** Said at the start of every step: what it has not begun is none of its business. */
export function saveNoCheckRun(toolkit: Toolkit): void {
  // An earlier step of the job can set the variables in which states come; what is saved goes before them.
  saveCheckRunClosed(toolkit);
}

/** Said when a check run has begun: the `post` part is to close it, should this process not come to that. */
export function saveCheckRun(toolkit: Toolkit, saved: SavedCheckRun): void {
  toolkit.saveState('checkRunClosed', 'false');
  toolkit.saveState('checkRun', JSON.stringify(saved));
}

/** The check run has its conclusion: nothing is left to be closed. */
export function saveCheckRunClosed(toolkit: Toolkit): void {
  toolkit.saveState('checkRunClosed', 'true');
}

/** The check run that was begun and not closed, if there is one. Pure. */
export function openCheckRun(env: Environment): SavedCheckRun | undefined {
  if (env['STATE_checkRunClosed'] === 'true') return undefined;
  return schema.safeParse(parseJson(env['STATE_checkRun'] ?? '')).data;
}
