/** From the first signal to the end of the process: everything is written by then. The runner kills after 10 s. */
export const LONGEST_END_MS = 5_000;

/** Waits that no test sits out: what ends sooner was ended by the signal. */
export const PATIENT = {
  minPollInterval: '10m',
  maxPollInterval: '10m',
  requestTimeout: '10m',
  timeout: '1h',
  outageTolerance: '1h',
} as const;
