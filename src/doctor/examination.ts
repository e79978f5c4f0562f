import { dateHeaderMs } from '../http/server-time.ts';
import type { CreateTimeZone, HealthChecks, ListOrder, PageSizeObeyed, Replacement } from './facts.ts';
import { createTimeZone, healthChecks, listOrder, pageSizeObeyed, replacement } from './facts.ts';
import { itemsOf, textOf } from './fields.ts';
import type { OperationName } from './operations.ts';
import { OPERATION_NAMES, documentedAnswer } from './operations.ts';
import type { Shape } from './value-shape.ts';
import { bodyShape } from './value-shape.ts';
import type { NotAsked, Outcome, Row, WholeAnswer } from './outcome.ts';
import { befallsAll, outcomeOf } from './outcome.ts';

export type AskOperation = (
  operation: OperationName,
  query: Readonly<Record<string, string>>,
) => Promise<WholeAnswer>;

/** What to examine, and how. */
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

/** The form of `Namespace` in a call of ListAppEvents, and what it returned. */
export interface NamespaceForm {
  /** `whole` is the configuration's namespace; `short` the part after its colon. */
  readonly form: 'whole' | 'short';
  readonly brought: 'events' | 'none' | 'fault';
}

/** What the answers show together. */
export interface Facts {
  /** How far the server's clock is ahead of this machine's; `undefined` if it does not report its time. */
  readonly clockAheadMs: number | undefined;
  readonly createTimeZone: CreateTimeZone;
  readonly pageSize: PageSizeObeyed;
  readonly listOrder: ListOrder;
  readonly healthChecks: HealthChecks;
  readonly replacement: Replacement;
  readonly namespaces: readonly NamespaceForm[];
}

/** One answer, as it may be shared. */
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
 * Calls every operation that the features need, and a few twice with other parameters; one at a time.
 * Read-only. Never rejects because of an answer. The result contains no value of the account.
 */
export async function examine(parts: ExaminationParts): Promise<Examination> {
  const running = new Running(parts);
  await running.run();
  return running.examination();
}

/** The newest order of the list is examined; a deploy takes precedence. */
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

  /** The application's ID: as given, or that of the given name. */
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

  /** In each form of the namespace, so that the answers show which one works. */
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
   * Calls an operation and records how it answers; returns its `Data`, if any. Without a query it is not
   * called: `by` is the operation that should have named what to call it for.
   */
  async #ask(operation: OperationName, by: OperationName, query: Query | undefined): Promise<unknown> {
    const why = this.#whyNotAsked(query, by);
    if (why !== undefined || query === undefined) {
      this.#outcomes.set(operation, { kind: 'not-asked', why: why ?? { kind: 'nothing-named', by } });
      return undefined;
    }
    const came = await this.#send(operation, query);
    // A cancelled call is no answer.
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

  /** Calls it once more with other parameters: that may be refused, and says nothing about the operation. */
  async #askAgain(operation: OperationName, query: Query): Promise<'unasked' | { readonly data: unknown }> {
    if (this.#parts.cancel.aborted || this.#faultOfAll !== undefined) return 'unasked';
    return { data: dataOf(await this.#send(operation, query)) };
  }

  async #send(operation: OperationName, query: Query): Promise<WholeAnswer> {
    const came = await this.#parts.ask(operation, query);
    const { http, cameWallMs } = came;
    if (http === undefined) return came;
    const serverMs = dateHeaderMs(http.headers['date']);
    if (serverMs !== undefined) this.#clockAheadMs ??= serverMs - cameWallMs;
    const shape = bodyShape(http.body, documentedAnswer(operation));
    this.#answers.push({ operation, httpStatus: http.status, shape });
    return came;
  }
}

type Query = Readonly<Record<string, string>>;

function named(name: string, value: string | undefined): Query | undefined {
  return value === undefined ? undefined : { [name]: value };
}

/** The ID of the newest deploy of a list, or of its newest order; times of one form sort as texts. */
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
