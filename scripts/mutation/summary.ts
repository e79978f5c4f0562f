import type { MutationArea } from './areas.ts';
import type { Explanation } from './explained.ts';

/** What is used of Stryker's JSON report (the schema of mutation-testing-elements). */
export interface MutationReport {
  readonly files: Readonly<
    Record<string, { readonly source: string; readonly mutants: readonly ReportedMutant[] }>
  >;
}

interface ReportedMutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

/** Counted from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** A mutant that no test noticed. */
export interface Survivor {
  readonly file: string;
  readonly line: number;
  /** The changed piece of the source, and what it was changed into, each as one line. */
  readonly from: string;
  readonly to: string;
}

export interface AreaResult {
  readonly area: MutationArea;
  readonly at: Date;
  readonly mutants: number;
  /** Noticed by a failing test. */
  readonly killed: number;
  /** Noticed since the tests no longer ended. */
  readonly timedOut: number;
  readonly survivors: readonly Survivor[];
}

/** An area's result. Mutants that cannot be run are not counted; those that no test reaches survived. Pure. */
export function areaResult(area: MutationArea, { files }: MutationReport, at: Date): AreaResult {
  const mutants = Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map(mutant => ({ file, source, ...mutant })),
  );
  const killed = mutants.filter(({ status }) => status === 'Killed').length;
  const timedOut = mutants.filter(({ status }) => status === 'Timeout').length;
  const survivors = mutants.filter(isSurvivor).map(({ file, source, location, replacement = '' }) => ({
    file,
    line: location.start.line,
    from: asOneLine(pieceOf(source, location)),
    to: asOneLine(replacement),
  }));
  return { area, at, mutants: killed + timedOut + survivors.length, killed, timedOut, survivors };
}

/** The report without the mutants that survived. Pure. */
export function withoutSurvivors<Report extends MutationReport>(report: Report): Report {
  const files = Object.entries(report.files).map(([name, file]) => [
    name,
    { ...file, mutants: file.mutants.filter(mutant => !isSurvivor(mutant)) },
  ]);
  return { ...report, files: Object.fromEntries(files) as MutationReport['files'] };
}

function isSurvivor({ status }: Pick<ReportedMutant, 'status'>): boolean {
  return status === 'Survived' || status === 'NoCoverage';
}

/** How many of a hundred mutants were noticed. */
export function scoreOf({ mutants, survivors }: AreaResult): number {
  return mutants === 0 ? 0 : (100 * (mutants - survivors.length)) / mutants;
}

/** What the summary says of one area. */
export interface AreaSection {
  /** Its row of the table. */
  readonly row: string;
  /** Its survivors under a heading; empty where there are none. */
  readonly survivors: string;
}

/** Pure. */
export function sectionOf(result: AreaResult, explanations: readonly Explanation[]): AreaSection {
  const { area, at, mutants, killed, timedOut, survivors } = result;
  const unexplained = survivors.filter(survivor => explanationOf(survivor, explanations) === undefined);
  const score = `${scoreOf(result).toFixed(1)} %`;
  const day = at.toISOString().slice(0, 10);
  const cells = [area.name, area.decides, mutants, killed, timedOut, survivors.length, unexplained.length];
  return {
    row: `| ${[...cells, score, day].join(' | ')} |`,
    survivors: survivorLines(area, survivors, explanations).join('\n'),
  };
}

/** What a summary that was published says of an area; `undefined` where that has no row. Pure. */
export function sectionIn(summary: string, { name }: MutationArea): AreaSection | undefined {
  const lines = summary.split('\n');
  const row = lines.find(line => line.startsWith(`| ${name} `));
  if (row === undefined) return undefined;
  const from = lines.indexOf(survivorsHeading(name));
  const next = lines.findIndex((line, index) => index > from && line.startsWith(HEADING));
  const survivors = from < 0 ? [] : lines.slice(from, next < 0 ? undefined : next);
  return { row, survivors: survivors.join('\n') };
}

/** In Markdown: a table of the areas, then each survivor with its explanation. Pure. */
export function summaryMarkdown(sections: readonly AreaSection[]): string {
  return [
    '| Area | What it decides | Mutants | Killed | Timed out | Survived | of these unexplained | Score | Last run |',
    '| --- | --- | --: | --: | --: | --: | --: | --: | --- |',
    ...sections.map(({ row }) => row),
    '',
    ...sections.map(({ survivors }) => survivors),
  ].join('\n');
}

const HEADING = '### ';

function survivorsHeading(name: string): string {
  return `${HEADING}Survivors in ${name}`;
}

function survivorLines(
  { name }: MutationArea,
  survivors: readonly Survivor[],
  explanations: readonly Explanation[],
): readonly string[] {
  if (survivors.length === 0) return [];
  const lines = survivors.map(survivor => {
    const { file, line, from, to } = survivor;
    const why = explanationOf(survivor, explanations)?.why ?? '_not explained_';
    return `- \`${file}\`, line ${line}: ${asCode(from)} → ${asCode(to)}: ${why}`;
  });
  return [survivorsHeading(name), '', ...lines, ''];
}

function explanationOf(survivor: Survivor, explanations: readonly Explanation[]): Explanation | undefined {
  return explanations.find(
    ({ file, from, to }) => file === survivor.file && from === survivor.from && to === survivor.to,
  );
}

function pieceOf(source: string, { start, end }: ReportedMutant['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, index) =>
      line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined),
    )
    .join('\n');
}

function asOneLine(code: string): string {
  return code.replace(/\s+/gu, ' ').trim();
}

/** As a code span of Markdown, whatever it holds; what is long is cut. */
function asCode(code: string): string {
  if (code === '') return '_nothing_';
  const shown = code.length <= 100 ? code : `${code.slice(0, 99)}…`;
  return shown.includes('`') ? `\`\` ${shown} \`\`` : `\`${shown}\``;
}
