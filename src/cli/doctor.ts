import type { Examination } from '../doctor/examination.ts';
import { examine } from '../doctor/examination.ts';
import type { OperationName } from '../doctor/operations.ts';
import type { WholeAnswer } from '../doctor/outcome.ts';
import { allWorks } from '../doctor/outcome.ts';
import { saeClientOf } from '../gate/world.ts';
import { ServerTime } from '../http/server-time.ts';
import type { HttpAnswer, Transport } from '../http/transport.ts';
import type { CommandLineFault } from '../inputs/flags.ts';
import { plainHost, routeTo } from '../inputs/proxies.ts';
import type { Settings } from '../inputs/settings.ts';
import { readSettings } from '../inputs/settings.ts';
import type { Environment } from '../inputs/table.ts';
import { secretsIn } from '../inputs/table.ts';
import { CallBudget } from '../polling/call-budget.ts';
import { POLL } from '../polling/call-priority.ts';
import type { ExitName } from '../rollout/verdicts.ts';
import { EXIT_STATUS } from '../rollout/verdicts.ts';
import type { ApiQuery, SaeClient } from '../sae/client.ts';
import { safeLine, thrownText } from '../text/clean.ts';
import { NOTHING_SEEN } from '../words/facts.ts';
import type { Words } from '../words/words.ts';
import type { DoctorRequest } from './command-line.ts';
import type { CommandWorld } from './command-world.ts';
import { commandEnvironment } from './environment.ts';
import { doctorJson, doctorRecord } from './doctor-json.ts';
import type { DoctorReport } from './doctor-report.ts';
import { doctorLines } from './doctor-report.ts';
import { exitNameOf } from './exit-status.ts';
import { printInputErrors } from './input-errors.ts';

/**
 * Calls each operation that the gate would call and reports how they answer. Returns the exit status: 0 if
 * all that is needed works, 1 if something does not or could not be called, 2 if the inputs are invalid and
 * nothing was called. Never rejects.
 */
export async function runDoctor(world: CommandWorld, request: DoctorRequest, words: Words): Promise<number> {
  const { env: processEnv, redactor, stderr } = world;
  const env = commandEnvironment(processEnv, request.inputs, 'doctor');
  for (const secret of secretsIn(env)) redactor.mask(secret);
  try {
    return await new Doctor(world, request, words, env).run();
  } catch (thrown) {
    const bug = { kind: 'bug', message: thrownText(thrown, redactor.redact) } as const;
    stderr.write(`${safeLine(words.cause.bug(bug, NOTHING_SEEN).what)}\n${words.command.reportBug}\n`);
    return EXIT_STATUS.bug;
  }
}

/** What to examine. */
interface Patient {
  readonly appId: string | undefined;
  readonly appName: string | undefined;
  readonly changeOrderId: string | undefined;
}

class Doctor {
  readonly #world: CommandWorld;
  readonly #request: DoctorRequest;
  readonly #words: Words;
  readonly #env: Environment;

  constructor(world: CommandWorld, request: DoctorRequest, words: Words, env: Environment) {
    this.#world = world;
    this.#request = request;
    this.#words = words;
    this.#env = env;
  }

  async run(): Promise<number> {
    const { clock, stderr, stdout } = this.#world;
    const { doctor, command } = this.#words;
    const reading = readSettings(this.#env, clock.wallMs());
    if (reading.kind === 'faults') {
      for (const fault of reading.faults) this.#print(stderr, this.#words.inputFault(fault));
      this.#print(stderr, command.correctFlags);
      return EXIT_STATUS.usage;
    }
    const { settings } = reading;
    const patient = patientOf(settings);
    if (patient === undefined) {
      const flag = this.#request.inputs.has('changeOrderId') ? '--change-order-id' : '--app-id';
      return printInputErrors([{ kind: 'one-only', flag }], this.#world, this.#words);
    }
    const unwritable = await this.#beginRecord();
    if (unwritable !== undefined) return unwritable;
    if (!this.#request.json) this.#print(stdout, doctor.title(this.#world.version), '', doctor.intro);
    const examination = await this.#examine(settings, patient);
    return this.#report(examination, settings);
  }

  /**
   * Before any call, so that no call is made in vain; returns the exit status if the file cannot be written.
   */
  async #beginRecord(): Promise<number | undefined> {
    const { writeNewPrivateFile, redactor } = this.#world;
    const { record } = this.#request;
    if (record === undefined) return undefined;
    const flag = '--record';
    try {
      const unfinished = { unfinished: this.#words.doctor.unfinishedRecord };
      await writeNewPrivateFile(record, `${JSON.stringify(unfinished)}\n`);
      return undefined;
    } catch (error) {
      const exists = (error as { readonly code?: unknown }).code === 'EEXIST';
      const reason = thrownText(error, redactor.redact);
      const fault = exists
        ? ({ kind: 'file-exists', flag } as const)
        : ({ kind: 'not-writable', flag, reason } as const);
      return printInputErrors([fault], this.#world, this.#words);
    }
  }

  #examine(settings: Settings, patient: Patient): Promise<Examination> {
    const { cancel, clock, redactor } = this.#world;
    let last: HttpAnswer | undefined;
    const transport: Transport = async (request, signal) => {
      const isApi = request.headers['x-acs-action'] !== undefined;
      const answer = await this.#world.transport(request, signal);
      if (isApi) last = answer;
      return answer;
    };
    const serverTime = new ServerTime(clock, () => undefined);
    const budget = new CallBudget(clock, settings.callsPerMinute);
    const toolkit = { mask: redactor.mask.bind(redactor), redact: redactor.redact };
    const client = saeClientOf(
      { ...this.#world, env: this.#env, transport, toolkit },
      settings,
      budget,
      serverTime,
      () => undefined,
    );
    const ask = async (operation: OperationName, query: ApiQuery): Promise<WholeAnswer> => {
      last = undefined;
      const answer = await askOnce(client, operation, query, cancel);
      return { answer, http: last, cameWallMs: clock.wallMs() };
    };
    const { diagnose, diagnoseLogs } = settings;
    return examine({ ...patient, ask, diagnose, diagnoseLogs, cancel });
  }

  async #report(examination: Examination, settings: Settings): Promise<number> {
    const { cancel, version } = this.#world;
    const cancelled = cancel.aborted ? String(cancel.reason) : undefined;
    const found: DoctorReport = {
      ...examination,
      regionId: settings.regionId,
      origin: settings.origin,
      proxyHost: this.#proxyHost(settings.origin),
      cancelled,
      record: this.#request.record,
    };
    const fault = await this.#endRecord(found);
    const report = fault === undefined ? found : { ...found, record: undefined };
    // 1 means that an examination found something, as it means that a rollout failed.
    const exitStatus = Math.max(
      EXIT_STATUS[exitName(examination, cancelled)],
      fault === undefined ? EXIT_STATUS.succeeded : EXIT_STATUS['rollout-failed'],
    );
    if (this.#request.json) this.#printJson(doctorJson(report, version, exitStatus));
    else this.#printLines(report);
    if (fault !== undefined) printInputErrors([fault], this.#world, this.#words);
    return exitStatus;
  }

  /** Returns why the record could not be written, if it could not. */
  async #endRecord(report: DoctorReport): Promise<CommandLineFault | undefined> {
    const { writeFile, redactor, version } = this.#world;
    if (report.record === undefined) return undefined;
    const text = JSON.stringify(doctorRecord(report, version), undefined, 2);
    try {
      await writeFile(report.record, `${redactor.redact(text)}\n`);
      return undefined;
    } catch (error) {
      return { kind: 'not-writable', flag: '--record', reason: thrownText(error, redactor.redact) };
    }
  }

  #printJson(json: object): void {
    const { stdout, redactor } = this.#world;
    stdout.write(`${redactor.redact(JSON.stringify(json))}\n`);
  }

  #printLines(report: DoctorReport): void {
    const { stdout, redactor } = this.#world;
    for (const { text, style } of doctorLines(report, this.#words)) {
      const line = safeLine(redactor.redact(text));
      stdout.write(`${style === undefined ? line : stdout.paint(style, line)}\n`);
    }
  }

  #proxyHost(origin: string): string | undefined {
    const route = routeTo(this.#env, new URL(origin));
    return route.kind === 'proxy' ? plainHost(new URL(route.url).hostname) : undefined;
  }

  #print(terminal: CommandWorld['stdout'], ...lines: readonly string[]): void {
    for (const line of lines) terminal.write(`${safeLine(this.#world.redactor.redact(line))}\n`);
  }
}

/** All calls have the same priority, so that none is held back while calls are left. */
function askOnce(
  client: SaeClient,
  operation: OperationName,
  query: ApiQuery,
  cancel: AbortSignal,
): ReturnType<SaeClient['call']> {
  return client.call(operation, query, cancel, { ...POLL, purpose: 'first-look' });
}

function patientOf({ targets }: Settings): Patient | undefined {
  const [target, ...others] = targets;
  if (target === undefined || others.length > 0) return undefined;
  const changeOrderId = target.kind === 'order' ? target.changeOrderId : undefined;
  return { appId: target.appId, appName: target.appName, changeOrderId };
}

function exitName(examination: Examination, cancelled: string | undefined): ExitName {
  if (cancelled !== undefined) {
    return exitNameOf({ verdict: 'cancelled', cause: { kind: 'cancelled', signal: cancelled } });
  }
  return allWorks(examination.rows) ? 'succeeded' : 'rollout-failed';
}
