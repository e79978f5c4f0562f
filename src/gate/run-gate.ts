import type { CheckRunReporter } from '../check-run/reporter.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { ApplicationNames } from '../discovery/find-application.ts';
import { readRunStart } from '../discovery/run-start.ts';
import type { GateCause, TargetEnding, StepEnding, Subject } from '../endings/ending.ts';
import { isGreen, isStepGreen, stepEnding } from '../endings/ending.ts';
import type { GitHubApi } from '../github/api.ts';
import { readIdleSettings } from '../inputs/idle.ts';
import type { Settings, SettingsReading } from '../inputs/settings.ts';
import { readSettings } from '../inputs/settings.ts';
import type { Environment } from '../inputs/table.ts';
import { INPUTS, languageOf, rawInput, secretsIn } from '../inputs/table.ts';
import { CallBudget } from '../polling/call-budget.ts';
import { Board } from '../report/board.ts';
import { tellEnding } from '../report/ending.ts';
import { OutputReporter } from '../report/outputs.ts';
import { RunReports, waitReporter } from './run-reports.ts';
import { NO_PROGRESS } from '../rollout/progress.ts';
import type { Task } from '../rollout/verdicts.ts';
import { VERDICT_FACTS } from '../rollout/verdicts.ts';
import { sharedReads } from '../sae/bounded-reads.ts';
import type { ApiCaller } from '../sae/client.ts';
import { cleanText, thrownText } from '../text/clean.ts';
import type { UndoUnderWay } from '../undo/undo.ts';
import type { Words } from '../words/words.ts';
import { FAILED_FAST, followTarget } from './follow.ts';
import { PastRollouts } from './followed-order.ts';
import { undoOnRequest } from './undone.ts';
import { Wait, subjectOf } from './wait.ts';
import { StepOrders, withNewerProofs, withProof, withRunning } from './what-runs.ts';
import type { World } from './world.ts';
import { saeClientOf } from './world.ts';

/**
 * Runs the gate, or the wait for a free application, from its inputs to its verdict, and reports it. Returns
 * whether the step passes. Never rejects: anything thrown on the way, of any type, is the verdict `error`.
 */
export async function runGate(world: World, task: Task = 'gate'): Promise<boolean> {
  return isStepGreen(await runStep(world, task), task);
}

/** The same, returning how the step ended. Never rejects. */
export async function runStep(world: World, task: Task = 'gate'): Promise<StepEnding> {
  return new GateRun(world, world.catalogue[languageOf(world.env)], task).run();
}

/** How long GitHub may take for any answer: the job's start replaces a later one. */
const LONGEST_RUN_START_MS = 10_000;

/** The limit for all polls of what runs after the orders have ended. */
const MOST_CALLS_TO_SHOW = 12;

/** One run of the gate. */
class GateRun {
  readonly #world: World;
  readonly #words: Words;
  readonly #task: Task;
  readonly #startMs: number;
  readonly #reports: RunReports;
  readonly #outputs: OutputReporter;
  #board = new Board([]);
  #check: CheckRunReporter | undefined;

  constructor(world: World, words: Words, task: Task) {
    this.#world = world;
    this.#words = words;
    this.#task = task;
    this.#startMs = world.clock.nowMs();
    this.#reports = new RunReports(world, words);
    this.#outputs = new OutputReporter(world.toolkit, words, task);
  }

  async run(): Promise<StepEnding> {
    const step = await this.#step();
    const { toolkit, version, onlooker, clock } = this.#world;
    const { failed } = this.#reports;
    this.#reports.safely(() => onlooker?.over());
    const outputs = this.#outputs;
    await tellEnding(step, this.#board, { toolkit, outputs, words: this.#words, version, clock, failed });
    try {
      // GitHub last: it may be slow, and everything that only needs this machine is reported before.
      await this.#check?.ended(step);
    } catch (error) {
      failed(error);
    }
    return step;
  }

  async #step(): Promise<StepEnding> {
    const { env, toolkit, clock } = this.#world;
    try {
      for (const secret of secretsIn(env)) toolkit.mask(secret);
      this.#reports.greet();
      const reading = this.#task === 'idle' ? readIdleSettings(env) : readSettings(env, clock.wallMs());
      if (reading.kind === 'faults') {
        return this.#error({ kind: 'bad-inputs', faults: reading.faults }, subjectOfInputs(env));
      }
      return stepEnding(await this.#waitForAll(reading));
    } catch (thrown) {
      return this.#error({ kind: 'bug', message: thrownText(thrown, toolkit.redact) }, NOTHING_KNOWN);
    }
  }

  /**
   * Waits for all targets at once, each by itself. If one is red the others continue, unless the settings say
   * to fail fast.
   */
  async #waitForAll(
    reading: Extract<SettingsReading, { kind: 'settings' }>,
  ): Promise<readonly TargetEnding[]> {
    const { settings } = reading;
    const { targets, token, timeoutMs, failFast } = settings;
    const { clock, chance, toolkit } = this.#world;
    const github = token === undefined ? undefined : this.#world.github(token);
    this.#show(reading, github);
    const budget = new CallBudget(clock, settings.callsPerMinute);
    const serverTime = this.#reports.serverTime();
    const client = saeClientOf(this.#world, settings, budget, serverTime, this.#reports.requested);
    const failedFast = new AbortController();
    const cancel = AbortSignal.any([this.#world.cancel, failedFast.signal]);
    // At most half of the time, so that orders can still be searched in the rest.
    const limitMs = Math.min(LONGEST_RUN_START_MS, timeoutMs / 2);
    const runStart = askedOnce(() => readRunStart({ ...this.#world, github, limitMs, cancel }));
    // The past only affects when to poll: it is useless once the last wait has ended.
    const over = new AbortController();
    const past = new PastRollouts(client, AbortSignal.any([cancel, over.signal]));
    const names = new ApplicationNames();
    const orders = new StepOrders(targets);
    const show = { clock, cancel: this.#world.cancel, orders, allowance: { left: MOST_CALLS_TO_SHOW } };
    const hide = toolkit.redact;
    let waiting = targets.length;
    const outcomes = await Promise.all(
      targets.map(async (target, index) => {
        const parts = { settings, target, client, budget, past, clock, chance, cancel };
        const undoing = undoOnRequest(parts, {
          ...this.#world,
          words: this.#words,
          reports: this.#reports,
          runStart,
          serverTime,
        });
        const followed = (changeOrderId: string): void => {
          orders.followed(changeOrderId, index);
          undoing?.followed(changeOrderId, wait.appId);
        };
        const wait = new Wait({ ...parts, reporter: this.#reporterOf(index, targets.length), followed });
        wait.begin();
        if (index === 0) wait.note({ kind: 'credentials', source: settings.credentials.source });
        const unbound = await undoing?.begin(wait);
        const followedToEnd = unbound ?? (await followTarget(wait, { runStart, serverTime, hide, names }));
        const ended = await withProof(wait, followedToEnd, orders, hide);
        wait.close();
        if (--waiting === 0) over.abort();
        if (failFast && !isGreen(ended)) failedFast.abort(FAILED_FAST);
        // What the diagnosis has read need not be read again.
        const reads = sharedReads(client);
        const diagnosed = await withDiagnosis(ended, reads, settings, this.#world);
        const shown = await withRunning(diagnosed, wait, { ...show, client: reads });
        this.#board.ended(index, shown);
        if (undoing === undefined) return shown;
        const look = (seen: TargetEnding) => withRunning(seen, wait, { ...show, client });
        const outcome = await undoing.undo(shown, look, this.#outputs, this.#showsUndoing(index, shown));
        this.#board.ended(index, outcome);
        return outcome;
      }),
    );
    const judged = withNewerProofs(outcomes, orders);
    for (const [index, outcome] of judged.entries()) this.#board.ended(index, outcome);
    return judged;
  }

  /** Reports that the waits begin. */
  #show(reading: Extract<SettingsReading, { kind: 'settings' }>, github: GitHubApi | undefined): void {
    const { settings } = reading;
    this.#board = new Board(settings.targets.map(target => subjectOf(target, settings)));
    this.#check = this.#world.checkReporter(this.#world, settings, github, this.#board, this.#words);
    this.#reports.safely(() => this.#world.onlooker?.begun(this.#board));
    this.#reports.started(reading);
  }

  /** Shows how far undoing is of a target that is red already. */
  #showsUndoing(index: number, outcome: TargetEnding) {
    return (undo: UndoUnderWay, changed: boolean): void => {
      this.#board.ended(index, { ...outcome, undo });
      this.#check?.undoing(changed);
    };
  }

  #reporterOf(index: number, of: number) {
    const { toolkit, onlooker } = this.#world;
    // With several orders it is not known yet which of them the outputs will be about.
    const outputs = of === 1 ? [this.#outputs] : [];
    const check = this.#check === undefined ? [] : [this.#check];
    const further = [...outputs, ...check, ...(onlooker === undefined ? [] : [onlooker.reporter(index)])];
    const beats = onlooker?.beats !== true;
    return waitReporter({ toolkit, words: this.#words, board: this.#board, index, of, further, beats });
  }

  #error(cause: GateCause, subject: Subject): StepEnding {
    const { clock } = this.#world;
    const outcome: TargetEnding = {
      verdict: 'error',
      cause,
      subject: this.#task === 'gate' ? subject : { ...subject, changeOrderId: undefined, task: this.#task },
      progress: NO_PROGRESS,
      amongSeveral: false,
      startedMs: this.#startMs,
      waitedMs: clock.nowMs() - this.#startMs,
      endedWallMs: clock.wallMs(),
    };
    return stepEnding([outcome]);
  }
}

/**
 * The same outcome, with a diagnosis if it is requested and useful: not for an order that was never seen, and
 * not after a cancel. Never rejects, and takes no longer than a diagnosis.
 */
async function withDiagnosis(
  outcome: TargetEnding,
  client: ApiCaller,
  settings: Pick<Settings, 'diagnose' | 'diagnoseLogs'>,
  { clock, cancel, toolkit }: Pick<World, 'clock' | 'cancel' | 'toolkit'>,
): Promise<TargetEnding> {
  const { verdict, progress, subject, endedWallMs, waitedMs } = outcome;
  const { order } = progress;
  const isWanted = settings.diagnose && VERDICT_FACTS[verdict].diagnosed;
  if (!isWanted || cancel.aborted || order === undefined) return outcome;
  const diagnosis = await diagnose({
    client,
    clock,
    cancel,
    order,
    appId: order.appId ?? subject.appId,
    startedWallMs: endedWallMs - waitedMs,
    withLog: settings.diagnoseLogs,
    hide: toolkit.redact,
  });
  return { ...outcome, diagnosis };
}

/** All orders to find belong to the same run: its start is read from GitHub once, if at all. */
function askedOnce<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined;
  return () => (asked ??= ask());
}

/** What the inputs name, although they are invalid: for the outputs, which are always set. */
function subjectOfInputs(env: Environment): Subject {
  const named = (name: 'changeOrderId' | 'appId'): string | undefined => {
    const text = cleanText(rawInput(env, name) ?? '', 200);
    return text.toLowerCase() === INPUTS[name].default ? undefined : text || undefined;
  };
  return { changeOrderId: named('changeOrderId'), appId: named('appId'), regionId: undefined };
}

const NOTHING_KNOWN: Subject = { changeOrderId: undefined, appId: undefined, regionId: undefined };
