/**
 * From the first signal to the end of the process, however busy the machine is: far less than the waits below,
 * so that what ends by then was ended by the signal. The seconds that the gate allows itself are held by the
 * virtual clock (`virtual/cancel`, `check/closing`).
 */
export const LONGEST_END_MS = 30_000;

/**
 * A run that has a second or two, in whole seconds by its own report: far less than what is in its way lasts,
 * so that it was the deadline that ended it. To the millisecond, deadline and one request are held by the
 * virtual clock (`virtual/deadline`).
 */
export const LONGEST_TO_DEADLINE_S = 25;

/** Waits that no test sits out: what ends sooner was ended by the signal. */
export const PATIENT = {
  minPollInterval: '10m',
  maxPollInterval: '10m',
  requestTimeout: '10m',
  timeout: '1h',
  outageTolerance: '1h',
} as const;
