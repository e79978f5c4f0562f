import { describe, expect, test } from '@jest/globals';
import { DEMO_ACCOUNT } from '../../testbed/simulator/account.ts';
import type { GateOptions } from './run-gate.ts';
import { runGate, SESSION } from './run-gate.ts';
import { errorOf, expectVerdict, logOf, warningTitles } from './sound-run.ts';

/** The waits that `action.yml` gives: a short one would be a fault of its own elsewhere than on loopback. */
const USUAL_WAITS = { minPollInterval: undefined, maxPollInterval: undefined };

const NO_CREDENTIALS = { accessKeyId: undefined, accessKeySecret: undefined, securityToken: undefined };

describe('faulty inputs are told, and nothing is asked', () => {
  test.concurrent.each<[string, GateOptions['inputs'], readonly RegExp[]]>([
    ['an order id that is given but empty', { changeOrderId: '' }, [/^changeOrderId: .*empty/]],
    ['an order id of blanks', { changeOrderId: ' \t ' }, [/^changeOrderId: .*empty/]],
    ['an application that is given but empty', { appId: '\n' }, [/^appId: expected .+, got an empty value/]],
    [
      'a description of blanks',
      { descriptionContains: ' ' },
      [/^descriptionContains: expected .+, got an empty value/],
    ],
    ['types that are given but empty', { coType: '' }, [/^coType: expected .+, got an empty value/]],
    [
      'a start that is given but empty',
      { createdAfter: '' },
      [/^createdAfter: expected .+, got an empty value/],
    ],
    [
      'what jq prints for nothing',
      { changeOrderId: 'null' },
      [/^changeOrderId: expected .+ got "null", which programs/],
    ],
    ['an application of two words', { appId: 'x y' }, [/^appId: expected an ID .*, got "x y"/]],
    ['a timeout of eleven years', { timeout: '99999h' }, [/^timeout: expected at most 120 h, got "99999h"/]],
    [
      'no region and no endpoint',
      { ...USUAL_WAITS, regionId: undefined, endpoint: undefined },
      [/^regionId: missing/],
    ],
    ['a region that is none', { regionId: 'Hangzhou!' }, [/^regionId: expected .+ got "Hangzhou!"/]],
    [
      'http elsewhere',
      { ...USUAL_WAITS, endpoint: 'http://sae.example.com' },
      [/^endpoint: expected .+ got "http:\/\/sae\.example\.com"/],
    ],
    [
      'an endpoint that is none',
      { ...USUAL_WAITS, endpoint: 'sae.example.com/path' },
      [/^endpoint: expected .+ got "sae\.example\.com\/path"/],
    ],
    ['no credentials', NO_CREDENTIALS, [/^accessKeyId, accessKeySecret: missing/]],
    ['half a credential', { accessKeySecret: '' }, [/^accessKeySecret: missing although accessKeyId/]],
    ['a token only', { accessKeyId: '', accessKeySecret: '' }, [/^accessKeyId, accessKeySecret: missing/]],
    [
      'a floor',
      { ...USUAL_WAITS, endpoint: 'https://sae.example.com', minPollInterval: '500ms' },
      [/^minPollInterval: expected at least 1.*, got "500ms"/],
    ],
    [
      'crossed bounds',
      { minPollInterval: '3s', maxPollInterval: '2s' },
      [/^minPollInterval: expected at most .*, got "3s"/],
    ],
    ['a timeout of zero', { timeout: '0' }, [/^timeout: expected a duration .*, got "0"/]],
    ['a negative duration', { outageTolerance: '-5m' }, [/^outageTolerance: expected .+ got "-5m"/]],
    [
      'a duration in words',
      { requestTimeout: 'ten seconds' },
      [/^requestTimeout: expected .+ got "ten seconds"/],
    ],
    [
      'many at once',
      {
        ...NO_CREDENTIALS,
        ...USUAL_WAITS,
        changeOrderId: '',
        timeout: 'soon',
        regionId: 'Nowhere',
        requestTimeout: '1 fortnight',
        outageTolerance: '0s',
        endpoint: 'ftp://example.com',
      },
      [
        /^changeOrderId: /,
        /^timeout: expected .+ got "soon"/,
        /^regionId: expected .+ got "Nowhere"/,
        /^requestTimeout: expected .+ got "1 fortnight"/,
        /^outageTolerance: expected .+ got "0s"/,
        /^endpoint: expected .+ got "ftp:\/\/example\.com"/,
        /^accessKeyId, accessKeySecret: missing/,
      ],
    ],
  ])('%s', async (_, inputs, told) => {
    const run = await runGate({ scenario: 'finished', inputs: inputs ?? {} });
    expectVerdict(run, 'error');
    expect(run.requests).toHaveLength(0);
    const { title, message } = errorOf(run);
    const lines = message.split('\n').map(line => line.replace(/^(?:Why:)? */u, ''));
    for (const fault of told) expect(lines.filter(line => fault.test(line))).toHaveLength(1);
    expect(title).toMatch(told.length === 1 ? /1 input needs/ : new RegExp(`${told.length} inputs need`));
    expect(run.outputs['durationSeconds']).toBe('0');
  });

  test.concurrent('without showing anything of a credential', async () => {
    const run = await runGate({
      scenario: 'finished',
      inputs: { securityToken: 'tökén-that-nobody-may-see' },
    });
    expectVerdict(run, 'error');
    expect(run.requests).toHaveLength(0);
    expect(errorOf(run).message).toMatch(/^Why: securityToken: .*not shown/m);
    const unmasked = run.stdout.split('\n').filter(line => !line.startsWith('::add-mask::'));
    expect(`${unmasked.join('\n')}${run.rawSummary}`).not.toContain('nobody-may-see');
  });

  test.concurrent('with hostile values as text', async () => {
    const run = await runGate({
      scenario: 'finished',
      inputs: { timeout: '::error::x\r\n::stop-commands::y\n##[error]z', regionId: '<img src=x>|`' },
    });
    expectVerdict(run, 'error');
    expect(run.commands.map(({ name }) => name)).not.toContain('stop-commands');
    expect(run.rawSummary).not.toContain('<img');
  });
});

describe('credentials from the environment', () => {
  const env = {
    ALIBABA_CLOUD_ACCESS_KEY_ID: SESSION.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: SESSION.accessKeySecret,
    ALIBABA_CLOUD_SECURITY_TOKEN: SESSION.securityToken ?? '',
  };

  test.concurrent('serve where the inputs give none', async () => {
    const run = await runGate({ scenario: 'finished', inputs: NO_CREDENTIALS, env });
    expectVerdict(run, 'succeeded');
    expect(run.masks).toEqual(expect.arrayContaining(Object.values(env)));
  });

  test.concurrent('do not mix with those of the inputs', async () => {
    const { accessKeyId, accessKeySecret } = DEMO_ACCOUNT;
    const run = await runGate({
      scenario: 'finished',
      accounts: [DEMO_ACCOUNT],
      inputs: { accessKeyId, accessKeySecret, securityToken: undefined },
      env,
    });
    expectVerdict(run, 'succeeded');
    expect(run.requests[0]?.headers['x-acs-security-token']).toBeUndefined();
  });

  test.concurrent('may have an empty token', async () => {
    const run = await runGate({
      scenario: 'finished',
      accounts: [DEMO_ACCOUNT],
      inputs: NO_CREDENTIALS,
      env: {
        ALIBABA_CLOUD_ACCESS_KEY_ID: DEMO_ACCOUNT.accessKeyId,
        ALIBABA_CLOUD_ACCESS_KEY_SECRET: DEMO_ACCOUNT.accessKeySecret,
        ALIBABA_CLOUD_SECURITY_TOKEN: '',
      },
    });
    expectVerdict(run, 'succeeded');
  });
});

describe('the region from the environment', () => {
  test.concurrent.each(['ALIBABA_CLOUD_REGION_ID', 'ALIBABACLOUD_REGION_ID', 'ALICLOUD_REGION_ID'])(
    '%s',
    async variable => {
      const run = await runGate({
        scenario: 'finished',
        inputs: { regionId: undefined },
        env: { [variable]: 'cn-shenzhen' },
      });
      expectVerdict(run, 'succeeded');
      expect(run.outputs['consoleUrl']).toContain('regionId=cn-shenzhen');
    },
  );

  test.concurrent('is not needed with an endpoint; then there is no link', async () => {
    const run = await runGate({ scenario: 'finished', inputs: { regionId: undefined } });
    expectVerdict(run, 'succeeded');
    expect(run.outputs['consoleUrl'] ?? '').toBe('');
  });
});

describe('a duration', () => {
  test.concurrent('may be small, on loopback the poll interval too', async () => {
    const run = await runGate({
      scenario: 'finished',
      inputs: { minPollInterval: '1ms', maxPollInterval: ' 0.5s ', timeout: '0.5m', requestTimeout: '1h30m' },
    });
    expectVerdict(run, 'succeeded');
  });

  test.concurrent('that is a plain number is echoed as what it was taken for', async () => {
    const run = await runGate({ scenario: 'finished', inputs: { timeout: '120' } });
    expectVerdict(run, 'succeeded');
    expect(logOf(run)).toMatch(/timeout: 120 means 2 min/);
    expect(warningTitles(run)).toStrictEqual([]);
  });

  test.concurrent('that is a plain number under a minute is warned of', async () => {
    const run = await runGate({ scenario: 'finished', inputs: { timeout: '30' } });
    expectVerdict(run, 'succeeded');
    expect(warningTitles(run)).toStrictEqual(['SAE rollout gate: seconds or minutes?']);
    const [warning] = run.annotations;
    expect(warning?.message).toMatch(/timeout: 30 .*seconds.*30m/);
  });
});

test.concurrent('an order id is any word: it is trimmed, and sent as it is', async () => {
  const id = 'order/with?&=#%+*~!()$|ü演';
  const run = await runGate({
    scenario: 'finished',
    inputs: { changeOrderId: `  ${id} \r\n`, timeout: '300ms' },
  });
  expectVerdict(run, 'not-found');
  expect(run.requests[0]?.query['ChangeOrderId']).toBe(id);
  expect(run.requests[0]?.refusal).toBeUndefined();
  expect(run.outputs['changeOrderId']).toBe(id);
});
