import * as z from 'zod/mini';
import { parseJson } from '../http/transport.ts';
import type { Environment } from '../inputs/table.ts';
import type { Toolkit } from '../report/reporter.ts';

/** What the step's `post` part needs to know of a check run that may have been left in progress. */
export interface SavedCheckRun {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
}

/** Said when a check run has begun: the `post` part is to close it, should this process not come to that. */
export function saveCheckRun(toolkit: Toolkit, saved: SavedCheckRun): void {
  toolkit.saveState('checkRunClosed', 'false');
  toolkit.saveState('checkRun', JSON.stringify(saved));
}

/**
 * Nothing is left to be closed. Said when the check run has its conclusion, and at the start of every step:
 * an earlier step of the job can set the variables in which states come; what is saved goes before them.
 */
export function saveCheckRunClosed(toolkit: Toolkit): void {
  toolkit.saveState('checkRunClosed', 'true');
}

/** The check run that was begun and not closed, if there is one. Pure. */
export function openCheckRun(env: Environment): SavedCheckRun | undefined {
  if (env['STATE_checkRunClosed'] === 'true') return undefined;
  const schema = z.object({ id: z.int(), name: z.string(), headSha: z.string() });
  return schema.safeParse(parseJson(env['STATE_checkRun'] ?? '')).data;
}
