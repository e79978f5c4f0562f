import type { Scenario } from '../simulator/scenario.ts';
import type { ScenarioName } from '../simulator/scenarios.ts';
import { findScenario } from '../simulator/scenarios.ts';
import { HOUR_MS } from '../simulator/story-time.ts';

/** A scenario whose orders are long over, so that its application can be deployed: as it goes, the deploy goes. */
export function deployable(name: ScenarioName): Scenario {
  const scenario = findScenario(name);
  const orders = scenario.orders.map(order => ({ ...order, createdAtMs: order.createdAtMs - 24 * HOUR_MS }));
  return { ...scenario, orders };
}
