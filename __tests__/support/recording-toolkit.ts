import os from 'node:os';
import path from 'node:path';
import type { Annotation, Toolkit } from '../../src/report/reporter.ts';
import { Redactor } from '../../src/text/secrets.ts';
import type { VirtualClock } from './virtual-clock.ts';

export interface TimedLine {
  readonly atMs: number;
  readonly text: string;
}

/** Remembers what people would be told. */
export class RecordingToolkit implements Toolkit {
  /** The names of the calls, in their order. */
  readonly calls: string[] = [];
  readonly masked: string[] = [];
  readonly log: TimedLine[] = [];
  readonly groups: { readonly title: string; readonly lines: readonly string[] }[] = [];
  readonly debugged: string[] = [];
  readonly notices: Annotation[] = [];
  readonly warnings: Annotation[] = [];
  readonly errors: Annotation[] = [];
  readonly outputs: Record<string, string> = {};
  readonly outputTimes: { readonly atMs: number; readonly name: string; readonly value: string }[] = [];
  readonly summaries: string[] = [];
  readonly states: Record<string, string> = {};
  readonly files: Record<string, string> = {};
  readonly #clock: VirtualClock;
  readonly #redactor = new Redactor();

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  get lines(): readonly string[] {
    return this.log.map(({ text }) => text);
  }

  /** Everything that was told, in whatever way. */
  get everything(): string {
    const annotations = [...this.notices, ...this.warnings, ...this.errors].flatMap(one => [
      one.title,
      one.message,
    ]);
    const outputs = this.outputTimes.map(({ value }) => value);
    return [...this.lines, ...this.debugged, ...annotations, ...outputs, ...this.summaries].join('\n');
  }

  mask(secret: string): void {
    this.calls.push('mask');
    this.masked.push(secret);
    this.#redactor.mask(secret);
  }

  readonly redact = (text: string): string => this.#redactor.redact(text);

  saveState(name: string, value: string): void {
    this.states[name] = value;
  }

  file(name: string, text: string): Promise<string> {
    this.calls.push('file');
    this.files[name] = text;
    return Promise.resolve(path.join(os.tmpdir(), name));
  }

  line(text: string): void {
    this.calls.push('line');
    this.log.push({ atMs: this.#clock.elapsedMs, text });
  }

  group(title: string, lines: readonly string[]): void {
    this.calls.push('group');
    this.groups.push({ title, lines });
    for (const text of [title, ...lines]) this.log.push({ atMs: this.#clock.elapsedMs, text });
  }

  debug(text: string): void {
    this.calls.push('debug');
    this.debugged.push(text);
  }

  notice(annotation: Annotation): void {
    this.calls.push('notice');
    this.notices.push(annotation);
  }

  warning(annotation: Annotation): void {
    this.calls.push('warning');
    this.warnings.push(annotation);
  }

  error(annotation: Annotation): void {
    this.calls.push('error');
    this.errors.push(annotation);
  }

  output(name: string, value: string): void {
    this.calls.push('output');
    this.outputs[name] = value;
    this.outputTimes.push({ atMs: this.#clock.elapsedMs, name, value });
  }

  summary(markdown: string): Promise<void> {
    this.calls.push('summary');
    this.summaries.push(markdown);
    return Promise.resolve();
  }
}
