import { describe, expect, test } from '@jest/globals';
import { stepSetup } from '../../testbed/demo/step-setup.ts';
import { runAction } from '../../testbed/runner/run-action.ts';
import { perRequest } from '../../testbed/simulator/pace.ts';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import { findScenario } from '../../testbed/simulator/scenarios.ts';
import { startSimulator } from '../../testbed/simulator/server.ts';

async function inChinese(name: ScenarioName) {
  const scenario = findScenario(name);
  const { timeScale } = scenario.demo;
  await using simulator = await startSimulator({ scenario, timeScale, pace: perRequest(60_000) });
  const { inputs, env, secrets } = stepSetup(simulator);
  await using step = runAction({ inputs: { ...inputs, language: 'zh' }, env, secrets });
  return await step.done;
}

describe('the built action in Chinese', () => {
  test('tells a success in log, summary and output', async () => {
    const { conclusion, lines, summary, outputs } = await inChinese('finished');
    expect(conclusion).toBe('success');
    expect(lines.map(({ text }) => text).join('\n')).toContain('✅ demo-app 发布成功');
    expect(summary).toContain('<h2>✅ demo-app 发布成功</h2>');
    expect(outputs).toMatchObject({ verdict: 'succeeded', statusText: '执行成功' });
  });
});
