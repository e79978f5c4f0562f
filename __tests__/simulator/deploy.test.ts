import { describe, expect, test } from '@jest/globals';
import { DEMO_APPLICATION, OTHER_APPLICATION } from '../../testbed/simulator/application.ts';
import { DEMO_ORDER_ID } from '../../testbed/simulator/change-order.ts';
import { IMAGE_PULL_FAILS } from '../../testbed/simulator/troubles.ts';
import { SAMPLE_APPLICATION } from '../../testbed/simulator/reference-samples.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../testbed/simulator/story-time.ts';
import { rollout } from '../../testbed/simulator/timeline.ts';
import type { Answer, CallOptions } from './signed-fetch.ts';
import { DESCRIBE, LIST, call, json } from './signed-fetch.ts';
import { withSimulator } from './with-simulator.ts';

const DEPLOY = '/pop/v1/sam/app/deployApplication';
const INSTANCES = '/pop/v1/sam/app/describeApplicationInstances';
const IMAGE = 'registry-vpc.cn-beijing.aliyuncs.com/demo/nginx:3.1';
const AppId = DEMO_APPLICATION.id;
const WANTED = { AppId, ImageUrl: IMAGE, ChangeOrderDesc: 'gh-7-1' };

/** Its order ended an hour before the start, after one batch of half a minute. */
const OVER = scenario({
  order: { createdAtMs: -HOUR_MS, timeline: rollout({ batchesMs: [30 * SECOND_MS] }) },
});

/** A simulator whose story stands where the test puts it. */
class Stage {
  storyMs = 0;
  readonly pace = (): number => this.storyMs;
}

type Parameters = Readonly<Record<string, string>>;

async function deploy(simulator: Simulator, query: Parameters, options: CallOptions = {}): Promise<Answer> {
  return json(await call(simulator, DEPLOY, query, { method: 'POST', ...options }));
}

async function describeOrder(simulator: Simulator, { Data }: Answer): Promise<Answer['Data']> {
  const { ChangeOrderId = '' } = Data ?? {};
  return (await json(await call(simulator, DESCRIBE, { ChangeOrderId }))).Data;
}

async function imagesOf(simulator: Simulator): Promise<readonly (string | undefined)[]> {
  const query = { AppId, GroupId: DEMO_APPLICATION.groupId };
  const answer = await json(await call(simulator, INSTANCES, query));
  const { Instances } = answer.Data as { readonly Instances: readonly { readonly ImageUrl?: string }[] };
  return Instances.map(({ ImageUrl }) => ImageUrl);
}

describe('DeployApplication', () => {
  test('begins an order of the described kind, which replaces the instances by what was given', async () => {
    const stage = new Stage();
    await withSimulator({ scenario: OVER, pace: stage.pace }, async simulator => {
      const answer = await deploy(simulator, WANTED);
      expect(answer).toMatchObject({ Code: '200', Success: true, Message: 'success' });
      expect(answer).not.toHaveProperty('ErrorCode');
      const { ChangeOrderId, ...rest } = answer.Data ?? {};
      expect(ChangeOrderId).toMatch(/^[0-9a-f-]{36}$/u);
      expect(rest).toStrictEqual({ AppId, IsNeedApproval: false });
      const begun = await describeOrder(simulator, answer);
      expect(begun).toMatchObject({
        Status: 0,
        Description: 'gh-7-1',
        CoTypeCode: 'CoDeploy',
        ChangeOrderId,
      });
      const listed = await json(await call(simulator, LIST, { AppId, Key: 'gh-7-1' }));
      expect(listed.Data?.ChangeOrderList).toMatchObject([{ ChangeOrderId }]);
      expect(await imagesOf(simulator)).not.toContain(IMAGE);
      stage.storyMs = 5 * MINUTE_MS;
      expect(await describeOrder(simulator, answer)).toMatchObject({ Status: 2, SubStatus: 0 });
      expect(await imagesOf(simulator)).toStrictEqual(Array(DEMO_APPLICATION.replicas).fill(IMAGE));
    });
  });

  test('takes its parameters from the query, from the form, and from both', async () => {
    await withSimulator({ scenario: OVER, pace: new Stage().pace }, async simulator => {
      const { ChangeOrderDesc, ...others } = WANTED;
      const form = { ChangeOrderDesc: `${ChangeOrderDesc} &+= 部署`, AssociateEip: 'false' };
      const answer = await deploy(simulator, others, { form });
      expect(await describeOrder(simulator, answer)).toMatchObject({ Description: form.ChangeOrderDesc });
    });
    await withSimulator({ scenario: OVER, pace: new Stage().pace }, async simulator => {
      const answer = await deploy(simulator, {}, { form: WANTED });
      expect(await describeOrder(simulator, answer)).toMatchObject({ Description: 'gh-7-1' });
    });
  });

  test('goes as the order of the scenario does', async () => {
    const ending = { inBatch: 1, status: 3, batchStatus: 3, errorMessage: 'Not ready in time.' };
    const failing = scenario({
      order: {
        createdAtMs: -HOUR_MS,
        timeline: rollout({ batchesMs: [30 * SECOND_MS, 30 * SECOND_MS], ending }),
        trouble: IMAGE_PULL_FAILS,
      },
    });
    const stage = new Stage();
    await withSimulator({ scenario: failing, pace: stage.pace }, async simulator => {
      const answer = await deploy(simulator, WANTED);
      stage.storyMs = MINUTE_MS;
      expect(await describeOrder(simulator, answer)).toMatchObject({
        Status: 3,
        ErrorMessage: 'Not ready in time.',
      });
    });
  });

  test('is refused while an order of the application runs, and only then and there', async () => {
    const stage = new Stage();
    await withSimulator({ scenario: 'success', pace: stage.pace }, async simulator => {
      expect(await deploy(simulator, WANTED)).toMatchObject({ Code: 'Application.ChangerOrderRunning' });
      const elsewhere = await deploy(simulator, { ...WANTED, AppId: OTHER_APPLICATION.id });
      expect(elsewhere).toMatchObject({ Success: true });
      stage.storyMs = 10 * MINUTE_MS;
      const first = await deploy(simulator, WANTED);
      expect(first.Data?.ChangeOrderId).not.toBe(DEMO_ORDER_ID);
      expect(await deploy(simulator, WANTED)).toMatchObject({ Code: 'Application.ChangerOrderRunning' });
      stage.storyMs = 20 * MINUTE_MS;
      const second = await deploy(simulator, WANTED);
      expect(second).toMatchObject({ Success: true });
      expect(second.Data?.ChangeOrderId).not.toBe(first.Data?.ChangeOrderId);
    });
  });

  test('says that a person has to approve it where the scenario has that', async () => {
    const approved = scenario({
      order: { createdAtMs: -HOUR_MS, timeline: rollout({ batchesMs: [SECOND_MS], approvalMs: MINUTE_MS }) },
    });
    await withSimulator({ scenario: approved, pace: new Stage().pace }, async simulator => {
      expect((await deploy(simulator, WANTED)).Data?.IsNeedApproval).toBe(true);
    });
  });

  const PACKAGE = { AppId, PackageType: 'FatJar', PackageUrl: 'https://demo.example/app.jar' };

  test('deploys a package by its version, and settings alone with what runs', async () => {
    const stage = new Stage();
    await withSimulator({ scenario: OVER, pace: stage.pace }, async simulator => {
      await deploy(simulator, { ...PACKAGE, PackageVersion: '3.0.0' });
      stage.storyMs = 5 * MINUTE_MS;
      const config = '/pop/v1/sam/app/describeApplicationConfig';
      const running = { PackageType: 'FatJar', PackageUrl: PACKAGE.PackageUrl, PackageVersion: '3.0.0' };
      expect((await json(await call(simulator, config, { AppId }))).Data).toMatchObject(running);
      expect(await deploy(simulator, { AppId, Envs: '[]' })).toMatchObject({ Success: true });
      stage.storyMs = 10 * MINUTE_MS;
      expect((await json(await call(simulator, config, { AppId }))).Data).toMatchObject(running);
    });
  });

  test.each<[string, number, Parameters, string]>([
    ['no application', 400, { ImageUrl: IMAGE }, 'InvalidParameter.NotEmpty'],
    ['an unknown application', 404, { ...WANTED, AppId: 'nobody' }, 'InvalidAppId.NotFound'],
    ['an image without its address', 400, { AppId, PackageType: 'Image' }, 'InvalidParameter.NotEmpty'],
    ['a package without its version', 400, PACKAGE, 'InvalidParameter.NotEmpty'],
    ['a package of no kind', 400, { AppId, PackageType: 'Tarball' }, 'InvalidParameter.Obviously'],
    ['the application of the samples', 403, { ...WANTED, AppId: SAMPLE_APPLICATION.id }, 'NoPermission'],
  ])('is refused with %s, and begins nothing', async (_, status, query, code) => {
    await withSimulator({ scenario: OVER, pace: new Stage().pace }, async simulator => {
      const response = await call(simulator, DEPLOY, query, { method: 'POST' });
      expect(response.status).toBe(status);
      expect(await json(response)).toMatchObject({ Code: code });
      expect((await json(await call(simulator, LIST, { AppId }))).Data?.TotalSize).toBe(1);
    });
  });

  test('is refused unsigned, with a body that is not the signed one, and as a GET; nothing begins', async () => {
    await withSimulator({ scenario: OVER, pace: new Stage().pace }, async simulator => {
      const headers = { 'x-acs-content-sha256': '0'.repeat(64) };
      const forged = await deploy(simulator, WANTED, { headers, form: { ChangeOrderDesc: 'other' } });
      expect(forged).toMatchObject({ Code: 'SignatureDoesNotMatch' });
      const unsigned = await fetch(`${simulator.url}${DEPLOY}?AppId=${AppId}`, { method: 'POST' });
      expect(unsigned.status).toBe(400);
      expect(await deploy(simulator, WANTED, { method: 'GET' })).toMatchObject({
        Code: 'InvalidAction.NotFound',
      });
      expect((await json(await call(simulator, LIST, { AppId }))).Data?.TotalSize).toBe(1);
    });
  });
});
