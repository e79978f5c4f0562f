import type { Documented, DocumentedFields } from './operations.ts';

/** The type of a value. */
export type ValueKind = 'text' | 'integer' | 'fraction' | 'boolean' | 'list' | 'object' | 'null' | 'nothing';

/** A documented field of another type. Contains no value, and no undocumented name. */
export interface Difference {
  /** Such as `Data.Pipelines[].Status`. */
  readonly path: string;
  readonly expected: Exclude<Documented['kind'], 'fields' | 'map'> | 'object';
  readonly came: ValueKind;
}

/** How an answer differs from its documentation. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** The number of undocumented fields; those of one kind of item count once. */
  readonly unknownFields: number;
}

/** How far longer lists are read: all items of a list are alike. */
export const MOST_ITEMS = 2_000;

/** The type of a value. Pure. */
export function kindOf(value: unknown): ValueKind {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
      return Number.isInteger(value) ? 'integer' : 'fraction';
    case 'boolean':
      return 'boolean';
    default:
      return 'object';
  }
}

/**
 * How a parsed answer differs from its documentation. A missing or null field is no difference, except at the
 * `needed` paths, whose fields must be present in every object that they belong to. Pure.
 */
export function compareShape(
  answer: unknown,
  documented: Documented,
  needed: readonly string[] = [],
): Comparison {
  const comparing = new Comparing(needed);
  comparing.compare(answer, documented, '');
  return comparing.comparison();
}

class Comparing {
  readonly #needed: ReadonlySet<string>;
  readonly #differences = new Map<string, Difference>();
  readonly #unknown = new Set<string>();

  constructor(needed: readonly string[]) {
    this.#needed = new Set(needed);
  }

  comparison(): Comparison {
    return { differences: [...this.#differences.values()], unknownFields: this.#unknown.size };
  }

  compare(value: unknown, documented: Documented, path: string): void {
    const came = kindOf(value);
    if (came === 'nothing' || came === 'null') {
      if (this.#needed.has(path)) this.#differs(path, documented, came);
      return;
    }
    if (!isAsDocumented(came, documented)) this.#differs(path, documented, came);
    else if (documented.kind === 'list') {
      for (const item of (value as readonly unknown[]).slice(0, MOST_ITEMS)) {
        this.compare(item, documented.of, `${path}[]`);
      }
    } else if (documented.kind === 'fields') {
      this.#compareFields(value as Readonly<Record<string, unknown>>, documented, path);
    }
  }

  #compareFields(value: Readonly<Record<string, unknown>>, { fields }: DocumentedFields, path: string): void {
    for (const [name, documented] of Object.entries(fields)) {
      const own = Object.hasOwn(value, name) ? value[name] : undefined;
      this.compare(own, documented, path === '' ? name : `${path}.${name}`);
    }
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(fields, name)) this.#unknown.add(`${path}.${name}`);
    }
  }

  #differs(path: string, { kind }: Documented, came: ValueKind): void {
    const expected = kind === 'fields' || kind === 'map' ? 'object' : kind;
    this.#differences.set(`${path} ${came}`, { path, expected, came });
  }
}

function isAsDocumented(came: ValueKind, { kind }: Documented): boolean {
  switch (kind) {
    case 'fields':
    case 'map':
      return came === 'object';
    case 'code':
      return came === 'text' || came === 'integer';
    default:
      return came === kind;
  }
}
