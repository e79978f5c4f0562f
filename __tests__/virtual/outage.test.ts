import { describe, expect, test } from '@jest/globals';
import {
  envelopeOf,
  errorAnswer,
  httpAnswer,
  NO_SUCH_ORDER,
  throttled,
  UNAVAILABLE,
} from '../support/answers.ts';
import { gateRun } from '../support/gate-run.ts';
import { firstLookFrom } from '../support/quiet-looks.ts';
import { always, oneByOne, overTime, RUNNING, SUCCEEDED } from '../support/rollouts.ts';
import type { Stage } from '../support/rollouts.ts';

describe('a fault that may pass', () => {
  const FAULTS: readonly (readonly [string, Stage[1]])[] = [
    ['503', UNAVAILABLE],
    ['500', errorAnswer('InternalError', 500)],
    ['429', httpAnswer('<html>Too many requests</html>', 429)],
    ['502 with HTML', httpAnswer('<html>Bad gateway</html>', 502, { 'content-type': 'text/html' })],
    ['System.Upgrading, a 400', errorAnswer('System.Upgrading', 400)],
    ['SignatureNonceUsed, a 400', errorAnswer('SignatureNonceUsed', 400)],
    [
      'an unknown code with HTTP 200',
      httpAnswer(envelopeOf(undefined, { Success: false, ErrorCode: 'New' })),
    ],
    ['a reset connection', { kind: 'reset' }],
    ['a hanging request', { kind: 'hang' }],
    ['a request that heeds nothing', { kind: 'deaf' }],
    ['an empty body', httpAnswer('')],
    ['half a body', httpAnswer(RUNNING.body.slice(0, 60))],
    [
      'the page of a captive portal',
      httpAnswer('<html>Welcome</html>', 200, { 'content-type': 'text/html' }),
    ],
    ['a redirect', httpAnswer('', 302, { location: 'https://login.example/' })],
    ['a success for another order', httpAnswer(SUCCEEDED.body.replace('76fa5c0', '86fa5c0'))],
    ['a success without Data', httpAnswer(envelopeOf(undefined))],
  ];

  test.each(FAULTS)('is survived: %s', async (_, fault) => {
    const run = await gateRun(oneByOne(RUNNING, fault, fault, fault, SUCCEEDED));
    expect(run).toMatchObject({ green: true, verdict: 'succeeded', asleep: 0 });
    expect(run.looksMs).toHaveLength(5);
    expect(run.toolkit.summaries[0]).toContain('recovered from 3 failed polls');
  });

  test.each(FAULTS)('at every look is an outage: %s', async (_, fault) => {
    const run = await gateRun(always(fault), { inputs: { outageTolerance: '1m' } });
    expect(run).toMatchObject({ green: false, verdict: 'unreadable', asleep: 0 });
  });

  test.each(FAULTS)('on the deadline is a red gate, never a green one: %s', async (_, fault) => {
    const run = await gateRun(overTime([0, RUNNING], [59_000, fault]), { inputs: { timeout: '1m' } });
    expect(run).toMatchObject({ green: false, verdict: 'timed-out' });
  });
});

describe('an outage', () => {
  test('that is shorter than the tolerance is survived', async () => {
    const run = await gateRun(overTime([0, RUNNING], [60_000, UNAVAILABLE], [359_000, SUCCEEDED]));
    expect(run.green).toBe(true);
  });

  test('that lasts as long as the tolerance ends the wait just then', async () => {
    const run = await gateRun(overTime([0, RUNNING], [60_000, UNAVAILABLE]));
    const firstFailedMs = firstLookFrom(60_000);
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: firstFailedMs + 300_000 });
    expect(run.looksMs.at(-1)).toBe(firstFailedMs + 300_000);
  });

  test('is asked about once more when the tolerance runs out', async () => {
    const run = await gateRun(overTime([0, UNAVAILABLE], [300_000, SUCCEEDED]));
    expect(run).toMatchObject({ green: true, endedAtMs: 300_000 });
  });

  test.each([
    ['an answer', RUNNING],
    ['being throttled', throttled('1000')],
    ['being told that there is no such order', NO_SUCH_ORDER],
  ])('is over with %s, and the next one has the whole tolerance', async (_, answer) => {
    const script = overTime(
      [0, UNAVAILABLE],
      [200_000, answer],
      [215_000, UNAVAILABLE],
      [500_000, SUCCEEDED],
    );
    const run = await gateRun(script, { inputs: { maxPollInterval: '10s' } });
    expect(run.green).toBe(true);
  });

  test('says what was seen last, what went wrong and for how long', async () => {
    const run = await gateRun(overTime([0, RUNNING], [60_000, UNAVAILABLE]));
    const [error] = run.toolkit.errors;
    expect(error?.title).toMatch(/: status unknown – API unavailable for 5 min$/u);
    expect(error?.message).toContain('The API has been unreadable for 5 min.');
    expect(error?.message).toMatch(/Last seen: in progress \(5 min \d+ s before the end\)\./u);
    expect(error?.message).toContain(
      'ServiceUnavailable (HTTP 503, RequestId E-4711): The text of ServiceUnavailable.\n',
    );
    expect(error?.message).toContain('outageTolerance');
  });

  test('is told when it begins and when it is over, with its own length and number of looks', async () => {
    const script = overTime(
      [0, RUNNING],
      [20_000, UNAVAILABLE],
      [25_000, RUNNING],
      [60_000, { kind: 'reset' }],
      [100_000, SUCCEEDED],
    );
    const run = await gateRun(script);
    const told = run.lines.filter(line => /usable answer|read again/u.test(line)).map(line => line.trim());
    expect(told).toStrictEqual([
      expect.stringMatching(/^0:24 {2}No usable answer, polling again: .*ServiceUnavailable/u),
      '0:26  The API can be read again, after 1 failed poll in 2 s.',
      expect.stringMatching(/^1:\d\d {2}No usable answer, polling again: .*ECONNRESET/u),
      expect.stringMatching(/^1:\d\d {2}The API can be read again, after [67] failed polls in \d+ s\.$/u),
    ]);
  });

  test('that throttling ends is told with its own length', async () => {
    const run = await gateRun(
      overTime([0, RUNNING], [20_000, UNAVAILABLE], [25_000, throttled('5000')], [30_000, SUCCEEDED]),
    );
    expect(run.lines.map(line => line.trim())).toContain(
      '0:26  The API can be read again, after 1 failed poll in 2 s.',
    );
  });
});

describe('a request that hangs every time', () => {
  test('is given up after the request timeout, and asked again after a wait', async () => {
    const run = await gateRun(always({ kind: 'hang' }), { inputs: { outageTolerance: '1m' } });
    expect(run.looksMs.slice(0, 3)).toStrictEqual([0, 12_000, 30_000]);
    expect(run).toMatchObject({ verdict: 'unreadable', asleep: 0 });
    expect(run.transport.mostAtOnce).toBe(1);
  });

  test('ends the wait when the tolerance has run out and the last of them was given up', async () => {
    const run = await gateRun(always({ kind: 'hang' }), { inputs: { outageTolerance: '1m' } });
    // The outage is known of since the first was given up, at 10 s.
    expect(run.endedAtMs).toBeGreaterThanOrEqual(70_000);
    expect(run.endedAtMs).toBeLessThanOrEqual(80_000);
  });

  test('ends the wait by the deadline and one request timeout, whatever the tolerance', async () => {
    const run = await gateRun(always({ kind: 'hang' }), { inputs: { outageTolerance: '1h', timeout: '5m' } });
    expect(run).toMatchObject({ verdict: 'timed-out', endedAtMs: 310_000, asleep: 0 });
    expect(run.looksMs.at(-1)).toBe(300_000);
  });
});

describe('a final fault', () => {
  test.each([
    ['NoPermission', 403, 'sae:DescribeChangeOrder'],
    ['Forbidden.RAM', 403, 'sae:DescribeChangeOrder'],
    ['Resouce.no.permission', 400, 'sae:DescribeChangeOrder'],
    ['InvalidAccessKeyId.NotFound', 404, 'accessKeyId'],
    ['SignatureDoesNotMatch', 400, 'accessKeySecret'],
    ['InvalidSecurityToken.Malformed', 400, 'securityToken'],
    ['InvalidSecurityToken.Expired', 403, 'expired'],
    ['InvalidTimeStamp.Expired', 400, 'clock'],
    ['InvalidParameter.Obviously', 400, 'changeOrderId'],
    ['InvalidAppId.NotFound', 404, 'appId'],
  ])('ends the wait after one call, with what to do: %s', async (code, status, remedy) => {
    const run = await gateRun(always(errorAnswer(code, status)));
    expect(run).toMatchObject({ verdict: 'unreadable', looksMs: [0], endedAtMs: 0 });
    const { message = '' } = run.toolkit.errors[0] ?? {};
    expect(message).toContain(`DescribeChangeOrder answered ${code} (HTTP ${status}, RequestId E-4711)`);
    expect(message).toContain(remedy);
  });

  test('with HTTP 200 is as final', async () => {
    const run = await gateRun(
      always(httpAnswer(envelopeOf(undefined, { Success: false, ErrorCode: 'NoPermission' }))),
    );
    expect(run).toMatchObject({ verdict: 'unreadable', looksMs: [0] });
  });

  test('in mid-wait is as final, and says that the rollout goes on', async () => {
    const run = await gateRun(
      overTime([0, RUNNING], [60_000, errorAnswer('InvalidSecurityToken.Expired', 403)]),
    );
    expect(run).toMatchObject({ verdict: 'unreadable', endedAtMs: firstLookFrom(60_000) });
    expect(run.toolkit.errors[0]?.message).toContain('Last seen: in progress');
  });
});
