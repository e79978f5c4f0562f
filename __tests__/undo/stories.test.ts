import { describe, expect, test } from '@jest/globals';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import { rollbackIdOf } from '../../testbed/simulator/abort.ts';
import { changeOrder, DEMO_ORDER_ID } from '../../testbed/simulator/change-order.ts';
import type { Fault } from '../../testbed/simulator/fault.ts';
import {
  BAD_GATEWAY,
  CAPTIVE_PORTAL,
  CONNECTION_RESET,
  EMPTY_BODY,
  HALF_A_DOCUMENT,
  HANG,
  TRUNCATED_BODY,
  fault,
  gatewayError,
  successFalse,
  throttled,
} from '../../testbed/simulator/fault.ts';
import { PREVIOUS_RELEASE } from '../../testbed/simulator/release.ts';
import type { UNDOING } from '../../testbed/simulator/scenarios/undoing.ts';
import { findScenario, SCENARIO_NAMES } from '../../testbed/simulator/scenarios.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import { rollout } from '../../testbed/simulator/timeline.ts';
import type { InputName } from '../../src/inputs/table.ts';
import { envelopeOf } from '../support/answers.ts';
import type { StoryRun } from '../support/story-run.ts';
import { storyRun } from '../support/story-run.ts';

type Name = keyof typeof UNDOING;

const NEW_ID = rollbackIdOf(DEMO_ORDER_ID);
const WRITE = 'AbortAndRollbackChangeOrder';

const LAST_IS_OWN: Fault = {
  kind: 'raw-answer',
  httpStatus: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(envelopeOf({ AppId: DEMO_APPLICATION.id, LastChangeOrderId: DEMO_ORDER_ID })),
};

/** Runs a story of the catalogue, with its looks at what runs. */
function told(
  scenario: Name | Scenario,
  inputs: Partial<Record<InputName, string>> = {},
  options: Parameters<typeof storyRun>[1] = {},
): Promise<StoryRun> {
  const story = typeof scenario === 'string' ? findScenario(scenario) : scenario;
  return storyRun(story, { ...options, inputs: { verify: 'auto', ...inputs } });
}

function writesOf({ transport }: StoryRun) {
  return transport.seen.filter(({ url }) => url.pathname.endsWith(`/${WRITE}`));
}

function errorOf({ toolkit }: StoryRun) {
  const [error, ...others] = toolkit.errors;
  if (error === undefined || others.length > 0) throw new Error(`${toolkit.errors.length} errors`);
  return error;
}

describe('a story that is undone', () => {
  test.each<[Name, string, string | undefined, number, RegExp]>([
    [
      'rolled-back',
      'true',
      NEW_ID,
      1,
      /^SAE · demo-app: rollout failed, and rolled back – the container exits with code 1$/u,
    ],
    [
      'rolled-back-in-place',
      'true',
      DEMO_ORDER_ID,
      1,
      /^SAE · demo-app: rollout failed, and rolled back – the container exits with code 1$/u,
    ],
    [
      'rolled-back-or-not',
      'unknown',
      DEMO_ORDER_ID,
      1,
      /: rollout failed, and whether it .* not known – the container exits with code 1$/u,
    ],
    [
      'rollback-fails',
      'false',
      NEW_ID,
      1,
      /: rollout failed, and the rollback failed – the container exits with code 1$/u,
    ],
    [
      'rollback-hangs',
      'unknown',
      NEW_ID,
      1,
      /: rollout failed, and whether it was rolled back is not known – the container exits with code 1$/u,
    ],
    [
      'rollback-too-late',
      'unknown',
      DEMO_ORDER_ID,
      1,
      /: timed out, and whether it was rolled back is not known$/u,
    ],
    [
      'rollback-answer-lost',
      'true',
      NEW_ID,
      1,
      /^SAE · demo-app: rollout failed, and rolled back – the container exits with code 1$/u,
    ],
    [
      'rollback-throttled',
      'true',
      NEW_ID,
      1,
      /^SAE · demo-app: rollout failed, and rolled back – the container exits with code 1$/u,
    ],
    [
      'rollback-refused',
      'false',
      undefined,
      0,
      /: rollout is stuck, manual rollback required, and was not rolled back – the container exits with code 1$/u,
    ],
    [
      'rollback-of-another',
      'false',
      undefined,
      0,
      /: rollout is stuck, manual rollback required, and was not rolled back – the container exits with code 1$/u,
    ],
    ['undo-a-pause', 'true', NEW_ID, 1, /: waited for a person, and rolled back$/u],
  ])('%s: rolledBack %s by %s, %i accepted', async (name, rolledBack, id, accepted, title) => {
    const run = await told(name);
    expect(run.green).toBe(false);
    expect(run.outputs).toMatchObject({ verdict: findScenario(name).expect, rolledBack });
    expect(run.outputs['rollbackOrderId']).toBe(id);
    expect(run.aborted.map(({ orderId }) => orderId)).toStrictEqual(accepted === 1 ? [DEMO_ORDER_ID] : []);
    expect(errorOf(run).title).toMatch(title);
    expect(run.asleep).toBe(0);
  });

  test('names the command below only where it stands there', async () => {
    const { message } = errorOf(await told('rollback-of-another'));
    expect(message).toContain('Roll the order back in the console.');
    expect(message).not.toMatch(/command below|aliyun sae/u);
    expect(errorOf(await told('rollback-refused')).message).toMatch(/command below[^]*aliyun sae/u);
  });

  test('says that it may have completed before it could be aborted', async () => {
    expect(errorOf(await told('rollback-too-late')).message).toContain('may have completed before');
  });

  test('is read once more after each refusal that passes, and right before the write', async () => {
    const run = await told('rollback-throttled');
    const asked = run.transport.seen.map(({ url }) => url.pathname.replace(/.*\//u, ''));
    const places = asked.flatMap((call, index) => (call === WRITE ? [index] : []));
    expect(places).toHaveLength(2);
    for (const place of places) {
      const before = asked.slice(place - 3, place).toSorted();
      expect(before).toStrictEqual(['DescribeChangeOrder', 'ListChangeOrders', 'describeApplicationStatus']);
    }
  });

  test('is diagnosed first', async () => {
    const run = await told('rolled-back');
    const asked = run.transport.seen.map(({ url }) => url.pathname.replace(/.*\//u, ''));
    expect(asked).toContain('DescribePipeline');
    expect(asked.lastIndexOf('DescribePipeline')).toBeLessThan(asked.indexOf(WRITE));
    expect(run.toolkit.everything).toContain('Check readiness');
  });

  test('is a PUT that is signed as one, without a body', async () => {
    const [write] = writesOf(await told('rolled-back'));
    expect(write?.request.method).toBe('PUT');
    expect(write?.request.body).toBeUndefined();
    expect(write?.url.search).toBe(`?ChangeOrderId=${DEMO_ORDER_ID}`);
  });

  test('tells nobody to roll back what is rolled back', async () => {
    expect((await told('rolled-back')).toolkit.everything).not.toContain('aliyun sae');
  });

  test('is undone and shown with failFast too: that it is red itself is no cancel', async () => {
    const run = await told('rolled-back', { failFast: 'true', rollbackOn: 'needs-rollback,cancelled' });
    expect(run.outputs).toMatchObject({ verdict: 'needs-rollback', rolledBack: 'true' });
    expect(run.aborted).toHaveLength(1);
    expect(run.toolkit.everything).toContain('6 of 6 instances ready');
  });

  test('needs no look at what runs', async () => {
    const run = await told('rolled-back', { verify: 'off' });
    expect(run.outputs).toMatchObject({ rolledBack: 'true' });
    const asked = run.transport.seen.map(({ url }) => url.pathname);
    expect(asked.indexOf('/pop/v1/sam/app/describeApplicationGroups')).toBeLessThan(
      asked.findIndex(path => path.endsWith(WRITE)),
    );
    expect((await told('rolled-back-in-place', { verify: 'off' })).outputs).toMatchObject({
      rolledBack: 'unknown',
    });
  });

  test('does not take a tag that was deployed again for what ran before', async () => {
    const story = findScenario('rolled-back-in-place');
    const orders = story.orders.map(order => ({ ...order, release: PREVIOUS_RELEASE }));
    const run = await told({ ...story, orders });
    expect(run.outputs).toMatchObject({ rolledBack: 'unknown' });
  });
});

describe('an answer that names an order which rolled nothing back', () => {
  const OTHER_ID = 'b5d0e9aa-0d6b-4a2e-9b7e-3c1f5e0c0001';
  const answer: Fault = {
    kind: 'raw-answer',
    httpStatus: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(envelopeOf({ ChangeOrderId: OTHER_ID })),
  };

  test.each([
    ['a deploy that has succeeded since', 'CoDeploy', 50_000, undefined],
    ['a rollback of before', 'CoRollback', -3_600_000, undefined],
    ['a rollback of before, on a page that was not read', 'CoRollback', -3_600_000, 1],
  ])('%s', async (_, coTypeCode, createdAtMs, longestPage) => {
    const story = findScenario('rolled-back-or-not');
    const timeline = rollout({ batchesMs: [1_000] });
    const other = changeOrder({ id: OTHER_ID, coTypeCode, createdAtMs, timeline });
    const begins: Scenario = {
      ...story,
      orders: [...story.orders, other],
      // The list comes in no order: by its id the other one is on the second page of these, which is not read.
      ...(longestPage === undefined ? {} : { longestPage }),
      // The application goes on naming the first one as its last: what is looked at is what follows.
      faults: [fault(answer, { action: WRITE }), fault(LAST_IS_OWN, { action: 'DescribeApplicationStatus' })],
    };
    const run = await told(begins, { rollbackTimeout: '2m' });
    expect(writesOf(run)).toHaveLength(1);
    expect(run.outputs).toMatchObject({ rolledBack: 'unknown', rollbackOrderId: OTHER_ID });
    expect(errorOf(run).title).toMatch(/ is not known – /u);
  });
});

describe('an answer that says nothing of the write', () => {
  /** The true answer, which never comes; or one of something that may have passed the request on. */
  const LOST: readonly (readonly [string, Fault])[] = [
    ['a reset', CONNECTION_RESET],
    ['no answer in time', HANG],
    ['half an answer', TRUNCATED_BODY],
    ['half a document', HALF_A_DOCUMENT],
    ['a proxy’s 502', BAD_GATEWAY],
    ['a captive portal', CAPTIVE_PORTAL],
    ['an empty body', EMPTY_BODY],
    ['a 500 of the API', gatewayError('InternalError')],
    ['a 503 of the API', gatewayError('ServiceUnavailable')],
    ['a failure of unknown code', successFalse('Odd')],
    ['a refusal that nobody documents', gatewayError('SomethingNew')],
    ['a refusal that only other operations document', gatewayError('Application.ChangerOrderRunning')],
    ['a nonce that was used: by a copy of this very request', gatewayError('SignatureNonceUsed')],
  ];

  test.each(LOST)('%s: is not sent again, and nobody knows', async (_, what) => {
    const story = findScenario('rolled-back-or-not');
    const run = await told({ ...story, faults: [fault(what, { action: WRITE })] });
    expect(writesOf(run)).toHaveLength(1);
    expect(run.outputs).toMatchObject({ verdict: 'needs-rollback', rolledBack: 'unknown' });
    expect(errorOf(run).message).toContain('no answer says whether SAE accepted it');
  });
});

describe('a refusal that provably did nothing', () => {
  test.each<[string, Fault, number]>([
    ['throttled', throttled(), 3],
    ['throttled, with a hint', throttled(500), 3],
    ['stamped wrongly', gatewayError('InvalidTimeStamp.Expired'), 3],
    ['with credentials that have expired', gatewayError('InvalidSecurityToken.Expired'), 3],
    ['without permission', gatewayError('NoPermission'), 1],
    ['since the order runs no more', gatewayError('Application.ChangerOrder.Not.Running'), 1],
    ['told with HTTP 200', successFalse('NoPermission'), 1],
  ])('%s: is sent %3$i times at most', async (_, what, times) => {
    const story = findScenario('rolled-back');
    const run = await told({ ...story, faults: [fault(what, { action: WRITE })] });
    expect(writesOf(run)).toHaveLength(times);
    expect(run.aborted).toStrictEqual([]);
    expect(run.outputs).toMatchObject({ verdict: 'needs-rollback', rolledBack: 'false' });
    expect(errorOf(run).message).toContain('nothing was written: the API refused it');
    expect(errorOf(run).message).toContain("aliyun sae AbortAndRollbackChangeOrder --ChangeOrderId '");
  });
});

describe('a step that is cancelled', () => {
  const STORY = findScenario('stuck');
  const CANCELLABLE: Scenario = { ...STORY, abort: {} };
  const INPUTS = {
    appId: DEMO_APPLICATION.id,
    createdAfter: '10m',
    rollbackOn: 'cancelled',
    timeout: '30m',
  } as const;

  test('sends, says so, and ends: within the seconds that it has', async () => {
    const run = await told(CANCELLABLE, INPUTS, { cancelAtMs: 12_000 });
    expect(run.aborted).toHaveLength(1);
    expect(run.outputs).toMatchObject({
      verdict: 'cancelled',
      rolledBack: 'unknown',
      rollbackOrderId: DEMO_ORDER_ID,
    });
    expect(run.endedAtMs - 12_000).toBeLessThan(1_000);
    expect(errorOf(run).title).toBe('SAE · demo-app: wait cancelled, and a rollback was asked for');
    expect(run.asleep).toBe(0);
  });

  test.each<[string, Fault, string, number]>([
    ['ListChangeOrders', HANG, 'false', 0],
    ['DescribeApplicationStatus', HANG, 'false', 0],
    ['DescribeApplicationStatus', gatewayError('NoPermission'), 'false', 0],
    [WRITE, HANG, 'unknown', 1],
    [WRITE, throttled(), 'false', 1],
  ])('ends in time when %s gets %j', async (action, what, rolledBack, writes) => {
    const story = { ...CANCELLABLE, faults: [fault(what, { action })] };
    const run = await told(story, { ...INPUTS, learn: 'false' }, { cancelAtMs: 12_000 });
    expect(run.endedAtMs - 12_000).toBeLessThan(6_000);
    expect(writesOf(run)).toHaveLength(writes);
    expect(run.outputs).toMatchObject({ verdict: 'cancelled', rolledBack });
  });

  test('asks for it too when it is cancelled between two attempts at another ending', async () => {
    const story = findScenario('rollback-throttled');
    const rollbackOn = 'needs-rollback,cancelled';
    const [write] = writesOf(await told(story, { rollbackOn }));
    const run = await told(story, { rollbackOn }, { cancelAtMs: (write?.atMs ?? 0) + 500 });
    expect(run.aborted).toHaveLength(1);
    expect(writesOf(run)).toHaveLength(2);
    expect(run.outputs).toMatchObject({
      verdict: 'needs-rollback',
      rolledBack: 'unknown',
      rollbackOrderId: NEW_ID,
    });
    const others = await told(
      story,
      { rollbackOn: 'needs-rollback' },
      { cancelAtMs: (write?.atMs ?? 0) + 500 },
    );
    expect(others.aborted).toHaveLength(0);
    expect(errorOf(others).message).toContain('the step was cancelled, and rollbackOn does not name that');
  });

  test('writes nothing where only other endings were named', async () => {
    const run = await told(
      CANCELLABLE,
      { ...INPUTS, rollbackOn: 'needs-rollback,timed-out' },
      { cancelAtMs: 12_000 },
    );
    expect(writesOf(run)).toHaveLength(0);
    expect(run.outputs).toMatchObject({ verdict: 'cancelled', rolledBack: 'false' });
    expect(run.toolkit.everything).toContain("aliyun sae AbortAndRollbackChangeOrder --ChangeOrderId '");
  });

  test('is not followed any more when it is cancelled while the rollback runs', async () => {
    const run = await told('rollback-hangs', { rollbackTimeout: '10m' }, { cancelAtMs: 60_000 });
    expect(run.endedAtMs).toBeLessThan(62_000);
    expect(run.outputs).toMatchObject({
      verdict: 'needs-rollback',
      rolledBack: 'unknown',
      rollbackOrderId: NEW_ID,
    });
  });
});

describe('without rollbackOn', () => {
  test.each(SCENARIO_NAMES)('%s: nothing but GETs is sent', async name => {
    const story = findScenario(name);
    const inputs = { ...story.demo.inputs, rollbackOn: 'none' };
    const run = await told({ ...story, abort: {}, demo: { ...story.demo, inputs } });
    const others = run.transport.seen.filter(
      ({ request, url }) => request.method !== 'GET' && url.pathname.startsWith('/pop/'),
    );
    expect(others).toStrictEqual([]);
    expect(run.aborted).toStrictEqual([]);
    expect([run.outputs['rolledBack'], run.outputs['rollbackOrderId']]).toStrictEqual([undefined, undefined]);
  });
});
