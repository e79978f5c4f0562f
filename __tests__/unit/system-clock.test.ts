import { describe, expect, test } from '@jest/globals';
import { systemClock } from '../../src/platform/process.ts';

describe('a sleep that is longer than a timer can be', () => {
  test.each([2 ** 31, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER, Infinity])(
    'does not end at once: %d ms',
    async durationMs => {
      const warnings: string[] = [];
      const warned = (warning: Error): void => void warnings.push(warning.name);
      process.on('warning', warned);
      const wake = new AbortController();
      const ended: string[] = [];
      const long = systemClock.sleep(durationMs, wake.signal).then(() => ended.push('long'));
      // A timer that is too long would be one of 1 ms, and older than this one.
      await systemClock.sleep(20);
      ended.push('short');
      wake.abort();
      await long;
      process.off('warning', warned);
      expect(ended).toStrictEqual(['short', 'long']);
      expect(warnings).toStrictEqual([]);
    },
  );
});
