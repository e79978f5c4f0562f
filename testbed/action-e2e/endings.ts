import { DEMO_APPLICATION } from '../simulator/application.ts';
import { changeOrder } from '../simulator/change-order.ts';
import type { Scenario } from '../simulator/scenario.ts';
import { scenario } from '../simulator/scenario.ts';
import { findScenario } from '../simulator/scenarios.ts';
import { MINUTE_MS } from '../simulator/story-time.ts';
import { rollout } from '../simulator/timeline.ts';

/** The inputs that an ending may set; the workflow hands over each of them. */
export interface EndingInputs {
  readonly changeOrderId: string;
  /** `none` where none is given: an empty one would be an error. */
  readonly appId: string;
  readonly timeout: string;
  readonly outageTolerance: string;
  readonly onManualStep: string;
  readonly failFast: string;
  readonly verify: string;
  readonly verifyTimeout: string;
  /** `none` where none is given, like `appId`. */
  readonly bake: string;
}

/** One way in which a step of the gate ends, and how the workflow is to bring it about. */
export interface Ending {
  readonly scenario: Scenario;
  readonly inputs: EndingInputs;
  /** How long the workflow lets the step run before it cancels it. */
  readonly stepMinutes: number;
  /** The output `verdict` of the step. */
  readonly verdict: string;
  /** The verdicts of the single orders, where there are several. */
  readonly results?: readonly string[];
}

const ENDLESS = rollout({ batchesMs: [Infinity] });

const FAILING = rollout({
  batchesMs: [MINUTE_MS],
  ending: { inBatch: 1, status: 3, batchStatus: 3, errorMessage: 'Batch 1 failed.' },
});

/** Two orders, the first without an end, the second failing. */
const ONE_OF_TWO_FAILS = scenario({
  order: { id: 'endless-order', app: { ...DEMO_APPLICATION, id: 'app-1' }, timeline: ENDLESS },
  otherOrders: [
    changeOrder({ id: 'failing-order', app: { ...DEMO_APPLICATION, id: 'app-2' }, timeline: FAILING }),
  ],
});

interface Own extends Partial<Pick<Ending, 'stepMinutes' | 'results'>> {
  readonly inputs?: Partial<EndingInputs>;
}

function ending(verdict: string, story: Scenario, { inputs, ...own }: Own = {}): Ending {
  const recommended = story.demo.inputs as Partial<EndingInputs>;
  return {
    scenario: story,
    verdict,
    stepMinutes: 5,
    ...own,
    inputs: {
      changeOrderId: 'auto',
      appId: 'none',
      timeout: '4m',
      outageTolerance: '2m',
      onManualStep: 'wait',
      failFast: 'false',
      verify: 'auto',
      verifyTimeout: '1m',
      bake: 'none',
      ...recommended,
      ...inputs,
    },
  };
}

/** Every verdict by its name, and what leads to it. A test holds the names to the gate's own list. */
export const ENDINGS: Readonly<Record<string, Ending>> = {
  succeeded: ending('succeeded', findScenario('success')),
  failed: ending('failed', findScenario('failed-batch')),
  terminated: ending('terminated', findScenario('terminated')),
  'system-error': ending('system-error', findScenario('system-error')),
  'needs-rollback': ending('needs-rollback', findScenario('needs-rollback')),
  'awaiting-manual-step': ending('awaiting-manual-step', findScenario('released-by-nobody'), {
    inputs: { onManualStep: 'fail' },
  }),
  'not-found': ending('not-found', findScenario('not-found')),
  'timed-out': ending('timed-out', findScenario('stuck'), { inputs: { timeout: '8s' } }),
  unhealthy: ending('unhealthy', findScenario('never-all-ready')),
  superseded: ending('superseded', findScenario('superseded')),
  unreadable: ending('unreadable', findScenario('no-permission')),
  unverified: ending('unverified', findScenario('scaled-to-none')),
  // The runner cancels a step that is over its `timeout-minutes` as it does one that a person cancels.
  cancelled: ending('cancelled', findScenario('stuck'), { inputs: { timeout: '4m' }, stepMinutes: 1 }),
  // Only ever the verdict of an order beside a red one, which then speaks for the step.
  'not-awaited': ending('failed', ONE_OF_TWO_FAILS, {
    inputs: { changeOrderId: 'endless-order,failing-order', failFast: 'true' },
    results: ['not-awaited', 'failed'],
  }),
  error: ending('error', findScenario('wrong-app')),
};

/** The ending of this name; where there is none, the process says which there are and ends with status 2. */
export function endingNamed(name: string): Ending {
  const ending = Object.hasOwn(ENDINGS, name) ? ENDINGS[name] : undefined;
  if (ending !== undefined) return ending;
  console.error(`There is no ending "${name}". There are: ${Object.keys(ENDINGS).join(', ')}.`);
  process.exit(2);
}
