import { randomBytes } from 'node:crypto';
import type { AccountBook } from './account.ts';
import type { Moment } from './authentication.ts';
import type { World } from './world.ts';

/** Credentials that end, as STS and the metadata service hand them out. */
export interface Session {
  readonly AccessKeyId: string;
  readonly AccessKeySecret: string;
  readonly SecurityToken: string;
  /** ISO, UTC, whole seconds. */
  readonly Expiration: string;
}

/**
 * Makes a session that the signature check accepts until its `Expiration`, and not a moment longer.
 * It ends by the clock. Where the story goes by the clock too, it is as much shorter there as the rollouts
 * are. A scenario may fix another life for all sessions.
 */
export function startSession(
  world: World,
  accounts: AccountBook,
  moment: Moment,
  durationMs: number,
): Session {
  const lifeMs = (world.scenario.sessionMs ?? durationMs) / world.clockScale;
  const expiration = new Date(moment.nowEpochMs + lifeMs).toISOString().replace(/\.\d+Z$/, 'Z');
  const session = {
    AccessKeyId: `STS.${randomBytes(12).toString('hex')}`,
    AccessKeySecret: randomBytes(24).toString('hex'),
    SecurityToken: randomBytes(96).toString('base64'),
    Expiration: expiration,
  };
  accounts.add({
    accessKeyId: session.AccessKeyId,
    accessKeySecret: session.AccessKeySecret,
    securityToken: session.SecurityToken,
    expiresAtEpochMs: Date.parse(expiration),
  });
  return session;
}
