/** How one language writes durations. */
export interface DurationUnits {
  readonly ms: string;
  readonly s: string;
  readonly min: string;
  readonly h: string;
}

/** A duration for people: `850 ms`, `1.5 s`, `42 s`, `4 min 10 s`, `1 h 5 min`. Pure. */
export function formatDuration(durationMs: number, units: DurationUnits): string {
  const ms = Math.max(0, Math.round(durationMs));
  if (ms < 1_000) return `${ms} ${units.ms}`;
  if (ms < 10_000 && ms % 1_000 >= 100) return `${(Math.floor(ms / 100) / 10).toFixed(1)} ${units.s}`;
  const seconds = Math.floor(ms / 1_000);
  if (seconds < 60) return `${seconds} ${units.s}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return twoUnits(minutes, units.min, seconds % 60, units.s);
  return twoUnits(Math.floor(minutes / 60), units.h, minutes % 60, units.min);
}

function twoUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/** A point in time for people, to the second: `2026-11-22 05:31:07 UTC`. Pure. */
export function formatTime(epochMs: number): string {
  const time = new Date(epochMs);
  return Number.isNaN(time.getTime()) ? '–' : `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** The time since the start of a wait, for a log line: `0:07`, `12:30`, `1:02:30`. Pure. */
export function formatElapsed(elapsedMs: number): string {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1_000));
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${twoDigits(m)}:${twoDigits(s)}` : `${m}:${twoDigits(s)}`;
}

/** A point in time for machines and logs, to the second: `2026-11-22T05:31:07Z`. Pure. */
export function isoSecond(epochMs: number): string {
  return formatTime(epochMs).replace(' UTC', 'Z').replace(' ', 'T');
}

const S_MS = 1_000;
const MIN_MS = 60 * S_MS;

/** The precision of durations up to a limit. */
const STEPS: readonly { readonly upToMs: number; readonly stepMs: number }[] = [
  { upToMs: 10 * S_MS, stepMs: S_MS },
  { upToMs: MIN_MS, stepMs: 5 * S_MS },
  { upToMs: 10 * MIN_MS, stepMs: 10 * S_MS },
  { upToMs: 120 * MIN_MS, stepMs: MIN_MS },
  { upToMs: Infinity, stepMs: 5 * MIN_MS },
];

/** An estimated duration, in ms, rounded up to its precision; at least a second. Pure. */
export function roughMs(ms: number): number {
  const stepMs = STEPS.find(({ upToMs }) => ms <= upToMs)?.stepMs ?? S_MS;
  return Math.max(S_MS, Math.ceil(ms / stepMs) * stepMs);
}

const SHOWN_OF_DIGEST = 12;

/** A short name of an image: without its registry, and with the beginning of its digest. Pure. */
export function shortImage(reference: string): string {
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  const digestAt = name.indexOf('@sha256:');
  return digestAt < 0 ? name : name.slice(0, digestAt + '@sha256:'.length + SHOWN_OF_DIGEST);
}

/** Ids by what tells them apart: their ends, behind what all of them begin with. Pure. */
export function distinctEnds(ids: readonly string[]): readonly string[] {
  const [first = '', ...others] = ids;
  let same = others.length === 0 ? 0 : first.length;
  for (const id of others) while (!id.startsWith(first.slice(0, same))) same--;
  const cutAt = first.lastIndexOf('-', same - 1) + 1;
  return cutAt <= 1 || same === 0 ? ids : ids.map(id => `…${id.slice(cutAt - 1)}`);
}
