import { edit, remove } from '../answer-edit.ts';
import { DEMO_APPLICATION } from '../application.ts';
import { changeOrder } from '../change-order.ts';
import { fault, gatewayError } from '../fault.ts';
import { crash, eviction, flapping, neverReady, scaling, showing } from '../incident.ts';
import type { Release } from '../release.ts';
import { DEMO_RELEASE, DEMO_REPOSITORY, PREVIOUS_RELEASE } from '../release.ts';
import type { Scenario, ScenarioParts } from '../scenario.ts';
import { scenario } from '../scenario.ts';
import { MINUTE_MS, SECOND_MS } from '../story-time.ts';
import { durationMsOf, rollout } from '../timeline.ts';

/** Short, because what happens afterwards is what is told here. */
const ROLLOUT = rollout({ batchesMs: [30 * SECOND_MS, 30 * SECOND_MS] });

/** When the rollout has succeeded. */
const END_MS = durationMsOf(ROLLOUT);

const { image: IMAGE } = DEMO_RELEASE;
const DIGEST = 'sha256:9f1b4b1d6b6d0f4f6a1f3e5c7d9b2a4c6e8f0a1b2c3d4e5f60718293a4b5c6d7';

const BY_DIGEST: Release = { image: `${DEMO_REPOSITORY}@${DIGEST}`, packageVersion: '1609939496200' };

/** The tag that says nothing of what is behind it. */
const LATEST: Release = { image: `${DEMO_REPOSITORY}:latest`, packageVersion: '1609939496200' };

const PACKAGE: Release = {
  image: 'registry-vpc.cn-beijing.aliyuncs.com/sae-generated/145341c-9708:20261122120001',
  packageVersion: '2.0.0',
  package: { type: 'FatJar', url: 'https://demo.oss-cn-beijing.aliyuncs.com/demo-app-2.0.0.jar' },
};

const OLD_PACKAGE: Release = {
  image: 'registry-vpc.cn-beijing.aliyuncs.com/sae-generated/145341c-9708:20261121093000',
  packageVersion: '1.9.0',
  package: { type: 'FatJar', url: 'https://demo.oss-cn-beijing.aliyuncs.com/demo-app-1.9.0.jar' },
};

type Story = Omit<ScenarioParts, 'demo'> & { readonly inputs: Readonly<Record<string, string>> };

/** A rollout that succeeds, and what runs then. */
function afterwards({ inputs, order, ...parts }: Story): Scenario {
  return scenario({
    ...parts,
    order: { timeline: ROLLOUT, ...order },
    demo: { inputs },
  });
}

/** Rollouts that SAE calls succeeded, and what runs after that. */
export const WHAT_RUNS = {
  proven: afterwards({
    title: 'What runs is proven, and stays so',
    summary: 'All instances are new, healthy and run the image that was deployed, for eight seconds more.',
    expect: 'succeeded',
    inputs: { expectImage: IMAGE, bake: '8s' },
  }),
  draining: afterwards({
    title: 'The old instances drain for long',
    summary: 'The order has succeeded while old instances still drain; the gate waits until they are gone.',
    expect: 'succeeded',
    order: { drainMs: 2 * MINUTE_MS },
    inputs: { verify: 'require' },
  }),
  'crash-after-success': afterwards({
    title: 'It crashes in its fourth minute',
    summary: 'All is well until an instance has run for three minutes; then it crashes, again and again.',
    expect: 'unhealthy',
    incidents: [crash(13 * SECOND_MS + 3 * MINUTE_MS)],
    inputs: { bake: '20s' },
  }),
  flapping: afterwards({
    title: 'Healthy, unhealthy, healthy',
    summary: 'After the rollout the readiness probe of an instance keeps failing for a while and recovering.',
    expect: 'unhealthy',
    incidents: [flapping(END_MS + MINUTE_MS, { unhealthyMs: 4 * MINUTE_MS, healthyMs: 30 * SECOND_MS })],
    inputs: { bake: '40s' },
  }),
  'never-all-ready': afterwards({
    title: 'Five of six get ready',
    summary: 'The order has succeeded, and one of its six instances never gets ready.',
    expect: 'unhealthy',
    incidents: neverReady(0, 5, DEMO_APPLICATION.replicas),
    inputs: { verify: 'require', verifyTimeout: '5s' },
  }),
  evicted: afterwards({
    title: 'An instance is evicted and replaced',
    summary: 'An instance is taken away after the rollout; a new one is healthy twenty seconds later.',
    expect: 'succeeded',
    incidents: [eviction(END_MS + MINUTE_MS)],
    inputs: { bake: '12s' },
  }),
  scaling: afterwards({
    title: 'It scales out and in again',
    summary: 'Autoscaling adds two instances after the rollout, with an order, and takes them away without.',
    expect: 'succeeded',
    otherOrders: [
      changeOrder({
        id: '2d2f62a1-3f0b-47c2-9f55-0d9d3f7a0001',
        createdAtMs: END_MS + 36 * SECOND_MS,
        coTypeCode: 'CoScaleOut',
        coType: 'Scale Out Application',
        source: 'autoscale',
        description: 'scale out to 8 instances',
        timeline: rollout({ batchesMs: [30 * SECOND_MS] }),
        replicas: 8,
      }),
    ],
    incidents: [scaling(END_MS + 110 * SECOND_MS, 6)],
    inputs: { bake: '14s' },
  }),
  restarted: afterwards({
    title: 'Somebody restarts it meanwhile',
    summary:
      'A restart replaces all instances after the rollout, with the same image: nothing is superseded.',
    expect: 'succeeded',
    otherOrders: [
      changeOrder({
        id: '5b7de1c9-5c58-4f0a-8a8b-3c4b1be00001',
        createdAtMs: END_MS + 36 * SECOND_MS,
        coTypeCode: 'CoRestartApplication',
        coType: 'Restart Application',
        source: 'console',
        description: '',
        timeline: ROLLOUT,
      }),
    ],
    inputs: { expectImage: IMAGE, bake: '14s' },
  }),
  superseded: afterwards({
    title: 'Somebody deploys over it',
    summary: 'While the gate still watches, another person deploys another image over this one.',
    expect: 'superseded',
    otherOrders: [
      changeOrder({
        id: '8e0c3f4a-1f6e-4f5b-9a53-77c2c1b90001',
        createdAtMs: END_MS + 36 * SECOND_MS,
        source: 'console',
        userId: 'another-user',
        description: 'hotfix by hand',
        release: { image: `${DEMO_REPOSITORY}:2.1`, packageVersion: '1609939499900' },
      }),
    ],
    inputs: { bake: '15s' },
  }),
  'in-place': afterwards({
    title: 'Updated in place',
    summary: 'The instances stay and get a new image: which of them are new cannot be proven like this.',
    expect: 'unverified',
    order: { renewal: 'in-place' },
    inputs: { verify: 'require', verifyTimeout: '5s' },
  }),
  'in-place-by-digest': afterwards({
    title: 'Updated in place, proven by digest',
    summary: 'The instances stay and get a new image, which its digest proves.',
    expect: 'succeeded',
    order: { renewal: 'in-place', release: BY_DIGEST },
    inputs: { expectImage: BY_DIGEST.image },
  }),
  'latest-twice': afterwards({
    title: 'The tag latest, deployed again',
    summary: 'The same tag before and after, with other bytes behind it: all instances are new.',
    expect: 'succeeded',
    order: { app: { ...DEMO_APPLICATION, release: LATEST }, release: LATEST },
    inputs: { expectImage: LATEST.image },
  }),
  'latest-not-replaced': afterwards({
    title: 'The tag latest, and nothing changed',
    summary: 'The order succeeds, the tag is right, and the instances are those from before.',
    expect: 'unverified',
    order: { app: { ...DEMO_APPLICATION, release: LATEST }, release: LATEST, renewal: 'none' },
    inputs: { expectImage: LATEST.image, verifyTimeout: '5s' },
  }),
  'many-pages-wrong-image': afterwards({
    title: 'The last of 45 instances is wrong',
    summary: 'Of 45 instances on three pages the very last one runs the image from before.',
    expect: 'unhealthy',
    longestPage: 20,
    order: { app: { ...DEMO_APPLICATION, replicas: 45 } },
    incidents: [showing(44, PREVIOUS_RELEASE)],
    inputs: { expectImage: IMAGE, verifyTimeout: '5s' },
  }),
  'scaled-to-none': afterwards({
    title: 'Deployed, and nothing runs',
    summary: 'The deploy succeeds, and a schedule scales the application to no instance at all.',
    expect: 'unverified',
    incidents: [scaling(END_MS, 0)],
    inputs: { verify: 'require' },
  }),
  stopped: afterwards({
    title: 'Stopped on purpose',
    summary: 'The order stops the application: what proves it is that nothing runs any more.',
    expect: 'succeeded',
    order: { coTypeCode: 'CoStopApplication', coType: 'Stop Application', description: '' },
    inputs: { verify: 'require' },
  }),
  'no-health-check': afterwards({
    title: 'Nobody checks its health',
    summary: 'The application has no health check: its instances run, and nothing says that they serve.',
    expect: 'succeeded',
    order: { app: { ...DEMO_APPLICATION, unchecked: 'WithoutHealthCheckConfig' } },
    inputs: { verify: 'require' },
  }),
  'package-version': afterwards({
    title: 'A package, proven by its version',
    summary: 'A package was deployed: SAE makes the image itself, and the version is what proves it.',
    expect: 'succeeded',
    order: { app: { ...DEMO_APPLICATION, release: OLD_PACKAGE }, release: PACKAGE },
    inputs: { expectVersion: PACKAGE.packageVersion },
  }),
  'ages-untold': afterwards({
    title: 'Nobody tells how old they are',
    summary: 'The instances come without the time of their creation: nothing says that they are new.',
    expect: 'unverified',
    edits: [edit([remove('Data.Instances.*.CreateTimeStamp')], { action: 'DescribeApplicationInstances' })],
    inputs: { verify: 'require', verifyTimeout: '5s' },
  }),
  'no-permission-to-verify': afterwards({
    title: 'RAM says no to the proof',
    summary: 'The rollout succeeds, and the credentials may not look at the instances.',
    expect: 'unverified',
    faults: [
      fault(gatewayError('NoPermission', 'You are not authorized to do sae:DescribeApplicationInstances.'), {
        action: 'DescribeApplicationInstances',
      }),
    ],
    inputs: { verify: 'require' },
  }),
} as const;
