import { describe, expect, test } from '@jest/globals';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import { changeOrder } from '../../testbed/simulator/change-order.ts';
import { fault, gatewayError } from '../../testbed/simulator/fault.ts';
import { instancesAt } from '../../testbed/simulator/instances.ts';
import { describePipeline } from '../../testbed/simulator/pipeline-data.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { rollout } from '../../testbed/simulator/timeline.ts';
import { IMAGE_PULL_FAILS, READINESS_FAILS } from '../../testbed/simulator/troubles.ts';
import { DESCRIBE, call } from './signed-fetch.ts';
import { ManualClock, withSimulator } from './with-simulator.ts';

const APP = '/pop/v1/sam/app';
const PIPELINE = '/pop/v1/sam/changeorder/DescribePipeline';
const LOG = '/pop/v1/sam/instance/describeInstanceLog';
const AppId = DEMO_APPLICATION.id;
const GroupId = DEMO_APPLICATION.groupId;
const Namespace = DEMO_APPLICATION.namespaceId;

interface Instance {
  readonly InstanceId: string;
  readonly InstanceContainerStatus: string;
  readonly InstanceHealthStatus: string;
  readonly UnhealthyMessage: string;
  readonly InstanceContainerRestarts: number;
}

interface Task {
  readonly TaskName: string;
  readonly Status: number;
  readonly ErrorCode?: string;
  readonly ErrorMessage?: string;
}

interface Pipeline {
  readonly PipelineStatus: number;
  readonly CurrentStageId: string;
  readonly NextPipelineId: string;
  readonly ShowBatch: boolean;
  readonly StageList: readonly {
    readonly StageId: string;
    readonly Status: number;
    readonly TaskList: readonly Task[];
  }[];
}

interface Event {
  readonly EventType: string;
  readonly Reason: string;
  readonly ObjectName: string;
  readonly CauseAnalysis: string;
}

async function data<Shape>(
  simulator: Simulator,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<Shape> {
  return ((await (await call(simulator, path, query)).json()) as { readonly Data: Shape }).Data;
}

/** The scenario at its end: the clock stands an hour after its start. */
async function atTheEnd(name: ScenarioName, body: (simulator: Simulator) => Promise<void>): Promise<void> {
  const clock = new ManualClock(Date.now());
  // Requests carry the true time: the clock starts an hour back, so that its end is now.
  const options = { scenario: name, nowMs: () => clock.nowMs() - 3_600_000 };
  await withSimulator(options, async simulator => {
    clock.advance(3_600_000);
    await body(simulator);
  });
}

async function pipelineOf(simulator: Simulator, batch: number): Promise<Pipeline> {
  const order = await data<{ readonly Pipelines: readonly { readonly PipelineId: string }[] }>(
    simulator,
    DESCRIBE,
    {
      ChangeOrderId: simulator.scenario.orders[0]?.id ?? '',
    },
  );
  return data<Pipeline>(simulator, PIPELINE, { PipelineId: order.Pipelines[batch - 1]?.PipelineId ?? '' });
}

describe('the diagnostic calls', () => {
  test('tell of a failed batch which task failed and why, with the link that SAE has there', async () => {
    await atTheEnd('failed-batch', async simulator => {
      const pipeline = await pipelineOf(simulator, 2);
      expect(pipeline.PipelineStatus).toBe(3);
      expect(pipeline.StageList.map(stage => stage.Status)).toStrictEqual([2, 3]);
      const failing = pipeline.StageList.find(stage => stage.StageId === pipeline.CurrentStageId);
      expect(failing?.TaskList).toMatchObject([
        { TaskName: 'Create instances', Status: 2 },
        { TaskName: 'Check readiness', Status: 3, ErrorCode: 'EDAS-10022' },
      ]);
      expect(failing?.TaskList[1]?.ErrorMessage).toMatch(
        /<a target='_blank' href='https:.*READINESS 检查失败<\/a>/,
      );
      expect((await pipelineOf(simulator, 1)).StageList.map(stage => stage.Status)).toStrictEqual([2, 2]);
      expect((await pipelineOf(simulator, 3)).StageList.map(stage => stage.Status)).toStrictEqual([0, 0]);
    });
  });

  test('lead from the application over its group to the unhealthy instances of the batch', async () => {
    await atTheEnd('failed-batch', async simulator => {
      const groups = await data<{ GroupId: string; Replicas: number }[]>(
        simulator,
        `${APP}/describeApplicationGroups`,
        { AppId },
      );
      expect(groups).toMatchObject([{ GroupName: '_DEFAULT_GROUP', GroupId, Replicas: 6 }]);
      const { Instances } = await data<{ Instances: Instance[] }>(
        simulator,
        `${APP}/describeApplicationInstances`,
        { AppId, GroupId },
      );
      const health = Instances.map(instance => instance.InstanceHealthStatus);
      expect(health).toStrictEqual([
        'Healthy',
        'Healthy',
        'ReadinessUnhealthy',
        'ReadinessUnhealthy',
        'Healthy',
        'Healthy',
      ]);
      expect(Instances[2]?.UnhealthyMessage).toContain('Readiness probe failed');
      expect(new Set(Instances.map(instance => instance.InstanceId)).size).toBe(6);
    });
  });

  test('can be asked for the instances of one batch, page by page', async () => {
    await atTheEnd('image-pull', async simulator => {
      const query = { AppId, GroupId, PipelineId: '', PageSize: '1' };
      const order = simulator.scenario.orders[0] ?? changeOrder();
      const first = instancesAt(order, 3_600_000)[0];
      const path = `${APP}/describeApplicationInstances`;
      const pages = await Promise.all(
        ['1', '2', '3'].map(CurrentPage =>
          data<{ Instances: Instance[]; TotalSize: number }>(simulator, path, {
            ...query,
            PipelineId: first?.pipelineId ?? '',
            CurrentPage,
          }),
        ),
      );
      expect(pages.map(page => page.TotalSize)).toStrictEqual([2, 2, 2]);
      expect(
        pages.flatMap(page => page.Instances.map(instance => instance.InstanceContainerStatus)),
      ).toStrictEqual(['ImagePullBackOff', 'ErrImagePull']);
    });
  });

  test('list the warnings with the cause that SAE guesses, Chinese too', async () => {
    await atTheEnd('image-pull', async simulator => {
      const query = { AppId, Namespace, EventType: 'Warning' };
      const path = `${APP}/listAppEvents`;
      const { AppEventEntity: events } = await data<{ AppEventEntity: Event[] }>(simulator, path, query);
      expect(events.map(event => event.Reason)).toStrictEqual(['Failed', 'BackOff']);
      expect(events[0]?.CauseAnalysis).toContain('镜像拉取失败');
      const ofReason = await data<{ AppEventEntity: Event[] }>(simulator, path, { ...query, Reason: 'Back' });
      expect(ofReason.AppEventEntity).toHaveLength(1);
      const elsewhere = await data<{ AppEventEntity: Event[] }>(simulator, path, {
        ...query,
        Namespace: 'cn-beijing:another',
      });
      expect(elsewhere.AppEventEntity).toHaveLength(0);
    });
  });

  test('give the namespace that the events want', async () => {
    await atTheEnd('success', async simulator => {
      const config = await data<object>(simulator, `${APP}/describeApplicationConfig`, { AppId });
      expect(config).toMatchObject({ AppId, NamespaceId: Namespace, RegionId: 'cn-beijing' });
    });
  });

  test('show the log of a crashing instance, and of the container before', async () => {
    await atTheEnd('crash-loop', async simulator => {
      const path = `${APP}/describeApplicationInstances`;
      const { Instances } = await data<{ Instances: Instance[] }>(simulator, path, { AppId, GroupId });
      const { InstanceId = '', InstanceContainerRestarts } = Instances[0] ?? {};
      expect(InstanceContainerRestarts).toBe(5);
      expect(await data(simulator, LOG, { InstanceId })).not.toContain('SQLException');
      expect(await data(simulator, LOG, { InstanceId, Previous: 'true' })).toContain('SQLException');
      expect(await data(simulator, LOG, { InstanceId: Instances[5]?.InstanceId ?? '' })).toBe('hello\nsae\n');
    });
  });

  test.each<[ScenarioName, object]>([
    ['success', { LastChangeOrderRunning: false, LastChangeOrderStatus: 'SUCCESS', RunningInstances: 6 }],
    ['stuck', { LastChangeOrderRunning: true, LastChangeOrderStatus: 'RUNNING', RunningInstances: 4 }],
    [
      'needs-rollback',
      { LastChangeOrderRunning: true, SubStatus: 'RUNNING_BUT_HAS_ERROR', RunningInstances: 4 },
    ],
    ['system-error', { LastChangeOrderRunning: false, LastChangeOrderStatus: 'SYSTEM_FAIL' }],
  ])('tell the status of the application in %s', async (name, expected) => {
    await atTheEnd(name, async simulator => {
      const status = await data<object>(simulator, `${APP}/describeApplicationStatus`, { AppId });
      expect(status).toMatchObject({ LastChangeOrderId: simulator.scenario.orders[0]?.id, ...expected });
    });
  });

  test.each([
    ['InvalidParameter.NotEmpty', `${APP}/describeApplicationStatus`, {}],
    ['InvalidParameter.NotEmpty', `${APP}/describeApplicationInstances`, { AppId }],
    ['InvalidParameter.NotEmpty', `${APP}/listAppEvents`, { AppId }],
    ['InvalidParameter.NotEmpty', PIPELINE, {}],
    ['InvalidParameter.NotEmpty', LOG, {}],
    ['InvalidParameter.Obviously', `${APP}/listAppEvents`, { AppId, Namespace, PageSize: '-1' }],
    ['InvalidAppId.NotFound', `${APP}/describeApplicationGroups`, { AppId: 'no-such-app' }],
    ['InvalidPipeline.NotFound', PIPELINE, { PipelineId: 'no-such-batch' }],
    ['InvalidInstance.NotFound', LOG, { InstanceId: 'no-such-instance' }],
  ])('answer %s to %s %p', async (code, path, query) => {
    await withSimulator({ scenario: 'failed-batch' }, async simulator => {
      expect(await (await call(simulator, path, query)).json()).toMatchObject({ Code: code });
    });
  });

  test('can each be forbidden on its own', async () => {
    const faults = [fault(gatewayError('NoPermission'), { action: 'ListAppEvents' })];
    await withSimulator({ scenario: scenario({ faults }) }, async simulator => {
      const statuses = await Promise.all([
        call(simulator, `${APP}/listAppEvents`, { AppId, Namespace }),
        call(simulator, `${APP}/describeApplicationGroups`, { AppId }),
      ]);
      expect(statuses.map(({ status }) => status)).toStrictEqual([403, 200]);
    });
  });
});

describe('a batch while it runs', () => {
  const timeline = rollout({
    prepareMs: 0,
    batchesMs: [100, 100],
    pause: { kind: 'manual', durationMs: 100 },
    ending: { inBatch: 2, status: 3, batchStatus: 3 },
  });
  const order = changeOrder({ timeline, trouble: IMAGE_PULL_FAILS });

  function tasksAt(batch: number, storyMs: number): string {
    const pipeline = describePipeline(order, batch, storyMs) as Pipeline;
    return pipeline.StageList.map(stage => stage.TaskList.map(task => task.Status).join('')).join(' ');
  }

  test.each([
    [1, 50, '22 10'],
    [1, 150, '22 22'],
    [2, 150, '00 00'],
    [2, 250, '22 10'],
    [2, 350, '22 30'],
  ])('has the tasks of batch %d after %d ms at %s', (batch, storyMs, expected) => {
    expect(tasksAt(batch, storyMs)).toBe(expected);
  });

  test('names its successor, and offers itself where a person must release it', () => {
    const [first, second] = [1, 2].map(batch => describePipeline(order, batch, 150) as Pipeline);
    expect([first?.ShowBatch, second?.ShowBatch]).toStrictEqual([false, true]);
    expect(first?.NextPipelineId).toMatch(/^[0-9a-f-]{36}$/);
    expect(second?.NextPipelineId).toBe('');
  });

  test('shows its trouble on its own instances only, from its beginning on', () => {
    const troubled = (storyMs: number): number[] =>
      instancesAt(changeOrder({ timeline, trouble: READINESS_FAILS }), storyMs)
        .filter(({ trouble }) => trouble)
        .map(({ number }) => number);
    expect([50, 150, 250, 350].map(troubled)).toStrictEqual([[], [], [3, 4, 5], [3, 4, 5]]);
  });
});
