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

  test('is told where a plain number was taken for seconds', () => {
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
          `${input}: it is given but empty, wanted a value, or "none" for none: it asks for a proof, so an empty one is not taken for one that is left out. The step or variable that should have given it gave nothing.`,
        ]);
      }
    },
  );

  test.each<[Values, readonly unknown[]]>([
    [
      { verify: 'off', expectImage: 'app:1', bake: '5m' },
      [
        'verify: got "off" although expectImage and bake are given, wanted auto or require: with "off" the verdict would not hang on what runs.',
      ],
    ],
    [
      { verify: 'show', expectVersion: '1' },
      [
        'verify: got "show" although expectVersion is given, wanted auto or require: with "show" the verdict would not hang on what runs.',
      ],
    ],
    [{ verify: 'yes' }, ['verify: got "yes", wanted auto or off or show or require.']],
    [
      { changeOrderId: 'a,b', expectImage: 'app:1', expectVersion: '1', bake: '5m' },
      [
        'expectImage: got one value for 2 rollouts, wanted one rollout: applications carry images and versions of their own. Give each a step of its own.',
        'expectVersion: got one value for 2 rollouts, wanted one rollout: applications carry images and versions of their own. Give each a step of its own.',
      ],
    ],
    [
      { changeOrderId: 'auto', appId: 'a,b', expectImage: 'app:1' },
      [expect.stringMatching(/^expectImage: got one value for 2 rollouts/)],
    ],
    [
      { changeOrderId: 'auto', appName: 'a,b', expectVersion: '1' },
      [expect.stringMatching(/^expectVersion: got one value for 2 rollouts/)],
    ],
    [{ expectImage: 'null' }, [expect.stringMatching(/^expectImage: got "null", which programs print/)]],
    [
      { expectImage: 'app:${{ github.sha }}' },
      [expect.stringMatching(/^expectImage: got ".*", an expression in which nothing was put/)],
    ],
    [{ expectVersion: 'undefined' }, [expect.stringMatching(/^expectVersion: got "undefined", which/)]],
    [
      { expectVersion: '"1"' },
      [expect.stringMatching(/^expectVersion: .*, wanted it without quotation marks/)],
    ],
    [
      { expectImage: 'Registry/App' },
      [
        'expectImage: got "Registry/App", wanted a reference to an image such as registry.example.com/team/app:1.4.2 or …/app@sha256:…, in full as it was deployed, of at most 512 characters without blanks.',
      ],
    ],
    [
      { expectImage: 'app:1\napp:2' },
      [expect.stringMatching(/^expectImage: got "app:1\\napp:2", wanted a ref/)],
    ],
    [
      { expectVersion: '1 2' },
      [
        'expectVersion: got "1 2", wanted the version of a package: 1 to 200 characters of printable ASCII without blanks.',
      ],
    ],
    [{ expectVersion: 'é' }, [expect.stringMatching(/^expectVersion: got "é", wanted the version/)]],
    [{ expectVersion: 'x'.repeat(201) }, [expect.stringMatching(/^expectVersion: got "x+…", wanted the v/)]],
    [{ bake: '0' }, [expect.stringMatching(/^bake: got "0", wanted a duration above zero/)]],
    [{ bake: 'a while' }, [expect.stringMatching(/^bake: got "a while", wanted a duration above zero/)]],
    [{ bake: 'None' }, [expect.stringMatching(/^bake: got "None", wanted a duration above zero/)]],
    [
      { bake: '86400.1' },
      [
        'bake: got "86400.1", wanted at most 24 h: what is to be watched for longer is the work of a monitor.',
      ],
    ],
    [
      { verifyTimeout: '0s' },
      [expect.stringMatching(/^verifyTimeout: got "0s", wanted a duration above zero/)],
    ],
    [{ verifyTimeout: '121h' }, [expect.stringMatching(/^verifyTimeout: got "121h", wanted at most 120 h/)]],
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
