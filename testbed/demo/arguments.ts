import { parseArgs } from 'node:util';

/** What a program that plays scenarios was asked for; `Run` is what else it needs to play one. */
export type ScenarioRequest<Run> =
  | { readonly kind: 'help' }
  | { readonly kind: 'list' }
  | ({ readonly kind: 'run'; readonly scenario: string } & Run)
  | { readonly kind: 'mistake'; readonly message: string };

/** What the demo was asked to do. */
export type DemoRequest = ScenarioRequest<{
  readonly timeScale: number | undefined;
  readonly language: string;
}>;

/** What the simulator alone was asked to do. */
export type SimulatorRequest = ScenarioRequest<{
  readonly timeScale: number | undefined;
  /** Any free one where none is named. */
  readonly port: number | undefined;
}>;

const LANGUAGES: readonly string[] = ['en', 'zh'];

/** The scenario that is shown where none is named. */
const DEFAULT_SCENARIO = 'success';

/** Reads the demo's command line; whether the scenario exists is not looked at here. */
export function readArguments(args: readonly string[]): DemoRequest {
  return readRequest(args, ['time-scale', 'language'], ({ 'time-scale': scale, language = 'en' }) => {
    if (!LANGUAGES.includes(language)) return `--language wants ${LANGUAGES.join(' or ')}.`;
    return withTimeScale('--time-scale', scale, timeScale => ({ timeScale, language }));
  });
}

/** Reads the command line of the simulator alone, likewise. */
export function readSimulatorArguments(args: readonly string[]): SimulatorRequest {
  return readRequest(args, ['scale', 'port'], ({ scale, port: text }) => {
    const port = text === undefined ? undefined : portOf(text);
    if (Number.isNaN(port)) return '--port wants a whole number from 1 to 65535.';
    return withTimeScale('--scale', scale, timeScale => ({ timeScale, port }));
  });
}

/** @param readRun what to play a scenario with, or what is wrong with the options */
function readRequest<Option extends string, Run extends object>(
  args: readonly string[],
  options: readonly Option[],
  readRun: (values: Readonly<Partial<Record<Option, string>>>) => Run | string,
): ScenarioRequest<Run> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(options.map(name => [name, { type: 'string' } as const])),
        help: { type: 'boolean', short: 'h', default: false },
        list: { type: 'boolean', short: 'l', default: false },
      },
    });
  } catch (error) {
    return { kind: 'mistake', message: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  if (values.list) return { kind: 'list' };
  const [scenario = DEFAULT_SCENARIO, ...others] = positionals;
  if (others.length > 0) return { kind: 'mistake', message: 'One scenario at a time, please.' };
  const run = readRun(values as Partial<Record<Option, string>>);
  return typeof run === 'string' ? { kind: 'mistake', message: run } : { kind: 'run', scenario, ...run };
}

function withTimeScale<Run>(
  flag: string,
  text: string | undefined,
  run: (timeScale: number | undefined) => Run,
): Run | string {
  const timeScale = text === undefined ? undefined : Number(text);
  const isUsable = timeScale === undefined || (Number.isFinite(timeScale) && timeScale > 0);
  return isUsable ? run(timeScale) : `${flag} wants a number above zero.`;
}

/** `NaN` for what is no port that can be asked for. */
function portOf(text: string): number {
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : Number.NaN;
  return port >= 1 && port <= 65_535 ? port : Number.NaN;
}
