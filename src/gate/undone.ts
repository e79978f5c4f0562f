import type { CreationBound } from '../discovery/run-start.ts';
import { creationBound, isByOwnClock } from '../discovery/run-start.ts';
import type { TargetEnding } from '../endings/ending.ts';
import type { RollbackSettings } from '../inputs/rollback.ts';
import { within } from '../polling/clock.ts';
import { LEARNING } from '../polling/call-priority.ts';
import type { OutputReporter } from '../report/outputs.ts';
import { thrownText } from '../text/clean.ts';
import { abortAndRollBack } from '../undo/abort.ts';
import type { Carried } from '../undo/carried.ts';
import { carriedBefore, carriedNow, runsAsBefore } from '../undo/carried.ts';
import type { UndoCase, UndoTrigger } from '../undo/permission.ts';
import { triggerOf } from '../undo/permission.ts';
import type { SentUndo, Undo, UndoUnderWay } from '../undo/undo.ts';
import type { UndoParts, UndoneParts } from './follow-undo.ts';
import { followUndo } from './follow-undo.ts';
import type { Wait, WaitParts } from './wait.ts';

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
  readonly #parts: UndoParts;
  readonly #rollback: RollbackSettings;
  #bound: CreationBound | undefined;
  #before: Promise<Carried | undefined> = Promise.resolve(undefined);
  #onTheWay: (undo: UndoUnderWay, changed: boolean) => void = () => undefined;
  /** Aborted when there is nothing left to read. */
  readonly #over = new AbortController();

  constructor(parts: UndoParts, rollback: RollbackSettings) {
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
   * @param onTheWay told how far it is; `changed`: and not just for how long
   */
  async undo(
    outcome: TargetEnding,
    show: (outcome: TargetEnding) => Promise<TargetEnding>,
    outputs: OutputReporter,
    onTheWay: (undo: UndoUnderWay, changed: boolean) => void,
  ): Promise<TargetEnding> {
    this.#onTheWay = onTheWay;
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
    const { timeoutMs } = this.#rollback;
    if (trigger !== 'cancelled')
      this.#show(
        { kind: 'under-way', order: undefined, startedMs: clock.nowMs(), lastedMs: 0, timeoutMs },
        true,
      );
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
    this.#say(words.undo.log.follows(accepted, answeredOrderId, timeoutMs));
    const followed = await followUndo({
      parts: this.#parts,
      asked,
      aborted,
      timeoutMs,
      look: look => this.#look(look),
      show: (underWay, changed) => {
        this.#show(underWay, changed);
      },
    });
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

  #show(undo: UndoUnderWay, changed: boolean): void {
    this.#parts.reports.safely(() => {
      this.#onTheWay(undo, changed);
    });
  }

  #say(text: string): void {
    const { toolkit, reports } = this.#parts;
    reports.safely(() => {
      toolkit.line(text);
    });
  }
}
