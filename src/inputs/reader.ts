import type { Environment } from '../text/environment.ts';
import { cleanText } from '../text/clean.ts';
import type { InputFault, PlainDuration } from './faults.ts';
import type { GuardName, InputDefinition, InputName } from './table.ts';
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

/**
 * The longest that anything is waited for: no job on GitHub runs longer, not on one's own machine either
 * (docs.github.com, "Actions limits": 5 days). It also fits a timer, which takes 2^31 - 1 ms.
 */
export const LONGEST_WAIT_MS = 5 * 24 * 3_600_000;

/** Reads single inputs and gathers what is wrong with them, so that all faults are told together. */
export class InputReader {
  readonly faults: InputFault[] = [];
  readonly plainDurations: PlainDuration[] = [];
  readonly env: Environment;

  constructor(env: Environment) {
    this.env = env;
  }

  /** The input as it was given itself, without default or environment; `''` where it was not. */
  given(name: InputName): string {
    return rawInput(this.env, name) ?? '';
  }

  /** The input, or what the environment has for it, or its default; `''` where it has none. */
  text(name: InputName): string {
    const definition: InputDefinition = INPUTS[name];
    const fromEnvironment = (definition.environment ?? []).map(variable => this.env[variable]?.trim());
    return [this.given(name), ...fromEnvironment, definition.default].find(Boolean) ?? '';
  }

  /**
   * A guard as it was given, not trimmed: a blank line among several is an item that is missing. Where its
   * key is absent its default. What is given and empty is told once, by whoever reads all guards.
   */
  guard(name: GuardName): string {
    return this.env[`INPUT_${name.toUpperCase()}`] ?? INPUTS[name].default;
  }

  /** In whole milliseconds, at least 1 and at most `longestMs`; a faulty one is told and stands for 1. */
  durationMs(name: InputName, longestMs = LONGEST_WAIT_MS): number {
    const got = this.text(name);
    const written = parseDuration(got);
    if (written === undefined) this.faults.push({ kind: 'bad-duration', input: name, got: shown(got) });
    else if (written.durationMs > longestMs) {
      this.faults.push({ kind: 'long-duration', input: name, got: shown(got), longestMs });
    } else return this.tookDuration(name, got, written);
    return 1;
  }

  /** Whether a duration could not be used, which has been told. */
  isFaultyDuration(name: InputName): boolean {
    return this.faults.some(
      fault => (fault.kind === 'bad-duration' || fault.kind === 'long-duration') && fault.input === name,
    );
  }

  /** Takes down how a duration was written; gives it in whole milliseconds. */
  tookDuration(name: InputName, got: string, { durationMs, plainSeconds }: WrittenDuration): number {
    // Rounded, since 1.1 h is a little more than 3960000 ms in binary fractions.
    const wholeMs = Math.max(1, Math.round(durationMs));
    if (plainSeconds) this.plainDurations.push({ input: name, got, durationMs: wholeMs });
    return wholeMs;
  }

  /** One of a few words; a faulty one is told and stands for the first. */
  choice<Word extends string>(name: InputName, choices: readonly [Word, ...Word[]]): Word {
    const got = this.text(name);
    const chosen = choices.find(choice => choice === got);
    if (chosen === undefined) this.faults.push({ kind: 'bad-choice', input: name, got: shown(got), choices });
    return chosen ?? choices[0];
  }

  /** `true` or `false`, as YAML 1.2 writes them; a faulty one is told and stands for `false`. */
  flag(name: InputName): boolean {
    const got = this.text(name);
    if (/^(?:true|True|TRUE)$/u.test(got)) return true;
    if (!/^(?:false|False|FALSE)$/u.test(got))
      this.faults.push({ kind: 'bad-flag', input: name, got: shown(got) });
    return false;
  }

  /** A text of one line; `undefined` where it is empty. */
  line(name: InputName): string | undefined {
    return this.oneLine(name, this.text(name));
  }

  /** A value of an input as a text of one line; `undefined` where it is empty. */
  oneLine(name: InputName, text: string): string | undefined {
    if (hasLineBreak(text)) this.faults.push({ kind: 'line-break', input: name, got: shown(text) });
    return text === '' ? undefined : text;
  }
}

/** Whether a text has more than one line, by any character that some reader takes for a line's end. Pure. */
function hasLineBreak(text: string): boolean {
  return /[\n\v\f\r\u0085\u2028\u2029]/u.test(text);
}

const NAMED_CONTROLS: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * An input's value as it may be shown to a person: one line, and what nobody would see of it is written
 * out, since that is often what is wrong with it.
 */
export function shown(value: string): string {
  // A giant text is cut first, so that the work is bounded.
  const written = value
    .slice(0, 400)
    .replaceAll(
      /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
      char => NAMED_CONTROLS[char] ?? `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    );
  return cleanText(value.length > 400 ? `${written}…` : written, 100);
}
