/**
 * The signals that ask this process to end, and that it heeds: an interrupt, an end, the loss of the
 * terminal, and Ctrl-\\. Those that no process can heed are not among them.
 */
export const CANCEL_SIGNALS = ['SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGTERM'] as const;

export type CancelSignal = (typeof CANCEL_SIGNALS)[number];
