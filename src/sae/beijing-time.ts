const ZONELESS = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/u;
const UTC_PLUS_8_MS = 8 * 3_600_000;

/**
 * A time of ListChangeOrders, e.g. `2019-07-11 20:12:58`, in epoch ms. It carries no zone and is UTC+8:
 * the API reference's own samples prove it against their epoch fields. `undefined` for anything else,
 * and for days and hours that do not exist. Pure.
 */
export function parseBeijingTime(text: string): number | undefined {
  const [, year, month, day, hour, minute, second] = (ZONELESS.exec(text) ?? []).map(Number);
  if (year === undefined) return undefined;
  const utcMs = Date.UTC(year, (month ?? 0) - 1, day, hour, minute, second);
  const exists = new Date(utcMs).toISOString().slice(0, 19).replace('T', ' ') === text;
  return exists ? utcMs - UTC_PLUS_8_MS : undefined;
}
