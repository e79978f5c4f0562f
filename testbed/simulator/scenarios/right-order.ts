import { DEMO_APPLICATION } from '../application.ts';
import { changeOrder } from '../change-order.ts';
import { PREVIOUS_RELEASE } from '../release.ts';
import { scenario } from '../scenario.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../story-time.ts';
import { rollout } from '../timeline.ts';

/** The application's past: a deploy of yesterday, a failed one, its rollback, and the autoscaler. */
const PAST_ORDERS = [
  changeOrder({
    id: 'be2e1c76-682b-4897-98d3-1d8d64780001',
    createdAtMs: -26 * HOUR_MS,
    description: 'gh-1000000001-1',
    release: PREVIOUS_RELEASE,
  }),
  changeOrder({
    id: 'ba386059-69b1-4e65-b1e5-0682d9fa0001',
    createdAtMs: -3 * HOUR_MS,
    description: 'gh-1000000002-1',
    timeline: rollout({
      batchesMs: [MINUTE_MS, MINUTE_MS],
      ending: { inBatch: 1, status: 3, batchStatus: 3, errorMessage: 'Batch 1 failed.' },
    }),
  }),
  changeOrder({
    id: '10261d92-e38a-4605-8be7-827dcaa10001',
    createdAtMs: -2 * HOUR_MS,
    coTypeCode: 'CoRollback',
    coType: 'Roll Back Application',
    source: 'console',
    description: 'rollback by hand',
  }),
  changeOrder({
    id: '1ccc2339-fc19-49aa-bda0-1e7b84970001',
    createdAtMs: -HOUR_MS,
    coTypeCode: 'CoScaleOut',
    coType: 'Scale Out Application',
    source: 'autoscale',
    description: 'scale out to 6 instances',
    timeline: rollout({ batchesMs: [30 * SECOND_MS] }),
  }),
];

/** Worlds in which the gate has only the application's name, or credentials that do not last. */
export const RIGHT_ORDER = {
  'find-by-app': scenario({
    title: 'Find the order by its application',
    summary:
      'Only the application is known; its list holds old deploys, a rollback and a scaling besides ours.',
    expect: 'succeeded',
    order: { createdAtMs: 36 * SECOND_MS, description: 'gh-1000000003-1' },
    otherOrders: PAST_ORDERS,
    demo: { inputs: { changeOrderId: 'auto', appId: DEMO_APPLICATION.id } },
  }),
  'nothing-new': scenario({
    title: 'Nothing was deployed',
    summary: 'Only the application is known, and all of its orders are older than the run.',
    expect: 'not-found',
    order: { createdAtMs: -HOUR_MS / 2, description: 'gh-1000000002-2' },
    otherOrders: PAST_ORDERS,
    demo: { inputs: { changeOrderId: 'auto', appId: DEMO_APPLICATION.id, discoveryTimeout: '8s' } },
  }),
  'oidc-renewal': scenario({
    title: 'Sessions that do not last',
    summary: 'The gate assumes a role whose sessions end after 84 s of story time, and renews them in time.',
    expect: 'succeeded',
    sessionMs: 84 * SECOND_MS,
    demo: { credentials: 'oidc' },
  }),
} as const;
