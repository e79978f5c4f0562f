import type { ExpectedVerdict, Scenario } from '../simulator/scenario.ts';
import type { SimulatorAccess } from '../simulator/server.ts';
import { stepSetup } from './step-setup.ts';

/** Lines for a POSIX shell that have the built command wait for a simulator's rollout, or for its application to be free. */
export interface CommandLines {
  /** `export NAME=value`: what is no flag, since a command line is no place for secrets. */
  readonly exports: readonly string[];
  readonly wait: string;
}

/** Where inputs go that the command takes from the environment only. */
const VARIABLES: Readonly<Record<string, string>> = {
  accessKeyId: 'ALIBABA_CLOUD_ACCESS_KEY_ID',
  accessKeySecret: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
  securityToken: 'ALIBABA_CLOUD_SECURITY_TOKEN',
  regionId: 'ALIBABA_CLOUD_REGION_ID',
};

/** Inputs that mean something in a workflow run of GitHub only. */
const OF_GITHUB: readonly string[] = ['checkRun', 'checkName', 'commit', 'jobCheckRunId', 'token'];

/**
 * The lines for the scenario that a simulator plays, as its demonstration has it. What finds its order
 * takes those since `startedEpochMs` for its own: the start of a workflow run, which there is none of. Pure.
 */
export function commandLines(
  simulator: SimulatorAccess & { readonly scenario: Scenario },
  startedEpochMs: number,
): CommandLines {
  const { inputs, env } = stepSetup(simulator);
  const isVariable = (name: string): boolean => Object.hasOwn(VARIABLES, name);
  const variables = Object.entries(inputs).flatMap(([name, value]) =>
    isVariable(name) ? [[VARIABLES[name] ?? '', value] as const] : [],
  );
  const createdAfter = new Date(startedEpochMs).toISOString();
  const given = { ...(inputs['changeOrderId'] === 'auto' ? { createdAfter } : {}), ...inputs };
  const flags = Object.entries(given)
    .filter(([name]) => !isVariable(name) && !OF_GITHUB.includes(name))
    .map(([name, value]) => `--${name.replaceAll(/[A-Z]/g, dashed)} ${quoted(value)}`);
  return {
    exports: [...variables, ...Object.entries(env)].map(([name, value]) => `export ${name}=${quoted(value)}`),
    wait: [`node dist/cli.js ${simulator.scenario.demo.task ?? 'wait'}`, ...flags].join(' '),
  };
}

function dashed(capital: string): string {
  return `-${capital.toLowerCase()}`;
}

/** A word of the shell's. */
function quoted(text: string): string {
  return /^[\w./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

const EXIT_STATUSES: Readonly<Record<ExpectedVerdict, number>> = {
  succeeded: 0,
  idle: 0,
  failed: 1,
  'needs-rollback': 1,
  'system-error': 1,
  terminated: 1,
  unhealthy: 1,
  superseded: 1,
  // The scenarios of this kind are an order of another application and a name in two namespaces: what was asked
  // does not go together.
  error: 2,
  'timed-out': 3,
  'not-found': 4,
  unreadable: 5,
  unverified: 5,
  'awaiting-manual-step': 6,
};

/** The exit status that the command ends with where a scenario goes as it should. */
export function expectedExitStatus(verdict: ExpectedVerdict): number {
  return EXIT_STATUSES[verdict];
}
