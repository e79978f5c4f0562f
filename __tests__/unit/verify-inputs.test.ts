import { describe, expect, test } from '@jest/globals';
import type { VerifySettings } from '../../src/inputs/verify.ts';
import { readSettings } from '../../src/inputs/settings.ts';
import type { InputName } from '../../src/inputs/table.ts';
import { isImageReference } from '../../src/inputs/verify.ts';
import { en } from '../../src/words/en/en.ts';
import { environment } from '../support/environment.ts';

const NOW_MS = Date.UTC(2026, 10, 22, 6);
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

type Values = Partial<Record<InputName, string>>;

function verifyOf(values: Values): VerifySettings {
  const reading = readSettings(environment({ changeOrderId: 'order-1', ...values }), NOW_MS);
  if (reading.kind === 'faults') throw new Error(JSON.stringify(reading.faults));
  return reading.settings.verify;
}

/** What the faults of the inputs say to a person. */
function faults(values: Values): readonly string[] {
  const reading = readSettings(environment({ changeOrderId: 'order-1', ...values }), NOW_MS);
  return reading.kind === 'faults' ? reading.faults.map(fault => en.inputFault(fault)) : [];
}

describe('what runs', () => {
  test('is shown, by default', () => {
    expect(verifyOf({})).toStrictEqual({
      mode: 'show',
      expectImage: undefined,
      expectVersion: undefined,
      timeoutMs: 180_000,
      bakeMs: undefined,
    });
  });

  test.each<[Values, VerifySettings['mode']]>([
    [{ verify: 'auto' }, 'show'],
    [{ verify: 'show' }, 'show'],
    [{ verify: 'off' }, 'off'],
    [{ verify: 'require' }, 'require'],
    [{ expectImage: 'app:1' }, 'require'],
    [{ expectVersion: '1' }, 'require'],
    [{ bake: '5m' }, 'require'],
    [{ verify: 'auto', bake: '5m' }, 'require'],
    [{ verify: 'require', expectImage: 'app:1', expectVersion: '1', bake: '5m' }, 'require'],
    [{ expectImage: 'none', expectVersion: ' none ', bake: 'none' }, 'show'],
    [{ verifyTimeout: '10m' }, 'show'],
  ])('is looked at as %j says: %s', (values, mode) => {
    expect(verifyOf(values).mode).toBe(mode);
  });

  test('is expected as it was written, without the blanks around it', () => {
    expect(
      verifyOf({ expectImage: ' app:1 ', expectVersion: '\t1.4.2\n', verifyTimeout: '90', bake: ' 1h30m ' }),
    ).toStrictEqual({
      mode: 'require',
      expectImage: 'app:1',
      expectVersion: '1.4.2',
      timeoutMs: 90_000,
      bakeMs: 5_400_000,
    });
  });

  test('is reported where a plain number was taken for seconds', () => {
    const reading = readSettings(
      environment({ changeOrderId: 'a', bake: '30', verifyTimeout: '90' }),
      NOW_MS,
    );
    expect(reading).toMatchObject({
      plainDurations: [
        { input: 'verifyTimeout', got: '90', durationMs: 90_000 },
        { input: 'bake', got: '30', durationMs: 30_000 },
      ],
    });
  });

  test.each(['expectImage', 'expectVersion', 'bake'] as const)(
    'is not to be less proven because %s came out empty',
    input => {
      for (const empty of ['', ' ', '\u200b']) {
        expect(faults({ [input]: empty })).toStrictEqual([
          `${input}: expected a value, or "none" for none, got an empty value. It requires a proof, so an empty value is not treated as unset. Check the step or variable that sets it.`,
        ]);
      }
    },
  );

  test.each<[Values, readonly unknown[]]>([
    [
      { verify: 'off', expectImage: 'app:1', bake: '5m' },
      [
        'verify: expected auto or require, since expectImage and bake are set, got "off". With "off" the verdict does not depend on what runs.',
      ],
    ],
    [
      { verify: 'show', expectVersion: '1' },
      [
        'verify: expected auto or require, since expectVersion is set, got "show". With "show" the verdict does not depend on what runs.',
      ],
    ],
    [{ verify: 'yes' }, ['verify: expected auto or off or show or require, got "yes".']],
    [
      { changeOrderId: 'a,b', expectImage: 'app:1', expectVersion: '1', bake: '5m' },
      [
        'expectImage: expected one rollout, got 2: each application has its own image and version. Use a separate step for each.',
        'expectVersion: expected one rollout, got 2: each application has its own image and version. Use a separate step for each.',
      ],
    ],
    [
      { changeOrderId: 'auto', appId: 'a,b', expectImage: 'app:1' },
      [expect.stringMatching(/^expectImage: expected one rollout, got 2/)],
    ],
    [
      { changeOrderId: 'auto', appName: 'a,b', expectVersion: '1' },
      [expect.stringMatching(/^expectVersion: expected one rollout, got 2/)],
    ],
    [
      { expectImage: 'null' },
      [expect.stringMatching(/^expectImage: expected a value, got "null", which programs print/)],
    ],
    [
      { expectImage: 'app:${{ github.sha }}' },
      [expect.stringMatching(/^expectImage: expected a value, got ".*", an expression/)],
    ],
    [
      { expectVersion: 'undefined' },
      [expect.stringMatching(/^expectVersion: expected a value, got "undefined", which/)],
    ],
    [
      { expectVersion: '"1"' },
      [expect.stringMatching(/^expectVersion: expected a value without quotation marks/)],
    ],
    [
      { expectImage: 'Registry/App' },
      [
        'expectImage: expected the full image reference that was deployed, such as registry.example.com/team/app:1.4.2 or …/app@sha256:…, at most 512 characters without spaces; got "Registry/App".',
      ],
    ],
    [
      { expectImage: 'app:1\napp:2' },
      [expect.stringMatching(/^expectImage: expected the full image .*; got "app:1\\napp:2"/)],
    ],
    [
      { expectVersion: '1 2' },
      [
        'expectVersion: expected a package version of 1 to 200 printable ASCII characters without spaces, got "1 2".',
      ],
    ],
    [
      { expectVersion: 'é' },
      [expect.stringMatching(/^expectVersion: expected a package version .*, got "é"/)],
    ],
    [
      { expectVersion: 'x'.repeat(201) },
      [expect.stringMatching(/^expectVersion: expected a package version .*, got "x+…"/)],
    ],
    [{ bake: '0' }, [expect.stringMatching(/^bake: expected a duration above zero .*, got "0"/)]],
    [{ bake: 'a while' }, [expect.stringMatching(/^bake: expected a duration above zero .*, got "a while"/)]],
    [{ bake: 'None' }, [expect.stringMatching(/^bake: expected a duration above zero .*, got "None"/)]],
    [{ bake: '86400.1' }, ['bake: expected at most 24 h, got "86400.1". Use a monitor to watch for longer.']],
    [
      { verifyTimeout: '0s' },
      [expect.stringMatching(/^verifyTimeout: expected a duration above zero .*, got "0s"/)],
    ],
    [
      { verifyTimeout: '121h' },
      [expect.stringMatching(/^verifyTimeout: expected at most 120 h, got "121h"/)],
    ],
  ])('is not to be looked at as %j says', (values, wanted) => {
    expect(faults(values)).toStrictEqual(wanted);
  });

  test('may be 200 characters of a version, and a day of baking', () => {
    expect(verifyOf({ expectVersion: 'x'.repeat(200), bake: '24h', verifyTimeout: '120h' })).toMatchObject({
      bakeMs: 86_400_000,
      timeoutMs: 432_000_000,
    });
  });
});

describe('a reference to an image', () => {
  test.each([
    'app',
    'app:latest',
    'team/app',
    'registry.cn-hangzhou.aliyuncs.com/team/app:1.4.2',
    'registry-vpc.cn-hangzhou.aliyuncs.com/team/my_app__x/y-z:V1.4_2-rc.1',
    'localhost:5000/app',
    'Registry.example.com:443/a/b.c/d',
    '[fd00::1]:5000/app:1',
    `app@${DIGEST}`,
    `registry.example.com/app:1@${DIGEST}`,
    `app:${'t'.repeat(128)}`,
    'a'.repeat(512),
  ])('is %s', reference => {
    expect(isImageReference(reference)).toBe(true);
  });

  test.each([
    '',
    'App',
    'team/App',
    'app:',
    'app:-1',
    'app:1:2',
    `app:${'t'.repeat(129)}`,
    'app@sha256:abc',
    `app@${DIGEST}0`,
    `app@${DIGEST.toUpperCase()}`,
    `app@sha512:${'0'.repeat(128)}`,
    'https://registry.example.com/app:1',
    'registry.example.com/app:1 ',
    'registry.example.com//app',
    '/app',
    'app/',
    '-app',
    'app_',
    'a___b',
    'host:port/app',
    'app:1\n',
    'appé',
    'a'.repeat(513),
  ])('is not %j', reference => {
    expect(isImageReference(reference)).toBe(false);
  });
});
