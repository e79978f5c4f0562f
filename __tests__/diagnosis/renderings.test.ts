import { describe, expect, test } from '@jest/globals';
import { HOSTILE_TEXT } from '../../testbed/simulator/hostile-text.ts';
import { checkContent } from '../../src/check-run/content.ts';
import type { Diagnosis, GapReason } from '../../src/diagnosis/diagnosis.ts';
import type { TargetEnding } from '../../src/endings/ending.ts';
import { errorAnnotation } from '../../src/report/annotations.ts';
import { diagnosisLines, evidenceHtml, rootCauseText, shortCause } from '../../src/report/diagnosis.ts';
import type { Report } from '../../src/report/model.ts';
import { reportOf } from '../../src/report/model.ts';
import { summaryMarkdown } from '../../src/report/summary.ts';
import { rollbackCommand } from '../../src/sae/console.ts';
import { cleanText } from '../../src/text/clean.ts';
import type { Undo } from '../../src/undo/undo.ts';
import { catalogue } from '../../src/words/catalogue.ts';
import { en } from '../../src/words/en/en.ts';
import { distinctEnds } from '../../src/words/format.ts';
import { aFault, ORDER_ID } from '../support/orders.ts';
import { anOutcomeOf } from '../support/outcomes.ts';
import { aDiagnosis, aFailingTask, anEvent, anInstance } from './samples.ts';

const SICK = anInstance({
  instanceId: 'demo-app-1',
  containerStatus: 'CrashLoopBackOff',
  healthStatus: 'Unhealthy',
  unhealthyMessage: 'Back-off restarting failed container',
  restarts: 5,
});

const FOUND: Diagnosis = aDiagnosis({
  batch: { number: 2, of: 3 },
  tasks: [aFailingTask({ error: 'EDAS-10022 not ready' }), aFailingTask({ task: 'Other', error: 'too' })],
  instances: [SICK],
  unhealthyCount: 7,
  events: [
    anEvent({
      reason: 'BackOff',
      message: 'Back-off',
      causeAnalysis: 'It exits.',
      objectKind: 'Pod',
      objectName: 'demo-app-1',
      lastMs: Date.UTC(2026, 10, 22, 5, 31, 7),
    }),
  ],
  log: { instanceId: 'demo-app-1', previous: true, lines: ['booting up', '', '  at <init>'] },
  causes: ['crash-loop'],
  gaps: [
    {
      part: 'events',
      why: {
        kind: 'fault',
        fault: aFault({
          action: 'ListAppEvents',
          reason: 'permission',
          code: 'NoPermission',
          httpStatus: 403,
          requestId: 'E-4711',
        }),
      },
    },
  ],
});

const EVENT_LINE =
  "Event BackOff of Pod demo-app-1 at 2026-11-22 05:31:07 UTC: Back-off – SAE's analysis: It exits.";
const INSTANCE_LINE =
  'CrashLoopBackOff: Back-off restarting failed container (1 instance): demo-app-1 (CrashLoopBackOff, Unhealthy, 5 restarts)';
const INSTANCE_ROOT = 'CrashLoopBackOff: Back-off restarting failed container (1 instance)';
const ADVICE = en.diagnosis.advice({ cause: 'crash-loop', detail: undefined });
const GAP_LINE =
  'The warning events: ListAppEvents answered NoPermission (HTTP 403, RequestId E-4711). This needs the RAM actions sae:DescribeApplicationConfig and sae:ListAppEvents on "*".';

function failed(diagnosis: Diagnosis, parts: Partial<TargetEnding> = {}): TargetEnding {
  return anOutcomeOf(
    { status: 3, supportRollback: true },
    { verdict: 'failed', cause: { kind: 'ended-badly', how: 'failed' }, diagnosis, ...parts },
  );
}

function report(diagnosis: Diagnosis, parts: Partial<TargetEnding> = {}): Report {
  return reportOf(failed(diagnosis, parts), [], en, '0.0.0');
}

function html(diagnosis: Diagnosis, withLog = true): string {
  return evidenceHtml(diagnosis, en, withLog);
}

describe('the lines of a diagnosis', () => {
  test('report everything, the log at the end', () => {
    expect(diagnosisLines(FOUND, en)).toStrictEqual([
      'Task "Check readiness" (stage "Start instances") failed: EDAS-10022 not ready',
      'Task "Other" (stage "Start instances") failed: too',
      'Instances that are not ready (1 of 7):',
      `  ${INSTANCE_LINE}`,
      EVENT_LINE,
      `Could not be read: ${GAP_LINE}`,
      'Last lines of the log of demo-app-1, of its container before the last restart:',
      '  booting up',
      '  ',
      '    at <init>',
    ]);
  });

  test('say so where nothing was found, and where a log is empty', () => {
    expect(diagnosisLines(aDiagnosis(), en)).toStrictEqual([en.diagnosis.nothing]);
    const log = { instanceId: 'x', previous: false, lines: [] };
    expect(diagnosisLines(aDiagnosis({ log }), en)).toContain('  The log is empty.');
  });

  test.each<[GapReason, string]>([
    [{ kind: 'ran-out' }, 'The tasks of the batch: there was no time left to read them.'],
    [
      { kind: 'not-reported', what: 'batch' },
      'The tasks of the batch: the API does not report the id of the batch.',
    ],
    [{ kind: 'bug', message: 'x' }, 'The tasks of the batch: the gate itself failed (x).'],
  ])('tell of what is not known: %j', (why, line) => {
    expect(diagnosisLines(aDiagnosis({ gaps: [{ part: 'tasks', why }] }), en)).toStrictEqual([
      `Could not be read: ${line}`,
    ]);
  });

  test.each([
    [
      'an ignored error',
      aFailingTask({ error: 'e', errorIgnored: true }),
      'Task "Check readiness" (stage "Start instances") failed (ignored by SAE): e',
    ],
    ['no names', aFailingTask({ stage: undefined, task: undefined }), 'Task "–" failed'],
    [
      'a retry',
      aFailingTask({ state: 'awaiting-retry' }),
      'Task "Check readiness" (stage "Start instances") failed and waits for a retry',
    ],
  ])('tell of a task with %s', (_, task, line) => {
    expect(diagnosisLines(aDiagnosis({ tasks: [task] }), en)).toContain(line);
  });
});

describe('the evidence', () => {
  test('has tasks, instances and events, and what could not be read', () => {
    const text = html(FOUND);
    expect(text).toContain('<td>Start instances / Other</td><td>failed</td><td>too</td>');
    expect(text).toContain('Instances that are not ready (1 of 7)');
    expect(text).toContain(`<li>${INSTANCE_LINE}</li>`);
    expect(text).toContain('<li>05:31:07 UTC · <code>BackOff</code> · Pod · <code>demo-app-1</code><br>');
    expect(text).toContain('<br>Back-off<br><em>It exits.</em></li>');
    expect(text).toContain('NoPermission (HTTP 403, RequestId E-4711)');
  });

  test('has one line for all instances that say the same, named by their ends', () => {
    const message = (ip: string): string =>
      `Readiness probe failed: Get "http://${ip}:8080/ready": dial tcp ${ip}:8080: connect: connection refused`;
    const instances = ['7b9-x1', '7b9-x2'].map((end, index) =>
      anInstance({
        instanceId: `demo-app-${end}`,
        healthStatus: 'ReadinessUnhealthy',
        unhealthyMessage: message(`10.0.0.${index}`),
      }),
    );
    expect(diagnosisLines(aDiagnosis({ instances, unhealthyCount: 2 }), en)).toStrictEqual([
      'Instances that are not ready:',
      '  Readiness GET :8080/ready → connection refused (2 instances): …-x1, …-x2 (Running, ReadinessUnhealthy)',
    ]);
  });

  test.each([
    [
      ['a-b-1', 'a-b-2'],
      ['…-1', '…-2'],
    ],
    [['one'], ['one']],
    [
      ['x', 'y'],
      ['x', 'y'],
    ],
    [
      ['a-b', 'a-b'],
      ['…-b', '…-b'],
    ],
    [[], []],
  ])('names %j as %j', (ids, ends) => {
    expect(distinctEnds(ids)).toStrictEqual(ends);
  });

  test('has the log only where that is wanted', () => {
    expect(html(FOUND, true)).toContain('<pre>booting up\n&nbsp;\n  at &lt;init&gt;</pre>');
    expect(html(FOUND, false)).not.toContain('booting up');
  });

  test('has no blank line within, and no tag of what the cloud said', () => {
    const text = cleanText(HOSTILE_TEXT);
    const hostile = aDiagnosis({
      tasks: [aFailingTask({ stage: text, task: text, error: text }), aFailingTask({ error: text })],
      instances: [
        anInstance({ instanceId: text, containerStatus: text, healthStatus: text, unhealthyMessage: text }),
      ],
      unhealthyCount: 1,
      events: [
        anEvent({ reason: text, message: text, causeAnalysis: text, objectKind: text, objectName: text }),
      ],
      log: { instanceId: text, previous: false, lines: [text, ''] },
      gaps: [{ part: 'log', why: { kind: 'fault', fault: aFault({ message: text, code: text }) } }],
    });
    const evidence = html(hostile);
    const tags = new Set(evidence.match(/<\/?[a-z][a-z\d]*/giu));
    const own = [
      'h3',
      'p',
      'strong',
      'table',
      'tr',
      'th',
      'td',
      'code',
      'br',
      'em',
      'ul',
      'li',
      'pre',
      'span',
    ];
    expect([...tags].filter(tag => !own.includes(tag.replace(/<\/?/u, '')))).toStrictEqual([]);
    expect(evidence).not.toMatch(/\n\s*\n|\n$/u);
  });
});

describe('the annotation', () => {
  const message = (diagnosis: Diagnosis, parts: Partial<TargetEnding> = {}): readonly string[] =>
    errorAnnotation(report(diagnosis, parts), en).message.split('\n');

  test('carries the cause in its title, the root cause in its first line, and the advice', () => {
    expect(errorAnnotation(report(FOUND), en).title).toMatch(
      /^SAE · .*: rollout failed – the container keeps exiting$/u,
    );
    const lines = message(FOUND);
    expect(lines[0]).toBe(`Why: ${INSTANCE_ROOT}`);
    expect(lines).toContain(`Do: 1. ${ADVICE}`);
    expect(lines).toContain('  2. Deploy again.');
  });

  test.each<[string, Diagnosis, string | undefined]>([
    ['an instance', aDiagnosis({ instances: [SICK] }), INSTANCE_ROOT],
    ['an event', aDiagnosis({ events: FOUND.events }), 'BackOff: Back-off'],
    ['nothing', aDiagnosis(), undefined],
  ])('tells %s where there is no more', (_, diagnosis, root) => {
    expect(rootCauseText(diagnosis, en)).toBe(root);
    expect(message(diagnosis)[0]).toBe(`Why: ${root ?? 'The change order ended as failed.'}`);
    expect(shortCause(diagnosis, en)).toBe(root);
  });

  test('has room for everything, however long the texts are', () => {
    const long = 'x'.repeat(4_000);
    const diagnosis = aDiagnosis({
      tasks: [aFailingTask({ error: long })],
      causes: ['image-pull', 'out-of-memory', 'quota', 'permission', 'port'],
    });
    const outcome = anOutcomeOf(
      { status: 1, subStatus: 1, supportRollback: true, errorMessage: long },
      { verdict: 'needs-rollback', cause: { kind: 'needs-rollback' }, diagnosis },
    );
    const annotation = errorAnnotation(reportOf(outcome, [], en, '0.0.0'), en);
    expect(annotation.message.length).toBeLessThan(4_096);
    expect(annotation.message).toContain('AbortAndRollbackChangeOrder');
    expect(annotation.message).toContain('Change order: https://');
  });

  test('never holds the log of an instance', () => {
    expect(message(FOUND).join('\n')).not.toContain('booting up');
  });
});

describe('the log of an instance', () => {
  const withLog = report(FOUND);

  test('is in the summary', () => {
    expect(summaryMarkdown([withLog], en)).toContain('<pre>booting up');
    expect(summaryMarkdown([withLog, withLog], en)).toContain('<pre>booting up');
  });

  test('is never in the check run, of one order or of several', () => {
    const identity = { checkName: undefined, jobId: 'gate', headSha: 'a'.repeat(40), jobUrl: undefined };
    for (const reports of [[withLog], [withLog, withLog]]) {
      const content = JSON.stringify(
        checkContent({ reports, title: 't', verdict: 'failed' }, identity, en, text => text),
      );
      expect(content).toContain('EDAS-10022');
      expect(content).not.toContain('booting up');
      expect(content).not.toContain('init');
    }
  });
});

describe('the command that rolls back', () => {
  test.each<[string, string, string | undefined, string | undefined]>([
    [
      'with the region',
      ORDER_ID,
      'cn-hangzhou',
      `aliyun sae AbortAndRollbackChangeOrder --ChangeOrderId '${ORDER_ID}' --region cn-hangzhou`,
    ],
    [
      'without one',
      ORDER_ID,
      undefined,
      `aliyun sae AbortAndRollbackChangeOrder --ChangeOrderId '${ORDER_ID}'`,
    ],
    [
      'that a shell cannot misread',
      "$(id) `id` '; rm -rf / #",
      undefined,
      `aliyun sae AbortAndRollbackChangeOrder --ChangeOrderId '$(id) \`id\` '\\''; rm -rf / #'`,
    ],
    ['not for an id that cannot be shown', 'a\u202eb', undefined, undefined],
    ['not for an id that is cut', 'x'.repeat(201), undefined, undefined],
  ])('is made %s', (_, id, regionId, command) => {
    expect(rollbackCommand(id, regionId)).toBe(command);
  });

  const of = (supportRollback: boolean | undefined, parts: Partial<TargetEnding>): string | undefined =>
    reportOf(anOutcomeOf({ changeOrderId: ORDER_ID, status: 1, supportRollback }, parts), [], en, '0.0.0')
      .rollbackCommand;
  const needsRollback = { verdict: 'needs-rollback', cause: { kind: 'needs-rollback' } } as const;

  test('is given only to whom a rollback is left and possible', () => {
    expect(of(true, needsRollback)).toMatch(/^aliyun sae AbortAndRollbackChangeOrder /u);
    expect(of(false, needsRollback)).toBeUndefined();
    expect(of(undefined, needsRollback)).toBeUndefined();
    for (const verdict of ['timed-out', 'awaiting-manual-step', 'cancelled'] as const) {
      expect(of(true, { verdict, cause: { kind: 'deadline' } })).toMatch(/^aliyun sae /u);
    }
    expect(of(true, { verdict: 'failed', cause: { kind: 'ended-badly', how: 'failed' } })).toBeUndefined();
    const ended = anOutcomeOf(
      { changeOrderId: ORDER_ID, status: 2, supportRollback: true },
      { verdict: 'timed-out', cause: { kind: 'deadline' } },
    );
    expect(reportOf(ended, [], en, '0.0.0').rollbackCommand).toBeUndefined();
  });

  test('is given to nobody for what the gate has asked for itself, or would not have', () => {
    const trigger = 'needs-rollback';
    const undone = (undo: Undo): string | undefined => of(true, { ...needsRollback, undo });
    expect(undone({ kind: 'not-due' })).toBeDefined();
    expect(undone({ kind: 'not-written', trigger, why: { kind: 'no-run-start' } })).toBeDefined();
    expect(undone({ kind: 'not-written', trigger, why: { kind: 'refused', fault: aFault() } })).toBeDefined();
    for (const why of [
      { kind: 'not-last', lastOrderId: 'b' },
      { kind: 'moved-on', status: 1 },
      { kind: 'ended', status: 6 },
    ] as const) {
      expect(undone({ kind: 'not-written', trigger, why })).toBeUndefined();
    }
    expect(undone({ kind: 'bug', message: '' })).toBeUndefined();
    const sent = {
      kind: 'sent',
      trigger,
      fault: undefined,
      rollbackOrderId: undefined,
      followed: undefined,
      runsAsBefore: false,
    } as const;
    for (const accepted of [true, false]) expect(undone({ ...sent, accepted })).toBeUndefined();
  });

  test('stands in the summary and in the annotation', () => {
    const needing = reportOf(
      anOutcomeOf({ changeOrderId: ORDER_ID, status: 1, supportRollback: true }, needsRollback),
      [],
      en,
      '0.0.0',
    );
    expect(summaryMarkdown([needing], en)).toContain('<pre>aliyun sae AbortAndRollbackChangeOrder');
    expect(errorAnnotation(needing, en).message).toContain(
      'To roll back: aliyun sae AbortAndRollbackChangeOrder',
    );
  });
});

test('every language says all of it', () => {
  for (const words of Object.values(catalogue)) {
    expect(diagnosisLines(FOUND, words).join('\n')).toContain('EDAS-10022');
    expect(diagnosisLines(FOUND, words).join('\n')).toContain('sae:ListAppEvents');
  }
});
