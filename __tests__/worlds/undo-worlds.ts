import fc from 'fast-check';
import type { World as GateWorld } from '../../src/gate/world.ts';
import type { HttpAnswer, HttpRequest, Transport } from '../../src/http/transport.ts';
import { TransportError } from '../../src/http/transport.ts';
import type { UndoTrigger } from '../../src/undo/permission.ts';
import { UNDO_TRIGGERS } from '../../src/undo/permission.ts';
import { envelopeOf, errorAnswer, httpAnswer } from '../support/answers.ts';
import type { VirtualClock } from '../support/virtual-clock.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';
import { mostly } from './generated-orders.ts';
import { WORLDS_OF_APPLICATIONS, WORLDS_OF_ONE_ORDER } from './generated-worlds.ts';
import type { Breakage, WorldRun } from './run-world.ts';
import type { State, Trouble, World, WorldOrder } from './world.ts';
import { byApplication, limits, world, worldOrder } from './world.ts';

/** What becomes of one request to abort an order: whether it is carried out, and what comes back. */
export type Fate =
  | 'accepted'
  | 'accepted-elsewhere'
  | 'accepted-untold'
  | 'accepted-reset'
  | 'accepted-hangs'
  | 'accepted-502'
  | 'accepted-500'
  | 'accepted-nonce'
  | 'accepted-refused'
  | 'accepted-forbidden'
  | 'accepted-contradictory'
  | 'reset'
  | 'no-connection'
  | 'throttled'
  | 'expired'
  | 'stamp'
  | 'refused';

const FATES: readonly Fate[] = [
  'accepted',
  'accepted-elsewhere',
  'accepted-untold',
  'accepted-reset',
  'accepted-hangs',
  'accepted-502',
  'accepted-500',
  'accepted-nonce',
  'accepted-refused',
  'accepted-forbidden',
  'accepted-contradictory',
  'reset',
  'no-connection',
  'throttled',
  'expired',
  'stamp',
  'refused',
];

/** A world in which the gate may be asked to undo what it waits for. */
export interface UndoWorld {
  readonly world: World;
  /** As the input has it; empty for not at all. */
  readonly on: readonly UndoTrigger[];
  /** Of the first requests to abort, one after the other; all further ones are accepted. */
  readonly fates: readonly Fate[];
  /** What the application tells as its last order: the truth, some other id, or none. */
  readonly last: 'true' | 'other' | 'none';
  readonly supportsRollback: boolean;
}

const BEGUN = { begunMs: 500 } as const;

const ENDS: readonly (readonly State[])[] = [
  [{ afterMs: 20_000, status: 1, subStatus: 1, batches: [2, 3], ...BEGUN }],
  [{ afterMs: 20_000, status: 8, subStatus: 0, batches: [2, 0], ...BEGUN }],
  [{ afterMs: 20_000, status: 2, subStatus: 0, batches: [2, 2], ...BEGUN }],
  [{ afterMs: 20_000, status: 3, subStatus: 0, batches: [2, 3], ...BEGUN }],
  [
    { afterMs: 20_000, status: 1, subStatus: 1, batches: [2, 3], ...BEGUN },
    { afterMs: 22_000, status: 6, subStatus: 0, batches: [2, 6], ...BEGUN },
  ],
  [],
];

const GOING: State = { afterMs: 0, status: 1, subStatus: 0, batches: [1, 0], ...BEGUN };

function orderToUndo(id: string): fc.Arbitrary<WorldOrder> {
  return fc
    .record({
      appId: mostly('app-1', fc.constant('app-2')),
      createdMs: mostly(0, fc.constantFrom(-20_000, -61_000, -3_600_000, 10_000, 25_000)),
      description: mostly('gh-1', fc.constant('gh-2')),
      end: fc.constantFrom(...ENDS),
      zoneHours: mostly(0, fc.constantFrom(1, -8)),
    })
    .map(({ end, ...parts }) => worldOrder({ id, ...parts, states: [GOING, ...end] }));
}

/** Worlds in which there often is something to undo, with troubles that keep answers away but do not lie. */
export const WORLDS_TO_UNDO: fc.Arbitrary<UndoWorld> = fc
  .record({
    orders: fc
      .tuple(orderToUndo('order-1'), orderToUndo('order-2'))
      .chain(([one, other]) => fc.constantFrom([one], [one, other])),
    byId: fc.boolean(),
    appId: mostly<string | null>('app-1', fc.constantFrom('app-2', null)),
    description: mostly<string | null>('gh-1', fc.constant(null)),
    cancelAtMs: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.nat(60_000) },
    ),
    surroundings: WORLDS_OF_ONE_ORDER,
    withTroubles: fc.boolean(),
    on: mostly<readonly UndoTrigger[]>(UNDO_TRIGGERS, fc.subarray([...UNDO_TRIGGERS])),
    fates: fc.array(fc.constantFrom(...FATES), { maxLength: 4 }),
    last: mostly<UndoWorld['last']>('true', fc.constantFrom('other', 'none')),
    supportsRollback: mostly(true, fc.constant(false)),
  })
  .map(({ orders, byId, appId, description, cancelAtMs, surroundings, withTroubles, ...undo }) => ({
    ...undo,
    world: world({
      orders,
      wish: byId
        ? { by: 'ids', ids: ['order-1'], appId }
        : byApplication({ appIds: [appId ?? 'app-1'], description }),
      limits: limits({ timeoutMs: 60_000, failOnManualStep: true }),
      cancelAtMs,
      run: surroundings.run,
      ...(withTroubles
        ? {
            troubles: surroundings.troubles.map(honest),
            latencyMs: surroundings.latencyMs,
            clock: surroundings.clock,
          }
        : {}),
    }),
  }));

/** Any world at all, in which the gate is asked to undo, or not. */
export const ANY_WORLDS_TO_UNDO: fc.Arbitrary<UndoWorld> = fc.record({
  world: fc.oneof(WORLDS_OF_ONE_ORDER, WORLDS_OF_APPLICATIONS),
  on: fc.subarray([...UNDO_TRIGGERS]),
  fates: fc.array(fc.constantFrom(...FATES), { maxLength: 4 }),
  last: fc.constantFrom<UndoWorld['last'][]>('true', 'other', 'none'),
  supportsRollback: fc.boolean(),
});

/** Troubles that tell something untrue of an order are left out. */
function honest(trouble: Trouble | null): Trouble | null {
  const lies = trouble !== null && ['edit', 'other', 'displaced', 'raw'].includes(trouble.kind);
  return lies ? null : trouble;
}

/** A request to abort an order. */
export interface Write {
  readonly orderId: string;
  readonly atMs: number;
  readonly accepted: boolean;
  /** What the application had told as its last order before. */
  readonly lastTold: string | undefined;
}

/** The writes of a run, and what makes its world one in which there can be some. */
export class UndoRun {
  readonly writes: Write[] = [];
  readonly #undo: UndoWorld;
  #lastTold: string | undefined;

  constructor(undo: UndoWorld) {
    this.#undo = undo;
  }

  readonly breakage: Breakage = (parts, clock): GateWorld => {
    const { on } = this.#undo;
    return {
      ...parts,
      env: {
        ...parts.env,
        INPUT_ROLLBACKON: on.length === 0 ? 'none' : on.join(','),
        INPUT_ROLLBACKTIMEOUT: '1m',
      },
      transport: this.transport(parts.transport, clock),
    };
  };

  transport(inner: Transport, clock: VirtualClock): Transport {
    return async (request, signal) => {
      const url = new URL(request.url);
      const call = url.pathname.replace(/.*\//u, '');
      const id = url.searchParams.get('ChangeOrderId') ?? '';
      if (url.host.startsWith('sae.') && request.method !== 'GET')
        return this.#write(request, id, clock, signal);
      const answer = await inner(request, signal);
      if (call === 'describeApplicationStatus')
        return this.#status(answer, url.searchParams.get('AppId') ?? '', clock);
      return call === 'DescribeChangeOrder' ? this.#order(answer, id) : answer;
    };
  }

  async #write(
    request: HttpRequest,
    orderId: string,
    clock: VirtualClock,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    if (request.method !== 'PUT') throw new Error(`nobody should ${request.method}`);
    const fate = this.#undo.fates[this.writes.length] ?? 'accepted';
    const accepted = fate.startsWith('accepted');
    this.writes.push({ orderId, atMs: clock.elapsedMs, accepted, lastTold: this.#lastTold });
    switch (fate) {
      case 'accepted':
        return httpAnswer(envelopeOf({ ChangeOrderId: orderId }));
      case 'accepted-elsewhere':
        return httpAnswer(envelopeOf({ ChangeOrderId: 'order-rolls-back' }));
      case 'accepted-untold':
        return httpAnswer(envelopeOf({}));
      case 'accepted-hangs':
        await clock.sleep(Infinity, signal);
        throw new TransportError('network', 'given up');
      case 'accepted-reset':
      case 'reset':
        throw new TransportError('network', 'read ECONNRESET');
      case 'no-connection':
        throw new TransportError('network', 'connect ECONNREFUSED', undefined, true);
      case 'accepted-502':
        return httpAnswer('<h1>502</h1>', 502);
      case 'accepted-500':
        return errorAnswer('InternalError', 500);
      case 'accepted-nonce':
        return errorAnswer('SignatureNonceUsed', 400);
      case 'accepted-refused':
        return errorAnswer('Application.ChangerOrderRunning', 400);
      case 'accepted-forbidden':
        // As a proxy says it that has passed the request on.
        return httpAnswer({ Code: 'AccessDenied', Message: 'Not you.' }, 403);
      case 'accepted-contradictory':
        return httpAnswer({ ...envelopeOf({ ChangeOrderId: orderId }), ErrorCode: 'Odd' });
      case 'throttled':
        return errorAnswer('Throttling.User', 400);
      case 'expired':
        return errorAnswer('InvalidSecurityToken.Expired', 400);
      case 'stamp':
        return errorAnswer('InvalidTimeStamp.Expired', 400, { date: new Date(WALL_START_MS).toUTCString() });
      case 'refused':
        return errorAnswer('Application.ChangerOrder.Not.Running', 400);
    }
  }

  #status(answer: HttpAnswer, appId: string, clock: VirtualClock): HttpAnswer {
    const { last, world: there } = this.#undo;
    const newest = there.orders
      .filter(order => order.appId === appId && order.createdMs <= clock.elapsedMs)
      .toSorted((one, other) => one.createdMs - other.createdMs)
      .at(-1)?.id;
    const told = { true: newest, other: 'order-7', none: undefined }[last];
    return withData(answer, () => {
      this.#lastTold = told;
      return { AppId: appId, LastChangeOrderId: told };
    });
  }

  #order(answer: HttpAnswer, id: string): HttpAnswer {
    const isAborted = this.writes.some(({ orderId, accepted }) => accepted && orderId === id);
    return withData(answer, data => ({
      ...data,
      SupportRollback: this.#undo.supportsRollback,
      ...(isAborted ? { Status: 6, SubStatus: 0 } : {}),
    }));
  }
}

/** The same answer with other `Data`, where it is one that has any. */
function withData(answer: HttpAnswer, change: (data: object) => object): HttpAnswer {
  try {
    const envelope = JSON.parse(answer.body) as { readonly Data?: unknown };
    if (answer.status !== 200 || typeof envelope.Data !== 'object' || envelope.Data === null) return answer;
    return { ...answer, body: JSON.stringify({ ...envelope, Data: change(envelope.Data) }) };
  } catch {
    return answer;
  }
}

/** What is wrong with the writes of a run, whatever its world did to the answers. */
export function complaintsOfAny(
  { on }: UndoWorld,
  { writes }: UndoRun,
  { rolledBack }: Pick<WorldRun, 'rolledBack'>,
): readonly string[] {
  const accepted = writes.filter(one => one.accepted).length;
  return [
    ...(accepted > 1 ? [`${accepted} writes were accepted`] : []),
    // No order that rolls back fails in these worlds.
    ...(accepted > 0 && rolledBack === 'false'
      ? ['it says that nothing was written, and a write was accepted']
      : []),
    ...(on.length === 0 && writes.length > 0 ? ['it wrote though it was not asked to'] : []),
  ];
}

/** What is wrong with them where no answer lied, by the world alone. */
export function complaintsOf(
  undo: UndoWorld,
  run: UndoRun,
  told: Pick<WorldRun, 'rolledBack'>,
): readonly string[] {
  return [...complaintsOfAny(undo, run, told), ...run.writes.flatMap(write => foreignIn(undo, write))];
}

/** Why an order that was to be undone is not this run's own. */
function foreignIn({ world: there, last, supportsRollback }: UndoWorld, write: Write): readonly string[] {
  const { wish, run, clock } = there;
  if (wish.by === 'idle') return ['it wrote though it only waits for a free application'];
  const order = there.orders.find(({ id }) => id === write.orderId);
  if (order === undefined) return ['it wrote on an order that is none'];
  const appId = wish.by === 'ids' ? wish.appId : wish.appIds[0];
  // The job's start is told by this machine's clock, and stands in where GitHub does not tell that of the run.
  const jobMs = run.jobMs === null ? Infinity : run.jobMs + clock.aheadMs;
  const sinceMs = Math.min(run.github === 'tells' ? run.startedMs : Infinity, jobMs);
  const state = order.states.findLast(({ afterMs }) => order.createdMs + afterMs <= write.atMs);
  const wrong: readonly (readonly [boolean, string])[] = [
    [order.appId !== appId, 'of another application'],
    [wish.by === 'ids' && !wish.ids.includes(order.id), 'that was not asked for'],
    [
      wish.by !== 'ids' && !order.description.includes(wish.description ?? '\uffff'),
      'of another description',
    ],
    [order.createdMs + (state?.begunMs ?? 0) < sinceMs, 'that began before this run'],
    [
      order.zoneHours === 0 && order.createdMs < Math.floor(sinceMs / 1_000) * 1_000,
      'that is older than this run',
    ],
    [last !== 'true' || write.lastTold !== order.id, 'that is not the last one'],
    [!supportsRollback, 'that supports no rollback'],
  ];
  return wrong.flatMap(([is, what]) => (is ? [`it wrote on an order ${what}`] : []));
}
