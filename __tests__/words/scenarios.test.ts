import { describe, expect, test } from '@jest/globals';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import { findScenario, SCENARIO_NAMES } from '../../testbed/simulator/scenarios.ts';
import type { InputName } from '../../src/inputs/table.ts';
import { INPUTS } from '../../src/inputs/table.ts';
import type { StoryRun } from '../support/story-run.ts';
import { storyRun } from '../support/story-run.ts';

/** What is the same in every language: names of products, inputs, permissions, calls and formats. */
const ALLOWED = new Set(
  [
    'API SAE RAM GitHub AccessKey Action HTTP HTTPS RequestId URL ID ARN SHA UTC CPU IP VPC ECI ECS NTP CA',
    'Java XX MaxRAMPercentage Readiness Liveness vSwitch Pod MiB html https http com',
    // Of the gate itself, and of its own check run, whose name is the same in every language.
    'sae-rollout-gate SAE rollout deploy orders cn-hangzhou cn',
    'AliyunSAEReadOnlyAccess aliyun configure-aliyun-credentials-action role-session-expiration',
    'aliyun sae region true false auto none fork permissions checks actions write read id-token',
    // The gate's own way to mark a verdict: the value of an output.
    'succeeded failed terminated system-error needs-rollback awaiting-manual-step not-found timed-out',
    'unreadable cancelled not-awaited error unhealthy superseded unverified idle',
    // Values of inputs.
    'wait fail show require ms sha id acs ram role name oidc-provider sae-vpc aliyuncs',
    // The network's own word.
    'ECONNRESET',
    // Of SAE and Kubernetes: the type of event, and the method of a check.
    'Warning GET',
    // A media type.
    'application json',
    // HTML.
    'nbsp amp lt gt quot',
    ...Object.keys(INPUTS),
  ].flatMap(line => line.split(' ')),
);

/** Names of inputs, fields and calls: capitals in the middle of a word; and the gate's variables. */
const NAME = /^(?:[A-Za-z]+[a-z][A-Z]\w*|[A-Z]+(?:_[A-Z]+)+)$/u;
const LINK_OR_TAG = /https?:\/\/[^\s"<>）]+|<[^>]*>/gu;
const LATIN = /[A-Za-z][A-Za-z_-]*[A-Za-z]/gu;

function wordsIn(text: string): readonly string[] {
  return text.replaceAll(LINK_OR_TAG, ' ').match(LATIN) ?? [];
}

function toldBy({ lines, toolkit, checks }: StoryRun): readonly string[] {
  const { notices, warnings, errors, summaries, outputs } = toolkit;
  return [
    ...lines,
    ...[...notices, ...warnings, ...errors].flatMap(({ title, message }) => [title, message]),
    ...summaries,
    ...checks.flatMap(({ name, title, summary, text }) => [name, title, summary, text]),
    outputs['statusText'] ?? '',
    outputs['chosenBecause'] ?? '',
  ];
}

/** The Latin words of a run in Chinese that neither the cloud said nor any language has of its own. */
async function latinOf(
  scenario: Scenario,
  inputs: Partial<Record<InputName, string>> = {},
): Promise<readonly string[]> {
  const run = await storyRun(scenario, { inputs: { language: 'zh', ...inputs } });
  const foreign = new Set(
    [...run.answers, ...Object.values({ ...scenario.demo.inputs, ...inputs })].flatMap(text =>
      wordsIn(text.replaceAll(/\\[nrtu]/gu, ' ')),
    ),
  );
  const words = toldBy(run).flatMap(wordsIn);
  return [...new Set(words)].filter(
    word => !ALLOWED.has(word) && !NAME.test(word) && !foreign.has(word) && !/^[a-f-]+$/u.test(word),
  );
}

describe('in Chinese, no word of English is left', () => {
  // Hostile texts hold whatever they like, markup that is cut in the middle among it.
  test.each(SCENARIO_NAMES.filter(name => name !== 'hostile-text'))(
    'in all that is told of the scenario %s',
    async name => {
      expect(await latinOf(findScenario(name))).toStrictEqual([]);
    },
  );

  test.each<[string, Partial<Record<InputName, string>>]>([
    ['a wrong time', { timeout: 'soon', maxPollInterval: '-1', manualStepTimeout: 'x' }],
    ['no order', { changeOrderId: '' }],
    ['a wrong region and endpoint', { regionId: 'no region', endpoint: 'no endpoint' }],
    ['half a key', { accessKeySecret: '' }],
    [
      'wrong choices',
      { onManualStep: 'x', failFast: 'y', checkRun: 'z', commit: 'w', maxCallsPerMinute: 'v' },
    ],
    ['wrong roles', { roleArn: 'x', oidcProviderArn: 'y', accessKeyId: '', accessKeySecret: '' }],
    ['several orders with an empty one', { changeOrderId: 'a,,b' }],
    ['a wrong search', { changeOrderId: 'auto', appId: '', coType: ',', createdAfter: 'x' }],
  ])('in the faults of %s', async (_, inputs) => {
    expect(await latinOf(findScenario('success'), inputs)).toStrictEqual([]);
  });

  test('and the test would see it', () => {
    expect(wordsIn('变更单：The order <b>已</b> succeeded')).toStrictEqual(['The', 'order', 'succeeded']);
  });
});
