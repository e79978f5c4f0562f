/**
 * Alibaba Cloud's own SDK for SAE, generated from the API's metadata, asks the simulator all that the gate
 * asks, signed by its own code. Each answer has to fill its typed model with nothing left over, and each
 * field that the gate reads has to be one of that model. What differs for a reason stands in `DIFFERENCES`;
 * a reason that has nothing to explain any more is a complaint too.
 *
 *   node scripts/run.mjs testbed/judges/official-sdk.ts
 */
import type { ApiCall, ApiQuery, ApiWrite } from '../../src/sae/client.ts';
import { API_PATHS, API_WRITES } from '../../src/sae/client.ts';
import type { Documented } from '../../src/doctor/operations.ts';
import { DATA, OPERATION_NAMES } from '../../src/doctor/operations.ts';
import { openEnvelope } from '../../src/http/envelope.ts';
import { changeOrder } from '../simulator/change-order.ts';
import { standingAt } from '../simulator/pace.ts';
import type { ScenarioName } from '../simulator/scenarios.ts';
import { SAMPLE_APPLICATION, SAMPLE_CHANGE_ORDER } from '../simulator/reference-samples.ts';
import type { Simulator } from '../simulator/server.ts';
import { startSimulator } from '../simulator/server.ts';
import { MINUTE_MS } from '../simulator/story-time.ts';
import type { SdkAnswer } from './ask-with-sdk.ts';
import { askWithSdk } from './ask-with-sdk.ts';
import type { Reader } from './gate-questions.ts';
import { diagnosisReaders, orderReaders, runningReaders, undoReader } from './gate-questions.ts';
import type { Judgement } from './judge.ts';
import { judge } from './judge.ts';
import { recordedReads } from './recorded-reads.ts';

/** Where the wire, the reference and the SDK's model are not of one opinion, and why that is left so. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  'DescribeChangeOrder Code: str in the model, on the wire int':
    "The reference's own sample answer has the number 200 there. The gate takes both, and is tried on both.",
};

/** Scenarios and the moment of their story at which all is asked: running, failed in each way, over, and after. */
const WORLDS: readonly (readonly [ScenarioName, number])[] = [
  ['success', 2 * MINUTE_MS],
  ['success', 60 * MINUTE_MS],
  ['failed-batch', 60 * MINUTE_MS],
  ['image-pull', 60 * MINUTE_MS],
  ['crash-loop', 60 * MINUTE_MS],
  ['out-of-memory', 60 * MINUTE_MS],
  ['needs-rollback', 60 * MINUTE_MS],
  ['released-by-nobody', 60 * MINUTE_MS],
  ['draining', MINUTE_MS],
  ['crash-after-success', 4 * MINUTE_MS],
  ['package-version', 2 * MINUTE_MS],
  ['by-name', MINUTE_MS],
];

/** Scenarios in which an order is rolled back at this moment: by an order of its own, and by itself. */
const UNDONE: readonly (readonly [ScenarioName, number])[] = [
  ['rolled-back', 4 * MINUTE_MS],
  ['rolled-back-in-place', 4 * MINUTE_MS],
];

/** One in which the order has ended: what is refused then. */
const ENDED: readonly [ScenarioName, number] = ['rollback-too-late', 60 * MINUTE_MS];

/** The errors that the SDK has to understand as the gate does. */
const REFUSALS: readonly (Asked & { readonly code: string })[] = [
  {
    operation: 'DescribeChangeOrder',
    parameters: { ChangeOrderId: 'no-such-order' },
    code: 'InvalidChangeOrder.NotFound',
  },
  {
    operation: 'ListChangeOrders',
    parameters: { AppId: 'no-such-application' },
    code: 'InvalidAppId.NotFound',
  },
  { operation: 'DescribePipeline', parameters: {}, code: 'InvalidParameter.NotEmpty' },
];

interface Asked {
  readonly operation: ApiCall | ApiWrite;
  readonly parameters: ApiQuery;
}

interface Question extends Asked {
  /** Host and port. */
  readonly endpoint: string;
  /** What of the gate reads the answer; nothing where it is to be refused. */
  readonly reader?: Reader;
  /** The code of the error that it is to be refused with. */
  readonly code?: string;
}

/** What a reader asks first. */
async function questionOf(reader: Reader): Promise<Asked> {
  const asked: Asked[] = [];
  const fault = { reason: 'no-answer', action: '', message: '' } as const;
  await reader({
    call: (operation, parameters) => {
      asked.push({ operation, parameters });
      return Promise.resolve({ kind: 'fault', fault });
    },
  });
  const [question] = asked;
  if (question === undefined) throw new Error('A reader of the gate asked nothing.');
  return question;
}

/** The fields that a reader looks at where the API answers this. */
function fieldsRead(reader: Reader, wire: unknown): Promise<ReadonlySet<string>> {
  const answer = { status: 200, headers: {}, body: JSON.stringify(wire) };
  return recordedReads(() =>
    reader({ call: action => Promise.resolve(openEnvelope(action, answer, said => said)) }),
  );
}

/** What is found out about each operation. */
class Findings {
  readonly #found = new Set<string>();
  readonly operations = new Set<string>();
  readonly fieldsRead = new Set<string>();
  answers = 0;

  add(operation: string, differences: Iterable<string>): void {
    for (const difference of differences) this.#found.add(`${operation} ${difference}`);
  }

  /** What nobody has given a reason for, and reasons for what is no longer there. */
  complaints(): readonly string[] {
    const unexplained = [...this.#found].filter(found => !Object.hasOwn(DIFFERENCES, found));
    const idle = Object.keys(DIFFERENCES).filter(known => !this.#found.has(known));
    const unasked = Object.keys({ ...API_PATHS, ...API_WRITES }).filter(
      operation => !this.operations.has(operation),
    );
    return [
      ...unexplained.sort(),
      ...idle.map(known => `${known}: explained, and no longer so`),
      ...unasked.map(operation => `${operation} was not asked`),
    ];
  }
}

async function questionsOf(simulator: Simulator, readers: readonly Reader[]): Promise<readonly Question[]> {
  const endpoint = new URL(simulator.url).host;
  return Promise.all(readers.map(async reader => ({ ...(await questionOf(reader)), endpoint, reader })));
}

async function judgeAnswer(findings: Findings, question: Question, answer: SdkAnswer): Promise<void> {
  const { operation, wire, differences, fields, refused } = answer;
  const { reader, code } = question;
  if (code !== undefined) {
    if (refused !== code) findings.add(operation, [`is refused with ${code}, in the SDK's eyes ${refused}`]);
    return;
  }
  findings.answers += 1;
  findings.operations.add(operation);
  findings.add(operation, differences);
  if (reader === undefined || refused !== undefined) return;
  const read = [...(await fieldsRead(reader, wire))];
  for (const field of read) findings.fieldsRead.add(`${operation} ${field}`);
  const strange = read.filter(field => !fields.includes(field));
  findings.add(
    operation,
    strange.map(field => `${field}: read by the gate, not in the model`),
  );
}

/** The fields of an answer as the doctor takes them to be documented, named as the SDK's are. */
function documentedFields(documented: Documented, at: string): readonly string[] {
  if (documented.kind === 'list') return documentedFields(documented.of, `${at}[]`);
  if (documented.kind !== 'fields') return [];
  return Object.entries(documented.fields).flatMap(([name, inner]) => [
    `${at}.${name}`,
    ...documentedFields(inner, `${at}.${name}`),
  ]);
}

/** Where the doctor's table of what is documented and the SDK's models differ. */
async function judgeDoctor(): Promise<readonly string[]> {
  const answers = await askWithSdk(OPERATION_NAMES.map(operation => ({ operation, parameters: {} })));
  return OPERATION_NAMES.flatMap((operation, index) => {
    const known = (answers[index]?.fields ?? []).filter(
      field => field.startsWith('Data.') || field.startsWith('Data['),
    );
    const documented = documentedFields(DATA[operation], 'Data');
    const invented = documented.filter(field => !known.includes(field));
    const forgotten = known.filter(field => !documented.includes(field));
    return [
      ...invented.map(
        field => `${operation} ${field}: the doctor takes it for documented, the model does not have it`,
      ),
      ...forgotten.map(field => `${operation} ${field}: in the model, and the doctor does not know it`),
    ];
  });
}

await judge("Alibaba Cloud's SDK for SAE", async (): Promise<Judgement> => {
  const findings = new Findings();
  const questions: Question[] = [];
  await using running = new AsyncDisposableStack();
  for (const [scenario, storyMs] of WORLDS) {
    const simulator = running.use(await startSimulator({ scenario, pace: standingAt(storyMs) }));
    const orders = simulator.scenario.orders.slice(0, 1);
    const readers = orders.flatMap(order => [
      ...orderReaders(order),
      ...diagnosisReaders(simulator.scenario, order, storyMs),
      ...runningReaders(order.app),
    ]);
    questions.push(...(await questionsOf(simulator, readers)));
  }
  for (const [scenario, storyMs] of UNDONE) {
    const simulator = running.use(await startSimulator({ scenario, pace: standingAt(storyMs) }));
    questions.push(...(await questionsOf(simulator, simulator.scenario.orders.slice(0, 1).map(undoReader))));
  }
  const [endedIn, endedMs] = ENDED;
  const ended = running.use(await startSimulator({ scenario: endedIn, pace: standingAt(endedMs) }));
  const asked = await questionsOf(ended, ended.scenario.orders.slice(0, 1).map(undoReader));
  questions.push(...asked.map(one => ({ ...one, code: 'Application.ChangerOrder.Not.Running' })));
  const simulator = running.use(await startSimulator({ scenario: 'success' }));
  const sample = changeOrder({ id: SAMPLE_CHANGE_ORDER.ChangeOrderId, app: SAMPLE_APPLICATION });
  questions.push(...(await questionsOf(simulator, orderReaders(sample))));
  const { host: endpoint } = new URL(simulator.url);
  questions.push(...REFUSALS.map(refusal => ({ ...refusal, endpoint })));

  const answers = await askWithSdk(questions);
  for (const [index, question] of questions.entries()) {
    const answer = answers[index];
    if (answer !== undefined) await judgeAnswer(findings, question, answer);
  }
  return {
    seen: `${findings.answers} answers of ${findings.operations.size} operations fit its models, which have all ${findings.fieldsRead.size} fields that the gate reads and are what the doctor holds answers against`,
    complaints: [...findings.complaints(), ...(await judgeDoctor())],
  };
});
