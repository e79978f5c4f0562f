import type { Column } from '../markdown-table.ts';
import { markdownTable } from '../markdown-table.ts';
import { AIMS, worst } from './aims.ts';
import type { Layout } from './lines.ts';
import { LAYOUTS, LINES } from './lines.ts';
import { measureAll } from './measure-all.ts';
import type { Measured } from './measure.ts';
import { bestFixedCost, DRAWS, rivalCost } from './measure.ts';
import { RIVALS } from './rivals.ts';

/** How the schedule does against others and against the optimum, and whether it reaches its aims. */
export async function scheduleReport(): Promise<string> {
  const all = await measureAll(LINES);
  const [first, ...others] = LAYOUTS;
  if (first === undefined) throw new Error('there is no layout');
  return [
    `Seeded: every run gives these figures. ${count(DRAWS.usual)} draws a line, ${count(DRAWS.close)} for rollouts of up to two minutes, or five in one batch. J = mean lag in s + 0.25 × mean calls.`,
    aimsTable(all),
    `**${titleOf(first)}**`,
    linesTable(all, first),
    ...others.flatMap(layout => [
      `<details><summary>${titleOf(layout)}</summary>`,
      linesTable(all, layout),
      '</details>',
    ]),
  ].join('\n\n');
}

const right = (title: string): Column => ({ title, align: 'right' });
const left = (title: string): Column => ({ title, align: 'left' });

function aimsTable(all: readonly Measured[]): string {
  const rows = AIMS.map(aim => {
    const { line, value } = worst(aim, all);
    const { medianMs } = line.kind;
    const where = `${line.situation.title}, ${minutes(medianMs)}, ${titleOf(line.kind)}`;
    const figure = aim.unit === 's' ? `${value.toFixed(1)} s` : `${value.toFixed(3)} ${aim.unit}`;
    return [aim.title, `${aim.limit} ${aim.unit}`, figure, where, value <= aim.limit ? 'met' : '**not met**'];
  });
  return markdownTable([left('Aim'), right('At most'), right('Worst seen'), left('Where'), left('')], rows);
}

function linesTable(all: readonly Measured[], { batches, pauseMs }: Layout): string {
  const lines = all.filter(({ kind }) => kind.batches === batches && kind.pauseMs === pauseMs);
  return markdownTable(
    [
      left('Rollout'),
      ...['Median', 'Lag, mean', '95 %', 'Calls', 'J', '÷ optimum', '÷ best fixed', '÷ 10 s'].map(right),
      ...[...RIVALS.map(({ title }) => `J ${title}`), 'J optimum'].map(right),
    ],
    lines.map(line => [
      line.situation.title,
      minutes(line.kind.medianMs),
      `${line.gate.lagMeanS.toFixed(1)} s`,
      `${line.gate.lagP95S.toFixed(1)} s`,
      line.gate.calls.toFixed(1),
      line.gate.cost.toFixed(2),
      ratio(line.gate.cost, line.optimalCost),
      ratio(line.gate.cost, bestFixedCost(line)),
      ratio(line.gate.cost, rivalCost(line, '10 s')),
      ...RIVALS.map(({ title }) => rivalCost(line, title).toFixed(1)),
      line.optimalCost?.toFixed(2) ?? '–',
    ]),
  );
}

function titleOf({ batches, pauseMs }: Layout): string {
  if (batches === 1) return 'one batch';
  return `${batches} batches, ${pauseMs > 0 ? `${pauseMs / 1_000} s of pause between them` : 'no pauses'}`;
}

function minutes(ms: number): string {
  return ms < 60_000 ? `${ms / 1_000} s` : `${ms / 60_000} min`;
}

function ratio(value: number, to: number | undefined): string {
  return to === undefined ? '–' : (value / to).toFixed(3);
}

function count(value: number): string {
  return value.toLocaleString('en');
}
