/**
 * DeployApplication: the one write that a simulator takes. The order that it begins goes as the scenario's own
 * order does, with the release and the description of the request. Source of parameters and answer: the API
 * reference, version 2019-05-06; what it leaves open stands in this folder's README.
 */
import type { ActionAnswer, Query } from './api-action.ts';
import { apiError, missingParameter } from './api-error.ts';
import type { Application } from './application.ts';
import type { ChangeOrder } from './change-order.ts';
import { changeOrder } from './change-order.ts';
import { SAMPLE_APPLICATION } from './reference-samples.ts';
import type { Release } from './release.ts';
import { isPackageType } from './release.ts';
import { stableId } from './stable-id.ts';
import { wallEpochMs } from './story-time.ts';
import type { World } from './world.ts';
import { findApplication, fleetOfApplication, runningOrderOf } from './world.ts';

/** The answer to a deploy at this story time, with the order that it begins. Pure. */
export function deployApplication(parameters: Query, world: World, storyMs: number): ActionAnswer {
  const { AppId: appId = '' } = parameters;
  if (appId === '') return { error: missingParameter('AppId') };
  const app = findApplication(world, appId);
  if (!app) return { error: apiError('InvalidAppId.NotFound') };
  if (appId === SAMPLE_APPLICATION.id) {
    return { error: apiError('NoPermission', 'The application of the samples stays as it is.') };
  }
  const missing = missingForPackage(parameters);
  if (missing !== undefined) return { error: missingParameter(missing) };
  const { PackageType: type = '' } = parameters;
  if (type !== '' && type !== 'Image' && !isPackageType(type)) {
    return { error: apiError('InvalidParameter.Obviously', `PackageType cannot be ${type} here.`) };
  }
  if (runningOrderOf(world, appId, storyMs)) return { error: apiError('Application.ChangerOrderRunning') };
  const order = deployOf(app, parameters, world, storyMs);
  const data = { AppId: appId, ChangeOrderId: order.id, IsNeedApproval: needsApproval(order) };
  return { data, code: '200', begins: order };
}

/** The parameter that the package type asks for and the request lacks. */
function missingForPackage(parameters: Query): string | undefined {
  const { PackageType: type = '' } = parameters;
  const needed =
    type === 'Image' ? ['ImageUrl'] : isPackageType(type) ? ['PackageUrl', 'PackageVersion'] : [];
  return needed.find(name => !parameters[name]);
}

/** The order of a deploy: as the scenario's own goes, from now on. */
function deployOf(app: Application, parameters: Query, world: World, storyMs: number): ChangeOrder {
  const { orders } = world.scenario;
  return changeOrder({
    ...orders[0],
    id: stableId(`${app.id}/deployed/${orders.length}`),
    app,
    createdAtMs: storyMs,
    expiresAtMs: Infinity,
    coTypeCode: 'CoDeploy',
    coType: 'Deploy Application',
    description: parameters['ChangeOrderDesc'] ?? '',
    source: 'pop',
    release: releaseOf(app, parameters, world, storyMs),
  });
}

function releaseOf(app: Application, parameters: Query, world: World, storyMs: number): Release {
  const { ImageUrl: image = '', PackageType: type = '', PackageUrl: url = '' } = parameters;
  const madeAt = String(wallEpochMs(world.time, storyMs));
  const packageVersion = parameters['PackageVersion'] ?? madeAt;
  if (isPackageType(type)) {
    const generated = `registry-vpc.cn-beijing.aliyuncs.com/sae-generated/${app.id}:${madeAt}`;
    return { image: generated, packageVersion, package: { type, url } };
  }
  if (image !== '') return { image, packageVersion };
  // Neither image nor package: other settings are deployed, with what runs already.
  return fleetOfApplication(world, app).releaseAt(storyMs);
}

function needsApproval({ timeline }: ChangeOrder): boolean {
  return timeline.phases.some(({ status }) => status === 11);
}
