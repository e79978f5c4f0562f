import { describe, expect, test } from '@jest/globals';
import { markdownHtml } from '../../testbed/runner/markdown-html.ts';
import { fault, gatewayError, HANG } from '../../testbed/simulator/fault.ts';
import { standingAt } from '../../testbed/simulator/pace.ts';
import type { ScenarioName } from '../../testbed/simulator/scenarios.ts';
import { findScenario } from '../../testbed/simulator/scenarios.ts';
import type { GateOptions, GateRun } from '../action/run-gate.ts';
import { runGate } from '../action/run-gate.ts';
import { errorOf, logOf } from '../action/sound-run.ts';

/** Runs the built action with the diagnosis, which the other tests of the action leave out. */
function run(
  scenario: GateOptions['scenario'],
  inputs: GateOptions['inputs'] = {},
  pace: Pick<GateOptions, 'pace'> = {},
): Promise<GateRun> {
  return runGate({ scenario, inputs: { diagnose: 'true', ...inputs }, ...pace });
}

/** What the diagnostic calls asked for, by the name of the call. */
function diagnosticCalls({ requests }: GateRun): readonly string[] {
  const looks: readonly (string | undefined)[] = ['DescribeChangeOrder', 'ListChangeOrders'];
  return requests.map(({ action }) => action).filter(action => !looks.includes(action));
}

/** The lines of the log's group, as a person reads them. */
function groupOf({ lines }: GateRun): readonly string[] {
  const start = lines.findIndex(({ kind, text }) => kind === 'group' && text.startsWith('Diagnosis'));
  const end = lines.findIndex(({ kind }, index) => index > start && kind === 'endgroup');
  return start < 0 ? [] : lines.slice(start + 1, end).map(({ text }) => text);
}

describe('the built action says why', () => {
  test.concurrent.each<[ScenarioName, string, string, RegExp]>([
    [
      'failed-batch',
      'failed',
      'Readiness GET :8080/ready → connection refused (2 instances)',
      /Listen on 0\.0\.0\.0:8080, or correct the port of the health check\./,
    ],
    [
      'image-pull',
      'failed',
      'ErrImagePull: Failed to pull image "registry-vpc.cn-beijing.aliyuncs.com/demo/nginx:2.0": manifest unknown.',
      /Correct the tag, or push registry-vpc\.cn-beijing\.aliyuncs\.com\/demo\/nginx:2\.0/,
    ],
    [
      'crash-loop',
      'failed',
      'The instance exited with code 1',
      /Check the log of the container before its last restart/,
    ],
    ['out-of-memory', 'failed', 'OOMKilled (exit code 137)', /Give the instances more memory/],
    [
      'needs-rollback',
      'needs-rollback',
      'The instance exited with code 1',
      /Check the log of the container before its last restart/,
    ],
  ])('%s', async (scenario, verdict, root, advice) => {
    const ended = await run(scenario);
    expect([ended.outputs['verdict'], ended.exitCode, ended.stderr]).toStrictEqual([verdict, 1, '']);
    const { message } = errorOf(ended);
    expect(message.split('\n').slice(0, 2).join('\n')).toContain(root);
    expect(message).toMatch(advice);
    const log = groupOf(ended).join('\n');
    expect(logOf(ended)).toContain(root);
    expect(logOf(ended)).toMatch(advice);
    expect(log).toContain('Instances that are not ready:');
    expect(log).toMatch(/\(\d instances?\): (?:…|demo-app-)/);
    expect(log).toMatch(/Event \S+ of Pod demo-app-/);
    const page = markdownHtml(ended.rawSummary);
    expect(page).toMatch(advice);
    expect(page).toMatch(/<summary>Evidence \(\d instances?, \d events?\)/);
    expect(page).not.toContain('target=');
    expect(diagnosticCalls(ended).length).toBeLessThanOrEqual(10);
    expect(diagnosticCalls(ended)).not.toContain('DescribeInstanceLog');
  });

  test.concurrent('of a rollout that hangs, with the command that rolls it back', async () => {
    const ended = await run('stuck', { timeout: '1500ms' }, { pace: standingAt(240_000) });
    expect(ended.outputs['verdict']).toBe('timed-out');
    expect(errorOf(ended).message).toMatch(/Free IP addresses in vsw-/);
    expect(groupOf(ended).join('\n')).toContain('Instances that are not ready:');
    expect(errorOf(ended).message).toContain('aliyun sae AbortAndRollbackChangeOrder');
  });

  test.concurrent('with the command that rolls back', async () => {
    const ended = await run('needs-rollback');
    const id = ended.outputs['changeOrderId'] ?? '';
    const command = `aliyun sae AbortAndRollbackChangeOrder --ChangeOrderId '${id}' --region cn-hangzhou`;
    expect(logOf(ended)).toContain(command);
    expect(errorOf(ended).message).toContain(command);
    const html = markdownHtml(ended.rawSummary).replaceAll('&#39;', "'");
    expect(html.replaceAll(/ \\\n {2}/gu, ' ')).toContain(command);
    expect(ended.requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  test.concurrent('with the log of the container that crashed, where that is wanted', async () => {
    const ended = await run('crash-loop', { diagnoseLogs: 'true' });
    expect(groupOf(ended).join('\n')).toContain('java.sql.SQLException: Access denied');
    expect(markdownHtml(ended.rawSummary)).toContain('Database.java:42');
    expect(JSON.stringify([ended.outputs, ended.annotations])).not.toContain('SQLException');
  });
});

describe('the verdict stands whatever the diagnosis meets', () => {
  test.concurrent('no permission: what to grant is reported, and what is known anyway', async () => {
    const denied = gatewayError('NoPermission');
    const faults = ['DescribePipeline', 'DescribeApplicationConfig'].map(action => fault(denied, { action }));
    const ended = await run({ ...findScenario('failed-batch'), faults });
    expect(ended.outputs['verdict']).toBe('failed');
    const log = groupOf(ended).join('\n');
    expect(log).toMatch(
      /Could not be read: The tasks of the batch: DescribePipeline answered NoPermission .* sae:DescribePipeline /,
    );
    expect(log).toMatch(/The warning events: .* sae:DescribeApplicationConfig and sae:ListAppEvents /);
    expect(errorOf(ended).message.split('\n')[0]).toContain(
      'Readiness GET :8080/ready → connection refused (2 instances)',
    );
  });

  test.concurrent('calls that hang', async () => {
    const faults = ['DescribePipeline', 'ListAppEvents'].map(action => fault(HANG, { action }));
    const ended = await run({ ...findScenario('failed-batch'), faults }, { requestTimeout: '4s' });
    expect([ended.outputs['verdict'], ended.exitCode]).toStrictEqual(['failed', 1]);
    expect(groupOf(ended).join('\n')).toMatch(/DescribePipeline got no answer/);
  });

  test.concurrent('hostile texts in every place', async () => {
    const ended = await run('hostile-text', { diagnoseLogs: 'true' });
    expect([ended.outputs['verdict'], ended.exitCode, ended.conclusion]).toStrictEqual([
      'failed',
      1,
      'failure',
    ]);
    expect(groupOf(ended)).not.toHaveLength(0);
    const own = ['add-mask', 'debug', 'error', 'group', 'endgroup', 'notice', 'warning'];
    expect(ended.commands.filter(({ name }) => !own.includes(name))).toStrictEqual([]);
    expect(ended.commands.filter(({ name }) => name === 'error')).toHaveLength(1);
    expect(ended.commands.filter(({ name }) => name === 'group')).toHaveLength(1);
    const tags = markdownHtml(ended.rawSummary).match(/<[^>]*>/gu) ?? [];
    expect(tags.filter(tag => /^<(?:script|img|h1)|onerror/iu.test(tag))).toStrictEqual([]);
    const links = tags.filter(tag => tag.includes('href='));
    expect(links.filter(link => !link.startsWith('<a href="https://sae.console.aliyun.com/'))).toStrictEqual(
      [],
    );
  });
});
