import * as z from 'zod';
import type { Session } from './session.ts';

/** Temporary credentials as Alibaba Cloud's services write them. */
export const mintedSchema = z.object({
  AccessKeyId: z.string().min(1),
  AccessKeySecret: z.string().min(1),
  SecurityToken: z.string().min(1),
  Expiration: z.iso.datetime({ offset: true }),
});

/** A session of minted credentials, each masked before it is given. `nowMs` is the giver's time, epoch ms. */
export function mintedSession(
  minted: z.infer<typeof mintedSchema>,
  nowMs: number,
  mask: (secret: string) => void,
): Session {
  const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = minted;
  for (const secret of [AccessKeyId, AccessKeySecret, SecurityToken]) mask(secret);
  return {
    credentials: {
      accessKeyId: AccessKeyId,
      accessKeySecret: AccessKeySecret,
      securityToken: SecurityToken,
    },
    lifeMs: Math.max(0, Date.parse(Expiration) - nowMs),
  };
}
