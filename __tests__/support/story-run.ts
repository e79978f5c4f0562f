import { stepSetup } from '../../testbed/demo/step-setup.ts';
import type { AbortedOrder } from '../../testbed/simulator/abort.ts';
import { AccountBook, DEMO_ACCOUNT } from '../../testbed/simulator/account.ts';
import type { IncomingRequest } from '../../testbed/simulator/incoming-request.ts';
import { Story } from '../../testbed/simulator/pace.ts';
import { parseQuery } from '../../testbed/simulator/signature.ts';
import type { Simulation } from '../../testbed/simulator/request-handler.ts';
import { handleRequest } from '../../testbed/simulator/request-handler.ts';
import { RequestLog } from '../../testbed/simulator/request-log.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import { accessTo } from '../../testbed/simulator/server.ts';
import type { CheckRunContent, GitHubApi } from '../../src/github/api.ts';
import type { InputName } from '../../src/inputs/table.ts';
import { CapturedResponse } from './captured-response.ts';
import type { GateRun, GateRunOptions } from './gate-run.ts';
import { gateRun } from './gate-run.ts';
import type { Script, Seen } from './scripted-transport.ts';
import { WALL_START_MS } from './virtual-clock.ts';

const URL_OF_SIMULATOR = 'http://127.0.0.1:8080';

export interface StoryOptions extends GateRunOptions {
  /** Story seconds in a second of the gate's clock; the scenario's own for its demonstration, if not given. */
  readonly timeScale?: number;
}

/** A run of the gate against a scenario, with every content that was written to its check run. */
export interface StoryRun extends GateRun {
  readonly checks: readonly CheckRunContent[];
  /** The bodies of all answers: what the cloud said. */
  readonly answers: readonly string[];
  /** The writes that were accepted. */
  readonly aborted: readonly AbortedOrder[];
}

/**
 * Runs the whole gate against one of the simulator's scenarios as the demo does, with a check run, but in
 * this process and on a virtual clock: the simulator's own code answers, no server listens.
 */
export async function storyRun(scenario: Scenario, options: StoryOptions = {}): Promise<StoryRun> {
  const { timeScale = scenario.demo.timeScale, ...rest } = options;
  const setup = stepSetup({ ...accessTo(URL_OF_SIMULATOR, scenario.accounts), scenario });
  const checks: CheckRunContent[] = [];
  const answers: string[] = [];
  const aborted: AbortedOrder[] = [];
  const script = simulatorScript(scenario, timeScale, aborted);
  const overheard: Script = seen => {
    const reply = script(seen);
    if (reply.kind === 'answer') answers.push(reply.answer.body);
    return reply;
  };
  const run = await gateRun(overheard, {
    ...(scenario.demo.task === undefined ? {} : { task: scenario.demo.task }),
    ...rest,
    inputs: {
      verify: 'auto',
      ...(setup.inputs as Partial<Record<InputName, string>>),
      token: 'ghs_notARealToken',
      checkRun: 'true',
      commit: 'a'.repeat(40),
      ...options.inputs,
    },
    variables: {
      ALIBABA_CLOUD_ACCESS_KEY_ID: undefined,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: undefined,
      GITHUB_JOB: 'deploy',
      GITHUB_EVENT_PATH: '/event.json',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: '1658821493',
      ...setup.env,
      ...options.variables,
    },
    world: { github: () => recordingGitHub(checks), modifiedMs: () => WALL_START_MS, ...options.world },
  });
  return { ...run, checks, answers, aborted };
}

function recordingGitHub(checks: CheckRunContent[]): GitHubApi {
  return {
    runTimes: () =>
      Promise.resolve({
        kind: 'done',
        value: { createdMs: WALL_START_MS - 5_000, attemptStartedMs: WALL_START_MS - 5_000 },
      }),
    createCheckRun: content => {
      checks.push(content);
      return Promise.resolve({ kind: 'done', value: 1 });
    },
    updateCheckRun: (id, content) => {
      checks.push(content);
      return Promise.resolve({ kind: 'done', value: id });
    },
  };
}

function simulatorScript(scenario: Scenario, timeScale: number, aborted: AbortedOrder[]): Script {
  let nowEpochMs = WALL_START_MS;
  const simulation: Simulation = {
    scenario,
    story: new Story('clock', timeScale, WALL_START_MS),
    startEpochMs: WALL_START_MS,
    accounts: new AccountBook(scenario.accounts.length === 0 ? [DEMO_ACCOUNT] : scenario.accounts),
    usedNonces: new Set(),
    begun: [],
    aborted,
    log: new RequestLog(),
    nowMs: () => nowEpochMs,
    closing: new AbortController().signal,
  };
  return seen => {
    nowEpochMs = WALL_START_MS + seen.atMs;
    const response = new CapturedResponse();
    handleRequest(simulation, incoming(seen), response.asResponse);
    return response.reply;
  };
}

function incoming({ request, url }: Seen): IncomingRequest {
  const rawQuery = url.search.slice(1);
  return {
    method: request.method,
    rawPath: url.pathname,
    rawQuery,
    query: Object.fromEntries(parseQuery(rawQuery)),
    headers: { host: url.host, ...request.headers },
    body: Buffer.from(request.body ?? '', 'utf8'),
  };
}
