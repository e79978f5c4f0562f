import os from 'node:os';

/** The machine in general terms: enough to judge figures, nothing that names it. */
export function machineText(): string {
  return `${os.availableParallelism()} cores, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}
