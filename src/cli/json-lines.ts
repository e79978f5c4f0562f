import type { StepEnding, Subject } from '../endings/ending.ts';
import type { Clock } from '../polling/clock.ts';
import type { Board, Onlooker } from '../report/board.ts';
import type { Annotation, Reporter, Toolkit } from '../report/reporter.ts';
import { SCHEMA_VERSION, jsonChange, jsonRunning, reportValue } from '../report/json.ts';
import { toldInOrder } from '../rollout/changes.ts';
import { oneLine } from '../text/clean.ts';
import type { Redactor } from '../text/secrets.ts';
import { isoSecond } from '../words/format.ts';
import type { Terminal } from './terminal.ts';
import { commandToolkit } from './text-toolkit.ts';

export interface JsonLinesParts {
  readonly terminal: Terminal;
  readonly clock: Clock;
  readonly redactor: Redactor;
  readonly version: string;
}

/** Writes for machines: one line of JSON per event, and a last one with the result. */
export class JsonLines implements Onlooker {
  readonly beats = true;
  readonly #parts: JsonLinesParts;

  constructor(parts: JsonLinesParts) {
    this.#parts = parts;
  }

  begun(board: Board): void {
    const orders = board.entries.map(({ subject }, index) => ({ order: index + 1, ...idsOf(subject) }));
    this.#write('begun', { version: this.#parts.version, orders });
  }

  reporter(index: number): Reporter {
    const order = index + 1;
    let ids = {};
    return {
      verifying: (_, { elapsedMs, verifying }) => {
        if (verifying === undefined) return;
        const { kind: what, lastedMs, ofMs, running } = verifying;
        const round = { what, lastedMs, ofMs, running: running && jsonRunning(running) };
        this.#write('verifying', { order, ...ids, ...round, elapsedMs });
      },
      following: (subject, { elapsedMs }) => {
        ids = idsOf(subject);
        this.#write('following', { order, ...ids, elapsedMs });
      },
      polled: (now, before, { elapsedMs, startedMs }) => {
        const changes = toldInOrder(
          now.news,
          change => jsonChange(change, startedMs),
          count => ({ kind: 'left-out', count }),
        );
        for (const { kind: what, ...facts } of changes)
          this.#write('change', { order, ...ids, what, ...facts });
        const { unreadableSinceMs, lastFault } = now;
        if (unreadableSinceMs !== undefined && before.unreadableSinceMs === undefined) {
          const { reason, httpStatus } = lastFault ?? {};
          this.#write('trouble', { order, ...ids, reason, httpStatus, elapsedMs });
        }
      },
    };
  }

  over(): void {
    // The result is written at the very end.
  }

  result(step: StepEnding, exitStatus: number): void {
    this.#write('result', { exitStatus, ...reportValue(step, this.#parts.version) });
  }

  /** Writes warnings and errors as lines of JSON, and nothing that is only for people. */
  toolkit(report: (markdown: string) => Promise<void>): Toolkit {
    const annotate =
      (kind: string) =>
      ({ title, message }: Annotation): void => {
        this.#write(kind, { title, message });
      };
    return {
      ...commandToolkit(this.#parts.redactor, report),
      line: () => undefined,
      group: () => undefined,
      debug: () => undefined,
      notice: annotate('notice'),
      warning: annotate('warning'),
      error: annotate('error'),
    };
  }

  #write(kind: string, facts: object): void {
    const { terminal, clock, redactor } = this.#parts;
    const value = { schemaVersion: SCHEMA_VERSION, kind, time: isoSecond(clock.wallMs()), ...facts };
    terminal.write(`${jsonLine(value, redactor.redact)}\n`);
  }
}

/** A value as one line of JSON: texts are redacted, and their lines have no control characters. Pure. */
function jsonLine(value: object, redact: (text: string) => string): string {
  const clean = (text: string): string => redact(text.split('\n').map(oneLine).join('\n'));
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? clean(part) : part));
}

function idsOf({ changeOrderId, appId }: Subject): object {
  return { changeOrderId, appId };
}
