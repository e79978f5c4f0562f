import type { Shortfall } from '../verification/proof.ts';
import { isInErrorState } from '../verification/instance-states.ts';
import { cleanText } from '../text/clean.ts';
import { distinctEnds, shortImage } from './format.ts';

/** Of these what is wrong is not the health of an instance but which one it is. */
const OF_ANOTHER: readonly Shortfall['kind'][] = [
  'not-new',
  'other-image',
  'other-version',
  'mixed',
  'still-live',
];

/** Whether what runs is something else than it should be, rather than unhealthy. Pure. */
export function isOfAnother({ kind }: Shortfall): boolean {
  return OF_ANOTHER.includes(kind);
}

/** Instances that fall short in the same way; `what` is its state, image or version, ready to be read. */
export interface InstanceShortfalls {
  readonly kind: Extract<Shortfall, { readonly instance: unknown }>['kind'];
  readonly count: number;
  /** By their distinct ends; of many the first ones. */
  readonly ids: readonly string[];
  readonly what: string;
  readonly expected: string;
}

/** A shortfall as the words want it. */
export type ToldShortfall =
  | InstanceShortfalls
  | { readonly kind: 'mixed'; readonly what: 'image' | 'version'; readonly found: readonly string[] }
  | Extract<Shortfall, { readonly kind: 'too-few' }>;

const LONGEST_REFERENCE = 200;
const MOST_IDS = 3;

/** A foreign word, clean and no longer than a person reads; a sign where there is none. Pure. */
export function shownWord(foreign: string | undefined): string {
  return foreign === undefined ? '–' : cleanText(foreign, LONGEST_REFERENCE);
}

/** What is wrong with what runs, instances of which the same is said as one, what tells most first. Pure. */
export function toldShortfalls(shortfalls: readonly Shortfall[]): readonly ToldShortfall[] {
  const groups = new Map<string, { told: ToldShortfall; ids: string[] }>();
  for (const shortfall of shortfalls) {
    const told = toldOf(shortfall);
    const key = JSON.stringify(told);
    const group = groups.get(key) ?? { told, ids: [] };
    if ('instance' in shortfall) group.ids.push(shortfall.instance.instanceId);
    groups.set(key, group);
  }
  const all = [...groups.values()].map(({ told, ids }) =>
    'ids' in told ? { ...told, count: ids.length, ids: distinctEnds(ids).slice(0, MOST_IDS) } : told,
  );
  return all.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** Which instance it is tells more than how many there are, and that more than the state of each. */
function rankOf({ kind }: ToldShortfall): number {
  if (OF_ANOTHER.includes(kind)) return 0;
  return kind === 'too-few' ? 1 : 2;
}

function toldOf(shortfall: Shortfall): ToldShortfall {
  const { kind } = shortfall;
  switch (kind) {
    case 'too-few':
      return shortfall;
    case 'mixed': {
      const shorten = shortfall.what === 'image' ? shortImage : (found: string) => found;
      return { kind, what: shortfall.what, found: shortfall.found.map(found => shownWord(shorten(found))) };
    }
    case 'not-healthy':
      return { kind, count: 1, ids: [], what: shownWord(shortfall.instance.healthStatus), expected: '' };
    case 'other-image': {
      const [found, expected] = distinctImages(shortfall.instance.imageUrl, shortfall.expected);
      return { kind, count: 1, ids: [], what: shownWord(found), expected: shownWord(expected) };
    }
    case 'other-version': {
      const [found, expected] = [shortfall.instance.packageVersion, shortfall.expected];
      return { kind, count: 1, ids: [], what: shownWord(found), expected: shownWord(expected) };
    }
    case 'not-new':
      return { kind, count: 1, ids: [], what: '', expected: '' };
    case 'not-running':
    case 'still-live':
      return { kind, count: 1, ids: [], what: shownWord(shortfall.instance.containerStatus), expected: '' };
  }
}

/** Two images as people call them, or whole where only that tells them apart. */
function distinctImages(found: string | undefined, expected: string): readonly [string | undefined, string] {
  const [a, b] = [found === undefined ? undefined : shortImage(found), shortImage(expected)];
  return a === b ? [found, expected] : [a, b];
}

/** Whether it is of an instance that waiting longer does not mend. Pure. */
export function isErrorState(shortfall: Shortfall): boolean {
  return 'instance' in shortfall && isInErrorState(shortfall.instance);
}
