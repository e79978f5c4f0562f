import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HttpAnswer } from '../../src/http/transport.ts';
import { openEnvelope } from '../../src/http/envelope.ts';
import type { FaultReason } from '../../src/rollout/fault.ts';
import { FAULT_REASONS } from '../../src/rollout/fault.ts';
import type { Acceptance } from '../../src/undo/acceptance.ts';
import { acceptanceOf } from '../../src/undo/acceptance.ts';
import { envelopeOf, errorAnswer, httpAnswer } from '../support/answers.ts';
import { aFault } from '../support/orders.ts';

const REASONS = Object.keys(FAULT_REASONS) as readonly FaultReason[];

/** The error codes that the reference of the operation lists, and those of the gateway, each with what it proves. */
const DOCUMENTED: Readonly<Record<string, Acceptance>> = {
  'InvalidParameter.NotEmpty': 'refused',
  'Resouce.no.permission': 'refused',
  'InvalidChangeOrder.NotFound': 'refused',
  'Application.ChangerOrder.Not.Running': 'refused',
  'System.Upgrading': 'unknown',
  Throttling: 'try-again',
  'Throttling.User': 'try-again',
  'Throttling.Api': 'try-again',
  'Rejected.Throttling': 'try-again',
  'InvalidTimeStamp.Expired': 'try-again',
  'InvalidTimeStamp.Format': 'try-again',
  'InvalidSecurityToken.Expired': 'try-again',
  'Forbidden.RAM': 'refused',
  NoPermission: 'refused',
  AccessDenied: 'refused',
  InvalidAccessKeyId: 'refused',
  'InvalidAccessKeyId.NotFound': 'refused',
  'InvalidAccessKeyId.Inactive': 'refused',
  'InvalidSecurityToken.Malformed': 'refused',
  'InvalidSecurityToken.MismatchWithAccessKey': 'refused',
  MissingSecurityToken: 'refused',
  SignatureDoesNotMatch: 'refused',
  IncompleteSignature: 'refused',
  'InvalidAction.NotFound': 'refused',
  'InvalidServerlessRegion.Unsupported': 'refused',
  SignatureNonceUsed: 'unknown',
  InternalError: 'unknown',
  ServiceUnavailable: 'unknown',
};

/** What an answer to the write proves, by all of the way from its bytes. */
function provenBy(answer: HttpAnswer): Acceptance {
  const opened = openEnvelope('AbortAndRollbackChangeOrder', answer, text => text);
  return acceptanceOf(opened.kind === 'fault' ? opened.fault : undefined);
}

const XML = (code: string): string =>
  `<?xml version="1.0"?><Error><RequestId>X-1</RequestId><HostId>h</HostId><Code>${code}</Code><Message>m</Message></Error>`;

describe('a documented error', () => {
  test.each(Object.entries(DOCUMENTED))('%s: %s, in each of its documented forms', (code, expected) => {
    const failed = { Success: false, Data: undefined };
    for (const answer of [
      errorAnswer(code, 400),
      errorAnswer(code, 403),
      httpAnswer(XML(code), 404),
      httpAnswer(envelopeOf(undefined, { ...failed, ErrorCode: code, Code: '400' })),
      httpAnswer(envelopeOf(undefined, { ...failed, ErrorCode: code, Code: 403 })),
      httpAnswer(envelopeOf({}, { ...failed, Data: {}, ErrorCode: undefined, Code: code }), 400),
      httpAnswer(envelopeOf(undefined, { ...failed, ErrorCode: code, Code: code })),
    ]) {
      expect(provenBy(answer)).toBe(expected);
    }
  });
});

describe('an answer', () => {
  test('is accepted where it says success', () => {
    expect(acceptanceOf(undefined)).toBe('accepted');
    expect(provenBy(httpAnswer(envelopeOf({ ChangeOrderId: 'o' })))).toBe('accepted');
  });

  const refusal = { RequestId: 'R', Code: 'NoPermission', Message: 'no' };
  test.each<[string, HttpAnswer]>([
    ['a code that nobody documents', errorAnswer('SomethingNew', 400)],
    ['an undocumented code with 403', errorAnswer('SomethingNew', 403)],
    ['a code that only begins like one', errorAnswer('NoPermissionAtAll', 403)],
    ['a family that nobody documents', errorAnswer('Throttling.Elsewhere', 400)],
    ['a code of other operations', errorAnswer('Application.ChangerOrderRunning', 400)],
    ['a proxy that says the same without a RequestId', httpAnswer({ ...refusal, RequestId: undefined }, 403)],
    ['a 5xx', httpAnswer(refusal, 500)],
    ['a redirect', httpAnswer(refusal, 302)],
    ['a status of success that is not 200', httpAnswer({ ...refusal, Success: false }, 202)],
    ['an HTTP 200 that does not say that it failed', httpAnswer(refusal)],
    ['Success: true beside it', httpAnswer({ ...refusal, Success: true }, 403)],
    ['a Success that is neither', httpAnswer({ ...refusal, Success: 0 }, 403)],
    ['another code beside it', httpAnswer({ ...refusal, ErrorCode: 'InternalError' }, 403)],
    ['the code of a success beside it', httpAnswer({ ...refusal, ErrorCode: 'success' }, 403)],
    [
      'the status of a success beside it',
      httpAnswer({ ...refusal, ErrorCode: 'NoPermission', Code: 200 }, 403),
    ],
    [
      'the status of a server’s error',
      httpAnswer({ ...refusal, ErrorCode: 'NoPermission', Code: '500' }, 403),
    ],
    ['an order beside it', httpAnswer({ ...refusal, Data: { ChangeOrderId: 'o' } }, 403)],
    ['a bare 403', httpAnswer('<h1>403 Forbidden</h1>', 403)],
    ['an empty body', httpAnswer('', 400)],
  ])('proves nothing: %s', (_, answer) => {
    expect(provenBy(answer)).toBe('unknown');
  });
});

/** Parts of answers, each mostly of what the API says. */
const ANSWERS = fc.record({
  status: fc.constantFrom(200, 400, 400, 403, 404, 201, 302, 408, 429, 500, 503),
  xml: fc.constantFrom(false, false, false, true),
  body: fc.record(
    {
      RequestId: fc.constantFrom<unknown>('R-1', 'R-1', 'R-1', '', null, {}),
      Success: fc.constantFrom<unknown>(false, false, 'false', true, 'true', null, 0, 'no'),
      Code: fc.oneof(
        fc.constantFrom<unknown>('400', 403, '200', 200, '500', '', null, true, 'success'),
        fc.constantFrom(...Object.keys(DOCUMENTED)),
        fc.string(),
      ),
      ErrorCode: fc.oneof(
        fc.constantFrom<unknown>('', 'success', '空', null, ['NoPermission']),
        fc.constantFrom(...Object.keys(DOCUMENTED), 'SomethingNew', 'Application.ChangerOrderRunning'),
        fc.string(),
      ),
      Message: fc.string(),
      Data: fc.constantFrom<unknown>(null, {}, '', { ChangeOrderId: 'o' }, 'o', []),
    },
    { requiredKeys: [] },
  ),
});

describe.each([
  ['fixed answers', 20_261_126],
  ['fresh answers', Math.floor(Math.random() * 2 ** 31)],
])('of %s (seed %i)', (_, seed) => {
  test('none proves that nothing was written but the one documented error that it is in everything it says', () => {
    let proofs = 0;
    fc.assert(
      fc.property(ANSWERS, ({ status, xml, body }) => {
        const proven = provenBy(httpAnswer(xml ? XML(String(body.Code)) : body, status));
        if (proven === 'unknown') return;
        const { RequestId, Success, Code, ErrorCode, Data } = body;
        if (proven === 'accepted') {
          expect({ status, isFailure: Success === false || Success === 'false' }).toStrictEqual({
            status: 200,
            isFailure: false,
          });
          return;
        }
        proofs++;
        const words = xml
          ? [Code]
          : [Code, ErrorCode].filter(word => word !== undefined && word !== null && word !== '');
        const names = words.map(String).filter(word => !/^4\d\d$/u.test(word));
        for (const name of names) expect(DOCUMENTED[name]).toBe(proven);
        expect(new Set(names).size).toBe(1);
        expect([200, 400, 403, 404, 408, 429]).toContain(status);
        if (xml) return;
        expect(RequestId).toBe('R-1');
        const failures: readonly unknown[] =
          status === 200 ? [false, 'false'] : [false, 'false', null, undefined];
        expect(failures).toContain(Success);
        expect([undefined, null, '', '{}']).toContain(
          typeof Data === 'object' && Data ? JSON.stringify(Data) : Data,
        );
      }),
      { numRuns: 20_000, seed },
    );
    // Else it would say nothing.
    expect(proofs).toBeGreaterThan(200);
  });
});

describe('a request', () => {
  const NOT_ASKED: readonly FaultReason[] = ['no-id-token', 'role-refused'];
  test.each(REASONS.filter(reason => !NOT_ASKED.includes(reason)))(
    '%s: is not known to have done nothing by its reason alone',
    reason => {
      for (const httpStatus of [undefined, 200, 400, 403, 500]) {
        expect(acceptanceOf(aFault({ reason, code: 'NoPermission', httpStatus }))).toBe('unknown');
      }
    },
  );

  test.each(NOT_ASKED)('is not made without credentials: %s', reason => {
    expect(acceptanceOf(aFault({ reason }))).toBe('refused');
  });

  test('is tried again where nothing was sent, save for a certificate that is not to be trusted', () => {
    for (const reason of ['network', 'unknown-host', 'no-answer'] as const) {
      expect(acceptanceOf(aFault({ reason, neverSent: true }))).toBe('try-again');
    }
    expect(acceptanceOf(aFault({ reason: 'certificate', neverSent: true }))).toBe('refused');
  });
});
