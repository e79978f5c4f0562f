import type { Subject } from '../gate/outcome.ts';
import type { Progress } from '../rollout/progress.ts';
import { toldInOrder } from '../rollout/timeline.ts';
import { formatElapsed } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { BeatPace } from './beat-pace.ts';
import { changeText } from './change-text.ts';
import type { Note } from './note.ts';
import type { Moment, Reporter } from './reporter.ts';
import { stateOf } from './state.ts';
import type { Toolkit } from './toolkit.ts';

/** Writes the log of one wait: what changed, when it changed, and a heartbeat. */
export class LogReporter implements Reporter {
  readonly #toolkit: Toolkit;
  readonly #words: Words;
  /** Tells its lines from those of other waits; empty where there is none. */
  readonly #label: string;
  /** Whether it has a heartbeat of its own. */
  readonly #beats: boolean;
  readonly #pace = new BeatPace();
  #followed: string | undefined;
  /** How many looks had failed before the present trouble began. */
  #faultsBefore = 0;

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

  looked(now: Progress, before: Progress, moment: Moment): void {
    const { log } = this.#words;
    if (before.unreadableSinceMs !== undefined && now.unreadableSinceMs === undefined) {
      const lastedMs = (now.lookMs ?? before.unreadableSinceMs) - before.unreadableSinceMs;
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
      this.#say(moment, log.trouble(this.#words.fault(now.lastFault.fault)));
    }
  }

  beat({ order, looks }: Progress, moment: Moment): void {
    if (!this.#beats || !this.#pace.isDue(moment.elapsedMs)) return;
    const { log } = this.#words;
    const state = order === undefined ? log.notSeenYet : stateOf(order, moment.wallMs, this.#words);
    const estimate = this.#words.estimate(moment.estimate);
    this.#say(moment, log.heartbeat(state, estimate, looks, moment.leftMs));
  }

  #say({ elapsedMs }: Moment, text: string, label = this.#label): void {
    this.#toolkit.line(`${formatElapsed(elapsedMs).padStart(7)}  ${label === '' ? '' : `${label}  `}${text}`);
  }
}
