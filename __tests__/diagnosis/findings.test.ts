import { lastLines } from '../../src/text/clean.ts';
import { describe, expect, test } from '@jest/globals';
import {
  failingBatch,
  failingTasks,
  isUnhealthy,
  recentEvents,
  unhealthyInstances,
} from '../../src/diagnosis/findings.ts';
import type { BatchTask, Instance } from '../../src/rollout/application.ts';
import { rootCause } from '../../src/diagnosis/diagnosis.ts';
import { rolloutStartMs } from '../../src/rollout/change-order.ts';
import { aBatch, anOrder, batchesAt } from '../support/orders.ts';
import { aDiagnosis, aFailingTask, anEvent, anInstance, aTask } from './samples.ts';

describe('the batch to ask about', () => {
  test.each<[string, readonly (number | undefined)[], number | undefined]>([
    ['the one that failed', [2, 3, 0], 2],
    ['the first that failed', [2, 3, 3], 2],
    ['the one that failed by a system exception', [2, 10, 1], 2],
    ['the one that failed, not the terminated one before it', [6, 3], 2],
    ['the terminated one where none failed', [2, 6, 0], 2],
    ['the last that has begun', [2, 1, 0], 2],
    ['the last one where all succeeded', [2, 2], 2],
    ['none where none has begun', [0, 0], undefined],
    ['none where no state is told', [undefined], undefined],
    ['none where there is none', [], undefined],
  ])('is %s', (_, statuses, number) => {
    expect(failingBatch(anOrder({ batches: batchesAt(...statuses) }))?.number).toBe(number);
  });

  test('is the current one where none failed', () => {
    const batches = ['a', 'b', 'c'].map(pipelineId => aBatch({ pipelineId, status: 1 }));
    expect(failingBatch(anOrder({ batches, currentPipelineId: 'b' }))?.number).toBe(2);
    expect(failingBatch(anOrder({ batches, currentPipelineId: 'z' }))?.number).toBe(3);
  });

  test('the rollout began with the earliest of its batches', () => {
    const batches = [undefined, 30, 20, undefined].map(startMs => aBatch({ startMs }));
    expect(rolloutStartMs(anOrder({ batches }))).toBe(20);
    expect(rolloutStartMs(anOrder())).toBeUndefined();
  });
});

describe('failing tasks', () => {
  const states = (tasks: readonly BatchTask[]): readonly string[] =>
    failingTasks(tasks).map(({ state }) => state);

  test.each([
    [3, 'failed'],
    [10, 'system-error'],
    [5, 'awaiting-retry'],
    [6, 'terminated'],
    [1, 'in-progress'],
  ])('are those at %d: %s', (status, state) => {
    expect(states([aTask({ status })])).toStrictEqual([state]);
  });

  test.each([[0], [2], [4], [7], [-1], [undefined]])('are not those at %s', status => {
    expect(states([aTask({ status })])).toStrictEqual([]);
  });

  test('come in the order of what they report', () => {
    const tasks = [6, 5, 10, 3].map(status => aTask({ status }));
    const ignored = aTask({ status: 3, errorIgnored: true });
    expect(
      failingTasks([ignored, ...tasks]).map(({ state, errorIgnored }) => [state, errorIgnored]),
    ).toStrictEqual([
      ['failed', false],
      ['system-error', false],
      ['awaiting-retry', false],
      ['terminated', false],
      ['failed', true],
    ]);
  });

  test('are those under way only where nothing failed, or where they report an error', () => {
    const going = aTask({ status: 1, message: '1 of 2 ready' });
    expect(states([going, aTask()])).toStrictEqual(['failed']);
    expect(states([aTask({ status: 2 }), going])).toStrictEqual(['in-progress']);
    expect(failingTasks([going])[0]?.error).toBeUndefined();
    expect(states([aTask({ status: 1, errorMessage: 'no' }), aTask()])).toStrictEqual([
      'failed',
      'in-progress',
    ]);
  });

  test.each<[string, Partial<BatchTask>, string | undefined]>([
    ['nothing', {}, undefined],
    ['its code', { errorCode: 'E-1' }, 'E-1'],
    ['its error', { errorMessage: 'no' }, 'no'],
    ['both', { errorCode: 'E-1', errorMessage: 'no' }, 'E-1: no'],
    ['its code once', { errorCode: 'E-1', errorMessage: 'E-1 no' }, 'E-1 no'],
    ['its message for want of an error', { errorCode: 'E-1', message: 'm' }, 'E-1: m'],
    ['its error rather than its message', { errorMessage: 'no', message: 'm' }, 'no'],
  ])('say %s', (_, parts, error) => {
    expect(failingTasks([aTask(parts)])[0]?.error).toBe(error);
  });
});

describe('an unhealthy instance', () => {
  test.each<[string, Partial<Instance>]>([
    ['Error', { containerStatus: 'Error' }],
    ['CrashLoopBackOff', { containerStatus: 'CrashLoopBackOff' }],
    ['ErrImagePull', { containerStatus: 'ErrImagePull', healthStatus: 'NotCheckedYet' }],
    ['ImagePullBackOff', { containerStatus: 'ImagePullBackOff' }],
    ['Init:CrashLoopBackOff', { containerStatus: 'Init:CrashLoopBackOff' }],
    ['Pending', { containerStatus: 'Pending' }],
    ['Unknown', { containerStatus: 'Unknown' }],
    ['NotFound', { containerStatus: 'NotFound' }],
    ['OOMKilled', { containerStatus: 'OOMKilled' }],
    ['LivenessUnhealthy', { healthStatus: 'LivenessUnhealthy' }],
    ['ReadinessUnhealthy', { healthStatus: 'ReadinessUnhealthy' }],
    ['Unhealthy', { healthStatus: 'Unhealthy' }],
    ['one that says why', { unhealthyMessage: 'no' }],
  ])('is %s', (_, parts) => {
    expect(isUnhealthy(anInstance(parts))).toBe(true);
  });

  test.each<[string, Partial<Instance>]>([
    ['one that runs', {}],
    ['one without a health check', { healthStatus: 'WithoutHealthCheckConfig' }],
    ['one that is not checked yet', { healthStatus: 'NotCheckedYet' }],
    ['one that is made', { containerStatus: 'PodInitializing', healthStatus: 'NotCheckedYet' }],
    ['one that is initialized', { containerStatus: 'Init:0/1' }],
    ['an old one that is stopped', { containerStatus: 'Terminating', healthStatus: 'Unhealthy' }],
    [
      'one of which nothing is told',
      { containerStatus: undefined, healthStatus: undefined, restarts: undefined },
    ],
    ['one that was restarted once upon a time', { restarts: 3 }],
  ])('is not %s', (_, parts) => {
    expect(isUnhealthy(anInstance(parts))).toBe(false);
  });

  test('comes before those that report less, and once', () => {
    const instances = [
      anInstance({ instanceId: 'waits', containerStatus: 'Pending' }),
      anInstance({ instanceId: 'says', healthStatus: 'ReadinessUnhealthy', unhealthyMessage: 'no' }),
      anInstance({ instanceId: 'crashed', containerStatus: 'Error', restarts: 1 }),
      anInstance({ instanceId: 'crashes', containerStatus: 'CrashLoopBackOff', restarts: 5 }),
      anInstance({ instanceId: 'runs' }),
      anInstance({ instanceId: 'says', healthStatus: 'ReadinessUnhealthy', unhealthyMessage: 'no' }),
    ];
    const ids = unhealthyInstances(instances).map(({ instanceId }) => instanceId);
    expect(ids).toStrictEqual(['crashes', 'crashed', 'says', 'waits']);
  });
});

describe('warning events', () => {
  const BEGAN = Date.UTC(2026, 10, 22, 5);
  const kept = (...events: readonly Parameters<typeof anEvent>[0][]): readonly (string | undefined)[] =>
    recentEvents(events.map(anEvent), BEGAN).map(({ reason }) => reason);

  test('count since the rollout began, newest first', () => {
    expect(
      kept(
        { reason: 'before', lastMs: BEGAN - 1_001 },
        { reason: 'old', lastMs: BEGAN + 1_000 },
        { reason: 'new', lastMs: BEGAN + 9_000 },
      ),
    ).toStrictEqual(['new', 'old']);
  });

  test('may be of the very second in which it began', () => {
    expect(kept({ reason: 'at once', lastMs: BEGAN - 999 })).toStrictEqual(['at once']);
  });

  test('count by their last time, else by their first, and not without any', () => {
    expect(
      kept(
        { reason: 'again', firstMs: BEGAN - 60_000, lastMs: BEGAN },
        { reason: 'first', firstMs: BEGAN },
        { reason: 'never' },
      ),
    ).toStrictEqual(['again', 'first']);
  });

  test('that say the same are reported once, and few in all', () => {
    const same = { reason: 'BackOff', message: 'm' };
    const events = [
      anEvent({ ...same, lastMs: BEGAN + 1, objectName: 'older' }),
      anEvent({ ...same, lastMs: BEGAN + 2, objectName: 'newer' }),
    ];
    expect(recentEvents(events, BEGAN).map(({ objectName }) => objectName)).toStrictEqual(['newer']);
    const many = Array.from({ length: 50 }, (_, index) => ({ reason: `r${index}`, lastMs: BEGAN + index }));
    expect(kept(...many)).toStrictEqual(['r49', 'r48', 'r47', 'r46', 'r45', 'r44']);
  });
});

describe('the end of a log', () => {
  test('is its last fifty lines', () => {
    const log = Array.from({ length: 70 }, (_, index) => `line ${index + 1}`).join('\n');
    expect(lastLines(`${log}\n`)).toStrictEqual(log.split('\n').slice(20));
  });

  test.each([
    ['nothing', '', []],
    ['blank lines', '\n \n\n', []],
    ['blank lines within', 'a\n\nb\n\n', ['a', '', 'b']],
    ['every line break that a runner knows', 'a\r\nb\rc\u2028d', ['a', 'b', 'c', 'd']],
    ['indentation', 'Exception\n\tat a\n    at b', ['Exception', '    at a', '    at b']],
    ['colours and controls', '\u001b[31mred\u001b[0m\u0007 \u202ex', ['red x']],
  ])('of %s', (_, log, lines) => {
    expect(lastLines(log)).toStrictEqual(lines);
  });

  test('has lines of bounded length, whatever the size of the log', () => {
    const lines = lastLines('x'.repeat(9_000_000));
    expect(lines.map(line => line.length)).toStrictEqual([500]);
  });
});

describe('the root cause', () => {
  const task = aFailingTask({ error: 'no image' });
  const silent = aFailingTask();
  const ignored = aFailingTask({ error: 'never mind', errorIgnored: true });
  const going = aFailingTask({ state: 'in-progress' });
  const instance = anInstance({ containerStatus: 'Error' });
  const event = anEvent({ reason: 'BackOff' });

  test.each<[string, Parameters<typeof aDiagnosis>[0], string | undefined]>([
    ['a task, before all', { tasks: [task], instances: [instance], events: [event] }, 'task'],
    ['an instance, before an event', { instances: [instance], events: [event] }, 'instance'],
    ['an event, for want of more', { events: [event] }, 'event'],
    ['an instance, before a task that says nothing', { tasks: [silent], instances: [instance] }, 'instance'],
    ['an event, before a task that says nothing', { tasks: [silent], events: [event] }, 'event'],
    [
      'an instance, before an error that SAE ignores',
      { tasks: [ignored], instances: [instance] },
      'instance',
    ],
    ['a task that says nothing, for want of all else', { tasks: [silent] }, 'task'],
    ['not a task that is under way', { tasks: [going] }, undefined],
    ['unknown, where nothing was found', {}, undefined],
  ])('is %s', (_, parts, kind) => {
    expect(rootCause(aDiagnosis(parts))?.kind).toBe(kind);
  });
});
