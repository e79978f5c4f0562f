import { createHash } from 'node:crypto';
import type { HttpAnswer } from '../../src/http/transport.ts';
import { envelopeOf, errorAnswer, httpAnswer, NO_SUCH_ORDER } from './answers.ts';
import { APP_ID } from './orders.ts';
import type { Reply, Seen } from './scripted-transport.ts';
import { answers } from './scripted-transport.ts';
import { WALL_START_MS } from './virtual-clock.ts';

/** A change order of the account. Its times are in milliseconds since the start of the gate. */
export interface AccountOrder {
  readonly id: string;
  /** From then on it exists. */
  readonly createdMs: number;
  /** When its first batch begins; a second after its creation, if not given. `undefined`: never told. */
  readonly beginsMs?: number | undefined;
  /** When it ends; a minute after its creation, if not given. */
  readonly endsMs?: number;
  /** The status that it ends with; 2, succeeded, if not given. */
  readonly ending?: number;
  /** Its states instead of those: each from a time on. Of several the last one that has begun. */
  readonly states?: readonly (readonly [fromMs: number, status: unknown, subStatus?: number])[];
  /** By whom it was made, as the list says. */
  readonly createdBy?: string;
  readonly type?: string;
  readonly description?: string;
  readonly appId?: string;
  /** `shop` if not given. */
  readonly appName?: string;
  /** What the list says instead of the true time of creation. */
  readonly createTime?: unknown;
}

export interface AccountOptions {
  /** What happens to a request instead of its answer. */
  readonly trouble?: (seen: Seen, call: string) => Reply | HttpAnswer | undefined;
  /** How long each answer takes. */
  readonly latencyMs?: number;
  /** Parts of the `Data` of a list that are not as they should be. */
  readonly listData?: (page: number, seen: Seen) => Readonly<Record<string, unknown>>;
}

/** A time as ListChangeOrders writes it: UTC+8, without a zone. */
export function beijingTime(epochMs: number): string {
  return new Date(epochMs + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** An SAE account of one region: its orders over time, listed in no order at all, page by page. */
export class SaeAccount {
  readonly orders: readonly AccountOrder[];
  readonly #options: AccountOptions;

  constructor(orders: readonly AccountOrder[], options: AccountOptions = {}) {
    this.orders = orders;
    this.#options = options;
  }

  readonly script = (seen: Seen): Reply => {
    const call = seen.url.pathname.replace(/.*\//u, '');
    const happens = this.#options.trouble?.(seen, call) ?? this.#answer(seen, call);
    return 'kind' in happens ? happens : answers(happens, this.#options.latencyMs);
  };

  #answer(seen: Seen, call: string): HttpAnswer {
    if (call === 'ListChangeOrders') return this.#list(seen);
    if (call === 'DescribeChangeOrder') return this.#describe(seen);
    throw new Error(`nobody should call ${call}`);
  }

  #list(seen: Seen): HttpAnswer {
    const { searchParams: query } = seen.url;
    const appId = query.get('AppId');
    const ofApp = this.orders.filter(order => (order.appId ?? APP_ID) === appId);
    if (ofApp.length === 0 && appId !== APP_ID) return errorAnswer('InvalidAppId.NotFound', 404);
    const matching = ofApp
      .filter(order => order.createdMs <= seen.atMs && matches(order, query.get('Key')))
      .filter(({ type = 'CoDeploy' }) => (query.get('CoType') ?? type) === type)
      .filter(order => [null, String(statusAt(order, seen.atMs))].includes(query.get('CoStatus')))
      .sort((one, other) => (hash(one.id) < hash(other.id) ? -1 : 1));
    const [page, size] = [Number(query.get('CurrentPage')), Number(query.get('PageSize'))];
    return httpAnswer(
      envelopeOf({
        ChangeOrderList: matching
          .slice((page - 1) * size, page * size)
          .map(order => listed(order, seen.atMs)),
        CurrentPage: page,
        PageSize: size,
        TotalSize: matching.length,
        ...this.#options.listData?.(page, seen),
      }),
    );
  }

  #describe({ atMs, url }: Seen): HttpAnswer {
    const id = url.searchParams.get('ChangeOrderId');
    const order = this.orders.find(one => one.id === id && one.createdMs <= atMs);
    return order === undefined ? NO_SUCH_ORDER : httpAnswer(envelopeOf(described(order, atMs)));
  }
}

/** The API's match is fuzzy: a word of the description is enough, whatever its case. */
function matches({ description = '' }: AccountOrder, key: string | null): boolean {
  const words = (key ?? '').toLowerCase().split(/[\s-]+/u);
  return words.some(word => description.toLowerCase().includes(word));
}

function hash(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

function listed(order: AccountOrder, atMs: number): Readonly<Record<string, unknown>> {
  const { id, createdMs, appId = APP_ID, type = 'CoDeploy', description = '' } = order;
  return {
    ChangeOrderId: id,
    AppId: appId,
    Status: statusAt(order, atMs),
    CoType: 'Deploy Application',
    CoTypeCode: type,
    CreateTime: 'createTime' in order ? order.createTime : beijingTime(WALL_START_MS + createdMs),
    FinishTime: atMs < endMsOf(order) ? '' : beijingTime(WALL_START_MS + endMsOf(order)),
    Description: description,
    CreateUserId: order.createdBy,
  };
}

function described(order: AccountOrder, atMs: number): Readonly<Record<string, unknown>> {
  const { id, createdMs, appId = APP_ID, type = 'CoDeploy', description = '' } = order;
  const beginsMs = 'beginsMs' in order ? order.beginsMs : createdMs + 1_000;
  const begun = beginsMs !== undefined && beginsMs <= atMs;
  const status = statusAt(order, atMs);
  return {
    ChangeOrderId: id,
    AppId: appId,
    AppName: order.appName ?? 'shop',
    Status: status,
    SubStatus: order.states?.findLast(([fromMs]) => fromMs <= atMs)?.[2] ?? 0,
    CoTypeCode: type,
    Description: description,
    Pipelines: [{ Status: status, StartTime: begun ? WALL_START_MS + beginsMs : 0, UpdateTime: 0 }],
  };
}

function statusAt(order: AccountOrder, atMs: number): unknown {
  const state = order.states?.findLast(([fromMs]) => fromMs <= atMs);
  if (state !== undefined) return state[1];
  return atMs >= endMsOf(order) ? (order.ending ?? 2) : 1;
}

function endMsOf({ createdMs, endsMs = createdMs + 60_000 }: AccountOrder): number {
  return endsMs;
}
