import { describe, expect, test } from '@jest/globals';
import type { FaultReason } from '../../src/rollout/fault.ts';
import { isFinal } from '../../src/rollout/fault.ts';
import { reasonOfCode, reasonOfCodes } from '../../src/http/error-codes.ts';
import { aFault } from '../support/orders.ts';

/** Every code that the API's documents name, its HTTP status, and what it means for a wait. */
const DOCUMENTED: readonly (readonly [string, number, FaultReason])[] = [
  ['Throttling', 400, 'throttled'],
  ['Throttling.User', 400, 'throttled'],
  ['Throttling.Api', 400, 'throttled'],
  ['Rejected.Throttling', 400, 'throttled'],
  ['ServiceUnavailable', 503, 'server'],
  ['InternalError', 500, 'server'],
  ['System.Upgrading', 400, 'server'],
  ['SignatureNonceUsed', 400, 'nonce-used'],
  ['InvalidTimeStamp.Expired', 400, 'clock'],
  ['InvalidTimeStamp.Format', 400, 'clock'],
  ['InvalidSecurityToken.Expired', 400, 'credentials-expired'],
  ['InvalidSecurityToken.Malformed', 400, 'credentials'],
  ['InvalidSecurityToken.MismatchWithAccessKey', 400, 'credentials'],
  ['InvalidAccessKeyId.NotFound', 404, 'credentials'],
  ['InvalidAccessKeyId.Inactive', 400, 'credentials'],
  ['SignatureDoesNotMatch', 400, 'credentials'],
  ['IncompleteSignature', 400, 'credentials'],
  ['Forbidden.RAM', 403, 'permission'],
  ['NoPermission', 403, 'permission'],
  ['AccessDenied', 403, 'permission'],
  ['Resouce.no.permission', 400, 'permission'],
  ['InvalidChangeOrder.NotFound', 400, 'no-such-order'],
  ['InvalidAppId.NotFound', 404, 'no-such-application'],
  ['InvalidApplication.NotFound', 400, 'no-such-application'],
  ['InvalidParameter.NotEmpty', 400, 'parameter'],
  ['InvalidParameter.Obviously', 400, 'parameter'],
  ['InvalidParameter.WithMessage', 400, 'parameter'],
  ['InvalidServerlessRegion.Unsupported', 400, 'place'],
  ['InvalidNamespaceId.NotFound', 404, 'place'],
  ['InvalidAction.NotFound', 404, 'place'],
  ['MissingSecurityToken', 400, 'credentials'],
  ['InvalidAccessKeyId', 404, 'credentials'],
];

describe('a documented error code', () => {
  test.each(DOCUMENTED)('%s with HTTP %d means: %s', (code, httpStatus, reason) => {
    expect(reasonOfCodes([code], httpStatus)).toBe(reason);
  });

  test.each(DOCUMENTED)('%s means the same whatever the HTTP status', (code, _, reason) => {
    for (const httpStatus of [200, 400, 401, 403, 404, 429, 500, 503]) {
      expect(reasonOfCodes([code], httpStatus)).toBe(reason);
    }
  });
});

describe('an undocumented error code', () => {
  test.each([
    ['of a known family', 'Throttling.SomethingNew', 'throttled'],
    ['of a known family', 'InvalidSecurityToken.SomethingNew', 'credentials'],
    ['of a known family', 'Forbidden.SomethingNew', 'permission'],
    ['of a known family', 'NoPermission.SomethingNew', 'permission'],
    ['of a known family', 'MissingParameter.AppId', 'parameter'],
  ] as const)('%s, %s, means: %s', (_, code, reason) => {
    expect(reasonOfCode(code)).toBe(reason);
  });

  test.each([
    '',
    'SomethingNew',
    'throttling',
    ' Throttling',
    'InvalidChangeOrder',
    'InvalidChangeOrder.NotFound.x',
    'NotFound',
    'constructor',
    '__proto__',
    'toString',
  ])('%j is not known', code => {
    expect(reasonOfCode(code)).toBeUndefined();
  });

  test.each([200, 408, 425, 429, 500, 502, 503, 504])('with HTTP %d may pass', httpStatus => {
    expect(reasonOfCodes(['SomethingNew'], httpStatus)).toBe('server');
  });

  test.each([400, 402, 404, 405, 409, 410, 422, 451, 499])('with HTTP %d is doubtful', httpStatus => {
    expect(reasonOfCodes(['SomethingNew'], httpStatus)).toBe('not-documented');
  });

  test.each([
    ['400', 'not-documented'],
    ['404', 'not-documented'],
    ['403', 'permission'],
    ['429', 'server'],
    ['500', 'server'],
    ['4000', 'server'],
  ])('with HTTP 200 and the status %s among its codes is what that says', (status, reason) => {
    expect(reasonOfCodes(['SomethingNew', status], 200)).toBe(reason);
  });

  test.each([401, 403])('with HTTP %d is a refusal', httpStatus => {
    expect(reasonOfCodes(['SomethingNew'], httpStatus)).toBe('permission');
  });
});

describe('several codes', () => {
  test('mean what the first known one means', () => {
    expect(reasonOfCodes(['NoPermission', 'Throttling'], 400)).toBe('permission');
    expect(reasonOfCodes(['Throttling', 'NoPermission'], 403)).toBe('throttled');
    expect(reasonOfCodes(['SomethingNew', 'NoPermission'], 400)).toBe('permission');
  });

  test('that are none may pass, or are doubtful with a refusing HTTP status', () => {
    expect(reasonOfCodes([], 403)).toBe('not-documented');
    expect(reasonOfCodes([], 503)).toBe('server');
    expect(reasonOfCodes([], 200)).toBe('server');
  });
});

test.each([
  ['throttled', false],
  ['no-such-order', false],
  ['network', false],
  ['no-answer', false],
  ['server', false],
  ['malformed', false],
  ['not-the-api', false],
  ['too-large', false],
  ['nonce-used', false],
  ['permission', true],
  ['credentials', true],
  ['credentials-expired', true],
  ['clock', true],
  ['unknown-host', false],
  ['not-documented', false],
  ['parameter', true],
  ['place', true],
  ['no-such-application', true],
  ['certificate', true],
] as const)('that a fault is "%s" is final: %s', (reason, final) => {
  expect(isFinal(aFault({ reason }))).toBe(final);
});
