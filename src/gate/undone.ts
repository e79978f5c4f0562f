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
 * What undoing needs for its reports and for the start of the run. `cancel` is the step's own: cancelling the
 * other waits because one target is red does not cancel a rollback.
 */
export interface UndoneParts extends Pick<World, 'toolkit' | 'cancel'> {
  readonly words: Words;
  readonly reports: RunReports;
  readonly runStart: () => Promise<RunStart>;
  readonly serverTime: ServerTime;
}

type Parts = Omit<WaitParts, 'reporter' | 'followed'> & UndoneParts;

/** Undoes a rollout if requested; `undefined` if not: then nothing can write. */
export function undoOnRequest(
  parts: Omit<WaitParts, 'reporter' | 'followed'>,
  more: UndoneParts,
): UndoOnRequest | undefined {
  const { rollback } = parts.settings;
  return rollback === undefined ? undefined : new UndoOnRequest({ ...parts, ...more }, rollback);
}

/** The limit for reading what runs, or the images and versions of the instances. */
const LONGEST_LOOK_MS = 10_000;

/** Undoes the rollout of one target if its verdict is among the requested ones. */
class UndoOnRequest {
  readonly #parts: Parts;
  readonly #rollback: RollbackSettings;
  #bound: CreationBound | undefined;
  #before: Promise<Carried | undefined> = Promise.resolve(undefined);
  /** Aborted when there is nothing left to read. */
  readonly #over = new AbortController();

  constructor(parts: Parts, rollback: RollbackSettings) {
    this.#parts = parts;
    this.#rollback = rollback;
  }

  /**
   * Reads when this run began: after a cancel of the step that is no longer possible. If it is unknown
   * nothing could ever be undone, which is reported at once, as the end of the wait.
   */
  async begin(wait: Wait): Promise<TargetEnding | undefined> {
    const { clock, runStart, serverTime, target } = this.#parts;
    const bound = await creationBound(this.#rollback, clock.wallMs(), runStart);
    if (!('unknown' in bound)) {
      this.#bound = bound;
      if (isByOwnClock(bound, this.#rollback)) serverTime.insistOnOwn();
      return undefined;
    }
    // An order to find needs the same bound, and reports that itself.
    if (target.kind === 'find') return undefined;
    const cause = {
      kind: 'bad-inputs',
      faults: [{ kind: 'rollback-no-run-start', ...bound.unknown }],
    } as const;
    return wait.ended({ verdict: 'error', cause });
  }

  /** An order is followed from now on: what runs before its first batch is read, if there is time. */
  followed(changeOrderId: string, appId: string | undefined): void {
    const { client, settings } = this.#parts;
    if (settings.verify.mode === 'off' || appId === undefined) return;
    this.#before = this.#look(signal => carriedBefore(client, { appId, changeOrderId }, signal, LEARNING));
  }

  /**
   * The same ending, with the result of undoing it. Never rejects and changes no verdict: the rollout did not
   * succeed, whatever comes after it.
   *
   * @param show reads what runs once more
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

  /** A cancel of the step meanwhile ends it, or requests the same, if that is a trigger too. */
  async #undoInTime(trigger: UndoTrigger, outcome: TargetEnding, outputs: OutputReporter): Promise<Undo> {
    const isCancelled = (): boolean => this.#parts.cancel.aborted && this.#rollback.on.includes('cancelled');
    if (isCancelled()) return this.#undo('cancelled', outcome, outputs);
    const undo = await this.#undo(trigger, outcome, outputs);
    const wasCancelled = undo.kind === 'not-written' && undo.why.kind === 'step-cancelled';
    return wasCancelled && isCancelled() ? this.#undo('cancelled', outcome, outputs, true) : undo;
  }

  /** @param provenUndone no earlier write was carried out */
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
   * Follows the order that the API returned. If that is the order itself, or if there was no answer, a
   * separate order that rolls back may have begun: then that one is followed, since it shows more.
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
    // Whatever ID the API returns: another successful deploy, or an earlier one, has rolled nothing back.
    const rollsBack = separate && !known.has(changeOrderId) && orderTypeFacts(seen?.coTypeCode).rollsBack;
    return { changeOrderId, separate, rollsBack, verdict, status: seen?.status };
  }

  /**
   * The one order that rolls back which the application has since the write; `undefined` if there is not
   * exactly one.
   */
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

  /** The result of a read in time. Never rejects: then it proves nothing. */
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
