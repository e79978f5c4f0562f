import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HttpAnswer } from '../../src/http/transport.ts';
import { decide } from '../../src/rollout/judge.ts';
import { fold, NO_PROGRESS } from '../../src/rollout/progress.ts';
import { orderPoller } from '../../src/sae/change-order.ts';
import { httpAnswer } from '../support/answers.ts';
import { clientThatGets, NEVER } from '../support/client.ts';
import { ORDER_ID } from '../support/orders.ts';

/** Whether a look at this answer, the only one, makes the gate green. */
async function isGreen(answer: HttpAnswer): Promise<boolean> {
  const target = { changeOrderId: ORDER_ID, appId: undefined, notBeforeMs: undefined, listed: false };
  const look = await orderPoller(clientThatGets(answer).client, target)(NEVER);
  return decide(fold(NO_PROGRESS, look, 0), 0, LIMITS)?.verdict === 'succeeded';
}

const LIMITS = {
  deadlineMs: 1,
  outageToleranceMs: 1,
  manualStepTimeoutMs: undefined,
  failOnManualStep: false,
};

type Fields = Readonly<Record<string, unknown>>;

/** The documented shape of a success, written down independently of the code that is tested. */
function isDocumentedSuccess(status: number, body: string): boolean {
  const envelope = status === 200 ? parsed(body) : undefined;
  if (!isFields(envelope) || !isFields(envelope['Data']) || !isSuccessEnvelope(envelope)) return false;
  const { ChangeOrderId, Status, SubStatus, AppId } = envelope['Data'];
  const appIsText = isAbsent(AppId) || typeof AppId === 'string';
  const subStatusIsGood = isAbsent(SubStatus) || isNumber(SubStatus, 0);
  const orderIsGood = ChangeOrderId === ORDER_ID && isNumber(Status, 2) && subStatusIsGood && appIsText;
  return orderIsGood && batchesAddUp(envelope['Data']);
}

/** No batches at all, or each at 2, none twice, and as many as the count says, where that is told. */
function batchesAddUp({ Pipelines, BatchCount }: Fields): boolean {
  if (isAbsent(Pipelines)) return true;
  if (!Array.isArray(Pipelines)) return false;
  const batches: readonly unknown[] = Pipelines;
  const ids = batches.map(batch => (isFields(batch) ? batch['PipelineId'] : undefined)).filter(id => id);
  const each = batches.every(batch => isFields(batch) && isNumber(batch['Status'], 2));
  const counted = isAbsent(BatchCount) || isNumber(BatchCount, batches.length);
  return batches.length === 0 || (each && counted && new Set(ids).size === ids.length);
}

/** Whether this is that number, or a text of its digits. */
function isNumber(value: unknown, number: number): boolean {
  return value === number || (typeof value === 'string' && new RegExp(`^0*${number}$`, 'u').test(value));
}

/** Neither `Success` nor `Code` nor `ErrorCode` says otherwise, each in a type that the API is known to use. */
function isSuccessEnvelope({ Success, Code, ErrorCode }: Fields): boolean {
  const codeIsWord = typeof Code === 'string' || typeof Code === 'number';
  return (
    [undefined, null, true, 'true'].includes(Success as null) &&
    [undefined, null, '', 'success', '空'].includes(ErrorCode as null) &&
    (isAbsent(Code) || (codeIsWord && /^(?:2\d\d)?$/u.test(String(Code))))
  );
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Values that a careless reader takes for a number, and some that are one. */
const NUMBERISH = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>('0', '1', '2', '02', '00', '', ' 2', '2\n', '2.0', '+2', '0x2', '２'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(true, false, null, undefined, [], [2], ['2'], {}, -0, 2.5, -2, 1e21),
  },
  { weight: 1, arbitrary: fc.jsonValue() },
);

/** Mostly what makes a success, at times something else. */
function mostly(good: unknown, others: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: others });
}

const PIPELINE = mostly(
  { Status: 2 },
  fc.oneof(
    fc.record({ Status: NUMBERISH }),
    fc.record({ Status: fc.constant(2), PipelineId: fc.constantFrom('a', 'b') }),
    fc.jsonValue(),
  ),
);

const DATA = fc.record({
  ChangeOrderId: mostly(
    ORDER_ID,
    fc.constantFrom<unknown>(`${ORDER_ID} `, ORDER_ID.toUpperCase(), '', null, undefined, [ORDER_ID]),
  ),
  Status: mostly(2, NUMBERISH),
  SubStatus: mostly(0, NUMBERISH),
  Pipelines: fc.oneof(
    { weight: 4, arbitrary: fc.array(PIPELINE, { maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(null, undefined, {}, '', 2, 'x') },
  ),
  BatchCount: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<unknown>(undefined, null) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
    { weight: 1, arbitrary: NUMBERISH },
  ),
  AppId: mostly('app', fc.constantFrom<unknown>(null, undefined, '', 5, [])),
});

const ENVELOPE = fc.record({
  Success: mostly(true, fc.constantFrom<unknown>(false, 'true', 'false', 0, 1, null, undefined, '', 'TRUE')),
  Code: mostly(
    '200',
    fc.constantFrom<unknown>(
      200,
      '',
      null,
      undefined,
      202,
      400,
      '500',
      'Throttling',
      '2000',
      {},
      true,
      [200],
    ),
  ),
  ErrorCode: mostly(
    '',
    fc.constantFrom<unknown>(undefined, null, 'success', '空', 'InternalError', 0, {}, []),
  ),
  Data: mostly(undefined, fc.constantFrom<unknown>([], null, 'x', 2)),
});

const ANSWER = fc
  .tuple(mostly(200, fc.constantFrom(201, 204, 302, 400, 404, 500, 503)), ENVELOPE, DATA)
  .map(([status, envelope, data]) =>
    httpAnswer(
      { RequestId: 'R', ...envelope, Data: envelope.Data === undefined ? data : envelope.Data },
      status as number,
    ),
  );

describe('whatever the API answers', () => {
  test('the gate is green for the documented shape of a success, and for nothing else', async () => {
    let greens = 0;
    await fc.assert(
      fc.asyncProperty(ANSWER, async answer => {
        const green = await isGreen(answer);
        greens += green ? 1 : 0;
        expect(green).toBe(isDocumentedSuccess(answer.status, answer.body));
      }),
      { numRuns: 3_000 },
    );
    // Both sides were seen often enough to mean something.
    expect(greens).toBeGreaterThan(100);
    expect(greens).toBeLessThan(2_500);
  });

  test('the gate is not green for a success that lost its end', async () => {
    const { body } = httpAnswer({
      Success: true,
      Code: '200',
      Data: { ChangeOrderId: ORDER_ID, Status: 2, SubStatus: 0 },
    });
    expect(await isGreen(httpAnswer(body))).toBe(true);
    for (let length = 0; length < body.length; length++) {
      expect(await isGreen(httpAnswer(body.slice(0, length)))).toBe(false);
    }
  });

  test('the gate is not green for arbitrary JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async body => {
        expect(await isGreen(httpAnswer(body))).toBe(false);
      }),
    );
  });
});
