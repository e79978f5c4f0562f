const BEIJING_OFFSET_MS = 8 * 3_600_000;

/**
 * `CreateTime` and `FinishTime` as SAE writes them: `2019-07-11 20:12:58`, UTC+8, without a zone.
 * The samples of the API reference prove the zone against the epoch fields of the same order.
 */
export function formatBeijingTime(epochMs: number): string {
  return new Date(epochMs + BEIJING_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}
