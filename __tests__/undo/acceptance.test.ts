import { describe, expect, test } from '@jest/globals';
import type { Fault, FaultReason } from '../../src/rollout/fault.ts';
import { FAULT_REASONS } from '../../src/rollout/fault.ts';
import type { Acceptance } from '../../src/undo/acceptance.ts';
import { acceptanceOf } from '../../src/undo/acceptance.ts';
import { aFault } from '../support/orders.ts';

const REASONS = Object.keys(FAULT_REASONS) as readonly FaultReason[];

const TOLD: Partial<Record<FaultReason, Acceptance>> = {
  throttled: 'try-again',
  clock: 'try-again',
  'credentials-expired': 'try-again',
  permission: 'refused',
  credentials: 'refused',
  parameter: 'refused',
  place: 'refused',
  'no-such-order': 'refused',
  'no-such-application': 'refused',
  'not-documented': 'refused',
  'no-id-token': 'refused',
  'role-refused': 'refused',
};

describe('what came back for a write', () => {
  test('is accepted where it says success', () => {
    expect(acceptanceOf(undefined)).toBe('accepted');
  });

  test.each(REASONS)('%s, with a code and HTTP 400', reason => {
    expect(acceptanceOf(aFault({ reason, code: 'A.Code', httpStatus: 400 }))).toBe(TOLD[reason] ?? 'unknown');
  });

  const NOT_ASKED: readonly FaultReason[] = ['no-id-token', 'role-refused'];
  test.each(REASONS.filter(reason => !NOT_ASKED.includes(reason)))(
    '%s: unknown with a 5xx, without a code, or without a status',
    reason => {
      const faults: readonly Partial<Fault>[] = [
        { code: 'A.Code', httpStatus: 500 },
        { code: 'A.Code', httpStatus: 503 },
        { httpStatus: 403 },
        { code: 'A.Code' },
      ];
      for (const fault of faults) expect(acceptanceOf(aFault({ reason, ...fault }))).toBe('unknown');
    },
  );

  test('is tried again where nothing was sent, save for a certificate that is not to be trusted', () => {
    for (const reason of ['network', 'unknown-host', 'no-answer'] as const) {
      expect(acceptanceOf(aFault({ reason, neverSent: true }))).toBe('try-again');
    }
    expect(acceptanceOf(aFault({ reason: 'certificate', neverSent: true }))).toBe('refused');
  });
});
