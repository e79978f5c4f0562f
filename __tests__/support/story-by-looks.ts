import type { Account } from '../../simulator/account.ts';
import type { Scenario } from '../../simulator/scenario.ts';
import type { ScenarioName } from '../../simulator/scenarios.ts';
import type { Simulator } from '../../simulator/server.ts';
import { startSimulator } from '../../simulator/server.ts';

/** By how much each look moves a story on: the usual rollout of four minutes takes 17 looks. */
export const STORY_PER_LOOK_MS = 15_000;

/** Story seconds in a second as the API shows it. */
const TIME_SCALE = 100;

/** What to play, and for whom. */
export interface StoryByLooks {
  readonly scenario: ScenarioName | Scenario;
  readonly accounts: readonly Account[];
  /** `STORY_PER_LOOK_MS`, if not given; more for a wait that is too short for many looks. */
  readonly storyPerLookMs?: number;
}

/** Starts a simulator whose story goes on with each request and not by the clock: a busy machine plays the same. */
export async function startStoryByLooks({
  scenario,
  accounts,
  storyPerLookMs = STORY_PER_LOOK_MS,
}: StoryByLooks): Promise<Simulator> {
  let looks = (): number => 0;
  const startMs = Date.now();
  const nowMs = (): number => startMs + (looks() * storyPerLookMs) / TIME_SCALE;
  const simulator = await startSimulator({ scenario, accounts, timeScale: TIME_SCALE, nowMs });
  looks = () => simulator.requests.length;
  return simulator;
}
