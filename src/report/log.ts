import type { Note, Subject } from '../endings/ending.ts';
import { isGreen } from '../endings/ending.ts';
import type { PlainDuration } from '../inputs/faults.ts';
import type { Settings } from '../inputs/settings.ts';
import { toldInOrder } from '../rollout/changes.ts';
import type { Progress } from '../rollout/progress.ts';
import type { RequestTrace } from '../http/envelope.ts';
import { joined } from '../text/parts.ts';
import { formatElapsed } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import type { Board, BoardEntry } from './board.ts';
import { orderLabel } from './model.ts';
import { verifyFacts } from './now.ts';
import type { Moment, Reporter, Toolkit } from './reporter.ts';
import { changeText, stateOf } from './state.ts';

const MINUTE_MS = 60_000;

/** How often the log says that a wait goes on: seldom where the wait is long, or ten hours were 1,200 lines. */
const PACES: readonly { readonly upToMs: number; readonly everyMs: number }[] = [
  { upToMs: 10 * MINUTE_MS, everyMs: MINUTE_MS / 2 },
  { upToMs: 60 * MINUTE_MS, everyMs: 2 * MINUTE_MS },
];
/** Seldom enough to be read, and often enough for CI systems that end a job after 10 min of silence. */
const LATER_EVERY_MS = 5 * MINUTE_MS;

/** A beat does not come to the millisecond. */
const SLACK_MS = 1_000;

/** Tells which of a wait's beats the log tells; to be asked once for each beat, by its time after the start. */
function beatPace(): (elapsedMs: number) => boolean {
  let toldMs = 0;
  return elapsedMs => {
    const everyMs = PACES.find(({ upToMs }) => elapsedMs <= upToMs + SLACK_MS)?.everyMs ?? LATER_EVERY_MS;
    const isDue = elapsedMs - toldMs >= everyMs - SLACK_MS;
    if (isDue) toldMs = elapsedMs;
    return isDue;
  };
}

/** Who means minutes writes small numbers. */
const SHORT_MS = 60_000;

export interface StartParts {
  readonly toolkit: Toolkit;
  readonly words: Words;
  readonly settings: Settings;
  readonly plainDurations: readonly PlainDuration[];
}

/** Tells at the start what is waited for, and what plain numbers were taken for. */
export function tellStart({ toolkit, words, settings, plainDurations }: StartParts): void {
  const { log, warning } = words;
  for (const plain of plainDurations) {
    if (plain.durationMs >= SHORT_MS) toolkit.line(log.tookPlainNumber(plain));
    else toolkit.warning({ title: warning.durationTitle, message: log.shortPlainNumber(plain) });
  }
  const { regionId, origin, targets, timeoutMs } = settings;
  const place = joined(words.comma, regionId, new URL(origin).host);
  const isAlone = targets.length <= 1;
  if (!isAlone)
    toolkit.line(log.waitingForSeveral(targets.length, place, timeoutMs, settings.callsPerMinute));
  for (const [index, target] of targets.entries()) {
    const orderId = target.kind === 'order' ? target.changeOrderId : undefined;
    const application = target.appName ?? target.appId;
    if (target.kind === 'idle') toolkit.line(log.waitingForFree(application ?? '', place, timeoutMs));
    else if (isAlone) toolkit.line(log.waiting(orderId, application, place, timeoutMs));
    else toolkit.line(`  ${orderLabel(index, targets.length)}  ${log.target(orderId, application)}`);
  }
}

/** Tells of a request, where the runner's debug logging is on. */
export function tellRequest({ action, tookMs, answer }: RequestTrace, toolkit: Toolkit, words: Words): void {
  const [requestId, outcome] =
    answer.kind === 'data'
      ? [answer.requestId, 'ok']
      : [answer.fault.requestId, `${answer.fault.reason}: ${words.fault(answer.fault)}`];
  toolkit.debug(words.log.request(action, requestId, tookMs, outcome));
}

/** Writes the log of one wait: what changed, when it changed, and a heartbeat. */
export class LogReporter implements Reporter {
  readonly #toolkit: Toolkit;
  readonly #words: Words;
  /** Tells its lines from those of other waits; empty where there is none. */
  readonly #label: string;
  /** Whether it has a heartbeat of its own. */
  readonly #beats: boolean;
  readonly #isDue = beatPace();
  #followed: string | undefined;
  /** How many looks had failed before the present trouble began. */
  #faultsBefore = 0;
  /** What was told of the proof last. */
  #verified: string | undefined;

  constructor(toolkit: Toolkit, words: Words, label: string, beats = true) {
    this.#toolkit = toolkit;
    this.#words = words;
    this.#label = label;
    this.#beats = beats;
  }

  started({ changeOrderId }: Subject): void {
    // The first lines of the log have named an order that was given by its id.
    this.#followed = changeOrderId;
  }

  noted(note: Note, moment: Moment): void {
    // Whoever reads that it was chosen knows that it is looked at.
    if (note.kind === 'chosen') this.#followed = note.order.changeOrderId;
    // Credentials are the whole step's.
    this.#say(moment, this.#words.note(note).text, note.kind === 'credentials' ? '' : this.#label);
  }

  following({ changeOrderId }: Subject, moment: Moment): void {
    if (changeOrderId !== this.#followed) this.#say(moment, this.#words.log.following(changeOrderId ?? ''));
    this.#followed = changeOrderId;
  }

  polled(now: Progress, before: Progress, moment: Moment): void {
    const { log } = this.#words;
    if (before.unreadableSinceMs !== undefined && now.unreadableSinceMs === undefined) {
      const lastedMs = (now.polledMs ?? before.unreadableSinceMs) - before.unreadableSinceMs;
      this.#say(moment, log.troubleOver(now.faults - this.#faultsBefore, lastedMs));
    }
    const told = toldInOrder(
      now.news,
      change => changeText(change, this.#words),
      count => log.changesLeftOut(count),
    );
    for (const text of told) this.#say(moment, text);
    if (now.doubt !== undefined && now.doubt.kind !== before.doubt?.kind) {
      this.#say(moment, log.doubtful[now.doubt.kind]);
    }
    const outageBegan = now.unreadableSinceMs !== undefined && before.unreadableSinceMs === undefined;
    if (outageBegan) this.#faultsBefore = before.faults;
    const throttleBegan = now.throttles > 0 && before.throttles === 0;
    if ((outageBegan || throttleBegan) && now.lastFault !== undefined) {
      this.#say(moment, log.trouble(this.#words.fault(now.lastFault)));
    }
  }

  /** A line for each thing that a round shows anew; that time has passed is the heartbeat's to tell. */
  verifying(_: Progress, moment: Moment): void {
    const { verifying } = moment;
    if (verifying === undefined) return;
    const { kind, ready, of } = verifyFacts(verifying);
    const shown = JSON.stringify([kind, ready, of]);
    if (shown === this.#verified) return;
    this.#verified = shown;
    this.#say(moment, this.#words.report.verifying(verifyFacts(verifying)));
  }

  beat({ order, polls: looks }: Progress, moment: Moment): void {
    if (!this.#beats || !this.#isDue(moment.elapsedMs)) return;
    const { log, report } = this.#words;
    if (moment.verifying !== undefined) {
      const state = report.verifying(verifyFacts(moment.verifying));
      this.#say(moment, log.heartbeat(state, '', looks, moment.leftMs));
      return;
    }
    const state = order === undefined ? log.notSeenYet : stateOf(order, moment.wallMs, this.#words);
    const estimate = this.#words.estimate(moment.estimate);
    this.#say(moment, log.heartbeat(state, estimate, looks, moment.leftMs));
  }

  #say({ elapsedMs }: Moment, text: string, label = this.#label): void {
    this.#toolkit.line(timed(elapsedMs, joined('  ', label, text)));
  }
}

/** Up to so many orders have a heartbeat each; of more nobody would read them. */
export const MOST_OWN_HEARTBEATS = 5;

/** So many orders are named. */
const MOST_NAMED = 10;

/** The heartbeat of all waits of a step as one line, told by the first one (`index`) that has not ended. */
export function stepHeartbeat(toolkit: Toolkit, words: Words, board: Board, index: number): Reporter {
  const isDue = beatPace();
  return {
    beat: (_, { elapsedMs, leftMs }) => {
      // Asked by all of them, so that whoever is next to tell keeps the pace.
      if (!isDue(elapsedMs)) return;
      const { entries } = board;
      const going = [...entries.keys()].filter(one => entries[one]?.outcome === undefined);
      if (going[0] !== index) return;
      // Where none has ended, all names would tell nothing.
      const isNamed = going.length <= MOST_NAMED && going.length < entries.length;
      const counts = { all: entries.length, going: going.length, red: entries.filter(isRed).length };
      const named = isNamed ? going.map(one => orderLabel(one, entries.length)) : [];
      toolkit.line(timed(elapsedMs, words.log.stepHeartbeat(counts, named, leftMs)));
    },
  };
}

/** A line of the log with how far into the wait it is. */
function timed(elapsedMs: number, text: string): string {
  return `${formatElapsed(elapsedMs).padStart(7)}  ${text}`;
}

function isRed({ outcome }: BoardEntry): boolean {
  return outcome !== undefined && !isGreen(outcome);
}
