import { describe, expect, test } from '@jest/globals';
import { ownWords } from '../support/own-words.ts';
import fc from 'fast-check';
import type { HttpAnswer } from '../../src/http/transport.ts';
import type { Fault } from '../../src/rollout/fault.ts';
import type { Answer } from '../../src/http/envelope.ts';
import { openEnvelope } from '../../src/http/envelope.ts';
import { Redactor } from '../../src/text/secrets.ts';
import { envelopeOf, errorAnswer, httpAnswer } from '../support/answers.ts';

const DATA = { Status: 1 };

function opened(answer: HttpAnswer): Answer {
  return openEnvelope('DescribeChangeOrder', answer, text => text);
}

function faultIn(answer: HttpAnswer): Fault {
  const opening = opened(answer);
  if (opening.kind !== 'fault') throw new Error('this answer was taken for a success');
  return opening.fault;
}

describe('the envelope of a success', () => {
  test.each([
    ['as Describe answers it, Code a number', { Code: 200 }],
    ['as List answers it, Code a text', { Code: '200' }],
    ['without a Code', { Code: undefined }],
    ['with an empty Code', { Code: '' }],
    ['with a Code of null', { Code: null }],
    ['with another code of success', { Code: '202' }],
    ['without an ErrorCode', { ErrorCode: undefined }],
    ['with an ErrorCode of null', { ErrorCode: null }],
    ['with the ErrorCode "success"', { ErrorCode: 'success' }],
    ['with the ErrorCode "空"', { ErrorCode: '空' }],
    ['without Success, as older answers are', { Success: undefined }],
    ['with Success null', { Success: null }],
    ['with Success as a text', { Success: 'true' }],
    ['with a field nobody knows', { Extra: { a: [1] } }],
    ['with a Message that is no text', { Message: {} }],
    ['with a TraceId of null', { TraceId: null }],
  ])('is opened %s', (_, parts) => {
    expect(opened(httpAnswer(envelopeOf(DATA, parts)))).toStrictEqual({
      kind: 'data',
      data: DATA,
      requestId: '01CF26C7-00A3-4AA6-BA76-7E95F2A3',
    });
  });

  test.each([
    ['a number', 4711, '4711'],
    ['two lines', 'a\nb', 'a b'],
    ['null', null, undefined],
  ])('is opened with a RequestId that is %s', (_, RequestId, requestId) => {
    expect(opened(httpAnswer(envelopeOf(DATA, { RequestId })))).toStrictEqual({
      kind: 'data',
      data: DATA,
      requestId,
    });
  });

  test('is opened in whatever type the answer calls itself', () => {
    expect(opened(httpAnswer(envelopeOf(DATA), 200, { 'content-type': 'text/html' })).kind).toBe('data');
  });
});

describe('HTTP 200 that says otherwise', () => {
  test.each([
    ['Success is false', { Success: false }],
    ['Success is the text false', { Success: 'false' }],
    ['Success is 0', { Success: 0 }],
    ['Success is 1, which is not true', { Success: 1 }],
    ['Success is an empty text', { Success: '' }],
    ['Success is a list', { Success: [true] }],
    ['Code is a failure', { Code: '500' }],
    ['Code is a failure and a number', { Code: 500 }],
    ['Code is a word', { Code: 'InternalError' }],
    ['Code only begins like a success', { Code: '2000' }],
    ['Code only ends like a success', { Code: '1200' }],
    ['Code is below success', { Code: 199 }],
  ])('brings no Data when %s', (_, parts) => {
    expect(faultIn(httpAnswer(envelopeOf(DATA, parts)))).toMatchObject({ reason: 'server', httpStatus: 200 });
  });

  test.each([
    ['ErrorCode', { ErrorCode: 'InternalError' }, 'InternalError'],
    ['ErrorCode', { ErrorCode: 'InternalError', Code: 200, Success: undefined }, 'InternalError'],
    ['ErrorCode', { ErrorCode: 'NoPermission' }, 'NoPermission'],
    ['ErrorCode', { ErrorCode: 'Throttling.User' }, 'Throttling.User'],
    [
      'ErrorCode',
      { ErrorCode: 'InvalidChangeOrder.NotFound', Code: undefined },
      'InvalidChangeOrder.NotFound',
    ],
    ['ErrorCode', { ErrorCode: 'Success' }, 'Success'],
    ['ErrorCode', { ErrorCode: ' ' }, ' '],
    ['ErrorCode', { ErrorCode: '200' }, undefined],
    ['ErrorCode', { ErrorCode: 7 }, '7'],
    ['ErrorCode', { ErrorCode: 0 }, '0'],
    ['ErrorCode', { ErrorCode: false }, undefined],
    ['ErrorCode', { ErrorCode: {} }, undefined],
    ['ErrorCode', { ErrorCode: [] }, undefined],
    ['ErrorCode', { ErrorCode: ['success'] }, undefined],
    ['Code', { Code: false }, undefined],
    ['Code', { Code: true }, undefined],
    ['Code', { Code: {} }, undefined],
    ['Code', { Code: ['InternalError'] }, undefined],
    ['Code', { Code: [200], Success: 'true' }, undefined],
    ['Code', { Code: false, ErrorCode: 'InternalError' }, 'InternalError'],
  ])('is a contradiction where its %s is not of a success: %j', (field, parts, code) => {
    const shown = code === ' ' ? '' : code;
    expect(faultIn(httpAnswer(envelopeOf(DATA, parts)))).toMatchObject({
      reason: 'contradictory',
      code: shown,
      message: '',
      detail: { kind: 'contradictory', field, code: shown },
      httpStatus: 200,
    });
  });

  test('reports the message of a contradiction where there is one', () => {
    const fault = faultIn(httpAnswer(envelopeOf(DATA, { ErrorCode: 'InternalError', Message: 'no\nway' })));
    expect(fault).toMatchObject({ reason: 'contradictory', message: 'no way' });
  });

  test.each([
    ['Success', { Success: false, ErrorCode: 'InternalError' }],
    ['Code', { Code: '500', ErrorCode: 'InternalError' }],
  ])('is no contradiction but a failure where its %s says so too', (_, parts) => {
    expect(faultIn(httpAnswer(envelopeOf(DATA, parts))).reason).toBe('server');
  });

  test.each([
    ['its ErrorCode', { ErrorCode: 'NoPermission', Code: '403' }, 'permission', 'NoPermission'],
    [
      'its ErrorCode before its Code',
      { ErrorCode: 'NoPermission', Code: 'Throttling' },
      'permission',
      'NoPermission',
    ],
    [
      'its Code without an ErrorCode',
      { ErrorCode: undefined, Code: 'NoPermission' },
      'permission',
      'NoPermission',
    ],
    [
      'its Code with an empty ErrorCode',
      { ErrorCode: '', Code: 'NoPermission' },
      'permission',
      'NoPermission',
    ],
    [
      'its Code with an ErrorCode of "success"',
      { ErrorCode: 'success', Code: 'NoPermission' },
      'permission',
      'NoPermission',
    ],
    [
      'its Code with an ErrorCode of "空"',
      { ErrorCode: '空', Code: 'NoPermission' },
      'permission',
      'NoPermission',
    ],
    [
      'its ErrorCode with a Code of success',
      { ErrorCode: 'NoPermission', Code: '200' },
      'permission',
      'NoPermission',
    ],
    ['its Code when it knows only that', { ErrorCode: 'New', Code: 'NoPermission' }, 'permission', 'New'],
    ['nothing as a passing fault', { ErrorCode: '', Code: '200' }, 'server', undefined],
    ['an unknown code by the status beside it', { ErrorCode: 'New', Code: '500' }, 'server', 'New'],
    ['an undocumented refusal', { ErrorCode: 'New', Code: '400' }, 'not-documented', 'New'],
    ['an undocumented refusal in numbers', { ErrorCode: 'New', Code: 409 }, 'not-documented', 'New'],
    ['a missing permission', { ErrorCode: 'New', Code: '403' }, 'permission', 'New'],
    [
      'the order as missing',
      { ErrorCode: 'InvalidChangeOrder.NotFound', Code: '400' },
      'no-such-order',
      'InvalidChangeOrder.NotFound',
    ],
    ['throttling', { ErrorCode: 'Throttling.User', Code: '400' }, 'throttled', 'Throttling.User'],
  ] as const)('is classed by %s', (_, parts, reason, code) => {
    const fault = faultIn(httpAnswer(envelopeOf(DATA, { Success: false, Message: 'why', ...parts })));
    expect(fault).toMatchObject({
      reason,
      code,
      message: 'why',
      requestId: '01CF26C7-00A3-4AA6-BA76-7E95F2A3',
    });
  });
});

describe('an error of the gateway', () => {
  test('is reported with its code, RequestId and HTTP status', () => {
    expect(faultIn(errorAnswer('Forbidden.RAM', 403))).toStrictEqual({
      action: 'DescribeChangeOrder',
      reason: 'permission',
      message: 'The text of Forbidden.RAM.',
      code: 'Forbidden.RAM',
      requestId: 'E-4711',
      httpStatus: 403,
      retryAfterMs: undefined,
      unambiguous: true,
    });
  });

  test.each([
    ['a wrong AccessKey', 'InvalidAccessKeyId.NotFound', 'credentials'],
    ['a wrong application', 'InvalidAppId.NotFound', 'no-such-application'],
    ['anything unknown', 'NotFound', 'not-documented'],
    ['a call that the endpoint does not have', 'InvalidAction.NotFound', 'place'],
  ])('404 is %s, by its code', (_, code, reason) => {
    expect(faultIn(errorAnswer(code, 404)).reason).toBe(reason);
  });

  test.each([201, 204, 206, 301, 302, 304, 400, 500])(
    'is what HTTP %d is, even around the body of a success',
    status => {
      expect(faultIn(httpAnswer(envelopeOf(DATA), status)).httpStatus).toBe(status);
    },
  );

  test('says nothing where the gateway says nothing', () => {
    expect(faultIn(httpAnswer({ Code: 'NoPermission' }, 403)).message).toBe('');
  });

  test('holds foreign text only as one clean line', () => {
    const fault = faultIn(errorAnswer('A\n::error::', 400, {}, 'one\r\n\u001b[31mtwo\u202e'));
    expect(fault).toMatchObject({ code: 'A ::error::', message: 'one two' });
  });

  test('is cut, however much it says', () => {
    const fault = faultIn(errorAnswer('C'.repeat(1_000_000), 400, {}, 'm'.repeat(1_000_000)));
    expect(fault.code).toHaveLength(200);
    expect(fault.message).toHaveLength(1_000);
  });
});

describe('an error in XML', () => {
  const xml = (code: string): string =>
    `<Error><RequestId>X-1</RequestId><HostId>h</HostId><Code>${code}</Code><Message>No &lt;b&gt;.</Message></Error>`;

  test.each([
    ['alone', xml('NoPermission')],
    ['after a declaration', `<?xml version="1.0" encoding="UTF-8"?>\n${xml('NoPermission')}`],
    ['after a declaration and nothing', `<?xml version="1.0"?>${xml('NoPermission')}`],
    ['after a declaration and blanks', `<?xml version="1.0"?>\r\n\n  ${xml('NoPermission')}`],
    ['after blanks', `\n  ${xml('NoPermission')}`],
    ['with a name space', xml('NoPermission').replace('<Error>', '<Error xmlns="http://x/">')],
  ])('%s is told like one in JSON', (_, body) => {
    expect(faultIn(httpAnswer(body, 403, { 'content-type': 'text/xml' }))).toMatchObject({
      reason: 'permission',
      code: 'NoPermission',
      message: 'No &lt;b&gt;.',
      requestId: 'X-1',
      httpStatus: 403,
    });
  });

  test.each([
    ['throttling', 'Throttling.User', 400, 'throttled'],
    ['a missing order', 'InvalidChangeOrder.NotFound', 400, 'no-such-order'],
    ['an unknown error', 'New', 500, 'server'],
  ])('can be %s', (_, code, status, reason) => {
    expect(faultIn(httpAnswer(xml(code), status)).reason).toBe(reason);
  });

  test.each([
    ['without anything in it', '<Error></Error>'],
    ['that is cut off', '<Error><Code>NoPerm'],
    [
      'with HTTP 200 around a success',
      '<Error><Code>200</Code><Success>true</Success><Data>x</Data></Error>',
    ],
  ])('is never a success: %s', (_, body) => {
    expect(faultIn(httpAnswer(body, 200)).reason).toBe('server');
  });

  test('of megabytes that never close is read at once', () => {
    expect(faultIn(httpAnswer(`<Error>${'<Code>'.repeat(200_000)}`, 500)).reason).toBe('server');
  });
});

describe('what is not of the API', () => {
  test.each([
    ['an empty body', '', 200, 'not-the-api'],
    ['blanks', ' \n ', 200, 'not-the-api'],
    ['half a body', JSON.stringify(envelopeOf(DATA)).slice(0, 50), 200, 'not-the-api'],
    ['a page', '<html><body>Sign in to the airport</body></html>', 200, 'not-the-api'],
    ['a list', '[]', 200, 'not-the-api'],
    ['a text', '"success"', 200, 'not-the-api'],
    ['a number', '200', 200, 'not-the-api'],
    ['true', 'true', 200, 'not-the-api'],
    ['null', 'null', 200, 'not-the-api'],
    ['a page of a broken gateway', '<html>502 Bad Gateway</html>', 502, 'server'],
    ['an empty 503', '', 503, 'server'],
    ['an empty 504', '', 504, 'server'],
    ['an empty 500', '', 500, 'server'],
    ['a page that throttles', '<html>slow down</html>', 429, 'server'],
    ['a page that quotes an error', '<html><Error><Code>NoPermission</Code></Error>', 404, 'not-the-api'],
    ['a page that was not found', '<html>404</html>', 404, 'not-the-api'],
    ['a page that forbids', '<html>403</html>', 403, 'not-the-api'],
    ['a redirect', '', 302, 'not-the-api'],
  ])('%s is a passing fault', (_, body, status, reason) => {
    expect(faultIn(httpAnswer(body, status))).toMatchObject({ reason, httpStatus: status });
  });

  test('is described by how it begins, its type and where it leads', () => {
    const headers = {
      'content-type': 'text/html',
      location: 'https://login.example/\nx',
      'x-acs-request-id': 'H-1',
    };
    const fault = faultIn(httpAnswer('<html>\n<b>Sign in</b>', 302, headers));
    expect(ownWords(fault)).toBe(
      'no answer of the API but a body that begins "<html> <b>Sign in</b>" (text/html, a redirect to https://login.example/ x)',
    );
    expect(fault.requestId).toBe('H-1');
  });

  test.each([
    ['an empty body', ''],
    ['blanks', ' \n '],
  ])('is said to be empty where it is: %s', (_, body) => {
    expect(ownWords(faultIn(httpAnswer(body, 503, {})))).toContain(
      'no answer of the API but an empty body (no content type)',
    );
  });

  test('is never a success, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.constantFrom(200, 302, 404, 500), (body, status) => {
        const opening = opened(httpAnswer(body, status));
        // What random JSON does hold is at most a `Data` that nobody has looked into yet.
        const data = opening.kind === 'data' ? opening.data : undefined;
        expect(data).toBeUndefined();
      }),
    );
  });
});

test.each<[string, HttpAnswer]>([
  ['the RequestId of a success', httpAnswer(envelopeOf(DATA, { RequestId: `id-${'c4nary'.repeat(30)}` }))],
  ['the RequestId of a failure', httpAnswer({ Code: 'NoPermission', RequestId: 'c4nary'.repeat(30) }, 403)],
  ['its Code', httpAnswer({ Code: `No${'c4nary'.repeat(40)}` }, 403)],
  [
    'its Message',
    httpAnswer({ Code: 'NoPermission', Message: `${'x'.repeat(990)}${'c4nary'.repeat(30)}` }, 403),
  ],
  ['a body that is not the API’s', httpAnswer('c4nary'.repeat(30), 502)],
  ['a content type', httpAnswer('', 502, { 'content-type': `text/${'c4nary'.repeat(200)}` })],
  ['a RequestId among the headers', httpAnswer('', 502, { 'x-acs-request-id': 'c4nary'.repeat(30) })],
  ['a redirect', httpAnswer('', 302, { location: `https://x/${'c4nary'.repeat(60)}` })],
])('%s tells nothing of a secret that it quotes, cut in the middle too', (_, answer) => {
  const redactor = new Redactor();
  for (const secret of ['c4nary'.repeat(30), 'c4nary']) redactor.mask(secret);
  const opening = openEnvelope('DescribeChangeOrder', answer, redactor.redact);
  expect(JSON.stringify(opening)).not.toContain('c4nary');
  expect(JSON.stringify(opened(answer))).toContain('c4nary');
});

describe("the server's wait hint", () => {
  test.each([
    ['1500', 1_500],
    ['0', 0],
    [' 2000 ', 2_000],
    ['60001', 60_001],
    ['999999999999999', 999_999_999_999_999],
    ['9'.repeat(16), undefined],
    ['9'.repeat(400), undefined],
    ['-1', undefined],
    ['+5', undefined],
    ['1500.5', undefined],
    ['1e3', undefined],
    ['0x10', undefined],
    ['NaN', undefined],
    ['Infinity', undefined],
    ['soon', undefined],
    ['', undefined],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
    ['5\n6', undefined],
  ])('%j is taken for %s', (hint, retryAfterMs) => {
    const headers = { 'x-acs-retry-after': hint };
    expect(faultIn(errorAnswer('Throttling', 400, headers)).retryAfterMs).toBe(retryAfterMs);
    expect(faultIn(httpAnswer('', 503, headers)).retryAfterMs).toBe(retryAfterMs);
  });

  test('of HTTP, which counts seconds, is not mistaken for it', () => {
    expect(faultIn(errorAnswer('Throttling', 400, { 'retry-after': '30' })).retryAfterMs).toBeUndefined();
  });
});
