import type { CheckRunReporter } from '../check-run/reporter.ts';
import { checkReporter, saveCheckRunClosed } from '../check-run/reporter.ts';
import { credentialsProvider } from '../credentials/choice.ts';
import type { GateCause, Outcome, StepOutcome, Subject } from '../endings/ending.ts';
import { isStepGreen, stepOutcome } from '../endings/ending.ts';
import { ServerTime } from '../http/server-time.ts';
import { userAgentOf, waryTransport } from '../http/transport.ts';
import type { Settings, SettingsReading } from '../inputs/settings.ts';
import { readSettings } from '../inputs/settings.ts';
import type { Environment } from '../inputs/table.ts';
import { INPUTS, languageOf, rawInput, secretsIn, unmaskableIn } from '../inputs/table.ts';
import { CallBudget } from '../polling/call-budget.ts';
import { Board } from '../report/board.ts';
import { tellEnding } from '../report/ending.ts';
import { tellRequest, tellStart } from '../report/log.ts';
import { OutputReporter } from '../report/outputs.ts';
import { waitReporter } from '../report/wait-reporter.ts';
import { NO_PROGRESS } from '../rollout/progress.ts';
import type { RequestTrace } from '../http/envelope.ts';
import { SaeClient } from '../sae/client.ts';
import { cleanText, thrownText } from '../text/clean.ts';
import type { Words } from '../words/words.ts';
import { subjectOf, waitForAll } from './waits.ts';
import type { World } from './world.ts';

/** The client that asks the API of the settings with their credentials. */
export function saeClientOf(
  { clock, transport: send, nonce, env, readSmallFile, toolkit, version }: World,
  settings: Settings,
  budget: CallBudget,
  serverTime: ServerTime,
  traced: (trace: RequestTrace) => void,
): SaeClient {
  const { origin, requestTimeoutMs } = settings;
  const hide = toolkit.redact;
  const transport = waryTransport(send, hide);
  const requests = { clock, serverTime, transport, requestTimeoutMs, userAgent: userAgentOf(version), hide };
  const mask = (secret: string): void => {
    toolkit.mask(secret);
  };
  const credentials = credentialsProvider(settings.credentials, {
    ...requests,
    idTokenService: {
      url: env['ACTIONS_ID_TOKEN_REQUEST_URL'],
      token: env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'],
    },
    readSmallFile,
    mask,
    traced,
  });
  return new SaeClient({ ...requests, origin, nonce, budget, credentials, traced });
}

/**
 * Runs the gate from its inputs to its verdict and tells about it. Gives whether the step is green.
 * Never rejects: anything thrown on the way, of any type, is the verdict `error`.
 */
export async function runGate(world: World): Promise<boolean> {
  return isStepGreen(await runStep(world));
}

/** The same, giving how the step ended. Never rejects. */
export async function runStep(world: World): Promise<StepOutcome> {
  return new GateRun(world, world.catalogue[languageOf(world.env)]).run();
}

/** One run of the gate. */
class GateRun {
  readonly #world: World;
  readonly #words: Words;
  readonly #startMs: number;
  readonly #outputs: OutputReporter;
  #board = new Board([]);
  #check: CheckRunReporter | undefined;

  constructor(world: World, words: Words) {
    this.#world = world;
    this.#words = words;
    this.#startMs = world.clock.nowMs();
    this.#outputs = new OutputReporter(world.toolkit, words);
  }

  async run(): Promise<StepOutcome> {
    const step = await this.#step();
    const { toolkit, version, onlooker, clock } = this.#world;
    this.#tell(() => onlooker?.over());
    const failed = (error: unknown): void => {
      this.#tellFailed(error);
    };
    await tellEnding(step, this.#board, {
      toolkit,
      outputs: this.#outputs,
      words: this.#words,
      version,
      clock,
      failed,
    });
    try {
      // GitHub last: it may be slow, and what needs nothing but this machine is told by then.
      await this.#check?.ended(step);
    } catch (error) {
      this.#tellFailed(error);
    }
    return step;
  }

  async #step(): Promise<StepOutcome> {
    const { env, toolkit, version } = this.#world;
    try {
      for (const secret of secretsIn(env)) toolkit.mask(secret);
      this.#greet(version);
      this.#tellUnmaskable(unmaskableIn(env));
      this.#tell(() => {
        saveCheckRunClosed(toolkit);
      });
      const reading = readSettings(env, this.#world.clock.wallMs());
      if (reading.kind === 'faults') {
        return this.#error({ kind: 'bad-inputs', faults: reading.faults }, subjectOfInputs(env));
      }
      return stepOutcome(await this.#wait(reading));
    } catch (thrown) {
      return this.#error({ kind: 'bug', message: thrownText(thrown, toolkit.redact) });
    }
  }

  async #wait({ settings, plainDurations }: Extract<SettingsReading, { kind: 'settings' }>) {
    const { toolkit, clock, github: gitHubWith } = this.#world;
    const words = this.#words;
    const github = settings.token === undefined ? undefined : gitHubWith(settings.token);
    const board = new Board(settings.targets.map(target => subjectOf(target, settings)));
    this.#board = board;
    this.#check = checkReporter(this.#world, settings, github, board, words);
    this.#tell(() => this.#world.onlooker?.begun(board));
    this.#tell(() => {
      tellStart({ toolkit, words, settings, plainDurations });
    });
    const budget = new CallBudget(clock, settings.callsPerMinute);
    const serverTime = this.#serverTime();
    const client = saeClientOf(this.#world, settings, budget, serverTime, trace => {
      this.#tell(() => {
        tellRequest(trace, toolkit, words);
      });
    });
    return waitForAll({
      world: this.#world,
      settings,
      client,
      budget,
      serverTime,
      github,
      reporterOf: index => this.#reporterOf(index, settings),
      seenOf: index => board.entries[index] ?? { subject: NOTHING_KNOWN, progress: NO_PROGRESS },
      ended: (index, outcome) => {
        board.ended(index, outcome);
      },
    });
  }

  /** Once is enough to say that this machine's clock is off. */
  #serverTime(): ServerTime {
    const { toolkit, clock } = this.#world;
    const { warning } = this.#words;
    let told = false;
    return new ServerTime(clock, aheadMs => {
      if (told) return;
      told = true;
      this.#tell(() => {
        toolkit.warning({ title: warning.clockTitle, message: warning.clock(aheadMs) });
      });
    });
  }

  #reporterOf(index: number, { targets }: Settings) {
    const { toolkit, onlooker } = this.#world;
    const of = targets.length;
    // With several orders nobody can say on the way which of them the outputs will be about.
    const outputs = of === 1 ? [this.#outputs] : [];
    const check = this.#check === undefined ? [] : [this.#check];
    const further = [...outputs, ...check, ...(onlooker === undefined ? [] : [onlooker.reporter(index)])];
    const beats = onlooker?.beats !== true;
    return waitReporter({ toolkit, words: this.#words, board: this.#board, index, of, further, beats });
  }

  #error(cause: GateCause, subject: Subject = NOTHING_KNOWN): StepOutcome {
    const { clock } = this.#world;
    const outcome: Outcome = {
      verdict: 'error',
      cause,
      subject,
      progress: NO_PROGRESS,
      amongSeveral: false,
      startedMs: this.#startMs,
      waitedMs: clock.nowMs() - this.#startMs,
      endedWallMs: clock.wallMs(),
    };
    return stepOutcome([outcome]);
  }

  #greet(version: string): void {
    this.#tell(() => {
      this.#world.toolkit.line(this.#words.log.started(version));
    });
  }

  /** Who reads the log of others should know that a secret may stand in it. */
  #tellUnmaskable(names: readonly string[]): void {
    if (names.length === 0) return;
    const { warning } = this.#words;
    this.#tell(() => {
      this.#world.toolkit.warning({ title: warning.unmaskableTitle, message: warning.unmaskable(names) });
    });
  }

  /** Whatever goes wrong in telling neither changes nor delays the verdict. */
  #tell(how: () => void): void {
    try {
      how();
    } catch (error) {
      this.#tellFailed(error);
    }
  }

  #tellFailed(error: unknown): void {
    try {
      this.#world.toolkit.line(this.#words.log.notReported(thrownText(error, this.#world.toolkit.redact)));
    } catch {
      // Nothing is left to tell it with; the verdict still stands, as the exit status.
    }
  }
}

/** What the inputs name, although they cannot be used: for the outputs, which are set whatever the ending. */
function subjectOfInputs(env: Environment): Subject {
  const named = (name: 'changeOrderId' | 'appId'): string | undefined => {
    const text = cleanText(rawInput(env, name) ?? '', 200);
    return text.toLowerCase() === INPUTS[name].default ? undefined : text || undefined;
  };
  return { changeOrderId: named('changeOrderId'), appId: named('appId'), regionId: undefined };
}

const NOTHING_KNOWN: Subject = { changeOrderId: undefined, appId: undefined, regionId: undefined };
