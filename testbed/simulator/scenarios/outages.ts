import {
  BAD_GATEWAY,
  CAPTIVE_PORTAL,
  CONNECTION_RESET,
  EMPTY_BODY,
  HANG,
  TRUNCATED_BODY,
  fault,
  gatewayError,
  orderAbsent,
  successFalse,
  throttled,
} from '../fault.ts';
import { scenario } from '../scenario.ts';
import { SECOND_MS } from '../story-time.ts';

/** Rollouts that go well, seen through an API that does not. */
export const OUTAGES = {
  throttled: scenario({
    title: 'Too many calls',
    summary: 'The API throttles some looks, with and without a hint when to come back; the rollout succeeds.',
    expect: 'succeeded',
    faults: [
      fault(throttled(3_000), { looks: [2] }),
      fault(throttled(), { looks: [4] }),
      fault(throttled(1_500, 'Throttling.Api'), { looks: [6] }),
    ],
    demo: { inputs: { maxPollInterval: '4s' } },
  }),
  outage: scenario({
    title: 'The API is down for a while',
    summary: 'For a minute the API answers with everything but the truth; the rollout succeeds.',
    expect: 'succeeded',
    faults: [
      fault(gatewayError('ServiceUnavailable'), { fromMs: 40 * SECOND_MS, untilMs: 60 * SECOND_MS }),
      fault(BAD_GATEWAY, { fromMs: 60 * SECOND_MS, untilMs: 75 * SECOND_MS }),
      fault(CONNECTION_RESET, { fromMs: 75 * SECOND_MS, untilMs: 90 * SECOND_MS }),
      fault(TRUNCATED_BODY, { fromMs: 90 * SECOND_MS, untilMs: 100 * SECOND_MS }),
      fault(successFalse('InternalError'), { fromMs: 100 * SECOND_MS, untilMs: 110 * SECOND_MS }),
    ],
    demo: { inputs: { maxPollInterval: '2s' } },
  }),
  hanging: scenario({
    title: 'The API does not answer',
    summary: 'Some looks get no answer at all, an empty one or a login page; the rollout succeeds.',
    expect: 'succeeded',
    faults: [
      fault(HANG, { looks: [2, 5] }),
      fault(EMPTY_BODY, { looks: [3] }),
      fault(CAPTIVE_PORTAL, { looks: [4] }),
    ],
    demo: { inputs: { requestTimeout: '2s', maxPollInterval: '4s' } },
  }),
  'long-outage': scenario({
    title: 'The API goes down and stays down',
    summary: 'After a minute the API is unavailable for ever; the gate gives up after outageTolerance.',
    expect: 'unreadable',
    faults: [fault(gatewayError('ServiceUnavailable'), { fromMs: 60 * SECOND_MS })],
    demo: { inputs: { outageTolerance: '8s', maxPollInterval: '3s' } },
  }),
  'appears-late': scenario({
    title: 'Not there yet',
    summary: 'The first three looks do not find the order; then it is there and succeeds.',
    expect: 'succeeded',
    faults: [orderAbsent({ toLook: 3 })],
  }),
  vanishes: scenario({
    title: 'The order vanishes',
    summary: 'After a minute the API does not know the order any more.',
    expect: 'not-found',
    faults: [orderAbsent({ fromMs: 60 * SECOND_MS })],
  }),
} as const;
