/** What one run of the gate left, besides what it printed. */
export interface GateRecord {
  readonly story: string;
  /** The hostile text. */
  readonly text: string;
  readonly language: string;
  readonly green: boolean;
  readonly inputs: Readonly<Record<string, string | undefined>>;
  /** The files of the runner as they were written. */
  readonly output: string;
  readonly state: string;
  readonly summary: string;
  /** The JSON report; empty where there is none. */
  readonly report: string;
  /** The bodies of what was sent to GitHub. */
  readonly checkRuns: readonly string[];
}

/** The line before what a run printed; the secret is known to nobody who could print it too. */
export function boundary(secret: string, number: number): string {
  return `=== ${secret} ${number} ===`;
}
