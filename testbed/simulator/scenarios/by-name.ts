import type { Application } from '../application.ts';
import { DEMO_APPLICATION } from '../application.ts';
import { stableId } from '../stable-id.ts';
import type { ScenarioParts } from '../scenario.ts';
import { scenario } from '../scenario.ts';
import { SECOND_MS } from '../story-time.ts';
import { rollout } from '../timeline.ts';

/** An application like the demo's but for its name and what else is given. */
function applicationLike(name: string, own: Partial<Application> = {}): Application {
  const key = `${own.namespaceId ?? DEMO_APPLICATION.namespaceId}/${name}/${own.baseAppId ?? ''}`;
  const id = stableId(key);
  return { ...DEMO_APPLICATION, id, name, groupId: stableId(`${key}/group`), replicas: 2, ...own };
}

/** Applications whose names hold the demo's: what a search for that finds besides. */
const SIMILAR = [
  applicationLike('demo-app-2'),
  applicationLike('my-demo-app'),
  applicationLike('demo-app-grey', { baseAppId: DEMO_APPLICATION.id, replicas: 1 }),
];

/** The application of the same name in another namespace. */
const NAMESAKE = applicationLike(DEMO_APPLICATION.name, { namespaceId: 'cn-beijing:prod' });

const ORDER: ScenarioParts['order'] = {
  createdAtMs: 36 * SECOND_MS,
  description: 'gh-1000000003-1',
  timeline: rollout({ batchesMs: [30 * SECOND_MS, 30 * SECOND_MS] }),
};

/** Worlds in which the gate has the application's name instead of its id. */
export const BY_NAME = {
  'by-name': scenario({
    title: 'Find the application by its name',
    summary: 'Only name and namespace are known, and others have similar names, or the same one elsewhere.',
    expect: 'succeeded',
    order: ORDER,
    applications: [...SIMILAR, NAMESAKE],
    demo: {
      inputs: {
        changeOrderId: 'auto',
        appName: DEMO_APPLICATION.name,
        namespaceId: DEMO_APPLICATION.namespaceId,
      },
    },
  }),
  namesakes: scenario({
    title: 'Two applications of one name',
    summary: 'Only the name is known, and two namespaces have an application of that name.',
    expect: 'error',
    order: ORDER,
    applications: [...SIMILAR, NAMESAKE],
    demo: { inputs: { changeOrderId: 'auto', appName: DEMO_APPLICATION.name } },
  }),
} as const;
