/** Story time: the milliseconds of a scenario, counted from the start of the simulator. */
export interface StoryTime {
  /** Wall-clock time at which the simulator started, epoch ms. */
  readonly startEpochMs: number;
  /** Story seconds that pass in one real second; above zero. */
  readonly timeScale: number;
}

/** One second in milliseconds, for writing scenarios. */
export const SECOND_MS = 1_000;

/** One minute in milliseconds, for writing scenarios. */
export const MINUTE_MS = 60_000;

/** One hour in milliseconds, for writing scenarios. */
export const HOUR_MS = 3_600_000;

/** How far the story has got at `nowEpochMs`, in story ms. */
export function storyMsAt(time: StoryTime, nowEpochMs: number): number {
  return (nowEpochMs - time.startEpochMs) * time.timeScale;
}

/**
 * The wall-clock time (epoch ms, whole) of a moment of the story. Every time that the API shows is one
 * of these: with a time scale of 12, a batch of one story minute shows a start and an end 5 s apart,
 * just as a client saw it happen. So no shown time ever lies in the client's future.
 */
export function wallEpochMs(time: StoryTime, storyMs: number): number {
  return Math.floor(time.startEpochMs + storyMs / time.timeScale);
}
