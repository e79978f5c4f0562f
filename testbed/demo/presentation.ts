import type { CheckRun } from '../github-fake/check-run.ts';
import type { ActionRun } from '../runner/action-run.ts';
import type { Annotation } from '../runner/annotation.ts';
import { alignedRows, displayWidth } from '../runner/display-width.ts';
import { markdownText } from '../runner/markdown-text.ts';
import { plainLine } from '../runner/plain-line.ts';
import { paint } from '../runner/terminal-style.ts';
import type { Scenario } from '../simulator/scenario.ts';
import type { FrameWords } from './frame-words.ts';
import type { Judgement } from './judgement.ts';
import { isGreenVerdict } from './judgement.ts';

const RULE_COLUMNS = 72;
const ANNOTATION_COLOURS = { error: 'red', warning: 'yellow', notice: 'blue' } as const;

/** Tells on a terminal what a demonstration shows and what came of it. */
export class Presentation {
  readonly #write: (text: string) => void;
  readonly #colours: boolean;
  readonly #words: FrameWords;

  constructor(write: (text: string) => void, colours: boolean, words: FrameWords) {
    this.#words = words;
    this.#write = write;
    this.#colours = colours;
  }

  /** Before the step: what is about to be seen. */
  introduce(scenario: Scenario, simulatorUrl: string, timeScale: number): void {
    const { demo, expected, simulator, colours, headings } = this.#words;
    const colour = isGreenVerdict(scenario.expect) ? 'green' : 'red';
    this.#line(paint(`${demo}${scenario.title}`, 'bold', this.#colours));
    this.#line(scenario.summary);
    const painted = (text: string): string => paint(text, colour, this.#colours);
    this.#line(expected(painted(scenario.expect), painted(colours[colour])));
    this.#line(simulator(simulatorUrl, timeScale));
    this.#heading(headings.log);
  }

  /** After the step: everything that it left, but for the log. */
  conclude(run: ActionRun): void {
    const { headings, colours, ended, signal, exitStatus, none } = this.#words;
    this.#heading(headings.step);
    const [mark, colour] = run.conclusion === 'success' ? (['✔', 'green'] as const) : (['✖', 'red'] as const);
    const sign = paint(`${mark} ${colours[colour]}`, colour, this.#colours);
    const ending = run.exitCode === null ? signal(String(run.signal)) : exitStatus(run.exitCode);
    this.#line(ended(sign, run.conclusion, ending, (run.durationMs / 1_000).toFixed(1)));
    this.#heading(headings.annotations);
    const annotations = [...run.runnerIssues, ...run.annotations].filter(({ shown }) => shown);
    if (annotations.length === 0) this.#line(none);
    for (const annotation of annotations) this.#annotation(annotation);
    this.#heading(headings.outputs);
    this.#outputs(run.outputs);
    this.#heading(headings.summary);
    this.#line(run.summary === null ? none : markdownText(run.summary, this.#colours));
  }

  /** The check run that the step made on the commit, write by write. */
  showCheckRun({ states }: CheckRun): void {
    this.#heading(this.#words.headings.checkRun);
    const rows = states.map(({ status, conclusion, output }) => [
      conclusion ?? status,
      plainLine(output?.title ?? ''),
    ]);
    this.#line(plainLine(states.at(-1)?.name ?? ''));
    for (const row of alignedRows(rows)) this.#line(`  ${row}`);
  }

  /** The last lines: where the page is, and whether all was as expected. */
  close(pageFile: string, { asExpected, sentence }: Judgement): void {
    this.#heading(this.#words.headings.page);
    this.#line(pageFile);
    this.#line('');
    this.#line(paint(sentence, asExpected ? 'green' : 'red', this.#colours));
  }

  #annotation({ kind, title, message }: Annotation): void {
    const heading = plainLine(title ?? '');
    this.#line(`${paint(kind, ANNOTATION_COLOURS[kind], this.#colours)}  ${heading}`.trimEnd());
    for (const line of message.split('\n')) this.#line(`  ${plainLine(line)}`);
  }

  #outputs(outputs: ActionRun['outputs']): void {
    const rows = Object.entries(outputs).map(([name, value]) => [
      paint(name, 'dim', this.#colours),
      plainLine(value.replaceAll(/\r?\n/g, ' ⏎ ')),
    ]);
    for (const row of alignedRows(rows.length > 0 ? rows : [[this.#words.none]])) this.#line(row);
  }

  #heading(text: string): void {
    this.#line('');
    this.#line(
      paint(`── ${text} ${'─'.repeat(RULE_COLUMNS - displayWidth(text) - 4)}`, 'bold', this.#colours),
    );
  }

  #line(text: string): void {
    this.#write(`${text}\n`);
  }
}
