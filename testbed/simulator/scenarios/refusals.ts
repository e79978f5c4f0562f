import { DEMO_ACCOUNT } from '../account.ts';
import { DEMO_APPLICATION, OTHER_APPLICATION } from '../application.ts';
import { fault, gatewayError } from '../fault.ts';
import { scenario } from '../scenario.ts';
import { MINUTE_MS, SECOND_MS } from '../story-time.ts';

/** Worlds in which the gate gets a plain no. */
export const REFUSALS = {
  'not-found': scenario({
    title: 'No such order',
    summary: 'The order asked for does not exist (or lives in another region).',
    expect: 'not-found',
    demo: { inputs: { changeOrderId: '00000000-0000-4000-8000-000000000000' } },
  }),
  'no-permission': scenario({
    title: 'RAM says no',
    summary: 'The credentials may not call DescribeChangeOrder.',
    expect: 'unreadable',
    faults: [
      fault(gatewayError('NoPermission', 'You are not authorized to do sae:DescribeChangeOrder.'), {
        action: 'DescribeChangeOrder',
      }),
    ],
  }),
  'wrong-key': scenario({
    title: 'Unknown AccessKey',
    summary: 'The AccessKey does not exist, which the gateway tells with a 404.',
    expect: 'unreadable',
    demo: { inputs: { accessKeyId: 'no-such-access-key-id', accessKeySecret: 'no-such-secret' } },
  }),
  'wrong-secret': scenario({
    title: 'Wrong AccessKey secret',
    summary: 'The secret does not belong to the AccessKey: SignatureDoesNotMatch.',
    expect: 'unreadable',
    demo: { inputs: { accessKeyId: DEMO_ACCOUNT.accessKeyId, accessKeySecret: 'not-the-secret' } },
  }),
  'session-ends': scenario({
    title: 'The credentials run out',
    summary: 'The STS session ends in the middle of the rollout, and nobody can renew it.',
    expect: 'unreadable',
    accounts: [
      {
        accessKeyId: 'STS.simulator-session',
        accessKeySecret: 'simulator-session-secret',
        securityToken: 'simulator/session+token==',
        expiresAtMs: 100 * SECOND_MS,
      },
    ],
  }),
  'clock-skew': scenario({
    title: 'A clock that is off',
    summary:
      'This machine is 23 min behind: the API refuses the first look, tells its time, and is believed.',
    expect: 'succeeded',
    clockOffsetMs: 23 * MINUTE_MS,
  }),
  'clock-skew-untold': scenario({
    title: 'A clock that is off, and no help',
    summary: 'This machine is 23 min ahead, and the API does not tell its own time in a readable way.',
    expect: 'unreadable',
    clockOffsetMs: -23 * MINUTE_MS,
    dateHeader: 'about noon',
  }),
  'wrong-app': scenario({
    title: 'Another application',
    summary: 'The order belongs to another application than the one that was named.',
    expect: 'error',
    order: { app: OTHER_APPLICATION },
    demo: { inputs: { appId: DEMO_APPLICATION.id } },
  }),
} as const;
