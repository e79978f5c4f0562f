import type { Occasion } from './occasion.ts';

/** One change to a successful answer before it is sent. Paths start at the envelope. */
export type EditStep =
  | { readonly kind: 'set'; readonly path: string; readonly value: unknown }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'numbers-as-text'; readonly path: string };

/** Changes to the answers of an action (DescribeChangeOrder if none is named) on some occasion. */
export interface AnswerEdit {
  readonly on: Occasion;
  readonly steps: readonly EditStep[];
}

/** Gives the field at `path` (`Data.Status`, `Data.Pipelines.*.Status`; `*` is every item) this value. */
export function set(path: string, value: unknown): EditStep {
  return { kind: 'set', path, value };
}

/** Takes the field at `path` away. */
export function remove(path: string): EditStep {
  return { kind: 'remove', path };
}

/** Turns every number at and below `path` into text. */
export function numbersAsText(path: string): EditStep {
  return { kind: 'numbers-as-text', path };
}

/** The steps as an edit of DescribeChangeOrder's answers, on every occasion or the given one. */
export function edit(steps: readonly EditStep[], on: Occasion = {}): AnswerEdit {
  return { on: { action: 'DescribeChangeOrder', ...on }, steps };
}

/** `answer` after `steps`; itself untouched. A path that leads nowhere changes nothing. */
export function applyEdits(answer: unknown, steps: readonly EditStep[]): unknown {
  return steps.reduce(
    (edited, step) => editAt(edited, step.path === '' ? [] : step.path.split('.'), step),
    answer,
  );
}

function editAt(value: unknown, path: readonly string[], step: EditStep): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return editedValue(value, step);
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) =>
      head === '*' || head === String(index) ? editAt(item, rest, step) : item,
    );
  }
  if (!isRecord(value)) return value;
  const createsField = step.kind === 'set' && rest.length === 0;
  if (!createsField && !Object.hasOwn(value, head)) return value;
  if (step.kind === 'remove' && rest.length === 0) {
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== head));
  }
  return { ...value, [head]: editAt(value[head], rest, step) };
}

function editedValue(value: unknown, step: EditStep): unknown {
  if (step.kind === 'set') return step.value;
  return step.kind === 'numbers-as-text' ? textForNumbers(value) : value;
}

function textForNumbers(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(textForNumbers);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, textForNumbers(item)]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
