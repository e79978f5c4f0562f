import { createHash } from 'node:crypto';
import { beijingTime } from '../support/sae-account.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';
import { isAboutNone, toldOfRunning } from './running-account.ts';
import type { WorldRunning } from './world-instances.ts';
import type { NamedInWorld, State, World, WorldOrder } from './world.ts';

type Fields = Readonly<Record<string, unknown>>;
type Query = Readonly<Record<string, string>>;

/** What an API call answers: its `Data`, or the code of its refusal. */
export type Told = { readonly data: unknown } | { readonly refused: string };

const THREE_MONTHS_MS = 90 * 24 * 3_600_000;
const LAST_ID = '\uffff';

/** The account of a world: what it tells at a moment. */
export class WorldAccount {
  readonly orders: readonly WorldOrder[];
  readonly #running: WorldRunning;
  readonly #longestListPage: number;
  readonly #applications: readonly NamedInWorld[];

  constructor({ orders, fillers, running, longestListPage, wish }: World) {
    this.#longestListPage = longestListPage;
    this.#running = running;
    const [appIds, others] = wish.by === 'application' ? [wish.appIds, wish.names?.others ?? []] : [[], []];
    this.#applications = [...appIds.map(inProduction), ...others];
    const old = Array.from({ length: fillers }, (_, index) => filler(index));
    this.orders = [...orders, ...old];
  }

  tell(call: string, query: Query, atMs: number): Told {
    switch (call) {
      case 'DescribeChangeOrder':
        return this.#describe(query['ChangeOrderId'], atMs);
      case 'ListChangeOrders':
        return { data: this.#list(query, atMs) };
      case 'listApplications':
        return { data: this.#named(query) };
      default:
        if (isAboutNone(this.#running, call, query, atMs)) return { refused: 'InvalidAppId.NotFound' };
        // What only the diagnosis asks for: nothing of it can be a reason to be green.
        return { data: toldOfRunning(this.#running, this.orders, { call, query, atMs }) ?? {} };
    }
  }

  #describe(id: string | undefined, atMs: number): Told {
    const order = this.orders.find(one => one.id === id && exists(one, atMs));
    return order === undefined
      ? { refused: 'InvalidChangeOrder.NotFound' }
      : { data: described(order, atMs) };
  }

  /** One on a page, whatever is asked for. */
  #named(query: Query): Fields {
    const { AppName: name = '', NamespaceId: namespaceId, CurrentPage: page = '1' } = query;
    const found = this.#applications.filter(
      one => one.appName.includes(name) && (namespaceId ?? one.namespaceId) === one.namespaceId,
    );
    return {
      Applications: found.slice(Number(page) - 1, Number(page)).map(one => ({
        AppId: one.appId,
        AppName: one.appName,
        NamespaceId: one.namespaceId,
        ...(one.baseAppId === null ? {} : { BaseAppId: one.baseAppId }),
      })),
      TotalSize: found.length,
    };
  }

  #list(query: Query, atMs: number): Fields {
    const found = this.orders
      .filter(order => order.appId === query['AppId'] && exists(order, atMs) && matches(order, query))
      .sort((one, other) => (place(one.id) < place(other.id) ? -1 : 1));
    const page = Number(query['CurrentPage'] ?? 1);
    const size = Math.min(Number(query['PageSize'] ?? 10), this.#longestListPage);
    return {
      ChangeOrderList: found.slice((page - 1) * size, page * size).map(order => listed(order, atMs)),
      CurrentPage: page,
      PageSize: size,
      TotalSize: found.length,
    };
  }
}

/** The names under which the applications of a wish are known. */
export function nameOf(appId: string): string {
  return appId.replace('app', 'shop');
}

function inProduction(appId: string): NamedInWorld {
  return { appId, appName: nameOf(appId), namespaceId: 'cn:production', baseAppId: null };
}

function filler(index: number): WorldOrder {
  return {
    id: `old-${index}`,
    appId: 'app-1',
    createdMs: -THREE_MONTHS_MS + index * 60_000,
    goneMs: null,
    type: 'CoDeploy',
    description: '',
    zoneHours: 0,
    states: [{ afterMs: 0, status: 2, subStatus: 0, batches: [2], begunMs: 1_000 }],
  };
}

function exists({ createdMs, goneMs }: WorldOrder, atMs: number): boolean {
  return createdMs <= atMs && (goneMs === null || atMs < goneMs);
}

function matches({ description, type }: WorldOrder, query: Query): boolean {
  const { Key: key = '', CoType: coType = type } = query;
  return coType === type && description.toLowerCase().includes(key.toLowerCase());
}

/** The list is in no order that means anything. */
function place(id: string): string {
  return id === '' ? LAST_ID : createHash('sha256').update(id).digest('hex');
}

function stateAt({ createdMs, states }: WorldOrder, atMs: number): State | undefined {
  return states.findLast(({ afterMs }) => createdMs + afterMs <= atMs) ?? states[0];
}

function listed(order: WorldOrder, atMs: number): Fields {
  const { id, appId, createdMs, type, description, zoneHours } = order;
  return {
    ChangeOrderId: id,
    AppId: appId,
    Status: stateAt(order, atMs)?.status,
    CoTypeCode: type,
    CreateTime: beijingTime(WALL_START_MS + createdMs + zoneHours * 3_600_000),
    Description: description,
  };
}

function described(order: WorldOrder, atMs: number): Fields {
  const { id, appId, createdMs, type, description } = order;
  const { status, subStatus, batches = [], begunMs = null } = stateAt(order, atMs) ?? {};
  const startMs = begunMs === null ? 0 : WALL_START_MS + createdMs + begunMs;
  return {
    ChangeOrderId: id,
    AppId: appId,
    AppName: 'shop',
    Status: status,
    SubStatus: subStatus,
    CoTypeCode: type,
    Description: description,
    BatchCount: batches.length,
    Pipelines: batches.map((batch, index) => ({
      PipelineId: `${id}-batch-${index}`,
      Status: batch,
      StartTime: index === 0 ? startMs : 0,
      UpdateTime: 0,
    })),
  };
}
