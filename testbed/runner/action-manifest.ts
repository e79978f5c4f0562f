import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** An input as `action.yml` declares it. */
export interface ManifestInput {
  readonly name: string;
  /** May hold expressions; the empty text where none is declared. */
  readonly defaultValue: string;
}

/** What the runner needs of an `action.yml`. */
export interface ActionManifest {
  readonly name: string;
  readonly inputs: readonly ManifestInput[];
  readonly outputs: readonly string[];
  /** E.g. `node24`. */
  readonly using: string;
  /** Relative to the folder of `action.yml`. */
  readonly main: string;
  readonly post: string | undefined;
}

/** The inputs of a step after the defaults. */
export interface ResolvedInputs {
  readonly values: ReadonlyMap<string, string>;
  /** Given, but not declared: the runner warns of them and passes them on. */
  readonly unexpected: readonly string[];
}

/** What the expressions in defaults may stand for, e.g. `{ 'github.token': '…' }`. */
export type ExpressionValues = Readonly<Record<string, string>>;

/**
 * Reads an `action.yml` of a JavaScript action. Every scalar is taken as the text that stands there.
 *
 * @throws Error where the file is missing, is no YAML, or declares no JavaScript action
 */
export function readActionManifest(file: string): ActionManifest {
  const document: unknown = parse(readFileSync(file, 'utf8'), { schema: 'failsafe' });
  const runs = field(document, 'runs');
  const using = text(field(runs, 'using'));
  const main = text(field(runs, 'main'));
  if (using?.startsWith('node') !== true || main === undefined) {
    throw new Error(`${file} declares no JavaScript action (runs.using: node…, runs.main: …)`);
  }
  const inputs = Object.entries(mapping(field(document, 'inputs')));
  return {
    name: text(field(document, 'name')) ?? '',
    inputs: inputs.map(([name, input]) => ({ name, defaultValue: text(field(input, 'default')) ?? '' })),
    outputs: Object.keys(mapping(field(document, 'outputs'))),
    using,
    main,
    post: text(field(runs, 'post')),
  };
}

/**
 * The inputs that a step gets: what `with` gives, and the default of each declared input whose key
 * `with` lacks. A key that is there counts as given even if its value is empty. Keys are compared
 * without regard to case (`ActionRunner`).
 *
 * @throws Error where a default holds an expression that `expressions` has no value for
 */
export function resolveInputs(
  manifest: ActionManifest,
  given: Readonly<Record<string, string>>,
  expressions: ExpressionValues,
): ResolvedInputs {
  const values = new Map(Object.entries(given));
  const givenKeys = new Set(Object.keys(given).map(key => key.toLowerCase()));
  for (const { name, defaultValue } of manifest.inputs) {
    if (!givenKeys.has(name.toLowerCase())) values.set(name, evaluate(name, defaultValue, expressions));
  }
  const declared = new Set(manifest.inputs.map(({ name }) => name.toLowerCase()));
  return { values, unexpected: Object.keys(given).filter(key => !declared.has(key.toLowerCase())) };
}

/** The environment variable through which an input reaches the action (`Handler.AddInputsToEnvironment`). */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

function evaluate(name: string, defaultValue: string, expressions: ExpressionValues): string {
  return defaultValue.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const value = Object.hasOwn(expressions, expression) ? expressions[expression] : undefined;
    if (value === undefined) {
      throw new Error(`The default of the input ${name} holds an expression unknown here: ${expression}`);
    }
    return value;
  });
}

function field(value: unknown, key: string): unknown {
  return mapping(value)[key];
}

function mapping(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
