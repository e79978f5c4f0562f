import type { ActionAnswer, ApiAction, Query } from './api-action.ts';
import { apiError, missingParameter } from './api-error.ts';
import type { ApplicationView } from './application-data.ts';
import {
  describeConfig,
  describeGroups,
  describeInstances,
  describeStatus,
  instanceLog,
  listEvents,
} from './application-data.ts';
import { deployApplication } from './deploy-application.ts';
import { listApplications } from './list-applications.ts';
import { hasValidPage } from './page.ts';
import type { World } from './world.ts';
import { allApplications, findApplication, fleetOfApplication, newestOrderOf } from './world.ts';

/** The actions about applications, their instances and what happened to them. */
export const APPLICATION_ACTIONS: readonly ApiAction[] = [
  applicationAction('DescribeApplicationStatus', [], describeStatus),
  applicationAction('DescribeApplicationGroups', [], describeGroups),
  applicationAction('DescribeApplicationInstances', ['GroupId'], describeInstances),
  applicationAction('DescribeApplicationConfig', [], describeConfig),
  applicationAction('ListAppEvents', ['Namespace'], listEvents),
  {
    name: 'ListApplications',
    method: 'GET',
    path: '/pop/v1/sam/app/listApplications',
    answer: answerList,
  },
  {
    name: 'DeployApplication',
    method: 'POST',
    path: '/pop/v1/sam/app/deployApplication',
    answer: deployApplication,
  },
  {
    name: 'DescribeInstanceLog',
    method: 'GET',
    path: '/pop/v1/sam/instance/describeInstanceLog',
    answer: answerLog,
  },
];

/** A read of one application; its path is its name with a small first letter. */
function applicationAction(
  name: string,
  neededParameters: readonly string[],
  dataOf: (view: ApplicationView, query: Query) => unknown,
): ApiAction {
  const answer = (query: Query, world: World, storyMs: number): ActionAnswer => {
    const missing = ['AppId', ...neededParameters].find(parameter => !query[parameter]);
    if (missing !== undefined) return { error: missingParameter(missing) };
    if (!hasValidPage(query)) return { error: apiError('InvalidParameter.Obviously') };
    const view = viewOf(world, query['AppId'] ?? '', storyMs);
    if (!view) return { error: apiError('InvalidAppId.NotFound') };
    const untraced = name === 'ListAppEvents';
    return { data: dataOf(view, query), code: '200', errorCode: 'success', untraced };
  };
  return {
    name,
    method: 'GET',
    path: `/pop/v1/sam/app/${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    answer,
  };
}

function answerList(query: Query, world: World, storyMs: number): ActionAnswer {
  if (!hasValidPage(query)) return { error: apiError('InvalidParameter.Obviously') };
  return { ...listApplications(world, query, storyMs), code: '200', untraced: true };
}

function answerLog(query: Query, world: World, storyMs: number): ActionAnswer {
  if (!query['InstanceId']) return { error: missingParameter('InstanceId') };
  for (const { id } of allApplications(world)) {
    const view = viewOf(world, id, storyMs);
    const log = view && instanceLog(view, query);
    if (log !== undefined) return { data: log, code: '200', errorCode: 'success' };
  }
  return { error: apiError('InvalidInstance.NotFound') };
}

function viewOf(world: World, appId: string, storyMs: number): ApplicationView | undefined {
  const app = findApplication(world, appId);
  if (!app) return undefined;
  return {
    app,
    fleet: fleetOfApplication(world, app),
    order: newestOrderOf(world, appId, storyMs),
    time: world.time,
    storyMs,
    longestPage: world.scenario.longestPage,
  };
}
