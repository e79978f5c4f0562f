const ZONELESS = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/u;

/**
 * How far the API's times without a zone are ahead of UTC, in every region: the API reference's own samples
 * prove UTC+8 against their epoch fields.
 */
export const ZONE_OFFSET_MS = 8 * 3_600_000;

/**
 * A time of ListChangeOrders, e.g. `2019-07-11 20:12:58`, in epoch ms; `zoneOffsetMs` is how far it is ahead
 * of UTC. `undefined` for anything else, for days and hours that do not exist, and if the zone is unknown.
 * Pure.
 */
export function parseZonelessTime(text: string, zoneOffsetMs: number | undefined): number | undefined {
  const [, year, month, day, hour, minute, second] = (ZONELESS.exec(text) ?? []).map(Number);
  if (year === undefined || zoneOffsetMs === undefined) return undefined;
  const localMs = Date.UTC(year, (month ?? 0) - 1, day, hour, minute, second);
  const exists = new Date(localMs).toISOString().slice(0, 19).replace('T', ' ') === text;
  return exists ? localMs - zoneOffsetMs : undefined;
}
