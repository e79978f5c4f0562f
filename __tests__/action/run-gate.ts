import type { ActionRun, RunActionOptions, RunningAction } from '../../testbed/runner/action-run.ts';
import { runAction } from '../../testbed/runner/run-action.ts';
import type { Account } from '../../testbed/simulator/account.ts';
import type { Pace } from '../../testbed/simulator/pace.ts';
import type { RecordedRequest } from '../../testbed/simulator/request-log.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import type { Simulator } from '../../testbed/simulator/server.ts';
import { startSimulator } from '../../testbed/simulator/server.ts';
import { startStoryByLooks, STORY_PER_LOOK_MS } from '../support/story-by-looks.ts';

/** The credential of these tests: a session, so that all three parts of a credential are on the way. */
export const SESSION: Account = {
  accessKeyId: 'STS.process-test-key-id',
  accessKeySecret: 'process-test-secret/+=',
  securityToken: 'process-test/session+token==',
};

/** The region of these tests; the endpoint is the simulator's all the same. */
export const REGION = 'cn-hangzhou';

/** What to run. */
export interface GateOptions {
  readonly scenario: ScenarioName | Scenario;
  /** Lets the story go by the clock, second for second. */
  readonly realTime?: true;
  /** By how much each look moves the story on, where it does not go by the clock. */
  readonly storyPerLookMs?: number;
  /** What moves the story on in place of the looks. */
  readonly pace?: Pace;
  /** Beyond those of `FAST` and the place and credentials of the simulator; `undefined` takes one away. */
  readonly inputs?: Readonly<Record<string, string | undefined>>;
  readonly env?: RunActionOptions['env'];
  readonly accounts?: readonly Account[];
  readonly signalAfter?: RunActionOptions['signalAfter'];
  readonly cancelDelays?: RunActionOptions['cancelDelays'];
  /** Called once the process runs; the run ends when it has ended. */
  readonly meanwhile?: (action: RunningAction, simulator: Simulator) => Promise<void>;
}

/** A run of the built action, and what the simulator saw of it. */
export interface GateRun extends ActionRun {
  readonly requests: readonly RecordedRequest[];
  /** Whether the step looks at what runs. */
  readonly verifies: boolean;
  /** The most requests that were under way at once for one order. */
  readonly simultaneous: number;
  readonly simulator: Simulator;
}

/**
 * Loopback has no floor for the waits, so a test can be quick; the limits only guard against hanging. The
 * diagnosis and the look at what runs ask for more than the order, which is another matter.
 */
const FAST = {
  maxCallsPerMinute: '100000',
  diagnose: 'false',
  verify: 'off',
  minPollInterval: '40ms',
  maxPollInterval: '150ms',
  requestTimeout: '1m',
  timeout: '2m',
} as const;

/** The requests that look at an order: neither its list nor what diagnoses it. */
export function looksOf({ requests }: Pick<GateRun, 'requests'>): readonly RecordedRequest[] {
  return requests.filter(({ action }) => action === 'DescribeChangeOrder');
}

/** Runs `dist/index.js` through `action.yml` as a process, against a simulator of its own. */
export async function runGate(options: GateOptions): Promise<GateRun> {
  const { scenario, realTime = false, storyPerLookMs = STORY_PER_LOOK_MS, accounts = [SESSION] } = options;
  const pace = options.pace === undefined ? {} : { pace: options.pace };
  await using simulator = realTime
    ? await startSimulator({ scenario, accounts })
    : await startStoryByLooks({ scenario, accounts, storyPerLookMs, ...pace });
  const inputs = inputsFor(simulator, options.inputs ?? {});
  await using action = runAction({
    inputs,
    ...(options.env === undefined ? {} : { env: options.env }),
    ...(options.signalAfter === undefined ? {} : { signalAfter: options.signalAfter }),
    ...(options.cancelDelays === undefined ? {} : { cancelDelays: options.cancelDelays }),
  });
  await options.meanwhile?.(action, simulator);
  const run = await action.done;
  return {
    ...run,
    requests: [...simulator.requests],
    verifies: inputs['verify'] !== 'off',
    simultaneous: Math.max(0, ...simulator.greatestSimultaneous().values()),
    simulator,
  };
}

function inputsFor(
  { url, accessKeyId, accessKeySecret, securityToken, scenario }: Simulator,
  own: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const inputs: Readonly<Record<string, string | undefined>> = {
    ...FAST,
    regionId: REGION,
    endpoint: url,
    accessKeyId,
    accessKeySecret,
    securityToken,
    changeOrderId: scenario.demo.inputs['changeOrderId'],
    ...own,
  };
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
