import type { RunStart } from '../discovery/run-start.ts';
import type { ServerTime } from '../http/server-time.ts';
import { LogReporter } from '../report/log.ts';
import type { Reporter } from '../report/reporter.ts';
import { Reporters } from '../report/reporter.ts';
import { rolloutStartMs } from '../rollout/change-order.ts';
import { orderTypeFacts } from '../rollout/order-types.ts';
import type { Progress } from '../rollout/progress.ts';
import { NO_PROGRESS } from '../rollout/progress.ts';
import { listChangeOrders } from '../sae/order-list.ts';
import type { Aborted } from '../undo/abort.ts';
import type { UndoCase } from '../undo/permission.ts';
import type { FollowedUndo, UndoUnderWay } from '../undo/undo.ts';
import { followedMs } from '../undo/undo.ts';
import type { Words } from '../words/words.ts';
import { followOrder } from './follow.ts';
import type { RunReports } from './run-reports.ts';
import type { WaitParts } from './wait.ts';
import { Wait } from './wait.ts';
import type { World } from './world.ts';

/**
 * What undoing is told with, and what it learns of the start of the run by. `cancel` is the step's own: what gives up
 * the other waits since one target is red gives up no rollback.
 */
export interface UndoneParts extends Pick<World, 'toolkit' | 'cancel' | 'onlooker'> {
  readonly words: Words;
  readonly reports: RunReports;
  readonly runStart: () => Promise<RunStart>;
  readonly serverTime: ServerTime;
}

/** All that undoing is made with. */
export type UndoParts = Omit<WaitParts, 'reporter' | 'followed'> & UndoneParts;

/** What a rollback is followed with. */
export interface FollowUndo {
  readonly parts: UndoParts;
  readonly asked: UndoCase;
  readonly aborted: Extract<Aborted, { kind: 'sent' }>;
  readonly timeoutMs: number;
  /** What a look brings in time; never rejects. */
  readonly look: <Value>(look: (signal: AbortSignal) => Promise<Value>) => Promise<Value | undefined>;
  /** Told how far it is; `changed`: and not just for how long. */
  readonly show: (undo: UndoUnderWay, changed: boolean) => void;
}

/**
 * Follows the order that the API answered, at most for `timeoutMs`. Where that is the order itself, or where no
 * answer came, an order of its own that rolls back may have begun besides: that one is followed then, since it
 * tells more.
 */
export async function followUndo(undo: FollowUndo): Promise<FollowedUndo> {
  const { parts, asked, aborted, timeoutMs } = undo;
  const { changeOrderId = '' } = asked;
  const startedMs = parts.clock.nowMs();
  const span = { startedMs, endMs: startedMs + timeoutMs };
  const id = aborted.answeredOrderId ?? changeOrderId;
  const followed = await followOne(undo, id, span);
  if (id !== changeOrderId) return followed;
  const other = await rollbackSince(undo);
  return other === undefined ? followed : followOne(undo, other, span);
}

async function followOne(
  { parts, asked, aborted, timeoutMs, show }: FollowUndo,
  changeOrderId: string,
  { startedMs, endMs }: { readonly startedMs: number; readonly endMs: number },
): Promise<FollowedUndo> {
  const { settings, target, clock, toolkit, words, reports, onlooker } = parts;
  const { appId } = asked;
  const separate = changeOrderId !== asked.changeOrderId;
  const log = new LogReporter(toolkit, words, words.undo.log.label, onlooker?.beats !== true);
  const tell = ({ order }: Progress, changed: boolean): void => {
    const lastedMs = followedMs(startedMs, clock.nowMs());
    const followed = { changeOrderId, separate, status: order?.status };
    show({ kind: 'under-way', order: followed, startedMs, lastedMs, timeoutMs }, changed);
  };
  const shown: Reporter = {
    following: () => {
      tell(NO_PROGRESS, true);
    },
    polled: now => {
      tell(now, now.news.changes.length > 0);
    },
    beat: now => {
      tell(now, false);
    },
  };
  const wait = new Wait({
    ...parts,
    settings: {
      ...settings,
      timeoutMs: Math.max(0, endMs - clock.nowMs()),
      failOnManualStep: false,
      manualStepTimeoutMs: undefined,
      learn: false,
    },
    target: { kind: 'order', changeOrderId, appId, appName: undefined, namespaceId: target.namespaceId },
    reporter: new Reporters([shown, log], reports.failed),
  });
  wait.begin();
  const order = { changeOrderId, appId, notBeforeMs: undefined, listed: !separate };
  const ending = await followOrder(wait, order, !separate).finally(() => {
    wait.close();
  });
  const { verdict, progress } = wait.ended(ending);
  const { order: seen } = progress;
  const rollsBack =
    separate &&
    orderTypeFacts(seen?.coTypeCode).rollsBack &&
    // Whatever id the API answers: one that was there before has rolled nothing back.
    !aborted.before.some(one => one.changeOrderId === changeOrderId) &&
    seen !== undefined &&
    (rolloutStartMs(seen) ?? -Infinity) >= aborted.beganMs;
  return { changeOrderId, separate, rollsBack, verdict, status: seen?.status };
}

/** The one order that rolls back which the application has since the write; `undefined` where it is not one. */
async function rollbackSince({ parts, asked, aborted, look }: FollowUndo): Promise<string | undefined> {
  const { appId = '', changeOrderId } = asked;
  const list = await look(signal => listChangeOrders(parts.client, { appId }, signal));
  if (list === undefined || list.kind === 'fault') return undefined;
  const ownMs = list.orders.find(order => order.changeOrderId === changeOrderId)?.createdMs;
  if (ownMs === undefined) return undefined;
  const before = new Set(aborted.before.map(order => order.changeOrderId));
  const since = list.orders.filter(
    order =>
      order.changeOrderId !== changeOrderId &&
      !before.has(order.changeOrderId) &&
      (order.appId ?? appId) === appId &&
      orderTypeFacts(order.coTypeCode).rollsBack &&
      (order.createdMs ?? -Infinity) >= ownMs,
  );
  return since.length === 1 ? since[0]?.changeOrderId : undefined;
}
