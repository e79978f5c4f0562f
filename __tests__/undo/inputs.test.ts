import { describe, expect, test } from '@jest/globals';
import type { InputName } from '../../src/inputs/table.ts';
import { readSettings } from '../../src/inputs/settings.ts';
import { environment } from '../support/environment.ts';
import { gateRun } from '../support/gate-run.ts';
import { always, RUNNING } from '../support/rollouts.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';

type Values = Partial<Record<InputName, string>>;

const BY_ID: Values = { changeOrderId: 'order-1', appId: 'app-1' };

function reading(values: Values) {
  return readSettings(environment({ ...BY_ID, ...values }), WALL_START_MS);
}

function faults(values: Values): readonly string[] {
  const read = reading(values);
  return read.kind === 'faults' ? read.faults.map(({ kind }) => kind) : [];
}

describe('rollbackOn', () => {
  test.each(['', 'none', ' none '])('%j: never', text => {
    expect(reading({ rollbackOn: text })).toMatchObject({ settings: { rollback: undefined } });
  });

  test.each([
    ['needs-rollback', ['needs-rollback']],
    ['timed-out, needs-rollback', ['needs-rollback', 'timed-out']],
    ['cancelled\nawaiting-manual-step\n', ['awaiting-manual-step', 'cancelled']],
    ['["timed-out","timed-out"]', ['timed-out']],
  ])('%j', (text, on) => {
    expect(reading({ rollbackOn: text })).toMatchObject({
      settings: { rollback: { on, timeoutMs: 600_000, createdAfter: { kind: 'run-start' } } },
    });
  });

  test.each([
    'failed',
    'terminated',
    'system-error',
    'succeeded',
    'unreadable',
    'true',
    'all',
    'Cancelled',
    'none,timed-out',
    'timed-out,,cancelled',
    '[1]',
  ])('%j is an error that says why', text => {
    expect(faults({ rollbackOn: text })).toStrictEqual(['bad-rollback-on']);
  });

  test('wants one rollout, of a named application', () => {
    expect(faults({ changeOrderId: 'a,b', rollbackOn: 'timed-out' })).toStrictEqual(['rollback-of-several']);
    expect(faults({ appId: 'none', rollbackOn: 'timed-out' })).toStrictEqual(['rollback-without-app']);
    expect(faults({ appId: 'none', appName: 'shop', rollbackOn: 'timed-out' })).toStrictEqual([]);
    expect(
      faults({ changeOrderId: 'auto', appId: 'a,b', descriptionContains: 'x', rollbackOn: 'timed-out' }),
    ).toStrictEqual(['rollback-of-several']);
  });

  test('wants an order that is found to be known by its description too', () => {
    const found = { changeOrderId: 'auto', rollbackOn: 'timed-out' };
    expect(faults(found)).toStrictEqual(['rollback-undescribed']);
    expect(faults({ ...found, descriptionContains: 'gh-1' })).toStrictEqual([]);
  });

  test('has the bound of its own input, also for an order that is given by its id', () => {
    expect(reading({ rollbackOn: 'timed-out', createdAfter: '10m' })).toMatchObject({
      settings: { rollback: { createdAfter: { kind: 'ago', durationMs: 600_000 } } },
    });
    expect(faults({ rollbackOn: 'timed-out', createdAfter: 'soon' })).toStrictEqual(['bad-created-after']);
    expect(faults({ createdAfter: 'soon' })).toStrictEqual([]);
  });

  test('is told at once where nothing says when the run began, before anything is asked', async () => {
    const inputs = { ...BY_ID, rollbackOn: 'timed-out' };
    const run = await gateRun(always(RUNNING), { inputs });
    expect(run.verdict).toBe('error');
    expect(run.transport.seen).toHaveLength(0);
    expect(run.toolkit.errors[0]?.message).toContain(
      'createdAfter: missing, and the start of this run is unknown',
    );
  });
});
