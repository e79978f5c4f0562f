import { describe, expect, test } from '@jest/globals';
import { CallBudget } from '../../src/polling/call-budget.ts';
import type { Turn } from '../../src/polling/call-priority.ts';
import { LEARNING } from '../../src/polling/call-priority.ts';
import type { Credentials, CredentialsProvider, CredentialsAnswer } from '../../src/credentials/provider.ts';
import type { Answer } from '../../src/http/envelope.ts';
import { SaeClient } from '../../src/sae/client.ts';
import { ZONE_OFFSET_MS } from '../../src/sae/time-zone.ts';
import { ServerTime } from '../../src/http/server-time.ts';
import { describeAnswer, errorAnswer, throttled, UNAVAILABLE } from '../support/answers.ts';
import { NEVER } from '../support/client.ts';
import { aFault } from '../support/orders.ts';
import type { Script } from '../support/scripted-transport.ts';
import { answers, ScriptedTransport } from '../support/scripted-transport.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const EXPIRED = errorAnswer('InvalidSecurityToken.Expired', 400);
const GIVEN_UP = {
  kind: 'fault',
  fault: { action: 'DescribeChangeOrder', reason: 'no-answer', message: '', detail: { kind: 'given-up' } },
};

/** A budget that remembers what it was asked and told, and grants no more than so many turns. */
class RecordingBudget extends CallBudget {
  readonly turns: Turn[] = [];
  readonly throttledMs: number[] = [];
  grants = Infinity;

  override make<Made>(turn: Turn, signal: AbortSignal, call: () => Promise<Made>): Promise<Made | undefined> {
    this.turns.push(turn);
    return this.turns.length > this.grants ? Promise.resolve(undefined) : super.make(turn, signal, call);
  }

  override throttled(sentMs: number): void {
    this.throttledMs.push(sentMs);
    super.throttled(sentMs);
  }
}

/** Gives these one after the other, and remembers which credentials it was told are used up. */
class Provider implements CredentialsProvider {
  readonly refused: (Credentials | undefined)[] = [];
  readonly #given: readonly CredentialsAnswer[];

  constructor(given: readonly CredentialsAnswer[]) {
    this.#given = given;
  }

  credentials(_: AbortSignal, refused?: Credentials): Promise<CredentialsAnswer> {
    const given = this.#given[Math.min(this.refused.length, this.#given.length - 1)];
    if (given === undefined) throw new Error('nothing is given at all');
    this.refused.push(refused);
    return Promise.resolve(given);
  }
}

const session = (number: number): Credentials => ({
  accessKeyId: `id-${number}`,
  accessKeySecret: `secret-${number}`,
  securityToken: `token-${number}`,
});
const given = (credentials: Credentials): CredentialsAnswer => ({ kind: 'credentials', credentials });
const NO_CREDENTIALS: CredentialsAnswer = { kind: 'fault', fault: aFault({ reason: 'role-refused' }) };

interface Tried {
  readonly answer: Answer;
  readonly budget: RecordingBudget;
  readonly provider: Provider;
  /** The ids of the keys with which the requests were signed. */
  readonly keyIds: readonly (string | undefined)[];
  /** The times that the requests were stamped with. */
  readonly stamps: readonly (string | undefined)[];
  readonly startMs: number;
}

/** One call by a client with these credentials. */
async function tried(
  script: Script,
  provided: readonly CredentialsAnswer[] = [given(session(1)), given(session(2))],
  grants = Infinity,
): Promise<Tried> {
  const clock = new VirtualClock();
  const startMs = clock.nowMs();
  const transport = new ScriptedTransport(clock, script);
  const budget = new RecordingBudget(clock, 60);
  budget.grants = grants;
  const provider = new Provider(provided);
  const client = new SaeClient({
    origin: 'https://sae.cn-hangzhou.aliyuncs.com',
    transport: transport.send,
    credentials: provider,
    clock,
    serverTime: new ServerTime(clock, () => undefined),
    zoneOffsetMs: ZONE_OFFSET_MS,
    budget,
    requestTimeoutMs: 10_000,
    userAgent: 'test',
    nonce: () => 'nonce',
    hide: text => text.replaceAll(/(?:id|secret|token)-1/gu, '***'),
    traced: () => undefined,
  });
  const answer = await clock.run(client.call('DescribeChangeOrder', { ChangeOrderId: 'o' }, NEVER, LEARNING));
  const keyIds = transport.seen.map(
    ({ request }) => /Credential=([^,]+)/u.exec(request.headers['authorization'] ?? '')?.[1],
  );
  const stamps = transport.seen.map(({ request }) => request.headers['x-acs-date']);
  return { answer, budget, provider, keyIds, stamps, startMs };
}

describe('a call', () => {
  test('takes its turn, with its own urgency, and then credentials', async () => {
    const { answer, budget, keyIds } = await tried(() => answers(describeAnswer()));
    expect(answer.kind).toBe('data');
    expect(budget.turns).toStrictEqual([LEARNING]);
    expect(keyIds).toStrictEqual(['id-1']);
  });

  test('whose turn never comes asks neither for credentials nor the API', async () => {
    const { answer, provider, keyIds } = await tried(() => answers(describeAnswer()), undefined, 0);
    expect(answer).toStrictEqual(GIVEN_UP);
    expect(provider.refused).toHaveLength(0);
    expect(keyIds).toHaveLength(0);
  });

  test('without credentials is not made, and says why', async () => {
    const { answer, keyIds } = await tried(() => answers(describeAnswer()), [NO_CREDENTIALS]);
    expect(answer).toStrictEqual({ kind: 'fault', fault: aFault({ reason: 'role-refused' }) });
    expect(keyIds).toHaveLength(0);
  });
});

describe('credentials that the API calls expired', () => {
  const expiredOnce: Script = ({ index }) => answers(index === 0 ? EXPIRED : describeAnswer());

  test('are renewed, and the call is made once more in a turn of its own', async () => {
    const { answer, budget, provider, keyIds } = await tried(expiredOnce);
    expect(answer.kind).toBe('data');
    expect(keyIds).toStrictEqual(['id-1', 'id-2']);
    expect(provider.refused).toStrictEqual([undefined, session(1)]);
    expect(budget.turns).toStrictEqual([LEARNING, LEARNING]);
  });

  test('are reported as that, where no others can be had', async () => {
    const same = given(session(1));
    const { answer, keyIds } = await tried(expiredOnce, [same, same]);
    expect(answer).toMatchObject({ fault: { reason: 'credentials-expired' } });
    expect(keyIds).toHaveLength(1);
  });

  test('cannot be renewed: that is why there is no answer', async () => {
    const { answer, keyIds } = await tried(expiredOnce, [given(session(1)), NO_CREDENTIALS]);
    expect(answer).toStrictEqual({ kind: 'fault', fault: aFault({ reason: 'role-refused' }) });
    expect(keyIds).toHaveLength(1);
  });

  test('are not tried again without a turn', async () => {
    const { answer, keyIds } = await tried(expiredOnce, undefined, 1);
    expect(answer).toStrictEqual(GIVEN_UP);
    expect(keyIds).toHaveLength(1);
  });

  test.each([
    ['a refusal', errorAnswer('NoPermission', 403), 'permission'],
    ['wrong keys', errorAnswer('InvalidAccessKeyId.NotFound', 404), 'credentials'],
    ['throttling', throttled(), 'throttled'],
    ['an outage', UNAVAILABLE, 'server'],
  ])('are not what %s is about: it is asked once', async (_, reply, reason) => {
    const { answer, provider, keyIds } = await tried(() => answers(reply));
    expect(answer).toMatchObject({ kind: 'fault', fault: { reason } });
    expect(keyIds).toHaveLength(1);
    expect(provider.refused).toStrictEqual([undefined]);
  });
});

describe('a time stamp that the API refuses', () => {
  const refusedAt = (date: string): ReturnType<typeof answers> =>
    answers(errorAnswer('InvalidTimeStamp.Expired', 400, { date }));
  const ONE_HOUR_AHEAD = refusedAt('Sun, 22 Nov 2026 06:00:00 GMT');
  const HOUR_MS = 3_600_000;

  test('is made anew by the time of the API, once, in a turn of its own', async () => {
    const { answer, budget, stamps } = await tried(({ index }) =>
      index === 0 ? ONE_HOUR_AHEAD : answers(describeAnswer()),
    );
    expect(answer.kind).toBe('data');
    expect(stamps).toStrictEqual(['2026-11-22T05:00:00Z', '2026-11-22T06:00:00Z']);
    expect(budget.turns).toStrictEqual([LEARNING, LEARNING]);
  });

  test('is reported with how far the clock is off, where that does not help', async () => {
    const { answer, stamps } = await tried(() => ONE_HOUR_AHEAD);
    expect(stamps).toHaveLength(2);
    expect(answer).toMatchObject({
      kind: 'fault',
      fault: { action: 'DescribeChangeOrder', reason: 'clock', httpStatus: 400, clockAheadMs: HOUR_MS },
    });
  });

  test('is not made anew without a turn', async () => {
    const { answer, stamps } = await tried(() => ONE_HOUR_AHEAD, undefined, 1);
    expect(answer).toStrictEqual(GIVEN_UP);
    expect(stamps).toHaveLength(1);
  });

  test('is not made anew where the API has the same time', async () => {
    const { answer, stamps } = await tried(() => refusedAt('Sun, 22 Nov 2026 05:00:00 GMT'));
    expect(answer).toMatchObject({ fault: { reason: 'clock', clockAheadMs: undefined } });
    expect(stamps).toHaveLength(1);
  });

  test('is what a Date is heeded for, and nothing else', async () => {
    const { stamps } = await tried(() =>
      answers(errorAnswer('NoPermission', 403, { date: 'Sun, 22 Nov 2026 06:00:00 GMT' })),
    );
    expect(stamps).toHaveLength(1);
  });
});

describe('the budget', () => {
  test('learns that the API throttles, and when that request was sent', async () => {
    const { budget, startMs } = await tried(() => answers(throttled(), 700));
    expect(budget.throttledMs).toStrictEqual([startMs]);
  });

  test.each([
    ['an answer', answers(describeAnswer(), 700)],
    ['another fault', answers(UNAVAILABLE, 700)],
    ['no answer', { kind: 'reset' } as const],
  ])('is not told of %s', async (_, reply) => {
    const { budget } = await tried(() => reply);
    expect(budget.throttledMs).toStrictEqual([]);
  });
});

test.each(['id-1', 'secret-1', 'token-1'])('what the API says does not report %s', async secret => {
  const { answer } = await tried(() => answers(errorAnswer('NoPermission', 403, {}, `signed by ${secret}.`)));
  expect(answer).toMatchObject({ fault: { message: 'signed by ***.' } });
});
