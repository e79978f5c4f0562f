import { currentState } from '../../testbed/github-fake/check-run.ts';
import type { CheckRun, CheckRunState } from '../../testbed/github-fake/check-run.ts';
import type { GitHubFake, GitHubOptions } from '../../testbed/github-fake/server.ts';
import { startGitHub } from '../../testbed/github-fake/server.ts';
import type { ActionRun, RunActionOptions, RunningAction } from '../../testbed/runner/action-run.ts';
import { runAction } from '../../testbed/runner/run-action.ts';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import { startStoryByLooks } from '../support/story-by-looks.ts';

export interface GitHubRunOptions extends Pick<RunActionOptions, 'event' | 'signalAfter' | 'secrets'> {
  readonly scenario: ScenarioName;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly github?: GitHubOptions;
  /** A folder that is kept, with the files that the runner gives an action. */
  readonly folder?: string;
  readonly meanwhile?: (action: RunningAction, github: GitHubFake) => Promise<void>;
}

/** A run of the built action against both fakes, and the check run that it made, if it made one. */
export interface GitHubRun {
  readonly run: ActionRun;
  readonly github: GitHubFake;
  readonly checkRun: CheckRun | undefined;
  readonly last: CheckRunState | undefined;
}

/** Runs the built action with `checkRun: true`, against a simulator and a fake of GitHub's API. */
export async function runWithGitHub(options: GitHubRunOptions): Promise<GitHubRun> {
  await using simulator = await startStoryByLooks({ scenario: options.scenario });
  await using github = await startGitHub(options.github ?? {});
  const { accessKeyId, accessKeySecret, url: endpoint } = simulator;
  const { event, signalAfter, secrets } = options;
  await using action = runAction({
    inputs: {
      changeOrderId: simulator.scenario.orders[0]?.id ?? '',
      endpoint,
      regionId: 'cn-hangzhou',
      accessKeyId,
      accessKeySecret,
      minPollInterval: '50ms',
      maxPollInterval: '200ms',
      maxCallsPerMinute: '100000',
      timeout: '2m',
      checkRun: 'true',
      ...simulator.scenario.demo.inputs,
      ...options.inputs,
    },
    env: { ...github.env, ...options.env },
    context: { token: github.token, checkRunId: '4711' },
    ...(event === undefined ? {} : { event }),
    ...(signalAfter === undefined ? {} : { signalAfter }),
    ...(secrets === undefined ? {} : { secrets }),
    ...(options.folder === undefined ? {} : { folder: options.folder }),
  });
  await options.meanwhile?.(action, github);
  const run = await action.done;
  const checkRun = github.checkRuns.find(({ isJob }) => !isJob);
  return { run, github, checkRun, last: checkRun && currentState(checkRun) };
}
