import { describe, expect, test } from '@jest/globals';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { DIAGNOSIS_PARTS } from '../../src/diagnosis/diagnosis.ts';
import type { DiagnosisParts } from '../../src/diagnosis/diagnose.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { ApiCall } from '../../src/sae/client.ts';
import { errorAnswer } from '../support/answers.ts';
import type { TestClient } from '../support/client.ts';
import { aClient } from '../support/client.ts';
import { anOrder, APP_ID, batchesAt } from '../support/orders.ts';
import type { Reply, Script } from '../support/scripted-transport.ts';
import { answers } from '../support/scripted-transport.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';
import {
  actionOf,
  dataReply,
  FAILED_ORDER,
  GROUP_ID,
  NAMESPACE_ID,
  PIPELINE_ID,
  sickApplication,
} from './sick-application.ts';

interface Run extends TestClient {
  readonly diagnosis: Diagnosis;
  readonly calls: readonly ApiCall[];
}

async function run(script: Script, parts: Partial<DiagnosisParts> = {}, cancelAtMs?: number): Promise<Run> {
  const test = aClient(script);
  const cancel = new AbortController();
  if (cancelAtMs !== undefined) {
    test.clock.at(cancelAtMs, () => {
      cancel.abort('SIGINT');
    });
  }
  const diagnosis = await test.clock.run(
    diagnose({
      hide: text => text,
      client: test.client,
      clock: test.clock,
      cancel: cancel.signal,
      order: FAILED_ORDER,
      appId: APP_ID,
      startedWallMs: WALL_START_MS,
      withLog: false,
      ...parts,
    }),
  );
  return { ...test, diagnosis, calls: test.transport.seen.map(actionOf) };
}

const HANG: Reply = { kind: 'hang' };

/** Instances that are all well, so that those of a batch are not enough. */
const ALL_WELL = { Instances: [{ InstanceId: 'well', InstanceContainerStatus: 'Running' }] };

describe('a diagnosis', () => {
  test('reports the failing task, the unhealthy instance and the event of the failing batch', async () => {
    const { diagnosis } = await run(sickApplication());
    expect(diagnosis).toStrictEqual({
      batch: { number: 2, of: 3 },
      tasks: [
        {
          stage: 'Start instances',
          task: 'Check readiness',
          state: 'failed',
          error: 'EDAS-10022: The instance exited with code 1.',
          errorIgnored: false,
        },
      ],
      instances: [
        {
          instanceId: 'sick',
          containerStatus: 'CrashLoopBackOff',
          healthStatus: 'Unhealthy',
          unhealthyMessage: 'Back-off restarting failed container',
          restarts: 5,
          createdMs: undefined,
          imageUrl: undefined,
          packageVersion: undefined,
        },
      ],
      unhealthyCount: 1,
      events: [
        {
          reason: 'BackOff',
          message: 'Back-off restarting failed container',
          causeAnalysis: 'The container exits right after its start.',
          objectKind: 'Pod',
          objectName: 'sick',
          firstMs: WALL_START_MS - 30_000,
          lastMs: WALL_START_MS,
        },
      ],
      log: undefined,
      causes: ['crash-loop'],
      gaps: [],
    });
  });

  test('asks for what belongs together', async () => {
    const { transport } = await run(sickApplication(), { withLog: true });
    const queries = Object.fromEntries(
      transport.seen.map(seen => [actionOf(seen), Object.fromEntries(seen.url.searchParams)]),
    );
    expect(queries).toMatchObject({
      DescribePipeline: { PipelineId: PIPELINE_ID },
      DescribeApplicationGroups: { AppId: APP_ID },
      DescribeApplicationInstances: { AppId: APP_ID, GroupId: GROUP_ID, PipelineId: PIPELINE_ID },
      DescribeApplicationConfig: { AppId: APP_ID },
      ListAppEvents: { AppId: APP_ID, Namespace: NAMESPACE_ID, EventType: 'Warning' },
      DescribeInstanceLog: { InstanceId: 'sick', Previous: 'true' },
    });
    expect(transport.seen).toHaveLength(6);
  });

  test('asks at once for what does not hang on another answer', async () => {
    const slow = (seen: Parameters<Script>[0]): Reply => {
      const reply = sickApplication()(seen);
      return reply.kind === 'answer' ? { ...reply, afterMs: 1_000 } : reply;
    };
    const { transport, clock } = await run(slow, { withLog: true });
    expect(transport.timesMs).toStrictEqual([0, 0, 0, 1_000, 1_000, 2_000]);
    expect(clock.elapsedMs).toBe(3_000);
  });

  test('reports the last lines of a log only where that is wanted, of the container that crashed', async () => {
    expect((await run(sickApplication())).calls).not.toContain('DescribeInstanceLog');
    const { diagnosis } = await run(sickApplication(), { withLog: true });
    expect(diagnosis.log).toStrictEqual({
      instanceId: 'sick',
      previous: true,
      lines: ['starting', 'java.sql.SQLException: password not-a-real-password'],
    });
  });

  test('reports the log of the running container where none was before', async () => {
    const instances = { Instances: [{ InstanceId: 'x', InstanceHealthStatus: 'ReadinessUnhealthy' }] };
    const script = sickApplication({ DescribeApplicationInstances: () => dataReply(instances) });
    const { diagnosis, transport } = await run(script, { withLog: true });
    expect(diagnosis.log?.previous).toBe(false);
    const asked = transport.seen.find(seen => actionOf(seen) === 'DescribeInstanceLog');
    expect(asked?.url.searchParams.has('Previous')).toBe(false);
  });

  test('asks for no log where no instance is unhealthy', async () => {
    const script = sickApplication({ DescribeApplicationInstances: () => dataReply(ALL_WELL) });
    expect((await run(script, { withLog: true })).calls).not.toContain('DescribeInstanceLog');
  });

  test('looks at all instances where those of the batch are well', async () => {
    const script = sickApplication({
      DescribeApplicationInstances: ({ url }) =>
        dataReply(
          url.searchParams.has('PipelineId')
            ? ALL_WELL
            : { Instances: [{ InstanceId: 'elsewhere', InstanceContainerStatus: 'Error' }] },
        ),
    });
    const { diagnosis } = await run(script);
    expect(diagnosis.instances.map(({ instanceId }) => instanceId)).toStrictEqual(['elsewhere']);
  });

  test('shows few of many', async () => {
    const many = <Item>(item: (index: number) => Item): readonly Item[] =>
      Array.from({ length: 40 }, (_, index) => item(index));
    const script = sickApplication({
      DescribePipeline: () =>
        dataReply({ StageList: [{ TaskList: many(index => ({ TaskName: `t${index}`, Status: 3 })) }] }),
      DescribeApplicationInstances: () =>
        dataReply({
          Instances: many(index => ({ InstanceId: `i${index}`, InstanceContainerStatus: 'Error' })),
        }),
    });
    const { diagnosis } = await run(script);
    expect([diagnosis.tasks.length, diagnosis.instances.length, diagnosis.unhealthyCount]).toStrictEqual([
      5, 5, 40,
    ]);
  });

  test('of events since the gate began to look, where no batch reports when it began', async () => {
    const order = anOrder({ status: 3, batches: batchesAt(3) });
    const event = (LastTimestamp: string) => ({ EventType: 'Warning', Reason: LastTimestamp, LastTimestamp });
    const events = { AppEventEntity: [event('2026-11-22T04:59:30Z'), event('2026-11-22T05:00:30Z')] };
    const script = sickApplication({ ListAppEvents: () => dataReply(events) });
    const { diagnosis } = await run(script, { order });
    expect(diagnosis.events.map(({ reason }) => reason)).toStrictEqual(['2026-11-22T05:00:30Z']);
  });
});

describe('what could not be asked is a gap and hides nothing else', () => {
  const FORBIDDEN = answers(errorAnswer('NoPermission', 403, {}, 'You are not authorized.'));
  const CALLS = Object.values(DIAGNOSIS_PARTS).flat();

  test.each(CALLS)('a missing permission for %s', async call => {
    const { diagnosis } = await run(sickApplication({ [call]: () => FORBIDDEN }), { withLog: true });
    expect(diagnosis.gaps).toHaveLength(1);
    const [gap] = diagnosis.gaps;
    expect(DIAGNOSIS_PARTS[gap?.part ?? 'log']).toContain(call);
    expect(gap?.why).toMatchObject({
      kind: 'fault',
      fault: { action: call, reason: 'permission', code: 'NoPermission', requestId: 'E-4711' },
    });
    const found = [diagnosis.tasks, diagnosis.instances, diagnosis.events].filter(({ length }) => length > 0);
    expect(found).toHaveLength(gap?.part === 'log' ? 3 : 2);
  });

  test('no permission at all', async () => {
    const { diagnosis, calls } = await run(() => FORBIDDEN, { withLog: true });
    expect(diagnosis.gaps.map(({ part }) => part)).toStrictEqual(['tasks', 'instances', 'events']);
    expect(calls).toHaveLength(3);
    expect(diagnosis).toMatchObject({
      batch: { number: 2, of: 3 },
      tasks: [],
      instances: [],
      events: [],
      causes: [],
    });
  });

  test.each<[string, Partial<DiagnosisParts>, readonly (readonly [string, string])[]]>([
    ['no id of the batch', { order: anOrder({ status: 3, batches: batchesAt(3) }) }, [['tasks', 'batch']]],
    ['no batch', { order: anOrder({ status: 3 }) }, [['tasks', 'batch']]],
    [
      'no application',
      { appId: undefined },
      [
        ['instances', 'application'],
        ['events', 'application'],
      ],
    ],
  ])('%s', async (_, parts, expected) => {
    const { diagnosis } = await run(sickApplication(), parts);
    expect(
      diagnosis.gaps.map(({ part, why }) => [part, why.kind === 'not-reported' ? why.what : why.kind]),
    ).toStrictEqual(expected);
  });

  test.each<[string, ApiCall, unknown, string]>([
    ['no group', 'DescribeApplicationGroups', [], 'group'],
    ['no namespace', 'DescribeApplicationConfig', {}, 'namespace'],
    ['an empty namespace', 'DescribeApplicationConfig', { NamespaceId: '' }, 'namespace'],
  ])('%s', async (_, call, data, what) => {
    const { diagnosis } = await run(sickApplication({ [call]: () => dataReply(data) }));
    expect(diagnosis.gaps.map(({ why }) => why)).toStrictEqual([{ kind: 'not-reported', what }]);
  });

  test.each<[string, Reply]>([
    ['a reset connection', { kind: 'reset' }],
    ['an error of the gateway', answers(errorAnswer('InternalError', 500))],
    ['a throttle', answers(errorAnswer('Throttling.User', 400))],
    ['Data that is null', dataReply(null)],
    ['Data that is a number', dataReply(7)],
  ])('%s', async (_, reply) => {
    const { diagnosis } = await run(sickApplication({ DescribePipeline: () => reply }));
    expect(diagnosis.gaps).toMatchObject([{ part: 'tasks', why: { kind: 'fault' } }]);
    expect(diagnosis.instances).toHaveLength(1);
  });

  test.each([[new Error('no luck')], [undefined], ['a text'], [Object.create(null)]])(
    'a bug that throws %p',
    async thrown => {
      const script = sickApplication({ ListAppEvents: () => ({ kind: 'throw', thrown }) });
      const { diagnosis } = await run(script);
      expect(diagnosis.gaps).toMatchObject([{ part: 'events', why: { kind: 'bug' } }]);
      expect(diagnosis.tasks).toHaveLength(1);
    },
  );

  test('one group of two', async () => {
    const script = sickApplication({
      DescribeApplicationGroups: () => dataReply([{ GroupId: 'a' }, { GroupId: 'b' }]),
      DescribeApplicationInstances: seen =>
        seen.url.searchParams.get('GroupId') === 'a' ? FORBIDDEN : sickApplication()(seen),
    });
    const { diagnosis } = await run(script);
    expect(diagnosis.instances).toHaveLength(1);
    expect(diagnosis.gaps).toMatchObject([{ part: 'instances' }]);
  });
});

describe('the limits of a diagnosis', () => {
  test('ten calls are never exceeded, however many groups there are', async () => {
    const groups = Array.from({ length: 50 }, (_, index) => ({ GroupId: `g${index}` }));
    const script = sickApplication({
      DescribeApplicationGroups: () => dataReply(groups),
      DescribeApplicationInstances: ({ url }) =>
        dataReply(
          url.searchParams.has('PipelineId')
            ? ALL_WELL
            : {
                Instances: [
                  { InstanceId: 'sick', InstanceContainerStatus: 'Error', InstanceContainerRestarts: 1 },
                ],
              },
        ),
    });
    const { calls, diagnosis } = await run(script, { withLog: true });
    expect(calls.length).toBeLessThanOrEqual(10);
    expect(calls).toHaveLength(9);
    expect(diagnosis.gaps).toStrictEqual([]);
  });

  test.each<[string, Reply]>([
    ['hang', HANG],
    ['do not even heed an abort', { kind: 'deaf' }],
  ])('15 s are never exceeded when all calls %s', async (_, reply) => {
    const { clock, diagnosis } = await run(() => reply, { withLog: true });
    expect(clock.elapsedMs).toBeLessThanOrEqual(15_000);
    expect(diagnosis.gaps.map(({ part }) => part)).toStrictEqual(['tasks', 'instances', 'events']);
  });

  test('what came before the time ran out counts', async () => {
    const script = sickApplication({
      DescribeApplicationGroups: () => dataReply([{ GroupId: GROUP_ID }], 9_000),
      DescribeApplicationInstances: () => HANG,
      ListAppEvents: () => HANG,
    });
    const { clock, diagnosis } = await run(script);
    expect(clock.elapsedMs).toBe(15_000);
    expect(diagnosis.tasks).toHaveLength(1);
    expect(diagnosis.gaps).toMatchObject([
      { part: 'instances', why: { kind: 'ran-out' } },
      { part: 'events', why: { kind: 'fault', fault: { reason: 'no-answer' } } },
    ]);
  });

  test('nothing that comes late changes it', async () => {
    const late = sickApplication({
      DescribePipeline: () => ({ kind: 'deaf' }),
      DescribeApplicationConfig: () => dataReply({ NamespaceId: NAMESPACE_ID }, 9_990),
      ListAppEvents: () => dataReply({ AppEventEntity: [] }, 9_000),
    });
    const { clock, diagnosis } = await run(late);
    const told = JSON.stringify(diagnosis);
    await clock.run(clock.sleep(60_000));
    expect(JSON.stringify(diagnosis)).toBe(told);
  });
});

describe('a cancel', () => {
  test('ends it at once, with what is known so far', async () => {
    const script = sickApplication({ DescribeApplicationGroups: () => HANG, ListAppEvents: () => HANG });
    const { clock, diagnosis } = await run(script, {}, 2_000);
    expect(clock.elapsedMs).toBe(2_000);
    expect(diagnosis.tasks).toHaveLength(1);
    expect(diagnosis.gaps.map(({ part, why }) => [part, why.kind])).toStrictEqual([
      ['instances', 'ran-out'],
      ['events', 'ran-out'],
    ]);
  });

  test('that came before keeps every call from being made', async () => {
    const { calls, diagnosis } = await run(sickApplication(), { cancel: AbortSignal.abort('SIGINT') });
    expect(calls).toStrictEqual([]);
    expect(diagnosis.tasks).toStrictEqual([]);
  });
});
