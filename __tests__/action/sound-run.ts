import { expect } from '@jest/globals';
import type { Annotation } from '../../testbed/runner/annotation.ts';
import { OUTPUTS } from '../../src/report/outputs.ts';
import type { Verdict } from '../../src/rollout/verdicts.ts';
import type { GateRun } from './run-gate.ts';
import { SESSION } from './run-gate.ts';

/** What a gate may say to the runner: masks, its annotations, debug lines. */
const COMMANDS = ['add-mask', 'debug', 'error', 'notice', 'warning'];

/** A line of a stack trace, as V8 prints it. */
const STACK_TRACE = /^\s+at .+(?::\d+:\d+\)?|\(native\)|<anonymous>\)?)$/m;

/**
 * Expects all that must hold of a run whatever it was about, besides its verdict: the exit status goes
 * with it, one error annotation or none, a summary, no secret, no stack trace, no command that is not
 * the gate's own, fair requests.
 */
export function expectVerdict(run: GateRun, verdict: Verdict): void {
  const green = verdict === 'succeeded';
  expect({ verdict: run.outputs['verdict'], exit: run.exitCode, conclusion: run.conclusion }).toStrictEqual({
    verdict,
    exit: green ? 0 : 1,
    conclusion: green ? 'success' : 'failure',
  });
  expect(run.signal).toBeNull();
  expectAnnotations(run, green);
  expectSummary(run, verdict);
  expectOutputs(run);
  expectDiscretion(run);
  expectFairRequests(run);
}

/** The one error annotation of a red run. */
export function errorOf(run: GateRun): Annotation {
  const [error] = run.annotations.filter(({ kind }) => kind === 'error');
  if (error === undefined) throw new Error('there is no error annotation');
  return error;
}

/** The warnings of a run, by their titles. */
export function warningTitles(run: GateRun): readonly (string | undefined)[] {
  return run.annotations.filter(({ kind }) => kind === 'warning').map(({ title }) => title);
}

/** The log of a run as a person reads it, without what the runner wrote itself. */
export function logOf(run: GateRun): string {
  return run.lines
    .filter(({ writer }) => writer === 'action')
    .map(({ text }) => text)
    .join('\n');
}

function expectAnnotations(run: GateRun, green: boolean): void {
  const errors = run.annotations.filter(({ kind }) => kind === 'error');
  expect(errors).toHaveLength(green ? 0 : 1);
  for (const { title, message, shown } of errors) {
    expect(title).toMatch(/^SAE (?:rollout:?|·) \S/);
    expect(message.split('\n')[0]).toMatch(/\w.+\S$/);
    expect(shown).toBe(true);
  }
  expect(run.runnerIssues).toStrictEqual([]);
}

function expectSummary({ summary, rawSummary, outputs, simulator }: GateRun, verdict: Verdict): void {
  expect(summary).not.toBeNull();
  expect(rawSummary.match(/<h2>/g)).toHaveLength(1);
  expect(rawSummary).toMatch(verdict === 'succeeded' ? /^<h2>✅ / : /^<h2>(?:❌|⏹️|⏱️|❓|⏸️) /);
  if (outputs['status'] !== undefined) {
    expect(rawSummary).toMatch(new RegExp(`Verdict</th><td>(?:[^<]*\\()?${verdict}[<)]`, 'u'));
    const steps = simulator.scenario.edits.flatMap(edit => edit.steps);
    const hasBatches = !steps.some(({ path }) => path === 'Data.Pipelines');
    expect(rawSummary.includes('<summary>Batches and timeline</summary>')).toBe(hasBatches);
    expect(/[█▒░]{20}/.test(rawSummary)).toBe(hasBatches);
  }
  const link = outputs['consoleUrl'];
  if (link !== undefined) {
    expect(rawSummary).toContain(`<a href="${link.replaceAll('&', '&amp;').replaceAll("'", '&#39;')}">`);
  }
  expect(rawSummary).toMatch(/\d+ polls?\b.* · sae-rollout-gate \d/);
}

function expectOutputs({ outputs }: GateRun): void {
  const names: readonly string[] = OUTPUTS;
  expect(Object.keys(outputs).filter(name => !names.includes(name))).toStrictEqual([]);
  expect(outputs['durationSeconds']).toMatch(/^\d+$/);
  for (const value of Object.values(outputs)) expect(value).not.toMatch(/\p{Cc}|[\u2028\u2029]/u);
}

function expectDiscretion(run: GateRun): void {
  const { stdout, stderr, rawSummary, outputs, commands } = run;
  expect(stderr).toBe('');
  for (const text of [stdout, rawSummary]) expect(text).not.toMatch(STACK_TRACE);
  expect(commands.map(({ name }) => name).filter(name => !COMMANDS.includes(name))).toStrictEqual([]);

  const isMask = (line: string): boolean => line.trimStart().startsWith('::add-mask::');
  const lines = stdout.split('\n');
  const masking = lines.findIndex(line => !isMask(line));
  expect(lines.slice(masking).filter(isMask)).toStrictEqual([]);
  const told = [lines.slice(masking).join('\n'), rawSummary, JSON.stringify(outputs)].join('\n');
  for (const secret of [SESSION.accessKeyId, SESSION.accessKeySecret, SESSION.securityToken ?? '']) {
    for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')]) {
      expect(told).not.toContain(form);
    }
  }
  if (run.requests.length > 0) expect(masking).toBeGreaterThan(0);
}

/** What tells of what runs. */
const READS_TO_VERIFY = [
  'DescribeApplicationGroups',
  'DescribeApplicationInstances',
  'DescribeApplicationStatus',
];

function expectFairRequests({ requests, simultaneous, verifies }: GateRun): void {
  expect(simultaneous).toBeLessThanOrEqual(1);
  const nonces = requests.map(({ headers }) => headers['x-acs-signature-nonce']);
  expect(new Set(nonces).size).toBe(requests.length);
  expect(nonces.every(nonce => nonce !== undefined && nonce.length >= 16)).toBe(true);
  const reads = ['DescribeChangeOrder', 'ListChangeOrders', ...(verifies ? READS_TO_VERIFY : [])];
  expect(requests.map(({ action }) => action).filter(action => !reads.includes(action))).toStrictEqual([]);
  for (const { method, headers } of requests) {
    expect(method).toBe('GET');
    expect(headers['accept']).toBe('application/json');
    expect(headers['user-agent']).toMatch(/^sae-rollout-gate\/\d/);
  }
}
