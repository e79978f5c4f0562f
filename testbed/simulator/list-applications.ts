import type { Query } from './api-action.ts';
import { groupsOf } from './application.ts';
import type { Fleet } from './fleet.ts';
import type { ShownInstance } from './instances.ts';
import { instancesAt } from './instances.ts';
import { pageFields, pageOf } from './page.ts';
import type { World } from './world.ts';
import { allApplications, fleetOfApplication } from './world.ts';

/**
 * The `Data` of ListApplications: the applications whose name contains `AppName`, in the namespace
 * `NamespaceId`, cut to a page. Grey applications stand under their base, whatever their own name is. Whether
 * SAE compares names like this or exactly is not documented; this is what a client must bear.
 */
export function listApplications(world: World, query: Query, storyMs: number): Listed {
  const { AppName: name = '', NamespaceId: namespaceId = '' } = query;
  const all = allApplications(world);
  const matching = all
    .filter(app => app.baseAppId === undefined && app.name.includes(name))
    .filter(app => namespaceId === '' || app.namespaceId === namespaceId);
  const page = pageOf(query, matching, { usual: 20, longest: world.scenario.longestPage });
  const applications = page.items.map(app => ({
    ...listed(fleetOfApplication(world, app), storyMs),
    ImageUrl: fleetOfApplication(world, app).releaseAt(storyMs).image,
    Children: all
      .filter(child => child.baseAppId === app.id)
      .map(child => listed(fleetOfApplication(world, child), storyMs)),
  }));
  const fields = pageFields(page);
  return { data: { Applications: applications, ...fields }, envelope: fields };
}

/** A list, and what the envelope says of it besides. */
export interface Listed {
  readonly data: object;
  readonly envelope: object;
}

function listed(fleet: Fleet, storyMs: number): object {
  const { app } = fleet;
  const [regionId] = app.namespaceId.split(':', 1);
  return {
    AppId: app.id,
    AppName: app.name,
    AppDescription: '',
    AppDeletingStatus: false,
    ...(app.baseAppId === undefined ? {} : { BaseAppId: app.baseAppId }),
    NamespaceId: app.namespaceId,
    NamespaceName: app.namespaceId.split(':')[1] ?? 'Default',
    RegionId: regionId,
    Cpu: 1_000,
    Mem: 2_048,
    Instances: wantedInstances(fleet, storyMs),
    RunningInstances: instancesAt(fleet, storyMs).filter(isRunning).length,
    ProgrammingLanguage: 'java',
    Tags: [],
  };
}

/** How many instances all groups of an application should have together. */
export function wantedInstances(fleet: Fleet, storyMs: number): number {
  return groupsOf(fleet.app).reduce((sum, { id }) => sum + fleet.replicasAt(id, storyMs), 0);
}

/** Whether an instance counts among the running ones. */
export function isRunning({ containerStatus }: ShownInstance): boolean {
  return containerStatus === 'Running';
}
