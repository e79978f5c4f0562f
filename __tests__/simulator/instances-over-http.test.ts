import { describe, expect, test } from '@jest/globals';
import { edit, remove, set } from '../../testbed/simulator/answer-edit.ts';
import { DEMO_APPLICATION } from '../../testbed/simulator/application.ts';
import { DEMO_ORDER_ID, changeOrder } from '../../testbed/simulator/change-order.ts';
import { fault, gatewayError } from '../../testbed/simulator/fault.ts';
import { crash, eviction } from '../../testbed/simulator/incident.ts';
import { standingAt } from '../../testbed/simulator/pace.ts';
import type { Scenario, ScenarioParts } from '../../testbed/simulator/scenario.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { END_MS, FIRST_BATCH_MS, TWO_BATCHES } from './fleet.ts';
import { DESCRIBE, LIST, call } from './signed-fetch.ts';
import { withSimulator } from './with-simulator.ts';

const APP = '/pop/v1/sam/app';
const STATUS = `${APP}/describeApplicationStatus`;
const GROUPS = `${APP}/describeApplicationGroups`;
const INSTANCES = `${APP}/describeApplicationInstances`;
const AppId = DEMO_APPLICATION.id;
const GroupId = DEMO_APPLICATION.groupId;

type Fields = Readonly<Record<string, unknown>>;

interface InstancePage {
  readonly CurrentPage: number;
  readonly PageSize: number;
  readonly TotalSize: number;
  readonly Instances: readonly Fields[];
}

async function data<Shape = Fields>(
  simulator: Simulator,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<Shape> {
  return ((await (await call(simulator, path, query)).json()) as { readonly Data: Shape }).Data;
}

/** Asks a world whose story stands still at this moment. */
async function standing(
  world: ScenarioName | Scenario,
  storyMs: number,
  body: (simulator: Simulator) => Promise<void>,
): Promise<void> {
  await withSimulator({ scenario: world, pace: standingAt(storyMs) }, body);
}

function afterRollout({ order, ...parts }: ScenarioParts = {}): Scenario {
  return scenario({ ...parts, order: { timeline: TWO_BATCHES, ...order } });
}

describe('the instances over HTTP', () => {
  test('come with all that a proof needs, times no earlier than their batch', async () => {
    await standing(afterRollout(), END_MS, async simulator => {
      const { Instances } = await data<InstancePage>(simulator, INSTANCES, { AppId, GroupId });
      const order = await data<{ Pipelines: { StartTime: number }[] }>(simulator, DESCRIBE, {
        ChangeOrderId: DEMO_ORDER_ID,
      });
      const startTime = order.Pipelines[0]?.StartTime ?? 0;
      expect(Instances).toHaveLength(6);
      for (const instance of Instances) {
        expect(instance).toMatchObject({
          GroupId,
          InstanceContainerStatus: 'Running',
          InstanceHealthStatus: 'Healthy',
          InstanceContainerRestarts: 0,
          PackageVersion: '1609939496200',
          ImageUrl: 'registry-vpc.cn-beijing.aliyuncs.com/demo/nginx:2.0',
        });
        expect(instance['CreateTimeStamp']).toBeGreaterThanOrEqual(startTime);
        expect(instance['FinishTimeStamp']).toBeGreaterThan(instance['CreateTimeStamp'] as number);
        expect(instance['Timestamp']).toBeGreaterThan(instance['FinishTimeStamp'] as number);
      }
    });
  });

  test('of before the rollout are older than it, and have another image and version', async () => {
    await standing(afterRollout(), 0, async simulator => {
      const { Instances } = await data<InstancePage>(simulator, INSTANCES, { AppId, GroupId });
      for (const instance of Instances) {
        expect(instance['CreateTimeStamp']).toBeLessThan(Date.now() - 3_600_000);
        expect(instance['PackageVersion']).not.toBe('1609939496200');
        expect(instance['ImageUrl']).toMatch(/nginx:1\.9$/);
      }
    });
  });

  test('whose creation is not complete have no time of its end', async () => {
    await standing(afterRollout(), FIRST_BATCH_MS + 3_000, async simulator => {
      const query = { AppId, GroupId, PageSize: '100' };
      const { Instances } = await data<InstancePage>(simulator, INSTANCES, query);
      const starting = Instances.filter(one => one['InstanceContainerStatus'] === 'PodInitializing');
      expect(starting.length).toBeGreaterThan(0);
      expect(starting.every(one => !('FinishTimeStamp' in one))).toBe(true);
      expect(Instances.map(one => one['InstanceContainerStatus'])).toContain('Terminating');
    });
  });

  test('come on pages no longer than the server likes, and the last one holds the wrong one', async () => {
    await standing('many-pages-wrong-image', END_MS, async simulator => {
      const pages = await Promise.all(
        ['1', '2', '3', '4'].map(CurrentPage =>
          data<InstancePage>(simulator, INSTANCES, { AppId, GroupId, CurrentPage, PageSize: '100' }),
        ),
      );
      expect(pages.map(page => page.Instances.length)).toStrictEqual([20, 20, 5, 0]);
      expect(pages.map(page => [page.CurrentPage, page.PageSize, page.TotalSize])).toStrictEqual(
        [1, 2, 3, 4].map(number => [number, 20, 45]),
      );
      const all = pages.flatMap(page => page.Instances);
      expect(new Set(all.map(one => one['InstanceId'])).size).toBe(45);
      const wrong = all.map(one => String(one['ImageUrl']).endsWith(':2.0')).indexOf(false);
      expect(wrong).toBe(44);
    });
  });

  test('can be reversed, and one of them asked for by its id', async () => {
    await standing(afterRollout(), END_MS, async simulator => {
      const query = { AppId, GroupId };
      const idsOf = ({ Instances }: InstancePage): unknown[] => Instances.map(one => one['InstanceId']);
      const ids = idsOf(await data<InstancePage>(simulator, INSTANCES, query));
      const reversed = await data<InstancePage>(simulator, INSTANCES, { ...query, Reverse: 'true' });
      expect(idsOf(reversed)).toStrictEqual(ids.toReversed());
      const one = await data<InstancePage>(simulator, INSTANCES, { ...query, InstanceId: String(ids[2]) });
      expect(idsOf(one)).toStrictEqual([ids[2]]);
    });
  });

  test('narrow to the batch that made them', async () => {
    await standing(afterRollout({ order: { drainMs: 600_000 } }), END_MS, async simulator => {
      const order = await data<{ Pipelines: { PipelineId: string }[] }>(simulator, DESCRIBE, {
        ChangeOrderId: DEMO_ORDER_ID,
      });
      const PipelineId = order.Pipelines[1]?.PipelineId ?? '';
      const page = await data<InstancePage>(simulator, INSTANCES, { AppId, GroupId, PipelineId });
      expect(page.Instances.map(one => one['InstanceContainerStatus'])).toStrictEqual([
        'Running',
        'Running',
        'Running',
      ]);
    });
  });

  test('of each group stand on their own', async () => {
    const otherGroups = [{ id: 'second-group', name: 'second', replicas: 2 }];
    const world = afterRollout({ order: { app: { ...DEMO_APPLICATION, otherGroups } } });
    await standing(world, END_MS, async simulator => {
      const groups = await data<readonly Fields[]>(simulator, GROUPS, { AppId });
      expect(groups).toMatchObject([
        { GroupId, GroupName: '_DEFAULT_GROUP', Replicas: 6, RunningInstances: 6 },
        { GroupId: 'second-group', GroupName: 'second', Replicas: 2, RunningInstances: 2 },
      ]);
      const inSecond = { AppId, GroupId: 'second-group' };
      const { TotalSize } = await data<InstancePage>(simulator, INSTANCES, inSecond);
      expect(TotalSize).toBe(2);
      const pages = await Promise.all(
        ['1', '2', '3'].map(CurrentPage =>
          data<readonly Fields[]>(simulator, GROUPS, { AppId, CurrentPage, PageSize: '1' }),
        ),
      );
      expect(pages.map(page => page.map(group => group['GroupId']))).toStrictEqual([
        [GroupId],
        ['second-group'],
        [],
      ]);
    });
  });

  test('may lack any field, and each call may be forbidden on its own', async () => {
    const world = afterRollout({
      edits: [
        edit([remove('Data.Instances.*.CreateTimeStamp'), remove('Data.TotalSize')], {
          action: 'DescribeApplicationInstances',
        }),
        edit([remove('Data.*.Replicas')], { action: 'DescribeApplicationGroups' }),
      ],
      faults: [fault(gatewayError('NoPermission'), { action: 'DescribeApplicationStatus' })],
    });
    await standing(world, END_MS, async simulator => {
      const page = await data<InstancePage>(simulator, INSTANCES, { AppId, GroupId });
      expect(page.Instances).toHaveLength(6);
      expect(page.Instances.some(one => 'CreateTimeStamp' in one)).toBe(false);
      expect('TotalSize' in page).toBe(false);
      const [group = {}] = await data<readonly Fields[]>(simulator, GROUPS, { AppId });
      expect('Replicas' in group).toBe(false);
      expect((await call(simulator, STATUS, { AppId })).status).toBe(403);
    });
  });

  test('made from a package say so, with the version and the image that SAE made', async () => {
    await standing('package-version', END_MS, async simulator => {
      const [group] = await data<readonly Fields[]>(simulator, GROUPS, { AppId });
      expect(group).toMatchObject({ PackageType: 'FatJar', PackageVersion: '2.0.0' });
      expect(group?.['PackageUrl']).toMatch(/2\.0\.0\.jar$/);
      const { Instances } = await data<InstancePage>(simulator, INSTANCES, { AppId, GroupId });
      expect(new Set(Instances.map(one => one['PackageVersion']))).toStrictEqual(new Set(['2.0.0']));
      expect(Instances[0]?.['ImageUrl']).toMatch(/sae-generated/);
    });
  });

  test('that crash or are evicted leave a warning and a log', async () => {
    const world = afterRollout({ incidents: [crash(END_MS), eviction(END_MS, { place: 1 })] });
    await standing(world, END_MS + 6_000, async simulator => {
      const query = { AppId, Namespace: DEMO_APPLICATION.namespaceId, EventType: 'Warning' };
      const { AppEventEntity } = await data<{ AppEventEntity: readonly Fields[] }>(
        simulator,
        `${APP}/listAppEvents`,
        query,
      );
      expect(AppEventEntity.map(event => event['Reason'])).toStrictEqual(['BackOff', 'Evicted']);
      const InstanceId = String(AppEventEntity[0]?.['ObjectName']);
      const log = '/pop/v1/sam/instance/describeInstanceLog';
      expect(await data(simulator, log, { InstanceId, Previous: 'true' })).toContain('SQLException');
    });
  });
});

describe('the status of the application', () => {
  const stop = changeOrder({
    id: 'stop',
    createdAtMs: END_MS + 10_000,
    coTypeCode: 'CoStopApplication',
    timeline: TWO_BATCHES,
    userId: 'another-user',
  });
  const world = afterRollout({ otherOrders: [stop] });

  test.each([
    [
      'while the rollout runs',
      FIRST_BATCH_MS,
      { CurrentStatus: 'RUNNING', LastChangeOrderId: DEMO_ORDER_ID, LastChangeOrderRunning: true },
    ],
    [
      'after the rollout',
      END_MS,
      {
        CurrentStatus: 'RUNNING',
        LastChangeOrderId: DEMO_ORDER_ID,
        LastChangeOrderRunning: false,
        LastChangeOrderStatus: 'SUCCESS',
        SubStatus: 'NORMAL',
        RunningInstances: 6,
      },
    ],
    [
      'as a newer order has been made',
      END_MS + 10_000,
      { CurrentStatus: 'RUNNING', LastChangeOrderId: 'stop', LastChangeOrderStatus: 'READY' },
    ],
    [
      'after the newer order',
      2 * END_MS + 10_000,
      { CurrentStatus: 'STOPPED', LastChangeOrderId: 'stop', RunningInstances: 0 },
    ],
  ])('%s', async (_, storyMs, expected) => {
    await standing(world, storyMs, async simulator => {
      expect(await data(simulator, STATUS, { AppId })).toMatchObject(expected);
    });
  });

  test('names a waiting approval as what it is', async () => {
    const approved = afterRollout({
      order: { timeline: { batchCount: 1, phases: [{ durationMs: 1, status: 11 }] } },
    });
    await standing(approved, 0, async simulator => {
      expect(await data(simulator, STATUS, { AppId })).toMatchObject({
        LastChangeOrderStatus: 'WAIT_APPROVAL',
      });
    });
  });

  test('tells no last order where it has expired, and nobody else knows it either', async () => {
    const forgetting = afterRollout({ order: { expiresAtMs: END_MS + 10 } });
    const told = async (storyMs: number): Promise<unknown[]> => {
      const seen: unknown[] = [];
      await standing(forgetting, storyMs, async simulator => {
        const status = await data(simulator, STATUS, { AppId });
        const list = await data(simulator, LIST, { AppId });
        const { status: httpStatus } = await call(simulator, DESCRIBE, { ChangeOrderId: DEMO_ORDER_ID });
        seen.push(status['LastChangeOrderId'], status['RunningInstances'], list['TotalSize'], httpStatus);
      });
      return seen;
    };
    expect(await told(END_MS + 9)).toStrictEqual([DEMO_ORDER_ID, 6, 1, 200]);
    expect(await told(END_MS + 10)).toStrictEqual(['', 6, 0, 400]);
  });

  test('may have an empty last order while the list has it', async () => {
    const edits = [edit([set('Data.LastChangeOrderId', '')], { action: 'DescribeApplicationStatus' })];
    await standing(afterRollout({ edits }), END_MS, async simulator => {
      expect(await data(simulator, STATUS, { AppId })).toMatchObject({ LastChangeOrderId: '' });
      expect(await data(simulator, LIST, { AppId })).toMatchObject({ TotalSize: 1 });
    });
  });

  test('goes with a list that says who made which order', async () => {
    await standing(world, 2 * END_MS, async simulator => {
      const { ChangeOrderList } = await data<{ ChangeOrderList: readonly Fields[] }>(simulator, LIST, {
        AppId,
      });
      const makers = ChangeOrderList.map(one => [one['ChangeOrderId'], one['CreateUserId'], one['UserId']]);
      expect(makers.toSorted()).toStrictEqual([
        [DEMO_ORDER_ID, 'sae-beta-test', 'sae-beta-test'],
        ['stop', 'another-user', 'another-user'],
      ]);
    });
  });
});
