import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ZONE_OFFSET_MS, parseZonelessTime } from '../../src/sae/time-zone.ts';
import { beijingTime } from '../support/sae-account.ts';

const MODULE = fileURLToPath(new URL('../../src/sae/time-zone.ts', import.meta.url));

describe('a time without a zone', () => {
  test.each([
    // The samples of the API's reference.
    ['2019-07-11 20:12:58', Date.UTC(2019, 6, 11, 12, 12, 58)],
    ['2019-07-11 15:54:49', Date.UTC(2019, 6, 11, 7, 54, 49)],
    ['2026-11-22 13:00:00', Date.UTC(2026, 10, 22, 5)],
    ['2026-11-22 07:59:59', Date.UTC(2026, 10, 21, 23, 59, 59)],
    ['2026-01-01 00:00:00', Date.UTC(2025, 11, 31, 16)],
    ['2028-02-29 08:00:00', Date.UTC(2028, 1, 29)],
    ['1970-01-01 08:00:00', 0],
  ])('%s is UTC+8', (text, epochMs) => {
    expect(parseZonelessTime(text, ZONE_OFFSET_MS)).toBe(epochMs);
  });

  test.each([
    '2026-02-29 08:00:00',
    '2026-02-30 08:00:00',
    '2026-04-31 08:00:00',
    '2026-00-10 08:00:00',
    '2026-13-10 08:00:00',
    '2026-11-00 08:00:00',
    '2026-11-32 08:00:00',
    '2026-11-22 24:00:00',
    '2026-11-22 08:60:00',
    '2026-11-22 08:00:60',
    '0026-11-22 08:00:00',
    '0000-00-00 00:00:00',
  ])('%s does not exist', text => {
    expect(parseZonelessTime(text, ZONE_OFFSET_MS)).toBeUndefined();
  });

  test.each([
    '',
    'null',
    '2026-11-22',
    '2026-11-22T08:00:00',
    '2026-11-22T08:00:00Z',
    '2026-11-22 08:00:00Z',
    '2026-11-22 08:00:00+08:00',
    '2026-11-22 08:00:00.000',
    '2026-11-22 08:00',
    '2026-11-22  08:00:00',
    ' 2026-11-22 08:00:00',
    '2026-11-22 08:00:00\n',
    '2026-11-22 8:00:00',
    '26-11-22 08:00:00',
    '12026-11-22 08:00:00',
    '2026/11/22 08:00:00',
    '٢٠٢٦-11-22 08:00:00',
    '-026-11-22 08:00:00',
    '1763784000000',
  ])('%j is none', text => {
    expect(parseZonelessTime(text, ZONE_OFFSET_MS)).toBeUndefined();
  });

  test('is in the zone that it is said to be in, and in none where nobody knows', () => {
    expect(parseZonelessTime('2026-11-22 13:00:00', 0)).toBe(Date.UTC(2026, 10, 22, 13));
    expect(parseZonelessTime('2026-11-22 13:00:00', undefined)).toBeUndefined();
  });

  test('is read back to the second, whatever the second', () => {
    const someSecond = fc.integer({ min: Date.UTC(1000, 0) / 1_000, max: Date.UTC(9999, 11) / 1_000 });
    fc.assert(
      fc.property(someSecond, second => {
        expect(parseZonelessTime(beijingTime(second * 1_000), ZONE_OFFSET_MS)).toBe(second * 1_000);
      }),
    );
  });

  test('is the same wherever the machine is', () => {
    const program = `
      import { ZONE_OFFSET_MS, parseZonelessTime } from ${JSON.stringify(MODULE)};
      const offset = new Date(2026, 2, 8, 2, 30).getTimezoneOffset();
      const texts = ['2019-07-11 20:12:58', '2026-03-08 02:30:00', '2026-03-29 02:30:00'];
      console.log(JSON.stringify({ offset, times: texts.map(text => parseZonelessTime(text, ZONE_OFFSET_MS)) }));`;
    const zones = ['UTC', 'America/New_York', 'Europe/Berlin', 'Pacific/Kiritimati'];
    const said = zones.map(TZ => {
      const args = ['--disable-warning=ExperimentalWarning', '--input-type=module-typescript', '-e', program];
      const { stdout, stderr } = spawnSync(process.execPath, args, { env: { TZ }, encoding: 'utf8' });
      expect(stderr).toBe('');
      return JSON.parse(stdout) as { readonly offset: number; readonly times: readonly number[] };
    });
    expect(new Set(said.map(({ offset }) => offset)).size).toBe(zones.length);
    for (const { times } of said) {
      expect(times).toStrictEqual([
        Date.UTC(2019, 6, 11, 12, 12, 58),
        Date.UTC(2026, 2, 7, 18, 30),
        Date.UTC(2026, 2, 28, 18, 30),
      ]);
    }
  });
});
