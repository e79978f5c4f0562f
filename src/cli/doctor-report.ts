import type { Examination } from '../doctor/examination.ts';
import type { Outcome, Row } from '../doctor/outcome.ts';
import { allWorks, canWait, isNeeded } from '../doctor/outcome.ts';
import { displayWidth } from '../text/clean.ts';
import type { Words } from '../words/words.ts';
import type { Style } from './terminal.ts';

/** The findings of the doctor, and where it called. */
export interface DoctorReport extends Examination {
  readonly regionId: string | undefined;
  readonly origin: string;
  /** Host of the proxy that was used; `undefined` for none. */
  readonly proxyHost: string | undefined;
  /** The signal; `undefined` if it was not cancelled. */
  readonly cancelled: string | undefined;
  /** The file that holds the record; `undefined` for none. */
  readonly record: string | undefined;
}

/** One line for people. */
export interface ReportLine {
  readonly text: string;
  readonly style?: Style;
}

/** The largest difference of clocks that does no harm. */
const CLOCK_IS_OFF_MS = 60_000;

/** The report for people: operations, facts, what to do, and the result last. Pure. */
export function doctorLines(report: DoctorReport, words: Words): readonly ReportLine[] {
  const { doctor } = words;
  const heading = (text: string): readonly ReportLine[] => [{ text: '' }, { text, style: 'bold' }];
  return [
    ...(report.cancelled === undefined
      ? []
      : [{ text: '' }, { text: doctor.cancelled(report.cancelled), style: 'yellow' } as const]),
    ...heading(doctor.operations),
    ...rowLines(report.rows, words),
    ...heading(doctor.facts),
    ...factLines(report, words),
    ...remedyLines(report, words),
    { text: '' },
    ...(report.record === undefined ? [] : [{ text: doctor.recorded(report.record) }]),
    ...(report.cancelled === undefined ? endLines(report, words) : []),
  ];
}

const SIGNS: Readonly<Record<Outcome['kind'], readonly [string, Style]>> = {
  works: ['✔', 'green'],
  refused: ['✖', 'red'],
  failed: ['✖', 'red'],
  otherwise: ['!', 'yellow'],
  'not-asked': ['·', 'dim'],
};

function rowLines(rows: readonly Row[], { doctor }: Words): readonly ReportLine[] {
  const width = widest(rows.map(({ operation }) => operation));
  return rows.flatMap(({ operation, outcome }): readonly ReportLine[] => {
    const [sign, style] = SIGNS[outcome.kind];
    const line = { text: `  ${sign} ${padded(operation, width)}  ${doctor.outcome(outcome)}`, style };
    const differences = outcome.kind === 'otherwise' ? outcome.differences : [];
    return [line, ...differences.map(one => ({ text: `      ${doctor.difference(one)}`, style }))];
  });
}

function factLines(report: DoctorReport, { doctor }: Words): readonly ReportLine[] {
  const { facts, regionId, origin, proxyHost } = report;
  const { clockAheadMs = 0 } = facts;
  const lines: readonly (readonly [keyof typeof doctor.fact, string, Style?])[] = [
    ['clock', doctor.clock(facts.clockAheadMs), ...warning(Math.abs(clockAheadMs) >= CLOCK_IS_OFF_MS)],
    ['region', regionId ?? doctor.noRegion],
    ['endpoint', origin],
    ['proxy', proxyHost ?? doctor.noProxy],
    ['zone', doctor.createTimeZone[facts.createTimeZone], ...warning(facts.createTimeZone === 'utc')],
    ['pageSize', doctor.pageSize[facts.pageSize]],
    ['listOrder', doctor.listOrder(facts.listOrder)],
    ['healthChecks', doctor.healthChecks[facts.healthChecks], ...warning(facts.healthChecks === 'none')],
    ['replacement', doctor.replacement[facts.replacement]],
    ['namespace', doctor.namespace(facts.namespaces)],
  ];
  const width = widest(lines.map(([name]) => doctor.fact[name]));
  return lines.map(([name, text, style]) => {
    const line = { text: `    ${padded(doctor.fact[name], width)}  ${text}` };
    return style === undefined ? line : { ...line, style };
  });
}

function warning(isOne: boolean): readonly ['yellow'] | readonly [] {
  return isOne ? ['yellow'] : [];
}

/** What to do, each thing once. */
function remedyLines({ rows }: DoctorReport, words: Words): readonly ReportLine[] {
  const { doctor, faultRemedy } = words;
  const refused = rows.flatMap(({ outcome }) => (outcome.kind === 'refused' ? [outcome.fault.action] : []));
  const remedies = rows.flatMap(({ outcome }) =>
    outcome.kind === 'failed' ? [faultRemedy(outcome.fault)] : [],
  );
  const isOtherwise = rows.some(({ outcome }) => outcome.kind === 'otherwise');
  const grant = [doctor.grant, ...refused.map(action => `  sae:${action}`)];
  const lines = [
    ...(refused.length === 0 ? [] : grant),
    ...new Set(remedies),
    ...(isOtherwise ? [doctor.report] : []),
  ];
  if (lines.length === 0) return [];
  return [
    { text: '' },
    { text: doctor.toDo, style: 'bold' },
    ...lines.map(text => ({ text: `    ${text}` })),
  ];
}

function endLines({ rows }: DoctorReport, { doctor }: Words): readonly ReportLine[] {
  const asked = rows.filter(({ outcome }) => isNeeded(outcome));
  if (allWorks(rows)) return [{ text: doctor.allWork(asked.length), style: 'green' }];
  const bad = asked.filter(({ outcome }) => outcome.kind !== 'works').length;
  const what = { text: doctor.someDoNot(bad, asked.length), style: 'red' } as const;
  switch (canWait(rows)) {
    case true:
      return [what, { text: doctor.canWait, style: 'yellow' }];
    case false:
      return [what, { text: doctor.cannotWait, style: 'red' }];
    case undefined:
      return [what];
  }
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map(displayWidth));
}

function padded(text: string, width: number): string {
  return `${text}${' '.repeat(Math.max(0, width - displayWidth(text)))}`;
}
