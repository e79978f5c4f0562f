import { describe, expect, test } from '@jest/globals';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import { findScenario } from '../../testbed/simulator/scenarios.ts';
import type { GateRun } from './run-gate.ts';
import { runGate } from './run-gate.ts';
import { expectVerdict } from './sound-run.ts';

/** The action's own default where a scenario says nothing. */
const BY_DEFAULT = { verify: undefined };

/** Runs the built action through a scenario with the inputs of its demonstration, and some of its own. */
async function run(
  scenario: ScenarioName,
  own: Readonly<Record<string, string | undefined>> = {},
): Promise<GateRun> {
  const { inputs } = findScenario(scenario).demo;
  const { verify, expectImage, expectVersion, bake, verifyTimeout } = inputs;
  return runGate({
    scenario,
    inputs: { ...BY_DEFAULT, verify, expectImage, expectVersion, bake, verifyTimeout, ...own },
  });
}

function countOf({ requests }: GateRun, action: string): number {
  return requests.filter(one => one.action === action).length;
}

describe('what runs after a rollout that succeeded', () => {
  test.concurrent('is proven, and held for as long as was asked', async () => {
    const green = await run('proven', { bake: '300ms' });
    expectVerdict(green, 'succeeded');
    // One round proves it, and another one at least that it holds.
    expect(countOf(green, 'DescribeApplicationGroups')).toBeGreaterThan(1);
    expect(countOf(green, 'DescribeApplicationStatus')).toBeGreaterThan(1);
  });

  // Held for far longer than the test may take: what ends it is what happens.
  test.concurrent('crashes after it was proven', async () => {
    const red = await run('crash-after-success', { bake: '10m' });
    expectVerdict(red, 'unhealthy');
    expect(countOf(red, 'DescribeApplicationGroups')).toBeGreaterThan(1);
  });

  test.concurrent('is deployed over by somebody else', async () => {
    const red = await run('superseded', { bake: '10m' });
    expectVerdict(red, 'superseded');
    expect(countOf(red, 'ListChangeOrders')).toBeGreaterThan(0);
  });

  test.concurrent('was updated in place, which cannot be proven like this', async () => {
    expectVerdict(await run('in-place', { verifyTimeout: '300ms' }), 'unverified');
  });

  test.concurrent('carries the wrong image on the last page only', async () => {
    const red = await run('many-pages-wrong-image', { verifyTimeout: '300ms' });
    expectVerdict(red, 'unhealthy');
    const pages = red.requests.filter(({ action }) => action === 'DescribeApplicationInstances');
    expect(new Set(pages.map(({ query }) => query['CurrentPage']))).toStrictEqual(new Set(['1', '2', '3']));
  });

  test.concurrent('may not be looked at', async () => {
    const red = await run('no-permission-to-verify');
    expectVerdict(red, 'unverified');
    expect(countOf(red, 'DescribeApplicationInstances')).toBe(1);
  });

  test.concurrent('is nothing at all', async () => {
    const red = await run('scaled-to-none');
    expectVerdict(red, 'unverified');
    expect(countOf(red, 'DescribeApplicationGroups')).toBe(1);
  });

  test.concurrent('is shown by default, and never changes the verdict', async () => {
    const shown = await run('crash-after-success', { bake: undefined });
    expectVerdict(shown, 'succeeded');
    expect(countOf(shown, 'DescribeApplicationInstances')).toBe(1);
    const refused = await run('no-permission-to-verify', { verify: undefined });
    expectVerdict(refused, 'succeeded');
  });
});
