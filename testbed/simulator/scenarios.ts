import type { Scenario } from './scenario.ts';
import { BY_NAME } from './scenarios/by-name.ts';
import { ENDINGS } from './scenarios/endings.ts';
import { FREE } from './scenarios/free.ts';
import { ODD_ANSWERS } from './scenarios/odd-answers.ts';
import { OUTAGES } from './scenarios/outages.ts';
import { REFUSALS } from './scenarios/refusals.ts';
import { RIGHT_ORDER } from './scenarios/right-order.ts';
import { UNDOING } from './scenarios/undoing.ts';
import { WAITING } from './scenarios/waiting.ts';
import { WHAT_RUNS } from './scenarios/what-runs.ts';

const CATALOGUE = {
  ...ENDINGS,
  ...WAITING,
  ...OUTAGES,
  ...REFUSALS,
  ...ODD_ANSWERS,
  ...RIGHT_ORDER,
  ...WHAT_RUNS,
  ...BY_NAME,
  ...FREE,
  ...UNDOING,
};

/** The name of a scenario of the catalogue. */
export type ScenarioName = keyof typeof CATALOGUE;

/** The names of all scenarios, in the order in which a person should read them. */
export const SCENARIO_NAMES = Object.keys(CATALOGUE) as readonly ScenarioName[];

/** Whether `text` names a scenario of the catalogue. */
export function isScenarioName(text: string): text is ScenarioName {
  return Object.hasOwn(CATALOGUE, text);
}

/** The scenario of this name. */
export function findScenario(name: ScenarioName): Scenario {
  return { ...CATALOGUE[name], name };
}
