import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const OF_A_JOB = /^(?:GITHUB|RUNNER|ACTIONS|INPUT|ALIBABA_?CLOUD|ALICLOUD)_|^CI$/u;

/**
 * This process's environment without what a job of a workflow or an account adds, since a judge runs in such
 * jobs too, with these folders first in the path.
 */
export function plainEnvironment(programs: readonly string[] = []): Environment {
  const plain = Object.entries(process.env).filter(([name]) => !OF_A_JOB.test(name));
  const PATH = [...programs, process.env['PATH'] ?? ''].join(path.delimiter);
  return { ...Object.fromEntries(plain), PATH };
}
