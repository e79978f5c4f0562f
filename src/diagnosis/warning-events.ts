/** Something that happened to an application, as ListAppEvents shows it. Texts are clean, but foreign. */
export interface WarningEvent {
  readonly reason: string | undefined;
  readonly message: string | undefined;
  /** SAE's own guess at the cause. */
  readonly causeAnalysis: string | undefined;
  readonly objectKind: string | undefined;
  readonly objectName: string | undefined;
  /** Epoch ms. */
  readonly firstMs: number | undefined;
  readonly lastMs: number | undefined;
}

/** More of them say the same again. */
const MOST_EVENTS = 6;

/** The times of events are told to the second. */
const RESOLUTION_MS = 1_000;

/**
 * The events since `sinceMs` (epoch ms), newest first and few; of those that say the same the newest. An
 * event that tells no time is not proven to be of this rollout and is left out. Pure.
 */
export function recentEvents(events: readonly WarningEvent[], sinceMs: number): readonly WarningEvent[] {
  const fromMs = sinceMs - RESOLUTION_MS;
  const recent = events
    .filter(event => lastSeenMs(event) >= fromMs)
    .toSorted((a, b) => lastSeenMs(b) - lastSeenMs(a));
  const said = new Set<string>();
  const news = recent.filter(({ reason, message }) => {
    const saying = JSON.stringify([reason, message]);
    return !said.has(saying) && said.add(saying);
  });
  return news.slice(0, MOST_EVENTS);
}

function lastSeenMs({ firstMs, lastMs }: WarningEvent): number {
  return lastMs ?? firstMs ?? -Infinity;
}
