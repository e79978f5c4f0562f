import type { CreationBound, RunStart } from '../discovery/run-start.ts';
import { creationBound, isByOwnClock } from '../discovery/run-start.ts';
import type { TargetEnding } from '../endings/ending.ts';
import type { ServerTime } from '../http/server-time.ts';
import type { RollbackSettings } from '../inputs/rollback.ts';
import { within } from '../polling/clock.ts';
import { LEARNING } from '../polling/call-priority.ts';
import { LogReporter } from '../report/log.ts';
import type { OutputReporter } from '../report/outputs.ts';
import { Reporters } from '../report/reporter.ts';
import { orderTypeFacts } from '../rollout/order-types.ts';
import { listChangeOrders } from '../sae/order-list.ts';
import { thrownText } from '../text/clean.ts';
import type { Aborted } from '../undo/abort.ts';
import { abortAndRollBack } from '../undo/abort.ts';
import type { Carried } from '../undo/carried.ts';
import { carriedBefore, carriedNow, runsAsBefore } from '../undo/carried.ts';
import type { UndoCase, UndoTrigger } from '../undo/permission.ts';
import { triggerOf } from '../undo/permission.ts';
import type { FollowedUndo, SentUndo, Undo } from '../undo/undo.ts';
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
export interface UndoneParts extends Pick<World, 'toolkit' | 'cancel'> {
  readonly words: Words;
  readonly reports: RunReports;
  readonly runStart: () => Promise<RunStart>;
  readonly serverTime: ServerTime;
}

type Parts = Omit<WaitParts, 'reporter' | 'followed'> & UndoneParts;

/** What undoes a rollout where that is asked for; `undefined` where it is not: then nothing can write. */
export function undoOnRequest(
  parts: Omit<WaitParts, 'reporter' | 'followed'>,
  more: UndoneParts,
): UndoOnRequest | undefined {
  const { rollback } = parts.settings;
  return rollback === undefined ? undefined : new UndoOnRequest({ ...parts, ...more }, rollback);
}

/** A look at what runs, or at what the instances carry, takes no longer. */
const LONGEST_LOOK_MS = 10_000;

/** Undoes the rollout of one target where its ending is among those that were asked for. */
class UndoOnRequest {
  readonly #parts: Parts;
  readonly #rollback: RollbackSettings;
  #bound: CreationBound | undefined;
  #before: Promise<Carried | undefined> = Promise.resolve(undefined);
  /** Aborted when there is nothing left to look for. */
  readonly #over = new AbortController();

  constructor(parts: Parts, rollback: RollbackSettings) {
    this.#parts = parts;
    this.#rollback = rollback;
  }

  /**
   * Learns when this run began: nobody could ask that any more when the step is cancelled. Where nothing tells
   * it nothing could ever be undone, which is told at once, as how the wait ended.
   */
  async begin(wait: Wait): Promise<TargetEnding | undefined> {
    const { clock, runStart, serverTime, target } = this.#parts;
    const bound = await creationBound(this.#rollback, clock.wallMs(), runStart);
    if (!('unknown' in bound)) {
      this.#bound = bound;
      if (isByOwnClock(bound, this.#rollback)) serverTime.insistOnOwn();
      return undefined;
    }
    // An order that has to be found wants the same bound, and says so.
    if (target.kind === 'find') return undefined;
    const cause = {
      kind: 'bad-inputs',
      faults: [{ kind: 'rollback-no-run-start', ...bound.unknown }],
    } as const;
    return wait.ended({ verdict: 'error', cause });
  }

  /** An order is waited for from now on: what runs before its first batch is looked at, if there is time. */
  followed(changeOrderId: string, appId: string | undefined): void {
    const { client, settings } = this.#parts;
    if (settings.verify.mode === 'off' || appId === undefined) return;
    this.#before = this.#look(signal => carriedBefore(client, { appId, changeOrderId }, signal, LEARNING));
  }

  /**
   * The same ending, with what became of undoing it. Never rejects and changes no verdict: the rollout did not
   * succeed, whatever comes after it.
   *
   * @param show looks at what runs once more
   */
  async undo(
    outcome: TargetEnding,
    show: (outcome: TargetEnding) => Promise<TargetEnding>,
    outputs: OutputReporter,
  ): Promise<TargetEnding> {
    const trigger = triggerOf(outcome.verdict, this.#rollback.on);
    if (trigger === undefined) {
      this.#over.abort();
      return { ...outcome, undo: { kind: 'not-due' } };
    }
    try {
      const undo = await this.#undoInTime(trigger, outcome, outputs);
      if (undo.kind !== 'sent' || undo.followed === undefined) return { ...outcome, undo };
      const { verification, ...unseen } = outcome;
      return verification === undefined ? { ...outcome, undo } : { ...(await show(unseen)), undo };
    } catch (thrown) {
      const message = thrownText(thrown, this.#parts.toolkit.redact);
      return { ...outcome, undo: { kind: 'bug', message } };
    } finally {
      this.#over.abort();
    }
  }

  /** Whoever cancels the step meanwhile ends it, or asks for the same, where that is an occasion too. */
  async #undoInTime(trigger: UndoTrigger, outcome: TargetEnding, outputs: OutputReporter): Promise<Undo> {
    const isCancelled = (): boolean => this.#parts.cancel.aborted && this.#rollback.on.includes('cancelled');
    if (isCancelled()) return this.#undo('cancelled', outcome, outputs);
    const undo = await this.#undo(trigger, outcome, outputs);
    const wasCancelled = undo.kind === 'not-written' && undo.why.kind === 'step-cancelled';
    return wasCancelled && isCancelled() ? this.#undo('cancelled', outcome, outputs, true) : undo;
  }

  /** @param provenUndone nothing that was written before was carried out */
  async #undo(
    trigger: UndoTrigger,
    outcome: TargetEnding,
    outputs: OutputReporter,
    provenUndone = false,
  ): Promise<Undo> {
    const { client, clock, cancel, words } = this.#parts;
    const asked = this.#caseOf(trigger, outcome);
    const before = trigger === 'cancelled' ? undefined : await this.#before;
    const between = before && (await this.#carried(asked.appId));
    const writes = (): void => {
      this.#say(words.undo.log.writes(asked.changeOrderId ?? ''));
    };
    const aborted = await abortAndRollBack({ client, clock, cancel, asked, writes, provenUndone });
    if (aborted.kind === 'not-written') return { ...aborted, trigger };
    const { accepted, fault, answeredOrderId } = aborted;
    if (answeredOrderId !== undefined) outputs.rollbackOrder(answeredOrderId);
    const sent: SentUndo = {
      kind: 'sent',
      trigger,
      accepted,
      fault,
      rollbackOrderId: answeredOrderId,
      followed: undefined,
      runsAsBefore: false,
    };
    const isCancelled = (): boolean => cancel.aborted;
    if (trigger === 'cancelled' || isCancelled()) return sent;
    this.#say(words.undo.log.follows(accepted, answeredOrderId, this.#rollback.timeoutMs));
    const followed = await this.#follow(asked, aborted);
    if (isCancelled()) return sent;
    if (followed.separate) outputs.rollbackOrder(followed.changeOrderId);
    const rollbackOrderId = followed.separate ? followed.changeOrderId : answeredOrderId;
    const after = before && (await this.#carried(asked.appId));
    return { ...sent, rollbackOrderId, followed, runsAsBefore: runsAsBefore({ before, between, after }) };
  }

  #caseOf(trigger: UndoTrigger, { subject, amongSeveral }: TargetEnding): UndoCase {
    const { target, settings } = this.#parts;
    return {
      trigger,
      targets: settings.targets.length,
      changeOrderId: subject.changeOrderId,
      appId: subject.appId,
      givenById: target.kind === 'order',
      descriptionContains: target.kind === 'find' ? target.descriptionContains : undefined,
      amongSeveral,
      createdAfterMs: this.#bound?.createdAfterMs,
    };
  }

  /**
   * Follows the order that the API answered. Where that is the order itself, or where no answer came, an order of
   * its own that rolls back may have begun besides: that one is followed then, since it tells more.
   */
  async #follow(
    asked: UndoCase,
    { answeredOrderId, before }: Extract<Aborted, { kind: 'sent' }>,
  ): Promise<FollowedUndo> {
    const { clock } = this.#parts;
    const { changeOrderId = '' } = asked;
    const endMs = clock.nowMs() + this.#rollback.timeoutMs;
    const id = answeredOrderId ?? changeOrderId;
    const known = new Set(before.map(order => order.changeOrderId));
    const followed = await this.#followOne(id, asked, { endMs, known });
    if (id !== changeOrderId) return followed;
    const other = await this.#rollbackSince(asked, known);
    return other === undefined ? followed : this.#followOne(other, asked, { endMs, known });
  }

  async #followOne(
    changeOrderId: string,
    { appId, changeOrderId: ownId }: UndoCase,
    { endMs, known }: { readonly endMs: number; readonly known: ReadonlySet<string> },
  ): Promise<FollowedUndo> {
    const { settings, target, clock, toolkit, words, reports } = this.#parts;
    const separate = changeOrderId !== ownId;
    const log = new LogReporter(toolkit, words, words.undo.log.label);
    const wait = new Wait({
      ...this.#parts,
      settings: {
        ...settings,
        timeoutMs: Math.max(0, endMs - clock.nowMs()),
        failOnManualStep: false,
        manualStepTimeoutMs: undefined,
        learn: false,
      },
      target: { kind: 'order', changeOrderId, appId, appName: undefined, namespaceId: target.namespaceId },
      reporter: new Reporters([log], reports.failed),
    });
    wait.begin();
    const order = { changeOrderId, appId, notBeforeMs: undefined, listed: !separate };
    const ending = await followOrder(wait, order, !separate).finally(() => {
      wait.close();
    });
    const { verdict, progress } = wait.ended(ending);
    const { order: seen } = progress;
    // Whatever id the API answers: another deploy that succeeded, or one of before, has rolled nothing back.
    const rollsBack = separate && !known.has(changeOrderId) && orderTypeFacts(seen?.coTypeCode).rollsBack;
    return { changeOrderId, separate, rollsBack, verdict, status: seen?.status };
  }

  /** The one order that rolls back which the application has since the write; `undefined` where it is not one. */
  async #rollbackSince(
    { appId = '', changeOrderId }: UndoCase,
    before: ReadonlySet<string>,
  ): Promise<string | undefined> {
    const { client } = this.#parts;
    const list = await this.#look(signal => listChangeOrders(client, { appId }, signal));
    if (list === undefined || list.kind === 'fault') return undefined;
    const ownMs = list.orders.find(order => order.changeOrderId === changeOrderId)?.createdMs;
    if (ownMs === undefined) return undefined;
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

  #carried(appId: string | undefined): Promise<Carried | undefined> {
    const { client, clock } = this.#parts;
    if (appId === undefined) return Promise.resolve(undefined);
    const turn = { purpose: 'diagnosis', unseenSinceMs: 0, askedMs: clock.nowMs() } as const;
    return this.#look(signal => carriedNow(client, appId, signal, turn));
  }

  /** What a look brings in time. Never rejects: it proves nothing then. */
  async #look<Value>(look: (signal: AbortSignal) => Promise<Value>): Promise<Value | undefined> {
    const { clock, cancel } = this.#parts;
    try {
      const signal = AbortSignal.any([cancel, this.#over.signal]);
      const looked = await within(clock, LONGEST_LOOK_MS, signal, look);
      return looked.kind === 'done' ? looked.value : undefined;
    } catch {
      return undefined;
    }
  }

  #say(text: string): void {
    const { toolkit, reports } = this.#parts;
    reports.safely(() => {
      toolkit.line(text);
    });
  }
}
