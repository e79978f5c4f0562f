import { describe, expect, test } from '@jest/globals';
import { markdownHtml } from '../../testbed/runner/markdown-html.ts';
import { edit, set } from '../../testbed/simulator/answer-edit.ts';
import { fault, gatewayError, HANG, orderAbsent, throttled } from '../../testbed/simulator/fault.ts';
import { HOSTILE_TEXT, WORKFLOW_COMMANDS } from '../../testbed/simulator/hostile-text.ts';
import type { Scenario } from '../../testbed/simulator/scenario.ts';
import { scenario } from '../../testbed/simulator/scenario.ts';
import { findScenario } from '../../testbed/simulator/scenarios.ts';
import { finishedAtOnce } from '../../testbed/simulator/timeline.ts';
import type { GateRun } from './run-gate.ts';
import { runGate, SESSION } from './run-gate.ts';
import { errorOf, expectVerdict } from './sound-run.ts';

/** The scenario of hostile texts, with every one of them replaced by `text`. */
function saying(text: string): Scenario {
  const hostile = findScenario('hostile-text');
  const edits = hostile.edits.map(({ on, steps }) => ({
    on,
    steps: steps.map(({ path }) => set(path, text)),
  }));
  return { ...hostile, edits };
}

/** The page that GitHub makes of a summary, as its tags and the targets of its links; its text is left out. */
function skeletonOf({ rawSummary }: GateRun): readonly string[] {
  // An empty span is how the gate keeps GitHub from reading a mention or a link into a text.
  const html = markdownHtml(rawSummary).replaceAll('<span></span>', '');
  return html.match(/<[^>]*>/g) ?? [];
}

describe('hostile text from the cloud', () => {
  test.concurrent('issues no command', async () => {
    const run = await runGate({ scenario: 'hostile-text', env: { RUNNER_DEBUG: '1' } });
    expectVerdict(run, 'failed');
    expectNoForgery(run);
  });

  test.concurrent.each(WORKFLOW_COMMANDS.map(command => [command]))(
    'issues no command as the whole of a text: %s',
    async command => {
      const run = await runGate({ scenario: saying(command), env: { RUNNER_DEBUG: '1' } });
      expectVerdict(run, 'failed');
      expectNoForgery(run);
    },
  );

  test.concurrent('issues no command in an error of the API either', async () => {
    const run = await runGate({
      scenario: scenario({ faults: [fault(gatewayError('NoPermission', HOSTILE_TEXT))] }),
      env: { RUNNER_DEBUG: '1' },
    });
    expectVerdict(run, 'unreadable');
    expectNoForgery(run);
  });

  test.concurrent('issues no command as the id of the order', async () => {
    const run = await runGate({
      scenario: 'not-found',
      // What has blanks or brackets is refused as an input: see the corpus.
      inputs: { changeOrderId: '::error::forged', timeout: '200ms' },
      env: { RUNNER_DEBUG: '1' },
    });
    expectVerdict(run, 'not-found');
    expectNoForgery(run);
  });

  test.concurrent('issues no command in the body of a stranger', async () => {
    const run = await runGate({
      scenario: scenario({
        faults: [
          fault({
            kind: 'raw-answer',
            httpStatus: 200,
            headers: { 'content-type': 'text/plain', location: '::error::forged' },
            body: HOSTILE_TEXT,
          }),
        ],
      }),
      inputs: { outageTolerance: '200ms' },
      env: { RUNNER_DEBUG: '1' },
    });
    expectVerdict(run, 'unreadable');
    expectNoForgery(run);
  });

  test.concurrent(
    'does not alter the Markdown: the page has the same elements as with plain text',
    async () => {
      const [hostile, plain] = await Promise.all([
        runGate({ scenario: 'hostile-text' }),
        runGate({ scenario: saying('plain') }),
      ]);
      expectVerdict(plain, 'failed');
      expect(skeletonOf(hostile)).toStrictEqual(skeletonOf(plain));
      expect(skeletonOf(plain).filter(tag => tag.startsWith('<a '))).toHaveLength(1);
      expect(skeletonOf(plain).filter(tag => tag.startsWith('<table'))).toHaveLength(3);
    },
  );

  test.concurrent('is still there to be read', async () => {
    const run = await runGate({ scenario: 'hostile-text' });
    expect(run.outputs['errorMessage']).toContain('::set-output name=verdict::succeeded');
    expect(markdownHtml(run.rawSummary)).toContain('::set-output name=verdict::succeeded');
  });

  test.concurrent('that is endless is cut: annotation and summary stay within their limits', async () => {
    const run = await runGate({ scenario: saying('x'.repeat(300_000)) });
    expectVerdict(run, 'failed');
    expect(errorOf(run).message.length).toBeLessThanOrEqual(4_096);
    expect(Buffer.byteLength(run.rawSummary)).toBeLessThan(100_000);
    expect(run.stdout.length).toBeLessThan(100_000);
  });

  function expectNoForgery(run: GateRun): void {
    const { commands, annotations, masks, state, exportedEnv, lines } = run;
    expect(new Set(commands.map(({ name }) => name))).toStrictEqual(new Set(['add-mask', 'debug', 'error']));
    expect(
      annotations.map(({ title }) => title).filter(title => !/^SAE (?:rollout: |· )/u.test(title ?? '')),
    ).toStrictEqual([]);
    expect(masks.toSorted()).toStrictEqual(Object.values(SESSION).toSorted());
    expect(exportedEnv).toStrictEqual({});
    expect(JSON.stringify(state)).not.toContain('forged');
    // GitHub's log shows a marked line in a way of its own: only the annotation's first line may be one.
    const marked = lines.filter(
      ({ writer, kind }) => writer === 'action' && kind !== 'text' && kind !== 'debug',
    );
    expect(marked.map(({ kind }) => kind)).toStrictEqual(['error']);
  }
});

describe('RUNNER_DEBUG=1', () => {
  const scene = scenario({
    order: { timeline: finishedAtOnce(1) },
    faults: [
      fault(gatewayError('ServiceUnavailable'), { looks: [1] }),
      orderAbsent({ looks: [2] }),
      fault(throttled(50), { looks: [3] }),
      fault(HANG, { looks: [4] }),
    ],
  });

  test.concurrent('shows every request with its RequestId and its duration, and no secret', async () => {
    const run = await runGate({
      scenario: scene,
      inputs: { requestTimeout: '5s' },
      env: { RUNNER_DEBUG: '1' },
    });
    expectVerdict(run, 'succeeded');
    const debug = run.commands.filter(({ name }) => name === 'debug').map(({ data }) => data);
    const requests = debug.filter(line => line.startsWith('DescribeChangeOrder '));
    expect(requests).toHaveLength(run.requests.length);
    expect(
      requests.filter(line => /^DescribeChangeOrder [0-9A-F-]{36} \d+(?:\.\d)? m?s: /.test(line)),
    ).toHaveLength(4);
    expect(requests[4]).toMatch(/ok$/);
  });

  test.concurrent('is needed for that', async () => {
    const run = await runGate({ scenario: scene, inputs: { requestTimeout: '5s' } });
    expect(run.commands.filter(({ name }) => name === 'debug')).toStrictEqual([]);
  });
});

describe('a place to write to that is not there', () => {
  test.concurrent.each<[string, string, number, Scenario]>([
    ['GITHUB_STEP_SUMMARY', 'green', 0, findScenario('finished')],
    ['GITHUB_STEP_SUMMARY', 'red', 1, findScenario('failed-batch')],
    ['GITHUB_OUTPUT', 'green', 0, findScenario('finished')],
    ['GITHUB_OUTPUT', 'red', 1, findScenario('failed-batch')],
  ])('%s does not change the verdict: %s', async (variable, _, exitCode, scene) => {
    const run = await runGate({ scenario: scene, env: { [variable]: '/no/such/folder/file' } });
    expect(run.exitCode).toBe(exitCode);
    expect(run.stdout).toContain('the verdict stands');
    expect(run.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(exitCode);
    expect(run.stderr).toBe('');
  });
});

test.concurrent('every try is signed afresh', async () => {
  const run = await runGate({
    scenario: scenario({
      order: { timeline: finishedAtOnce(1) },
      faults: [fault(gatewayError('SignatureNonceUsed'), { toLook: 5 })],
    }),
  });
  expectVerdict(run, 'succeeded');
  const { requests } = run;
  expect(requests).toHaveLength(6);
  expect(requests.map(({ refusal }) => refusal)).toStrictEqual(Array(6).fill(undefined));
  for (const header of ['x-acs-signature-nonce', 'authorization']) {
    expect(new Set(requests.map(({ headers }) => headers[header])).size).toBe(6);
  }
});

test.concurrent('the description of the order is shown, and what it says is no Markdown', async () => {
  const run = await runGate({
    scenario: scenario({
      order: { timeline: finishedAtOnce(1) },
      edits: [edit([set('Data.Description', '**bold** `code` | #12 @octocat')])],
    }),
  });
  expectVerdict(run, 'succeeded');
  const html = markdownHtml(run.rawSummary);
  expect(html.replaceAll('<span></span>', '')).toContain('**bold** `code` | #12 @octocat');
  expect(html).not.toContain('@octocat');
});
