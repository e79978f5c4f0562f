import { describe, expect, test } from '@jest/globals';
import { dateHeaderMs, ServerTime } from '../../src/http/server-time.ts';
import { VirtualClock, WALL_START_MS } from '../support/virtual-clock.ts';

const MINUTE_MS = 60_000;
const YEAR_MS = 366 * 24 * 60 * MINUTE_MS;

function dateAt(aheadMs: number): string {
  return new Date(WALL_START_MS + aheadMs).toUTCString();
}

interface Tested {
  readonly time: ServerTime;
  readonly learned: readonly number[];
}

function serverTime(): Tested {
  const learned: number[] = [];
  return { time: new ServerTime(new VirtualClock(), aheadMs => learned.push(aheadMs)), learned };
}

describe('the time that requests are stamped with', () => {
  test("is this machine's as long as nobody refused it", () => {
    expect(serverTime().time.nowMs()).toBe(WALL_START_MS);
  });

  test.each([23, -23, 90 * 24 * 60])("is the server's once that refused it and is %i min ahead", minutes => {
    const { time, learned } = serverTime();
    const aheadMs = minutes * MINUTE_MS;
    expect(time.refused(WALL_START_MS, dateAt(aheadMs))).toStrictEqual({ aheadMs, helps: true });
    expect(time.nowMs()).toBe(WALL_START_MS + aheadMs);
    expect(learned).toStrictEqual([aheadMs]);
  });

  test.each<readonly [string, string | undefined]>([
    ['none', undefined],
    ['an empty one', ''],
    ['a word', 'about noon'],
    ['a number', '1795323600000'],
    ['an ISO time', new Date(WALL_START_MS + 23 * MINUTE_MS).toISOString()],
    ['one in another zone', dateAt(23 * MINUTE_MS).replace('GMT', '+0800')],
    ['one with another day of the week', dateAt(23 * MINUTE_MS).replace('Sun', 'Mon')],
    ['the 31st of November', dateAt(23 * MINUTE_MS).replace('22 Nov', '31 Nov')],
    ['one and something after it', `${dateAt(23 * MINUTE_MS)} x`],
    ['two', `${dateAt(23 * MINUTE_MS)}, ${dateAt(23 * MINUTE_MS)}`],
    ['one more than a year ahead', dateAt(YEAR_MS + 1_000)],
    ['one more than a year behind', dateAt(-YEAR_MS - 1_000)],
    ['the last that there is', new Date(8.64e15).toUTCString()],
  ])('does not go by %s for a Date', (_, date) => {
    const { time, learned } = serverTime();
    expect(time.refused(WALL_START_MS, date)).toStrictEqual({ aheadMs: undefined, helps: false });
    expect(time.nowMs()).toBe(WALL_START_MS);
    expect(learned).toStrictEqual([]);
  });

  test('goes by a Date of just a year', () => {
    const { time } = serverTime();
    expect(time.refused(WALL_START_MS, dateAt(YEAR_MS))).toStrictEqual({ aheadMs: YEAR_MS, helps: true });
  });

  test('does not go by a Date that agrees with what was refused', () => {
    const { time, learned } = serverTime();
    expect(time.refused(WALL_START_MS, dateAt(59_000))).toStrictEqual({ aheadMs: undefined, helps: false });
    expect(time.refused(WALL_START_MS, dateAt(60_000))).toStrictEqual({ aheadMs: 60_000, helps: true });
    expect(learned).toStrictEqual([60_000]);
  });

  test('is learnt once from requests that were under way together, and helps each of them', () => {
    const { time, learned } = serverTime();
    const date = dateAt(23 * MINUTE_MS);
    expect(time.refused(WALL_START_MS, date).helps).toBe(true);
    expect(time.refused(WALL_START_MS, date).helps).toBe(true);
    expect(learned).toHaveLength(1);
  });

  test('does not move again for a server that refuses its own time', () => {
    const { time } = serverTime();
    const date = dateAt(23 * MINUTE_MS);
    time.refused(WALL_START_MS, date);
    expect(time.refused(time.nowMs(), date)).toStrictEqual({ aheadMs: 23 * MINUTE_MS, helps: false });
  });

  test("is this machine's again where its clock was set right meanwhile", () => {
    const { time } = serverTime();
    time.refused(WALL_START_MS, dateAt(23 * MINUTE_MS));
    expect(time.refused(time.nowMs(), dateAt(0))).toStrictEqual({ aheadMs: undefined, helps: true });
    expect(time.nowMs()).toBe(WALL_START_MS);
  });

  test("stays this machine's where something else hangs on it", () => {
    const { time, learned } = serverTime();
    time.insistOnOwn();
    const aheadMs = 23 * MINUTE_MS;
    expect(time.refused(WALL_START_MS, dateAt(aheadMs))).toStrictEqual({ aheadMs, helps: false });
    expect(time.nowMs()).toBe(WALL_START_MS);
    expect(learned).toStrictEqual([]);
  });

  test("becomes this machine's again when something turns out to hang on it", () => {
    const { time } = serverTime();
    time.refused(WALL_START_MS, dateAt(23 * MINUTE_MS));
    time.insistOnOwn();
    expect(time.nowMs()).toBe(WALL_START_MS);
  });
});

describe('a Date header', () => {
  test('is read to the second', () => {
    expect(dateHeaderMs('Sun, 22 Nov 2026 05:00:01 GMT')).toBe(WALL_START_MS + 1_000);
  });
});
