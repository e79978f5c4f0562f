import type { Release } from './release.ts';
import type { UncheckedStatus } from './trouble.ts';

/** A group of instances of an application. */
export interface Group {
  readonly id: string;
  readonly name: string;
  /** How many instances it has before anything happens. */
  readonly replicas: number;
}

/** An application of the simulated account. */
export interface Application {
  readonly id: string;
  readonly name: string;
  /** The namespace as SAE names it, e.g. `cn-beijing:test`. */
  readonly namespaceId: string;
  /** The id of its default group; usually it has no other. */
  readonly groupId: string;
  /** How many instances the default group has before anything happens. */
  readonly replicas: number;
  readonly otherGroups?: readonly Group[];
  /** What its instances are made of before anything happens; the demo's previous release, if not given. */
  readonly release?: Release;
  /** What its instances show where they are well, if nothing or only half is checked; else `Healthy`. */
  readonly unchecked?: UncheckedStatus;
  /** The id of the application that this one is a grey (canary) release of. */
  readonly baseAppId?: string;
}

/** All groups of an application, the default one first. */
export function groupsOf(app: Application): readonly Group[] {
  const defaultGroup = { id: app.groupId, name: '_DEFAULT_GROUP', replicas: app.replicas };
  return [defaultGroup, ...(app.otherGroups ?? [])];
}

/** The application that the scenarios deploy, made of the sample values of the API reference. */
export const DEMO_APPLICATION: Application = {
  id: '145341c-9708-4967-b3ec-249337670001',
  name: 'demo-app',
  namespaceId: 'cn-beijing:test',
  groupId: 'b2a8a925-477a-4ed7-b825-d5e225000001',
  replicas: 6,
};

/** Another application of the same account, for orders that are not ours. */
export const OTHER_APPLICATION: Application = {
  id: '7171a6ca-d1cd-4928-8642-7d5cfe690001',
  name: 'other-app',
  namespaceId: 'cn-beijing:test',
  groupId: 'c9ecd2-cf6c-46c3-9f20-525de2020001',
  replicas: 2,
};
