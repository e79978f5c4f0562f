import type { Running, TargetEnding } from '../../src/endings/ending.ts';
import type { Instance } from '../../src/rollout/application.ts';
import type { ListedOrder } from '../../src/rollout/change-order.ts';
import type { Verification } from '../../src/verification/running-now.ts';
import { runningNow } from '../../src/verification/running-now.ts';
import { aDiagnosis, aFailingTask, anEvent, anInstance } from '../diagnosis/samples.ts';
import { aBatch, aFault, APP_ID } from './orders.ts';
import { anOutcomeOf, ENDED_WALL_MS } from './outcomes.ts';

/** How what runs was seen to be, and how that was told: what the proof over time makes of it is its own affair. */
export interface VerifiedStory {
  readonly name: string;
  readonly view: TargetEnding | Running;
}

const BEGAN_MS = ENDED_WALL_MS - 90_000;
const REGISTRY = 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop';

/** An instance of this rollout, or of the one before. */
export function instance(number: number, tag: '2.0' | '1.9', parts: Partial<Instance> = {}): Instance {
  return anInstance({
    instanceId: `shop-145341c-${tag === '2.0' ? '7d9f6c5b8' : '6b8c4d7f9'}-x${number}k2v`,
    createdMs: tag === '2.0' ? BEGAN_MS + number * 10_000 : BEGAN_MS - 3_600_000,
    imageUrl: `${REGISTRY}:${tag}`,
    ...parts,
  });
}

/** What runs, as a round showed it, of so many that should. */
export function verification(
  instances: readonly Instance[],
  parts: Partial<Verification> = {},
  supersededBy?: ListedOrder,
): Verification {
  const groups = [{ groupId: 'g', replicas: 3, instances }];
  const last = supersededBy && ({ kind: 'superseded', order: supersededBy } as const);
  const running = runningNow({ groups, last }, { beganMs: BEGAN_MS, atMs: ENDED_WALL_MS, partly: false });
  return { mode: 'require', verified: false, running, bakedMs: undefined, bakeMs: undefined, ...parts };
}

function batchesAt(...statuses: readonly number[]) {
  return statuses.map((status, index) => {
    const startMs = BEGAN_MS + index * 25_000;
    return status === 0 ? aBatch({ status }) : aBatch({ status, startMs, updateMs: startMs + 20_000 });
  });
}

const SUCCEEDED = {
  status: 2,
  subStatus: 0,
  appId: APP_ID,
  appName: 'shop',
  coTypeCode: 'CoDeploy',
  batchCount: 3,
};

function ending(parts: Partial<TargetEnding>, statuses: readonly number[] = [2, 2, 2]): TargetEnding {
  const status = statuses.includes(3) ? 3 : 2;
  return anOutcomeOf({ ...SUCCEEDED, status, batches: batchesAt(...statuses) }, parts);
}

export const NEWER: ListedOrder = {
  changeOrderId: '76fa5c0-9ebb-4bb4-b383-1f8854470999',
  appId: APP_ID,
  coTypeCode: 'CoDeploy',
  description: 'hotfix: payment',
  status: 1,
  createdMs: ENDED_WALL_MS - 20_000,
};

const CRASHING: Partial<Instance> = {
  containerStatus: 'CrashLoopBackOff',
  healthStatus: 'Unhealthy',
  unhealthyMessage: 'Back-off 40s restarting failed container',
  restarts: 3,
};

const REFUSED: Partial<Instance> = {
  healthStatus: 'ReadinessUnhealthy',
  unhealthyMessage:
    'Readiness probe failed: Get "http://10.0.4.17:8080/ready": dial tcp 10.0.4.17:8080: connect: connection refused',
};

const [ONE, TWO, THREE] = [instance(1, '2.0'), instance(2, '2.0'), instance(3, '2.0')];
const HEALTHY = [ONE, TWO, THREE];
const [SICK, DEAF] = [instance(3, '2.0', CRASHING), instance(2, '2.0', REFUSED)];

export const VERIFIED_STORIES: readonly VerifiedStory[] = [
  {
    name: 'verified',
    view: ending({
      verification: verification(HEALTHY, { verified: true, bakedMs: 600_000, bakeMs: 600_000 }),
    }),
  },
  {
    name: 'shown-unchecked',
    view: ending({
      verification: verification(
        HEALTHY.map(one => ({ ...one, healthStatus: 'WithoutHealthCheckConfig' })),
        { mode: 'show', verified: undefined },
      ),
    }),
  },
  {
    name: 'unhealthy',
    view: ending({
      verdict: 'unhealthy',
      cause: {
        kind: 'not-settled',
        lastedMs: 300_000,
        shortfalls: [
          { kind: 'not-running', instance: SICK },
          { kind: 'too-few', ready: 2, wanted: 3 },
        ],
      },
      verification: verification([ONE, TWO, SICK]),
      diagnosis: aDiagnosis({
        instances: [SICK],
        unhealthyCount: 1,
        causes: ['crash-loop'],
        events: [
          anEvent({
            reason: 'BackOff',
            message: 'Back-off restarting failed container',
            lastMs: ENDED_WALL_MS,
          }),
        ],
      }),
    }),
  },
  {
    name: 'broke-while-baking',
    view: ending({
      verdict: 'unhealthy',
      cause: {
        kind: 'broken',
        bakedMs: 211_000,
        how: { kind: 'restarted', instance: { ...TWO, restarts: 1 }, before: 0 },
      },
      verification: verification([ONE, { ...TWO, restarts: 1 }, THREE], {
        bakedMs: 211_000,
        bakeMs: 600_000,
      }),
    }),
  },
  {
    name: 'superseded',
    view: ending({
      verdict: 'superseded',
      cause: { kind: 'superseded', order: NEWER },
      verification: verification([ONE, TWO, instance(4, '1.9')], {}, NEWER),
    }),
  },
  {
    name: 'unverified',
    view: ending({
      verdict: 'unverified',
      cause: {
        kind: 'proof-unreadable',
        lastedMs: 0,
        fault: aFault({
          reason: 'permission',
          action: 'DescribeApplicationInstances',
          code: 'NoPermission',
          httpStatus: 403,
          requestId: 'E-4711',
        }),
      },
      verification: { ...verification([]), running: undefined },
    }),
  },
  {
    name: 'failed-and-what-runs',
    view: ending(
      {
        verdict: 'failed',
        cause: { kind: 'ended-badly', how: 'failed' },
        verification: verification([instance(1, '2.0'), DEAF, instance(5, '1.9')], {
          mode: 'show',
          verified: undefined,
        }),
        diagnosis: aDiagnosis({
          batch: { number: 2, of: 3 },
          tasks: [aFailingTask({ error: 'EDAS-10022 应用启动时 READINESS 检查失败' })],
          instances: [DEAF],
          unhealthyCount: 1,
          causes: ['port', 'readiness-probe'],
        }),
      },
      [2, 3, 0],
    ),
  },
  {
    name: 'verifying',
    view: going('verifying', 20_000, 300_000, [ONE, TWO, { ...THREE, healthStatus: 'NotCheckedYet' }]),
  },
  { name: 'baking', view: going('baking', 200_000, 600_000, HEALTHY) },
];

function going(
  kind: 'verifying' | 'baking',
  lastedMs: number,
  ofMs: number,
  instances: readonly Instance[],
): Running {
  const { subject, progress, startedMs, waitedMs, endedWallMs } = ending({});
  const { running } = verification(instances);
  const verifying = { kind, lastedMs, ofMs, running };
  return { verdict: undefined, subject, progress, startedMs, waitedMs, endedWallMs, verifying };
}
