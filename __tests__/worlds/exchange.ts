/** One request and what was served to it: all that the judges know of a run's course. */
export interface Exchange {
  readonly host: string;
  /** The API call, as the path names it. */
  readonly call: string;
  readonly query: Readonly<Record<string, string>>;
  readonly sentMs: number;
  /** When it was answered or given up; `Infinity` while it is under way. */
  endedMs: number;
  /** What was served; `undefined` where nothing arrived. */
  served: { readonly status: number; readonly body: string } | undefined;
}
