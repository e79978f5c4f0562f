/**
 * From the deploy to the verdict, with a client that nobody here wrote: Alibaba Cloud's SDK calls
 * DeployApplication, as a deploy tool does, and the built action and the built command wait for what that
 * begins, by the id that it answers and by the description that it was given. Besides, each call of the
 * Alibaba Cloud CLI that a document shows has to be one that the SDK's models know.
 *
 *   node scripts/run.mjs testbed/judges/deploy.ts
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { API_PATHS } from '../../src/sae/client.ts';
import { runAction } from '../runner/run-action.ts';
import { DEMO_APPLICATION } from '../simulator/application.ts';
import { perRequest } from '../simulator/pace.ts';
import { DEMO_REPOSITORY } from '../simulator/release.ts';
import type { ScenarioName } from '../simulator/scenarios.ts';
import type { Simulator } from '../simulator/server.ts';
import { startSimulator } from '../simulator/server.ts';
import type { SdkAnswer, SdkQuestion } from './ask-with-sdk.ts';
import { askWithSdk } from './ask-with-sdk.ts';
import { deployable } from './deployable.ts';
import { documentedCalls } from './documented-calls.ts';
import { ROOT } from './folders.ts';
import type { Judgement } from './judge.ts';
import { judge } from './judge.ts';
import { plainEnvironment } from './plain-environment.ts';

const IMAGE = `${DEMO_REPOSITORY}:3.1`;
const DESCRIPTION = 'gh-1000000003-1';
const AppId = DEMO_APPLICATION.id;

/** By how much each request moves a story on, and by how much the shown times go on with it. */
const STORY_PER_REQUEST_MS = 30_000;
const SHOWN_PER_REQUEST_MS = 80;

/** Inputs of the action that name the order: by the id of the deploy's answer, or by what is known beforehand. */
const BY_ID = 'id';
const BY_DESCRIPTION = 'description';

interface Story {
  readonly scenario: ScenarioName;
  readonly by: typeof BY_ID | typeof BY_DESCRIPTION;
  /** Inputs of the gate besides. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The code with which the deploy is refused, since the scenario's own order runs; a deploy begins one, if not given. */
  readonly refused?: string;
  readonly verdict: string;
}

const EXPECTED = { expectImage: IMAGE };

const STORIES: readonly Story[] = [
  { scenario: 'success', by: BY_ID, inputs: EXPECTED, verdict: 'succeeded' },
  { scenario: 'success', by: BY_DESCRIPTION, inputs: EXPECTED, verdict: 'succeeded' },
  { scenario: 'failed-batch', by: BY_ID, inputs: EXPECTED, verdict: 'failed' },
  { scenario: 'image-pull', by: BY_DESCRIPTION, verdict: 'failed' },
  {
    scenario: 'success',
    by: BY_ID,
    inputs: { expectImage: `${DEMO_REPOSITORY}:3.2`, verifyTimeout: '2s' },
    verdict: 'unhealthy',
  },
  // The order of somebody else that is in the way is never taken for the one that was not begun.
  {
    scenario: 'success',
    by: BY_DESCRIPTION,
    refused: 'Application.ChangerOrderRunning',
    inputs: { discoveryTimeout: '2s' },
    verdict: 'not-found',
  },
];

/** A story whose deploy has been asked for, and with what the gate is to find its order. */
interface Deployed {
  readonly story: Story;
  readonly simulator: Simulator;
  readonly answer: SdkAnswer;
}

/** What the SDK's deploys have to be refused with, each after the deploys before it in the same world. */
const REFUSALS: readonly {
  readonly parameters: SdkQuestion['parameters'];
  readonly code: string | undefined;
}[] = [
  { parameters: { AppId, ImageUrl: IMAGE, ChangeOrderDesc: DESCRIPTION }, code: undefined },
  { parameters: { AppId, ImageUrl: IMAGE }, code: 'Application.ChangerOrderRunning' },
  { parameters: { AppId: 'no-such-application', ImageUrl: IMAGE }, code: 'InvalidAppId.NotFound' },
  { parameters: { ImageUrl: IMAGE }, code: 'InvalidParameter.NotEmpty' },
  { parameters: { AppId, PackageType: 'Image' }, code: 'InvalidParameter.NotEmpty' },
];

function worldOf({ scenario, refused }: Pick<Story, 'scenario' | 'refused'>): Promise<Simulator> {
  return startSimulator({
    scenario: refused === undefined ? deployable(scenario) : scenario,
    pace: perRequest(STORY_PER_REQUEST_MS),
    timeScale: STORY_PER_REQUEST_MS / SHOWN_PER_REQUEST_MS,
  });
}

/** A deploy of the image; `AssociateEip` stands in the form and the others in the query, as the SDK has it. */
function deployAt({ url }: Simulator): SdkQuestion {
  const parameters = { AppId, ImageUrl: IMAGE, ChangeOrderDesc: DESCRIPTION, AssociateEip: 'false' };
  return { endpoint: new URL(url).host, operation: 'DeployApplication', parameters };
}

function idOf({ wire }: SdkAnswer): string {
  return (wire as { readonly Data?: { readonly ChangeOrderId?: string } } | null)?.Data?.ChangeOrderId ?? '';
}

/** What the gate is told: as inputs of the action, which are flags of the command. */
function inputsFor({ story, simulator, answer }: Deployed): Readonly<Record<string, string>> {
  const order =
    story.by === BY_ID
      ? { changeOrderId: idOf(answer) }
      : { changeOrderId: 'auto', appId: AppId, descriptionContains: DESCRIPTION, createdAfter: '10m' };
  return {
    ...order,
    endpoint: simulator.url,
    regionId: 'cn-hangzhou',
    minPollInterval: '250ms',
    maxPollInterval: '500ms',
    maxCallsPerMinute: '100000',
    ...story.inputs,
  };
}

/** How one of the two programs ended. */
interface Ended {
  readonly program: 'the action' | 'the command';
  readonly verdict: string | undefined;
  readonly orderId: string | undefined;
  readonly exitCode: number | null;
  /** What it printed, for whoever has to find out why. */
  readonly printed: string;
}

async function waitWithAction(deployed: Deployed): Promise<Ended> {
  const { accessKeyId, accessKeySecret } = deployed.simulator;
  await using action = runAction({ inputs: { ...inputsFor(deployed), accessKeyId, accessKeySecret } });
  const { outputs, exitCode, stdout: printed } = await action.done;
  const { verdict, changeOrderId: orderId } = outputs;
  return { program: 'the action', verdict, orderId, exitCode, printed };
}

async function waitWithCommand(deployed: Deployed): Promise<Ended> {
  const { accessKeyId, accessKeySecret } = deployed.simulator;
  const flags = Object.entries(inputsFor(deployed)).map(([name, value]) => {
    const flag = name.replaceAll(/[A-Z]/gu, letter => `-${letter.toLowerCase()}`);
    return `--${flag}=${value}`;
  });
  const child = spawn(process.execPath, [path.join(ROOT, 'dist/cli.js'), 'wait', '--json', ...flags], {
    env: {
      ...plainEnvironment(),
      ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const { verdict, orders: [order] = [] } = lastLine(stdout);
  const orderId = order?.changeOrderId;
  return { program: 'the command', verdict, orderId, exitCode, printed: `${stdout}${stderr}` };
}

interface Result {
  readonly verdict?: string;
  readonly orders?: readonly { readonly changeOrderId?: string }[];
}

/** The result, which `--json` prints last; an empty one where it prints none. */
function lastLine(stdout: string): Result {
  const line = stdout.trim().split('\n').at(-1) ?? '';
  return line.startsWith('{') ? (JSON.parse(line) as Result) : {};
}

/** What is wrong with how a story went: with the deploy's answer, the gate's verdict, or what it asked for. */
function complaintsAbout(deployed: Deployed, ended: Ended): readonly string[] {
  const { story, simulator, answer } = deployed;
  const { program, verdict, orderId, exitCode, printed } = ended;
  const where = `${program}, ${story.scenario} by ${story.by}`;
  const was = `${String(verdict)} of ${String(orderId)}, exit ${exitCode === 0 ? 'green' : 'red'}`;
  const begun = story.refused === undefined ? idOf(answer) : undefined;
  const wanted = `${story.verdict} of ${String(begun)}, exit ${story.verdict === 'succeeded' ? 'green' : 'red'}`;
  const [deploy, ...asked] = simulator.requests;
  const strange = asked.filter(
    ({ method, action, refusal }) => method !== 'GET' || !(action in API_PATHS) || refusal !== undefined,
  );
  return [
    ...(answer.refused === story.refused
      ? []
      : [`${where}: the deploy was refused: ${String(answer.refused)}`]),
    ...(begun === '' ? [`${where}: the deploy began no order`] : []),
    ...(answer.refused === undefined ? answer.differences : []).map(one => `DeployApplication ${one}`),
    ...(deploy?.action === 'DeployApplication' ? [] : [`${where}: the deploy was not the first request`]),
    ...(was === wanted ? [] : [`${where}: wanted ${wanted}, was ${was}: ${printed.slice(-600)}`]),
    ...strange.map(({ method, action }) => `${where}: the gate asked ${method} ${action}`),
  ];
}

/** Both programs in worlds of their own, in each of the stories; they all deploy first, with one SDK. */
async function playStories(): Promise<readonly string[]> {
  await using running = new AsyncDisposableStack();
  const plays = STORIES.flatMap(story => [waitWithAction, waitWithCommand].map(wait => ({ story, wait })));
  const simulators = await Promise.all(plays.map(({ story }) => worldOf(story)));
  for (const simulator of simulators) running.use(simulator);
  const answers = await askWithSdk(simulators.map(deployAt));
  const complaints = plays.map(async ({ story, wait }, index) => {
    const [simulator, answer] = [simulators[index], answers[index]];
    if (simulator === undefined || answer === undefined) throw new Error('A deploy was not answered.');
    const deployed = { story, simulator, answer };
    return complaintsAbout(deployed, await wait(deployed));
  });
  return (await Promise.all(complaints)).flat();
}

/** What the SDK makes of deploys that are refused. */
async function judgeRefusals(): Promise<readonly string[]> {
  await using simulator = await worldOf({ scenario: 'success' });
  const { host: endpoint } = new URL(simulator.url);
  const answers = await askWithSdk(
    REFUSALS.map(({ parameters }) => ({ endpoint, operation: 'DeployApplication', parameters })),
  );
  return REFUSALS.flatMap(({ parameters, code }, index) => {
    const refused = answers[index]?.refused;
    return refused === code
      ? []
      : [`${JSON.stringify(parameters)}: wanted ${String(code)}, in the SDK's eyes ${String(refused)}`];
  });
}

/** Flags of the CLI's own, as its source has them; the API's parameters begin with a capital. */
const FLAGS_OF_THE_CLI = ['region'];

/** What the models of the SDK do not know of the calls that documents and messages show. */
async function judgeDocuments(): Promise<readonly string[]> {
  const calls = documentedCalls();
  const answers = await askWithSdk(calls.map(({ operation }) => ({ operation, parameters: {} })));
  const shown = calls.filter(({ flags }) => flags.length > 0).length;
  return [
    ...(shown < LEAST_CALLS_SHOWN ? [`only ${shown} calls were found in the documents`] : []),
    ...calls.flatMap(({ file, operation, flags }, index) => {
      const { differences = [], parameters = [] } = answers[index] ?? {};
      const unknown = flags.filter(flag => !parameters.includes(flag) && !FLAGS_OF_THE_CLI.includes(flag));
      return [...differences, ...unknown.map(flag => `${operation} has no parameter ${flag}`)].map(
        complaint => `${file}: ${complaint}`,
      );
    }),
  ];
}

/** Fewer than the documents show: a search that finds less has gone blind. */
const LEAST_CALLS_SHOWN = 15;

await judge("Alibaba Cloud's SDK for SAE, as the deploy tool", async (): Promise<Judgement> => {
  const complaints = [...(await playStories()), ...(await judgeRefusals()), ...(await judgeDocuments())];
  const programs = 2 * STORIES.length;
  return {
    seen: `${programs} waits after a deploy, by its id and by its description, green and red; ${REFUSALS.length - 1} deploys refused; all ${documentedCalls().length} calls in the documents are ones it knows. The Alibaba Cloud CLI itself is left out, since no package that can be had here holds it`,
    complaints: [...new Set(complaints)],
  };
});
