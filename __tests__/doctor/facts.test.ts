import { describe, expect, test } from '@jest/globals';
import {
  createTimeZone,
  healthChecks,
  listOrder,
  pageSizeObeyed,
  replacement,
} from '../../src/doctor/facts.ts';

const HOUR_MS = 3_600_000;
/** `2019-07-11 20:12:58` in UTC+8, and in UTC. */
const IN_BEIJING_MS = Date.UTC(2019, 6, 11, 12, 12, 58);
const IN_UTC_MS = IN_BEIJING_MS + 8 * HOUR_MS;

describe('the zone of CreateTime', () => {
  const zoneAt = (StartTime: unknown, CreateTime: unknown = '2019-07-11 20:12:58') =>
    createTimeZone({ CreateTime, Pipelines: [{ StartTime: 0 }, { StartTime }] });

  test.each([
    [IN_BEIJING_MS, 'utc+8'],
    [IN_BEIJING_MS - 59_000, 'utc+8'],
    [String(IN_BEIJING_MS + HOUR_MS), 'utc+8'],
    [IN_BEIJING_MS + 4 * HOUR_MS, 'unknown'],
    [IN_BEIJING_MS - 61_000, 'unknown'],
    [IN_UTC_MS, 'utc'],
    [IN_UTC_MS + 3 * HOUR_MS, 'utc'],
    [IN_UTC_MS - HOUR_MS, 'unknown'],
    [null, 'unknown'],
  ])('with a first batch that begins at %s is %s', (startMs, zone) => {
    expect(zoneAt(startMs)).toBe(zone);
  });

  test.each(['2019-07-11T20:12:58Z', '2019-13-45 20:12:58', '', 7])('of %j is unknown', text => {
    expect(zoneAt(IN_BEIJING_MS, text)).toBe('unknown');
  });
});

describe('the order of the list', () => {
  const orderOf = (...items: readonly (readonly [create: string, finish?: string])[]) =>
    listOrder({
      ChangeOrderList: items.map(([create, finish = '']) => ({
        CreateTime: `2019-07-${create} 20:12:58`,
        FinishTime: finish === '' ? '' : `2019-07-${finish} 20:12:58`,
      })),
    });

  test('is by those times that go one way', () => {
    expect(orderOf(['12'], ['11', '11'], ['10', '10'])).toStrictEqual({
      order: 'newest-first',
      by: ['CreateTime', 'FinishTime'],
    });
    expect(orderOf(['10', '14'], ['11', '13'])).toStrictEqual({ order: 'oldest-first', by: ['CreateTime'] });
    expect(orderOf(['10', '12'], ['12', '11'], ['11', '10'])).toStrictEqual({
      order: 'newest-first',
      by: ['FinishTime'],
    });
    expect(orderOf(['10'], ['12'], ['11'])).toStrictEqual({ order: 'neither', by: [] });
    expect(orderOf(['10'], ['10'])).toStrictEqual({ order: 'unknown', by: [] });
    expect(listOrder(undefined)).toStrictEqual({ order: 'unknown', by: [] });
  });
});

test.each([
  [undefined, 'refused'],
  [{ ChangeOrderList: Array.from({ length: 21 }, () => ({})), TotalSize: 90 }, 'obeyed'],
  [{ ChangeOrderList: Array.from({ length: 20 }, () => ({})), TotalSize: 90 }, 'not-obeyed'],
  [{ ChangeOrderList: Array.from({ length: 10 }, () => ({})), TotalSize: '90' }, 'not-obeyed'],
  [{ ChangeOrderList: Array.from({ length: 20 }, () => ({})), TotalSize: 20 }, 'unknown'],
  [{ ChangeOrderList: [{}] }, 'unknown'],
])('a page of more than 20: %j is %s', (page, obeyed) => {
  expect(pageSizeObeyed(page)).toBe(obeyed);
});

test.each([
  [{ Liveness: '{"exec":{}}', Readiness: '{"exec":{}}' }, undefined, 'both'],
  [{ Liveness: '{"exec":{}}', Readiness: '' }, undefined, 'liveness-only'],
  [{ Readiness: '{"exec":{}}', Liveness: '{}' }, undefined, 'readiness-only'],
  [{}, 'Healthy', 'none'],
  [undefined, 'WithoutHealthCheckConfig', 'none'],
  [undefined, 'WithoutLivenessConfig', 'readiness-only'],
  [undefined, 'WithoutReadinessConfig', 'liveness-only'],
  [undefined, 'Healthy', 'both'],
  [undefined, 'NotCheckedYet', 'unknown'],
])('health checks of the configuration %j and an instance that is %s: %s', (config, health, checks) => {
  expect(healthChecks(config, { Instances: [{ InstanceHealthStatus: health }] })).toBe(checks);
});

describe('whether instances were replaced', () => {
  const DONE = { Status: 2, CoTypeCode: 'CoDeploy', Pipelines: [{ StartTime: IN_UTC_MS }] };
  const created = (...times: readonly unknown[]) => ({
    Instances: times.map(CreateTimeStamp => ({ CreateTimeStamp })),
  });

  test.each([
    [DONE, [IN_UTC_MS, IN_UTC_MS + HOUR_MS], 'all'],
    [DONE, [IN_UTC_MS - HOUR_MS, IN_UTC_MS], 'some'],
    [DONE, [IN_UTC_MS - HOUR_MS], 'none'],
    [DONE, [], 'unknown'],
    [{ ...DONE, Status: 1 }, [IN_UTC_MS], 'unknown'],
    [{ ...DONE, CoTypeCode: 'CoScaleOut' }, [IN_UTC_MS], 'unknown'],
    [undefined, [IN_UTC_MS], 'unknown'],
  ])('by %j with instances of %j: %s', (order, times, replaced) => {
    expect(replacement(order, created(...times))).toBe(replaced);
  });
});
