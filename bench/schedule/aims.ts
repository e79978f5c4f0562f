import type { Measured } from './measure.ts';
import { bestFixedCost, rivalCost } from './measure.ts';
import { SITUATIONS } from './situations.ts';

/** Something that the schedule is to reach in every line that the aim is about. */
export interface Aim {
  readonly title: string;
  readonly limit: number;
  /** In what the limit is told. */
  readonly unit: string;
  /** Whether the aim is about this line. */
  isAbout(measured: Measured): boolean;
  valueOf(measured: Measured): number;
}

const MINUTE_MS = 60_000;
const MAX_POLL_INTERVAL_S = 30;

const toOptimum = ({ gate, optimalCost }: Measured): number => gate.cost / (optimalCost ?? Number.NaN);
const toTenSeconds = (measured: Measured): number => measured.gate.cost / rivalCost(measured, '10 s');
const toBestFixed = (measured: Measured): number => measured.gate.cost / bestFixedCost(measured);

const { stable, loose, none, longer, shorter, failure, failureAtWork, hang } = SITUATIONS;

export const AIMS: readonly Aim[] = [
  {
    title: 'stable or loose history: J against the optimum',
    limit: 1.25,
    unit: '×',
    isAbout: ({ situation }) => situation.title === stable.title || situation.title === loose.title,
    valueOf: toOptimum,
  },
  {
    title: 'stable history, 2 min and longer: J against the best fixed interval',
    limit: 0.65,
    unit: '×',
    isAbout: ({ situation, kind }) => situation.title === stable.title && kind.medianMs >= 2 * MINUTE_MS,
    valueOf: toBestFixed,
  },
  {
    title: 'no history: J against 10 s',
    limit: 1.1,
    unit: '×',
    isAbout: ({ situation }) => situation.title === none.title,
    valueOf: toTenSeconds,
  },
  {
    title: 'no history, 5 min and longer: J against 10 s',
    limit: 1,
    unit: '×',
    isAbout: ({ situation, kind }) => situation.title === none.title && kind.medianMs >= 5 * MINUTE_MS,
    valueOf: toTenSeconds,
  },
  {
    title: 'a failure at any moment, no pauses: J against 10 s',
    limit: 1.3,
    unit: '×',
    isAbout: ({ situation, kind }) => situation.title === failure.title && kind.pauseMs === 0,
    valueOf: toTenSeconds,
  },
  {
    title: 'a failure while a batch works, with pauses: J against 10 s',
    limit: 1.3,
    unit: '×',
    isAbout: ({ situation }) => situation.title === failureAtWork.title,
    valueOf: toTenSeconds,
  },
  {
    title: 'a failure at any moment, the pauses included: J against 10 s',
    limit: 1.3,
    unit: '×',
    isAbout: ({ situation, kind }) => situation.title === failure.title && kind.pauseMs > 0,
    valueOf: toTenSeconds,
  },
  {
    title: 'misleading history, 3 × or 0.3 × as long: J against 10 s',
    limit: 1.5,
    unit: '×',
    isAbout: ({ situation }) => situation.title === longer.title || situation.title === shorter.title,
    valueOf: toTenSeconds,
  },
  {
    title: '95 % of the lags, everywhere',
    limit: MAX_POLL_INTERVAL_S,
    unit: 's',
    isAbout: ({ situation }) => situation.title !== hang.title,
    valueOf: ({ gate }) => gate.lagP95S,
  },
];

/** The line in which an aim is farthest from being met. */
export function worst(
  aim: Aim,
  all: readonly Measured[],
): { readonly line: Measured; readonly value: number } {
  const lines = all.filter(measured => aim.isAbout(measured));
  const valued = lines.map(line => ({ line, value: aim.valueOf(line) })).sort((a, b) => b.value - a.value);
  const [first] = valued;
  if (first === undefined) throw new Error(`the aim "${aim.title}" is about nothing`);
  return first;
}
