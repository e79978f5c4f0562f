import { describe, expect, test } from '@jest/globals';
import type { HttpAnswer } from '../../src/http/transport.ts';
import { describeAnswer, errorAnswer } from '../support/answers.ts';
import { busiestMinute } from '../budget/callers.ts';
import { ROLE_INPUTS, roleRun } from '../support/cloud.ts';
import type { FindOptions } from '../support/find-run.ts';
import { errorOf, findRun } from '../support/find-run.ts';
import type { GateRun } from '../support/gate-run.ts';
import { gateRun } from '../support/gate-run.ts';
import type { Script, Seen } from '../support/scripted-transport.ts';
import { answers } from '../support/scripted-transport.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';

const MINUTE_MS = 60_000;
const TWENTY_THREE_MS = 23 * MINUTE_MS;
const TAKEN_MS = 15 * MINUTE_MS;

/** What a server whose clock is so far ahead says to this stamp; nothing where it takes it. */
function refusal({ request, url, atMs }: Seen, aheadMs: number, date?: string): HttpAnswer | undefined {
  const stamp = request.headers['x-acs-date'] ?? url.searchParams.get('Timestamp') ?? '';
  const nowMs = WALL_START_MS + atMs + aheadMs;
  if (Math.abs(Date.parse(stamp) - nowMs) <= TAKEN_MS) return undefined;
  return errorAnswer('InvalidTimeStamp.Expired', 400, { date: date ?? new Date(nowMs).toUTCString() });
}

/** An API whose clock is so far ahead, of a rollout that succeeds after a minute. */
function ahead(aheadMs: number, date?: string): Script {
  return seen =>
    answers(refusal(seen, aheadMs, date) ?? describeAnswer({ Status: seen.atMs >= MINUTE_MS ? 2 : 1 }));
}

function stampsOf({ transport }: GateRun): readonly (string | undefined)[] {
  return transport.seen.map(({ request }) => request.headers['x-acs-date']);
}

describe('a clock that is off', () => {
  test.each([
    ['behind', TWENTY_THREE_MS, '2026-11-22T05:23:00Z'],
    ['ahead', -TWENTY_THREE_MS, '2026-11-22T04:37:00Z'],
  ])('by 23 min, %s: the request is signed again once, and the rest as well', async (_, aheadMs, stamp) => {
    const run = await gateRun(ahead(aheadMs));
    expect(run).toMatchObject({ green: true, verdict: 'succeeded', asleep: 0 });
    const stamps = stampsOf(run);
    expect(stamps.slice(0, 2)).toStrictEqual(['2026-11-22T05:00:00Z', stamp]);
    // No further one was refused: looks are as many as of a clock that is right, and one.
    const right = await gateRun(ahead(0));
    expect(run.looksMs).toStrictEqual([0, ...right.looksMs]);
    expect(run.endedAtMs).toBe(right.endedAtMs);
  });

  test('is told once, with by how much and what to do', async () => {
    const run = await gateRun(ahead(TWENTY_THREE_MS));
    const [warning, ...others] = run.toolkit.warnings;
    expect(others).toStrictEqual([]);
    expect(warning?.message).toContain("This machine's clock is 23 min behind the API's");
    expect(warning?.message).toContain('Set this machine');
  });

  test('is signed for with another nonce and another signature', async () => {
    const run = await gateRun(ahead(TWENTY_THREE_MS));
    const [first, second] = run.transport.seen.map(({ request: { headers } }) => headers);
    expect(second?.['x-acs-signature-nonce']).not.toBe(first?.['x-acs-signature-nonce']);
    expect(second?.['authorization']).not.toBe(first?.['authorization']);
  });

  test.each<readonly [string, string]>([
    ['no Date', ''],
    ['a Date that is none', 'about noon'],
    ['a Date of another age', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ])('with %s is final after one call, and says what to do', async (_, date) => {
    const run = await gateRun(ahead(TWENTY_THREE_MS, date));
    expect(run).toMatchObject({ green: false, verdict: 'unreadable', endedAtMs: 0, looksMs: [0] });
    expect(errorOf(run)).toContain(
      "This machine's clock is more than 15 minutes off: set it by NTP and run the step again.",
    );
  });

  test('by the word of a server that refuses its own time too is final after two calls', async () => {
    const run = await gateRun(seen =>
      answers(refusal(seen, TWENTY_THREE_MS) ?? errorAnswer('InvalidTimeStamp.Format', 400)),
    );
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 0, looksMs: [0, 0] });
  });

  test('by the word of a server that tells another time each time is final after two calls', async () => {
    let date = 0;
    const run = await gateRun(() => {
      date += MINUTE_MS * 20;
      const told = new Date(WALL_START_MS + date).toUTCString();
      return answers(errorAnswer('InvalidTimeStamp.Expired', 400, { date: told }));
    });
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 0, looksMs: [0, 0] });
    expect(errorOf(run)).toContain("This machine's clock is 40 min behind the API's: set it by NTP");
  });

  test('a Date moves neither the deadline nor the times that are told', async () => {
    const running: Script = seen => answers(refusal(seen, TWENTY_THREE_MS) ?? describeAnswer({ Status: 1 }));
    const run = await gateRun(running, { inputs: { timeout: '5m' } });
    expect(run).toMatchObject({ verdict: 'timed-out', endedAtMs: 5 * MINUTE_MS });
    expect(run.outputs['durationSeconds']).toBe('300');
  });

  test('a Date of an answer that refused no time is not read', async () => {
    const date = new Date(WALL_START_MS + TWENTY_THREE_MS).toUTCString();
    const run = await gateRun(({ atMs }) => {
      const order = describeAnswer({ Status: atMs >= MINUTE_MS ? 2 : 1 });
      const unwell = errorAnswer('ServiceUnavailable', 503, { date });
      return answers(atMs > 0 && atMs < 20_000 ? unwell : { ...order, headers: { ...order.headers, date } });
    });
    expect(run.green).toBe(true);
    for (const [index, stamp] of stampsOf(run).entries()) {
      expect(Date.parse(stamp ?? '')).toBeLessThanOrEqual(WALL_START_MS + (run.looksMs[index] ?? 0));
    }
  });

  test('the second request counts against the budget of calls', async () => {
    const run = await gateRun(
      // Off to a new side at each minute: every look has to be signed twice.
      seen =>
        answers(refusal(seen, (seen.atMs / MINUTE_MS) * 20 * MINUTE_MS) ?? describeAnswer({ Status: 1 })),
      { inputs: { timeout: '10m', maxCallsPerMinute: '3' } },
    );
    expect(run.verdict).toBe('timed-out');
    expect(run.looksMs.length).toBeGreaterThan(20);
    expect(busiestMinute(run.looksMs)).toBeLessThanOrEqual(3);
  });

  test('a cancel while the second request waits for its turn ends the wait', async () => {
    const run = await gateRun(ahead(TWENTY_THREE_MS), {
      inputs: { maxCallsPerMinute: '1' },
      cancelAtMs: 5_000,
    });
    expect(run).toMatchObject({ verdict: 'cancelled', endedAtMs: 5_000, looksMs: [0], asleep: 0 });
  });
});

describe('a clock that is off, and an order that has to be found by a time', () => {
  const ORDER = { id: 'ours', createdMs: 2_000 };
  const trouble = (seen: Seen): HttpAnswer | undefined => refusal(seen, TWENTY_THREE_MS);

  test("that GitHub tells is mended: this machine's clock has no part in it", async () => {
    const run = await findRun([ORDER], { trouble });
    expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
  });

  const UNKNOWN = { kind: 'failed', failure: { kind: 'no-run-start' }, retryAfterMs: undefined } as const;

  test.each<readonly [string, FindOptions]>([
    ['of the start of the job', { runTimes: UNKNOWN, eventFileMs: -1_000 }],
    ['of so long ago', { inputs: { createdAfter: '5m' } }],
  ])("%s is not: by this machine's clock an older order could pass for ours", async (_, options) => {
    const run = await findRun([ORDER], { ...options, trouble });
    expect(run).toMatchObject({ green: false, verdict: 'unreadable' });
    expect(run.transport.seen).toHaveLength(1);
    expect(errorOf(run)).toContain("This machine's clock is 23 min behind the API's");
    // With a clock that is right the same is green.
    expect((await findRun([ORDER], options)).green).toBe(true);
  });
});

describe('a clock that is off, and a role to assume', () => {
  test('STS is asked again once, and SAE at the right time at once', async () => {
    const run = await roleRun({
      inputs: ROLE_INPUTS,
      aheadMs: TWENTY_THREE_MS,
      trouble: (seen, service) =>
        service === 'sts' || service === 'sae' ? refusal(seen, TWENTY_THREE_MS) : undefined,
    });
    expect(run).toMatchObject({ green: true, verdict: 'succeeded' });
    expect(run.calls('sts')).toHaveLength(2);
    expect(run.calls('id-token')).toHaveLength(1);
    expect(run.toolkit.warnings).toHaveLength(1);
  });

  test('without a Date it is final, and says that it is the clock', async () => {
    const run = await roleRun({
      trouble: (seen, service) => (service === 'sts' ? refusal(seen, TWENTY_THREE_MS, '') : undefined),
    });
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: 0 });
    expect(run.calls('sts')).toHaveLength(1);
    expect(errorOf(run)).toContain("This machine's clock is more than 15 minutes off");
  });
});
