import type { Words } from '../../src/words/words.ts';
import { SAMPLES } from './samples.ts';

/** One text as a catalogue says it. */
export interface Said {
  /** Where it stands in the catalogue, and which sample made it, e.g. `cause.deadline[1].what`. */
  readonly path: string;
  readonly text: string;
  /** What it was made of. */
  readonly args: readonly unknown[];
}

type Node = Readonly<Record<string, unknown>>;
type Speaker = (...args: readonly unknown[]) => unknown;

/** Every text of a catalogue, those that take arguments with each of their samples. */
export function allSaid(words: Words): readonly Said[] {
  return saidIn(words, SAMPLES, '');
}

function saidIn(node: Node, samples: Node, path: string): readonly Said[] {
  return Object.entries(node).flatMap(([key, value]) => {
    const place = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'function') return saidBy(value as Speaker, samples[key], place);
    if (typeof value === 'string') return [{ path: place, text: value, args: [] }];
    return saidIn(value as Node, (samples[key] ?? {}) as Node, place);
  });
}

function saidBy(speaker: Speaker, samples: unknown, path: string): readonly Said[] {
  return (samples as readonly (readonly unknown[])[]).flatMap((args, index) => {
    const result = speaker(...args);
    const place = `${path}[${index}]`;
    if (typeof result === 'string') return [{ path: place, text: result, args }];
    return Object.entries(result as Node).map(([key, value]) => {
      return { path: `${place}.${key}`, text: String(value), args };
    });
  });
}

/** The texts and numbers that arguments hold, however deep. */
export function leavesOf(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(leavesOf);
}
