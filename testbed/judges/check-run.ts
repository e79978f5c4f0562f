/**
 * GitHub's own description of its API judges every request that the built action makes there, in runs that
 * end in several ways with a check run, as the fake of GitHub saw them.
 *
 *   node scripts/run.mjs testbed/judges/check-run.ts
 */
import { startGitHub } from '../github-fake/server.ts';
import { runAction } from '../runner/run-action.ts';
import { DEMO_APPLICATION } from '../simulator/application.ts';
import { perRequest } from '../simulator/pace.ts';
import type { ScenarioName } from '../simulator/scenarios.ts';
import { startSimulator } from '../simulator/server.ts';
import type { SentRequest } from './github-description.ts';
import { GitHubDescription } from './github-description.ts';
import type { Judgement } from './judge.ts';
import { judge } from './judge.ts';

interface Run {
  readonly scenario: ScenarioName;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Ends the step as a cancel does. */
  readonly isCancelled?: boolean;
}

const RUNS: readonly Run[] = [
  { scenario: 'success' },
  { scenario: 'success', inputs: { language: 'zh' } },
  // It looks for the order, and so asks when this run began.
  { scenario: 'success', inputs: { changeOrderId: 'auto', appId: DEMO_APPLICATION.id } },
  { scenario: 'failed-batch' },
  { scenario: 'crash-loop', inputs: { diagnoseLogs: 'true' } },
  { scenario: 'released-by-nobody', inputs: { onManualStep: 'fail' } },
  { scenario: 'needs-rollback' },
  { scenario: 'stuck', inputs: { timeout: '2s' } },
  { scenario: 'stuck', isCancelled: true },
];

/** By how much each request moves a story on, and by how much the shown times go on with it. */
const STORY_PER_REQUEST_MS = 15_000;
const SHOWN_PER_REQUEST_MS = 40;

/** What the action asks of GitHub in such a run. */
async function requestsOf({ scenario, inputs, isCancelled = false }: Run): Promise<readonly SentRequest[]> {
  await using simulator = await startSimulator({
    scenario,
    pace: perRequest(STORY_PER_REQUEST_MS),
    timeScale: STORY_PER_REQUEST_MS / SHOWN_PER_REQUEST_MS,
  });
  await using github = await startGitHub({});
  await using action = runAction({
    inputs: {
      changeOrderId: simulator.scenario.orders[0]?.id ?? '',
      endpoint: simulator.url,
      regionId: 'cn-hangzhou',
      accessKeyId: simulator.accessKeyId,
      accessKeySecret: simulator.accessKeySecret,
      minPollInterval: '250ms',
      maxPollInterval: '500ms',
      maxCallsPerMinute: '100000',
      checkRun: 'true',
      ...inputs,
    },
    env: github.env,
    context: { token: github.token, checkRunId: '4711' },
    ...(isCancelled ? { signalAfter: { line: /in progress/u, signal: 'SIGINT' } as const } : {}),
  });
  await action.done;
  return github.requests.map(({ method, path, rawBody }) => ({
    method,
    path: path.split('?')[0] ?? '',
    body: rawBody === '' ? undefined : (JSON.parse(rawBody) as unknown),
  }));
}

/** Requests that GitHub refuses or ignores, made of one that it takes. */
function spoilt(request: SentRequest): readonly SentRequest[] {
  const body = request.body as Readonly<Record<string, unknown>>;
  return [
    { ...request, body: { ...body, conclusion: 'well' } },
    { ...request, body: { ...body, status: 'completed', conclusion: undefined, output: { title: 1 } } },
    { ...request, body: { ...body, details: 'nowhere' } },
    { ...request, path: request.path.replace('check-runs', 'check-run') },
  ];
}

await judge("GitHub's description of its API", async (): Promise<Judgement> => {
  const description = new GitHubDescription();
  const requests = (await Promise.all(RUNS.map(requestsOf))).flat();
  const operations = new Set(requests.map(request => description.operationOf(request)));
  const missing = ['checks/create', 'checks/update', 'actions/get-workflow-run-attempt'].filter(
    operation => !operations.has(operation),
  );
  const unseen = requests
    .slice(0, 1)
    .flatMap(spoilt)
    .filter(request => description.complaintsAbout(request).length === 0);
  return {
    seen: `${requests.length} requests of ${RUNS.length} runs are what it describes (${[...operations].join(', ')})`,
    complaints: [
      ...new Set(requests.flatMap(request => description.complaintsAbout(request))),
      ...missing.map(operation => `${operation} was never asked for`),
      ...unseen.map(request => `the judge takes what is spoilt: ${JSON.stringify(request)}`),
    ],
  };
});
