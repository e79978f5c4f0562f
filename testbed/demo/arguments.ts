import { parseArgs } from 'node:util';

/** What the demo was asked to do. */
export type DemoRequest =
  | { readonly kind: 'help' }
  | { readonly kind: 'list' }
  | {
      readonly kind: 'run';
      readonly scenario: string;
      readonly timeScale: number | undefined;
      readonly language: string;
    }
  | { readonly kind: 'mistake'; readonly message: string };

const LANGUAGES: readonly string[] = ['en', 'zh'];

/** The scenario that is shown where none is named. */
const DEFAULT_SCENARIO = 'success';

/** Reads the demo's command line; whether the scenario exists is not looked at here. */
export function readArguments(args: readonly string[]): DemoRequest {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        list: { type: 'boolean', short: 'l', default: false },
        'time-scale': { type: 'string' },
        language: { type: 'string', default: 'en' },
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
  const timeScale = values['time-scale'] === undefined ? undefined : Number(values['time-scale']);
  if (timeScale !== undefined && !(Number.isFinite(timeScale) && timeScale > 0)) {
    return { kind: 'mistake', message: '--time-scale wants a number above zero.' };
  }
  const { language } = values;
  if (!LANGUAGES.includes(language))
    return { kind: 'mistake', message: `--language wants ${LANGUAGES.join(' or ')}.` };
  return { kind: 'run', scenario, timeScale, language };
}
