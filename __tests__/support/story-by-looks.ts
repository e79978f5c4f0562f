import type { Account } from '../../testbed/simulator/account.ts';
import type { Pace } from '../../testbed/simulator/pace.ts';
import { perRequest } from '../../testbed/simulator/pace.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import type { Simulator, SimulatorOptions } from '../../testbed/simulator/server.ts';
import { startSimulator } from '../../testbed/simulator/server.ts';

/** By how much each look moves a story on: the usual rollout of four minutes takes 17 looks. */
export const STORY_PER_LOOK_MS = 15_000;

/**
 * By how much the times that the API shows go on with each look: by no more than the least wait between two
 * looks in these tests, so that nothing shown lies in the client's future.
 */
const SHOWN_PER_LOOK_MS = 40;

/** What to play, and for whom. */
export interface StoryByLooks extends Pick<SimulatorOptions, 'onRequest'> {
  readonly scenario: ScenarioName | Scenario;
  readonly accounts?: readonly Account[];
  /** `STORY_PER_LOOK_MS`, if not given; more for a wait that is too short for many looks. */
  readonly storyPerLookMs?: number;
  /** What moves the story on in place of each look. */
  readonly pace?: Pace;
}

/** Starts a simulator whose story goes on with each request and not by the clock: a busy machine plays the same. */
export function startStoryByLooks({
  storyPerLookMs = STORY_PER_LOOK_MS,
  pace = perRequest(storyPerLookMs),
  ...options
}: StoryByLooks): Promise<Simulator> {
  return startSimulator({ ...options, pace, timeScale: storyPerLookMs / SHOWN_PER_LOOK_MS });
}
