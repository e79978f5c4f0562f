const UNITS_MS = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 } as const;

const NUMBER = String.raw`\d+(?:\.\d+)?`;
const PLAIN = new RegExp(`^${NUMBER}$`, 'u');
const WITH_UNITS = new RegExp(
  `^(?:(?<h>${NUMBER})h)?(?:(?<m>${NUMBER})m(?!s))?(?:(?<s>${NUMBER})s)?(?:(?<ms>${NUMBER})ms)?$`,
  'u',
);

/** A length of time that a person wrote. */
export interface WrittenDuration {
  readonly durationMs: number;
  /** Written as a plain number, which is taken as seconds. */
  readonly plainSeconds: boolean;
}

/**
 * Reads `90s`, `30m`, `1h30m`, `500ms`, `0.5m` or a plain number of seconds, spaces around it allowed.
 * `undefined` for anything else, for zero, and for what is too large to count. Pure.
 */
export function parseDuration(text: string): WrittenDuration | undefined {
  const trimmed = text.trim();
  const plainSeconds = PLAIN.test(trimmed);
  const durationMs = plainSeconds ? Number(trimmed) * 1_000 : sumOfUnits(trimmed);
  const usable = durationMs > 0 && durationMs <= Number.MAX_SAFE_INTEGER;
  return usable ? { durationMs, plainSeconds } : undefined;
}

function sumOfUnits(text: string): number {
  const parts = text === '' ? undefined : WITH_UNITS.exec(text)?.groups;
  if (parts === undefined) return Number.NaN;
  return Object.entries(UNITS_MS).reduce((sum, [unit, unitMs]) => sum + Number(parts[unit] ?? 0) * unitMs, 0);
}
