import type { Fault, FaultDetail } from '../rollout/fault.ts';
import type { Answer } from '../http/envelope.ts';
import { dateHeaderMs } from '../http/server-time.ts';
import type { HttpAnswer } from '../http/transport.ts';
import { parseJson } from '../http/transport.ts';
import type { CreateTimeZone, HealthChecks, ListOrder, PageSizeObeyed, Replacement } from './facts.ts';
import { createTimeZone, healthChecks, listOrder, pageSizeObeyed, replacement } from './facts.ts';
import { itemsOf, textOf } from './fields.ts';
import { isKnownCode } from './known-values.ts';
import type { OperationName } from './operations.ts';
import { NEEDED, OPERATION_NAMES, documentedAnswer } from './operations.ts';
import type { Shape } from './value-shape.ts';
import { bodyShape } from './value-shape.ts';
import type { Difference } from './differences.ts';
import { compareShape } from './differences.ts';

/** An answer twice: as the gate reads it, and as it came; and this machine's clock then, epoch ms. */
export interface WholeAnswer {
  readonly answer: Answer;
  /** `undefined` where none came. */
  readonly http: HttpAnswer | undefined;
  readonly cameWallMs: number;
}

export type AskOperation = (
  operation: OperationName,
  query: Readonly<Record<string, string>>,
) => Promise<WholeAnswer>;

/** What is to be found out, and about what. */
export interface ExaminationParts {
  readonly ask: AskOperation;
  readonly appId: string | undefined;
  readonly appName: string | undefined;
  readonly changeOrderId: string | undefined;
  /** As the inputs `diagnose` and `diagnoseLogs` have it. */
  readonly diagnose: boolean;
  readonly diagnoseLogs: boolean;
  readonly cancel: AbortSignal;
}

/** Why an operation was not asked. */
export type NotAsked =
  /** Nobody wants it: what it is for is not switched on. */
  | { readonly kind: 'no-diagnosis' | 'no-logs' | 'no-name' }
  /** The answer that would have named what to ask about did not. */
  | { readonly kind: 'nothing-named'; readonly by: OperationName }
  /** What befell that call would befall every other. */
  | { readonly kind: 'after-fault'; readonly of: OperationName }
  | { readonly kind: 'cancelled' };

export type Outcome =
  | { readonly kind: 'works'; readonly unknownFields: number }
  /** No permission for it. */
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | {
      readonly kind: 'otherwise';
      readonly differences: readonly Difference[];
      readonly unknownFields: number;
    }
  | { readonly kind: 'not-asked'; readonly why: NotAsked };

/** How one operation answers. */
export interface Row {
  readonly operation: OperationName;
  readonly outcome: Outcome;
}

/** Which form of `Namespace` ListAppEvents was asked with, and what that brought. */
export interface NamespaceForm {
  /** `whole` is as the configuration names it; `short` what stands after its colon. */
  readonly form: 'whole' | 'short';
  readonly brought: 'events' | 'none' | 'fault';
}

/** What the answers tell beyond themselves. */
export interface Facts {
  /** How far the server's clock is ahead of this machine's; `undefined` where it does not tell. */
  readonly clockAheadMs: number | undefined;
  readonly createTimeZone: CreateTimeZone;
  readonly pageSize: PageSizeObeyed;
  readonly listOrder: ListOrder;
  readonly healthChecks: HealthChecks;
  readonly replacement: Replacement;
  readonly namespaces: readonly NamespaceForm[];
}

/** One answer, as a record of it may be given away. */
export interface RecordedAnswer {
  readonly operation: OperationName;
  readonly httpStatus: number;
  readonly shape: Shape;
}

export interface Examination {
  readonly rows: readonly Row[];
  readonly facts: Facts;
  readonly answers: readonly RecordedAnswer[];
}

/**
 * Asks every operation once that the features need, and a few twice with other parameters; one at a time.
 * Only reads. Never rejects because of an answer. Nothing of what it gives holds a value of the account's.
 */
export async function examine(parts: ExaminationParts): Promise<Examination> {
  const running = new Running(parts);
  await running.run();
  return running.examination();
}

/** Of two orders of the list the newer one is asked about; a deploy before all others. */
const DEPLOYS: readonly string[] = ['CoDeploy', 'CoCreateApp'];

class Running {
  readonly #parts: ExaminationParts;
  readonly #outcomes = new Map<OperationName, Outcome>();
  readonly #answers: RecordedAnswer[] = [];
  readonly #namespaces: NamespaceForm[] = [];
  #clockAheadMs: number | undefined;
  #faultOfAll: OperationName | undefined;
  #list: unknown;
  #largePage: unknown;
  #order: unknown;
  #instances: unknown;
  #config: unknown;

  constructor(parts: ExaminationParts) {
    this.#parts = parts;
  }

  async run(): Promise<void> {
    const { diagnose } = this.#parts;
    const appId = await this.#application();
    await this.#orders(appId);
    if (!diagnose) return;
    const [firstBatch] = itemsOf(this.#order, 'Pipelines');
    const pipelineId = textOf(firstBatch, 'PipelineId');
    await this.#ask('DescribePipeline', 'DescribeChangeOrder', named('PipelineId', pipelineId));
    const ofApp = named('AppId', appId ?? textOf(this.#order, 'AppId'));
    await this.#ask('DescribeApplicationStatus', 'DescribeChangeOrder', ofApp);
    await this.#askInstances(ofApp);
    await this.#askEvents(ofApp);
  }

  examination(): Examination {
    const { appName, diagnose, diagnoseLogs, cancel } = this.#parts;
    const notAsked = (operation: OperationName): NotAsked => {
      if (cancel.aborted) return { kind: 'cancelled' };
      if (operation === 'ListApplications' && appName === undefined) return { kind: 'no-name' };
      if (operation === 'DescribeInstanceLog' && !diagnoseLogs) return { kind: 'no-logs' };
      return diagnose ? { kind: 'nothing-named', by: 'DescribeChangeOrder' } : { kind: 'no-diagnosis' };
    };
    return {
      rows: OPERATION_NAMES.map(operation => ({
        operation,
        outcome: this.#outcomes.get(operation) ?? { kind: 'not-asked', why: notAsked(operation) },
      })),
      facts: {
        clockAheadMs: this.#clockAheadMs,
        createTimeZone: createTimeZone(this.#order),
        pageSize: this.#largePage === 'unasked' ? 'unknown' : pageSizeObeyed(this.#largePage),
        listOrder: listOrder(this.#list),
        healthChecks: healthChecks(this.#config, this.#instances),
        replacement: replacement(this.#order, this.#instances),
        namespaces: this.#namespaces,
      },
      answers: this.#answers,
    };
  }

  /** The application's id: as given, or the one that has the given name. */
  async #application(): Promise<string | undefined> {
    const { appId, appName } = this.#parts;
    if (appName === undefined) return appId;
    const query = { AppName: appName, CurrentPage: '1', PageSize: '20' };
    const found = itemsOf(await this.#ask('ListApplications', 'ListApplications', query), 'Applications');
    const itself = found.find(one => textOf(one, 'AppName') === appName);
    return appId ?? textOf(itself, 'AppId');
  }

  async #orders(appId: string | undefined): Promise<void> {
    const { changeOrderId } = this.#parts;
    const page = named('AppId', appId);
    this.#largePage = 'unasked';
    if (appId !== undefined || changeOrderId === undefined) {
      const first = page && { ...page, CurrentPage: '1', PageSize: '20' };
      this.#list = await this.#ask('ListChangeOrders', 'ListApplications', first);
      if (page !== undefined && this.#list !== undefined) {
        const large = await this.#askAgain('ListChangeOrders', { ...page, CurrentPage: '1', PageSize: '50' });
        this.#largePage = large === 'unasked' ? large : large.data;
      }
    }
    const id = changeOrderId ?? newestOrderId(this.#list);
    this.#order = await this.#ask('DescribeChangeOrder', 'ListChangeOrders', named('ChangeOrderId', id));
    if (appId === undefined && changeOrderId !== undefined) {
      const query = named('AppId', textOf(this.#order, 'AppId'));
      this.#list = await this.#ask('ListChangeOrders', 'DescribeChangeOrder', query);
    }
  }

  async #askInstances(ofApp: Query | undefined): Promise<void> {
    const groups = await this.#ask('DescribeApplicationGroups', 'DescribeChangeOrder', ofApp);
    const [group] = itemsOf({ groups }, 'groups');
    const groupId = textOf(group, 'GroupId');
    const query = groupId === undefined || ofApp === undefined ? undefined : { ...ofApp, GroupId: groupId };
    this.#instances = await this.#ask(
      'DescribeApplicationInstances',
      'DescribeApplicationGroups',
      query && { ...query, CurrentPage: '1', PageSize: '100', Reverse: 'false' },
    );
    if (!this.#parts.diagnoseLogs) return;
    const [instance] = itemsOf(this.#instances, 'Instances');
    const instanceId = named('InstanceId', textOf(instance, 'InstanceId'));
    await this.#ask('DescribeInstanceLog', 'DescribeApplicationInstances', instanceId);
  }

  /** In each form of the namespace, so that the answers tell which one it takes. */
  async #askEvents(ofApp: Query | undefined): Promise<void> {
    this.#config = await this.#ask('DescribeApplicationConfig', 'DescribeChangeOrder', ofApp);
    const namespaceId = textOf(this.#config, 'NamespaceId');
    const query = (namespace: string): Query => ({
      ...ofApp,
      Namespace: namespace,
      CurrentPage: '1',
      PageSize: '100',
    });
    const whole = namespaceId === undefined ? undefined : query(namespaceId);
    const events = await this.#ask('ListAppEvents', 'DescribeApplicationConfig', whole);
    const { kind } = this.#outcomes.get('ListAppEvents') ?? { kind: 'not-asked' };
    // Without the permission every form is refused.
    if (namespaceId === undefined || kind === 'not-asked' || kind === 'refused') return;
    this.#namespaces.push({ form: 'whole', brought: eventsIn(events) });
    const [, short] = /^[^:]+:(.+)$/u.exec(namespaceId) ?? [];
    if (short === undefined) return;
    const again = await this.#askAgain('ListAppEvents', query(short));
    if (again !== 'unasked') this.#namespaces.push({ form: 'short', brought: eventsIn(again.data) });
  }

  /**
   * Asks an operation and takes down how it answers; gives its `Data`, where there is any. Without a query
   * it is not asked: `by` is the operation that should have named what to ask about.
   */
  async #ask(operation: OperationName, by: OperationName, query: Query | undefined): Promise<unknown> {
    const why = this.#whyNotAsked(query, by);
    if (why !== undefined || query === undefined) {
      this.#outcomes.set(operation, { kind: 'not-asked', why: why ?? { kind: 'nothing-named', by } });
      return undefined;
    }
    const came = await this.#send(operation, query);
    // Given up is not answered.
    const isCut = this.#parts.cancel.aborted && came.answer.kind === 'fault';
    const outcome: Outcome = isCut
      ? { kind: 'not-asked', why: { kind: 'cancelled' } }
      : outcomeOf(operation, came);
    this.#outcomes.set(operation, outcome);
    const fault = 'fault' in outcome ? outcome.fault : undefined;
    if (fault !== undefined && befallsAll(fault)) this.#faultOfAll = operation;
    return dataOf(came);
  }

  #whyNotAsked(query: Query | undefined, by: OperationName): NotAsked | undefined {
    if (this.#parts.cancel.aborted) return { kind: 'cancelled' };
    if (this.#faultOfAll !== undefined) return { kind: 'after-fault', of: this.#faultOfAll };
    return query === undefined ? { kind: 'nothing-named', by } : undefined;
  }

  /** Asks once more with other parameters: that may well be refused, and says nothing of the operation. */
  async #askAgain(operation: OperationName, query: Query): Promise<'unasked' | { readonly data: unknown }> {
    if (this.#parts.cancel.aborted || this.#faultOfAll !== undefined) return 'unasked';
    return { data: dataOf(await this.#send(operation, query)) };
  }

  async #send(operation: OperationName, query: Query): Promise<WholeAnswer> {
    const came = await this.#parts.ask(operation, query);
    const { http, cameWallMs } = came;
    if (http === undefined) return came;
    const toldMs = dateHeaderMs(http.headers['date']);
    if (toldMs !== undefined) this.#clockAheadMs ??= toldMs - cameWallMs;
    const shape = bodyShape(http.body, documentedAnswer(operation));
    this.#answers.push({ operation, httpStatus: http.status, shape });
    return came;
  }
}

type Query = Readonly<Record<string, string>>;

function named(name: string, value: string | undefined): Query | undefined {
  return value === undefined ? undefined : { [name]: value };
}

/** The id of the newest deploy of a list, or of its newest order; times of one form sort as texts. */
function newestOrderId(list: unknown): string | undefined {
  const orders = itemsOf(list, 'ChangeOrderList').filter(one => textOf(one, 'ChangeOrderId') !== undefined);
  const deploys = orders.filter(one => DEPLOYS.includes(textOf(one, 'CoTypeCode') ?? ''));
  const [newest] = (deploys.length > 0 ? deploys : orders).toSorted((a, b) =>
    (textOf(b, 'CreateTime') ?? '') < (textOf(a, 'CreateTime') ?? '') ? -1 : 1,
  );
  return textOf(newest, 'ChangeOrderId');
}

function eventsIn(data: unknown): NamespaceForm['brought'] {
  if (data === undefined) return 'fault';
  return itemsOf(data, 'AppEventEntity').length > 0 ? 'events' : 'none';
}

function dataOf({ answer }: WholeAnswer): unknown {
  return answer.kind === 'data' ? answer.data : undefined;
}

/** How an operation answers. Pure. */
export function outcomeOf(operation: OperationName, { answer, http }: WholeAnswer): Outcome {
  if (answer.kind === 'fault') {
    const fault = withoutForeignText(answer.fault);
    return { kind: fault.reason === 'permission' ? 'refused' : 'failed', fault };
  }
  // As it came, and not as it is read: there secrets are hidden in it.
  const body = parseJson(http?.body ?? '');
  const documented = documentedAnswer(operation);
  const { differences, unknownFields } = compareShape(body, documented, NEEDED[operation]);
  return differences.length === 0
    ? { kind: 'works', unknownFields }
    : { kind: 'otherwise', differences, unknownFields };
}

/** What is this machine's own doing, or the network's, or holds nothing of an answer. */
const OWN_DETAILS: readonly FaultDetail['kind'][] = [
  'given-up',
  'time-limit',
  'too-large',
  'no-data',
  'not-allowed',
  'no-token',
  'token-file',
  'by-token-file',
  'no-credentials',
];

/** A fault with nothing in it that an answer said, save a code that the reference names. Pure. */
export function withoutForeignText(fault: Fault): Fault {
  const { reason, action, code, httpStatus, clockAheadMs, detail, message } = fault;
  return {
    reason,
    action,
    // Where there was an answer, the message is that answer's.
    message: httpStatus === undefined ? message : '',
    ...(code !== undefined && isKnownCode(code) ? { code } : {}),
    ...(httpStatus === undefined ? {} : { httpStatus }),
    ...(clockAheadMs === undefined ? {} : { clockAheadMs }),
    ...(detail !== undefined && OWN_DETAILS.includes(detail.kind) ? { detail } : {}),
  };
}

/** Whether every other call would meet with the same: it is about who asks, from where, or whom. */
function befallsAll({ reason }: Fault): boolean {
  switch (reason) {
    case 'credentials':
    case 'credentials-expired':
    case 'clock':
    case 'certificate':
    case 'network':
    case 'unknown-host':
    case 'no-answer':
    case 'no-id-token':
    case 'role-refused':
      return true;
    default:
      return false;
  }
}

/** Without these no order is found, and none is polled. */
const WAITING: readonly OperationName[] = ['ListApplications', 'ListChangeOrders', 'DescribeChangeOrder'];

/**
 * Whether the operations work that a wait needs; all others are for the diagnosis. `undefined` where one
 * answers otherwise than documented: the gate may or may not be able to read that. Pure.
 */
export function canWait({ rows }: Pick<Examination, 'rows'>): boolean | undefined {
  const needed = rows.filter(({ operation }) => WAITING.includes(operation));
  const isRead = needed.filter(({ outcome }) => outcome.kind !== 'otherwise');
  if (!allWorks({ rows: isRead })) return false;
  return isRead.length === needed.length || undefined;
}

/** Whether each operation that is needed answers as it is documented. Pure. */
export function allWorks({ rows }: Pick<Examination, 'rows'>): boolean {
  return rows.every(({ outcome }) => {
    if (outcome.kind !== 'not-asked') return outcome.kind === 'works';
    return ['no-diagnosis', 'no-logs', 'no-name'].includes(outcome.why.kind);
  });
}
