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

/** Saved when a check run has begun: the `post` part must close it if this process cannot. */
export function saveCheckRun(toolkit: Toolkit, saved: SavedCheckRun): void {
  toolkit.saveState('checkRunClosed', 'false');
  toolkit.saveState('checkRun', JSON.stringify(saved));
}

/**
 * Nothing is left to close. Saved when the check run has its conclusion, and at the start of every step: an
 * earlier step of the job can set the variables of states; what is saved takes precedence.
 */
export function saveCheckRunClosed(toolkit: Toolkit): void {
  toolkit.saveState('checkRunClosed', 'true');
}

/** The check run that was begun and not closed, if any. Pure. */
export function openCheckRun(env: Environment): SavedCheckRun | undefined {
  if (env['STATE_checkRunClosed'] === 'true') return undefined;
  const schema = z.object({ id: z.int(), name: z.string(), headSha: z.string() });
  return schema.safeParse(parseJson(env['STATE_checkRun'] ?? '')).data;
}
