import type { Outcome, Subject } from '../gate/outcome.ts';
import type { Progress } from '../rollout/progress.ts';
import type { RequestTrace } from '../sae/sae-client.ts';
import { formatElapsed } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { changeText } from './change-text.ts';
import { headlineMark } from './markdown.ts';
import type { Note } from './note.ts';
import { reportOf } from './report.ts';
import type { Moment, Reporter, Start } from './reporter.ts';
import { stateOf } from './state.ts';
import type { Toolkit } from './toolkit.ts';

/** Writes the log: what changed, when it changed, and a heartbeat. */
export class LogReporter implements Reporter {
  readonly #toolkit: Toolkit;
  readonly #words: Words;
  readonly #version: string;

  constructor(toolkit: Toolkit, words: Words, version: string) {
    this.#toolkit = toolkit;
    this.#words = words;
    this.#version = version;
  }

  #followed: string | undefined;
  /** How many looks had failed before the present trouble began. */
  #faultsBefore = 0;

  started({ subject, origin, timeoutMs, plainDurations }: Start): void {
    const { log, warning } = this.#words;
    this.#followed = subject.changeOrderId;
    for (const plain of plainDurations) {
      if (plain.durationMs >= 60_000) this.#toolkit.line(log.tookPlainNumber(plain));
      else this.#toolkit.warning({ title: warning.durationTitle, message: log.shortPlainNumber(plain) });
    }
    const place = [subject.regionId, new URL(origin).host].filter(part => part !== undefined).join(', ');
    this.#toolkit.line(log.waiting(subject.changeOrderId, subject.appId, place, timeoutMs));
  }

  noted(note: Note, moment: Moment): void {
    this.#say(moment, this.#words.note(note).text);
  }

  following({ changeOrderId }: Subject, moment: Moment): void {
    // The first line has named an order that was given by its id.
    if (changeOrderId !== this.#followed) this.#say(moment, this.#words.log.following(changeOrderId ?? ''));
    this.#followed = changeOrderId;
  }

  looked(now: Progress, before: Progress, moment: Moment): void {
    const { log } = this.#words;
    if (before.unreadableSinceMs !== undefined && now.unreadableSinceMs === undefined) {
      const lastedMs = (now.lookMs ?? before.unreadableSinceMs) - before.unreadableSinceMs;
      this.#say(moment, log.troubleOver(now.faults - this.#faultsBefore, lastedMs));
    }
    for (const change of now.timeline.slice(before.timeline.length)) {
      this.#say(moment, changeText(change, this.#words));
    }
    if (now.doubt !== undefined && now.doubt.kind !== before.doubt?.kind) {
      this.#say(moment, log.doubtful[now.doubt.kind]);
    }
    const outageBegan = now.unreadableSinceMs !== undefined && before.unreadableSinceMs === undefined;
    if (outageBegan) this.#faultsBefore = before.faults;
    const throttleBegan = now.throttles > 0 && before.throttles === 0;
    if ((outageBegan || throttleBegan) && now.lastFault !== undefined) {
      this.#say(moment, log.trouble(this.#words.fault(now.lastFault.fault)));
    }
  }

  beat({ order, looks }: Progress, moment: Moment): void {
    const { log } = this.#words;
    const state = order === undefined ? log.notSeenYet : stateOf(order, moment.wallMs, this.#words);
    this.#say(moment, log.heartbeat(state, looks, moment.leftMs));
  }

  requested({ action, tookMs, answer }: RequestTrace): void {
    const [requestId, outcome] =
      answer.kind === 'data'
        ? [answer.requestId, 'ok']
        : [answer.fault.requestId, `${answer.fault.reason}: ${this.#words.fault(answer.fault)}`];
    this.#toolkit.debug(this.#words.log.request(action, requestId, tookMs, outcome));
  }

  ended(outcome: Outcome): void {
    const report = reportOf(outcome, [], this.#words, this.#version);
    const { before, after } = this.#words.report.headline(report.verdict);
    const headline =
      report.name === undefined
        ? this.#words.report.unnamedHeadline(report.verdict)
        : `${before}${report.name}${after}`;
    this.#toolkit.line(`${headlineMark(report.verdict, report.green)} ${headline}`);
    // On a red gate the annotation, which the log shows too, says the rest.
    if (report.green) this.#toolkit.line(report.what);
    if (report.green && report.consoleUrl !== undefined) this.#toolkit.line(report.consoleUrl);
  }

  #say({ elapsedMs }: Moment, text: string): void {
    this.#toolkit.line(`${formatElapsed(elapsedMs).padStart(7)}  ${text}`);
  }
}
