import { describe, expect, test } from '@jest/globals';
import type { Credentials, CredentialsAnswer } from '../../src/credentials/provider.ts';
import type { OpenSession, SessionAnswer } from '../../src/credentials/session.ts';
import { SessionCredentials } from '../../src/credentials/session.ts';
import type { FaultReason } from '../../src/rollout/fault.ts';
import { NEVER } from '../support/client.ts';
import { aFault } from '../support/orders.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const HOUR_MS = 3_600_000;

/** Sessions that are opened one after the other; a reason stands for a failure. */
class Opener {
  readonly clock = new VirtualClock();
  readonly openedMs: number[] = [];
  readonly source = new SessionCredentials(this.clock, signal => this.#open(signal));
  readonly #lifeMs: number;
  readonly #troubles: Readonly<Record<number, FaultReason>>;
  readonly #takesMs: number;

  constructor(lifeMs = HOUR_MS, troubles: Readonly<Record<number, FaultReason>> = {}, takesMs = 0) {
    this.#lifeMs = lifeMs;
    this.#troubles = troubles;
    this.#takesMs = takesMs;
  }

  readonly #open: OpenSession = async (signal): Promise<SessionAnswer> => {
    const n = this.openedMs.push(this.clock.elapsedMs);
    await this.clock.sleep(this.#takesMs, signal);
    const reason = this.#troubles[n];
    if (reason !== undefined) return { kind: 'fault', fault: aFault({ reason }) };
    const credentials = { accessKeyId: `key-${n}`, accessKeySecret: 'secret', securityToken: 'token' };
    return { kind: 'session', session: { credentials, lifeMs: this.#lifeMs }, requestId: undefined };
  };

  ask(expired?: Credentials): Promise<CredentialsAnswer> {
    return this.clock.run(this.source.credentials(NEVER, expired));
  }

  /** The key, or the reason of the fault, that is given at a moment. */
  async askedAt(atMs: number, expired?: Credentials): Promise<string> {
    await this.clock.run(this.clock.sleep(atMs - this.clock.elapsedMs));
    return keyOf(await this.ask(expired));
  }
}

function keyOf(answer: CredentialsAnswer): string {
  return answer.kind === 'fault' ? answer.fault.reason : answer.credentials.accessKeyId;
}

function credentialsOf(answer: CredentialsAnswer): Credentials {
  if (answer.kind === 'fault') throw new Error(answer.fault.reason);
  return answer.credentials;
}

describe('a session', () => {
  test('is opened at the first request, and not before', async () => {
    const opener = new Opener();
    expect(opener.openedMs).toStrictEqual([]);
    expect(await opener.askedAt(5_000)).toBe('key-1');
    expect(opener.openedMs).toStrictEqual([5_000]);
  });

  test.each([1_000, 900_000, HOUR_MS, 12 * HOUR_MS])(
    'of %i ms is used until two thirds of its life are over, and then another one',
    async lifeMs => {
      const opener = new Opener(lifeMs);
      await opener.askedAt(0);
      expect(await opener.askedAt(Math.floor((lifeMs * 2) / 3) - 1)).toBe('key-1');
      expect(await opener.askedAt(Math.ceil((lifeMs * 2) / 3))).toBe('key-2');
      expect(opener.openedMs).toHaveLength(2);
    },
  );

  test('counts its life from when it was asked for', async () => {
    const opener = new Opener(9_000, {}, 3_000);
    expect(await opener.askedAt(0)).toBe('key-1');
    expect(await opener.askedAt(6_000)).toBe('key-2');
  });

  test('that has no life left is used once, and renewed for the next request', async () => {
    const opener = new Opener(0);
    expect(await opener.askedAt(0)).toBe('key-1');
    expect(await opener.askedAt(1)).toBe('key-2');
  });

  test('is opened once for all who ask meanwhile', async () => {
    const opener = new Opener(HOUR_MS, {}, 2_000);
    const askers = [1, 2, 3].map(() => opener.source.credentials(NEVER));
    const given = await opener.clock.run(Promise.all(askers));
    expect(given.map(keyOf)).toStrictEqual(['key-1', 'key-1', 'key-1']);
    expect(opener.openedMs).toHaveLength(1);
  });
});

describe('a session that is being opened', () => {
  /** Opens that take two seconds, and fail at once when they are given up. */
  function slow(clock: VirtualClock, lifeMs: number): { source: SessionCredentials; openedMs: number[] } {
    const openedMs: number[] = [];
    const source = new SessionCredentials(clock, async signal => {
      const n = openedMs.push(clock.elapsedMs);
      await clock.sleep(2_000, signal);
      if (signal.aborted) return { kind: 'fault', fault: aFault({ reason: 'no-answer' }) };
      const credentials = { accessKeyId: `key-${n}`, accessKeySecret: 'secret', securityToken: 'token' };
      return { kind: 'session', session: { credentials, lifeMs }, requestId: undefined };
    });
    return { source, openedMs };
  }

  test('for one who gives up is opened again for another who waits for it too', async () => {
    const clock = new VirtualClock();
    const { source, openedMs } = slow(clock, HOUR_MS);
    const first = new AbortController();
    clock.at(1_000, () => {
      first.abort();
    });
    const given = await clock.run(Promise.all([source.credentials(first.signal), source.credentials(NEVER)]));
    expect(given.map(keyOf)).toStrictEqual(['no-answer', 'key-2']);
    expect(openedMs).toStrictEqual([0, 1_000]);
  });

  test('is not waited for by others while the one before lasts', async () => {
    const clock = new VirtualClock();
    const { source, openedMs } = slow(clock, 9_000);
    await clock.run(source.credentials(NEVER));
    await clock.run(clock.sleep(7_000 - clock.elapsedMs));
    const renewing = source.credentials(NEVER);
    expect(keyOf(await clock.run(source.credentials(NEVER)))).toBe('key-1');
    expect(clock.elapsedMs).toBe(7_000);
    expect(keyOf(await clock.run(renewing))).toBe('key-2');
    expect(openedMs).toStrictEqual([0, 7_000]);
  });
});

describe('a renewal that fails in passing', () => {
  test.each<FaultReason>(['server', 'network', 'no-answer', 'throttled', 'malformed', 'not-the-api'])(
    '(%s) is tried again while the old session lasts, and that is given meanwhile',
    async reason => {
      const opener = new Opener(HOUR_MS, { 2: reason, 3: reason });
      await opener.askedAt(0);
      expect(await opener.askedAt(0.7 * HOUR_MS)).toBe('key-1');
      expect(await opener.askedAt(0.8 * HOUR_MS)).toBe('key-1');
      expect(await opener.askedAt(0.9 * HOUR_MS)).toBe('key-4');
    },
  );

  test('is not tried again at every request, but when a quarter of what was left is over', async () => {
    const opener = new Opener(HOUR_MS, { 2: 'server', 3: 'server' });
    await opener.askedAt(0);
    for (const share of [0.68, 0.7, 0.75, 0.7599, 0.7601, 0.8, 0.8199, 0.8201]) {
      await opener.askedAt(share * HOUR_MS);
    }
    const shares = opener.openedMs.map(atMs => atMs / HOUR_MS);
    expect(shares).toStrictEqual([0, 0.68, 0.7601, expect.closeTo(0.8201, 4)]);
  });

  test('is a fault once the old session is over', async () => {
    const opener = new Opener(HOUR_MS, { 2: 'server', 3: 'server' });
    await opener.askedAt(0);
    expect(await opener.askedAt(HOUR_MS - 1)).toBe('key-1');
    expect(await opener.askedAt(HOUR_MS)).toBe('server');
    expect(await opener.askedAt(HOUR_MS + 1)).toBe('key-4');
  });

  test('is a fault if the old session ended while it was tried', async () => {
    const opener = new Opener(3_000, { 2: 'server' }, 800);
    await opener.askedAt(0);
    expect(await opener.askedAt(2_500)).toBe('server');
  });
});

describe('a renewal that is refused for good', () => {
  test.each<FaultReason>(['role-refused', 'no-id-token', 'certificate'])(
    '(%s) is told at once, though the old session still lasts',
    async reason => {
      const opener = new Opener(HOUR_MS, { 2: reason });
      await opener.askedAt(0);
      expect(await opener.askedAt(0.7 * HOUR_MS)).toBe(reason);
    },
  );
});

describe('a session that the API calls expired', () => {
  test('is renewed at once', async () => {
    const opener = new Opener();
    const old = credentialsOf(await opener.ask());
    expect(await opener.askedAt(1_000, old)).toBe('key-2');
    expect(await opener.askedAt(2_000)).toBe('key-2');
  });

  test('is not renewed again for who held the one before', async () => {
    const opener = new Opener();
    const old = credentialsOf(await opener.ask());
    expect(await opener.askedAt(1_000, old)).toBe('key-2');
    expect(await opener.askedAt(1_000, old)).toBe('key-2');
    expect(opener.openedMs).toHaveLength(2);
  });

  test('is not given again when its renewal fails in passing', async () => {
    const opener = new Opener(HOUR_MS, { 2: 'server' });
    const old = credentialsOf(await opener.ask());
    expect(await opener.askedAt(1_000, old)).toBe('server');
    expect(await opener.askedAt(2_000)).toBe('key-3');
  });
});
