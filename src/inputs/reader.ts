import { cleanText } from '../text/clean.ts';
import type { InputFault, PlainDuration } from './faults.ts';
import type { Environment, GuardName, InputDefinition, InputName } from './table.ts';
import { INPUTS, rawInput } from './table.ts';

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
  /** Written as a plain number, which means seconds. */
  readonly plainSeconds: boolean;
}

/**
 * Reads `90s`, `30m`, `1h30m`, `500ms`, `0.5m` or a plain number of seconds, with spaces around it.
 * `undefined` for anything else, for zero, and for a number too large. Pure.
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

/**
 * The longest wait: no job on GitHub runs longer, even on a self-hosted runner (docs.github.com, "Actions
 * limits": 5 days). It also fits a timer, which is limited to 2^31 - 1 ms.
 */
export const LONGEST_WAIT_MS = 5 * 24 * 3_600_000;

/** Reads single inputs and collects their faults, so that all are reported together. */
export class InputReader {
  readonly faults: InputFault[] = [];
  readonly plainDurations: PlainDuration[] = [];
  readonly env: Environment;

  constructor(env: Environment) {
    this.env = env;
  }

  /** The input itself, without default or environment; `''` if it is missing. */
  given(name: InputName): string {
    return rawInput(this.env, name) ?? '';
  }

  /** The input, or its value in the environment, or its default; `''` if there is none. */
  text(name: InputName): string {
    const definition: InputDefinition = INPUTS[name];
    const fromEnvironment = (definition.environment ?? []).map(variable => this.env[variable]?.trim());
    return [this.given(name), ...fromEnvironment, definition.default].find(Boolean) ?? '';
  }

  /**
   * A guard as given, not trimmed: an empty line among several is a missing item. Its default if its key is
   * missing. An empty value is reported once, by the check of all guards.
   */
  guard(name: GuardName): string {
    return this.env[`INPUT_${name.toUpperCase()}`] ?? INPUTS[name].default;
  }

  /** In whole milliseconds, at least 1 and at most `longestMs`; an invalid one is reported and read as 1. */
  durationMs(name: InputName, longestMs = LONGEST_WAIT_MS): number {
    const got = this.text(name);
    const written = parseDuration(got);
    if (written === undefined) this.faults.push({ kind: 'bad-duration', input: name, got: shown(got) });
    else if (written.durationMs > longestMs) {
      this.faults.push({ kind: 'long-duration', input: name, got: shown(got), longestMs });
    } else return this.tookDuration(name, got, written);
    return 1;
  }

  /** Whether a duration was invalid, which has been reported. */
  isFaultyDuration(name: InputName): boolean {
    return this.faults.some(
      fault => (fault.kind === 'bad-duration' || fault.kind === 'long-duration') && fault.input === name,
    );
  }

  /** Records how a duration was written; returns it in whole milliseconds. */
  tookDuration(name: InputName, got: string, { durationMs, plainSeconds }: WrittenDuration): number {
    // Rounded, since 1.1 h is slightly more than 3960000 ms in binary fractions.
    const wholeMs = Math.max(1, Math.round(durationMs));
    if (plainSeconds) this.plainDurations.push({ input: name, got, durationMs: wholeMs });
    return wholeMs;
  }

  /** One of a few words; an invalid one is reported and read as the first. */
  choice<Word extends string>(name: InputName, choices: readonly [Word, ...Word[]]): Word {
    const got = this.text(name);
    const chosen = choices.find(choice => choice === got);
    if (chosen === undefined) this.faults.push({ kind: 'bad-choice', input: name, got: shown(got), choices });
    return chosen ?? choices[0];
  }

  /** `true` or `false`, as YAML 1.2 writes them; an invalid one is reported and read as `false`. */
  flag(name: InputName): boolean {
    const got = this.text(name);
    if (/^(?:true|True|TRUE)$/u.test(got)) return true;
    if (!/^(?:false|False|FALSE)$/u.test(got))
      this.faults.push({ kind: 'bad-flag', input: name, got: shown(got) });
    return false;
  }

  /** A text of one line; `undefined` if it is empty. */
  line(name: InputName): string | undefined {
    return this.oneLine(name, this.text(name));
  }

  /** An input's value as a text of one line; `undefined` if it is empty. */
  oneLine(name: InputName, text: string): string | undefined {
    if (hasLineBreak(text)) this.faults.push({ kind: 'line-break', input: name, got: shown(text) });
    return text === '' ? undefined : text;
  }
}

/** Whether a text has more than one line, by any character that some program treats as a line break. Pure. */
function hasLineBreak(text: string): boolean {
  return /[\n\v\f\r\u0085\u2028\u2029]/u.test(text);
}

const NAMED_CONTROLS: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * An input's value as it may be shown: one line, with invisible characters written out, since they are often
 * what is wrong.
 */
export function shown(value: string): string {
  // A huge text is cut first, so that the work is bounded.
  const written = value
    .slice(0, 400)
    .replaceAll(
      /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
      char => NAMED_CONTROLS[char] ?? `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    );
  return cleanText(value.length > 400 ? `${written}…` : written, 100);
}
