import { describe, expect, test } from '@jest/globals';
import type { HttpAnswer } from '../../src/http/transport.ts';
import type { Aborted } from '../../src/undo/abort.ts';
import { abortAndRollBack } from '../../src/undo/abort.ts';
import { catalogue } from '../../src/words/catalogue.ts';
import { describeAnswer, envelopeOf, httpAnswer } from '../support/answers.ts';
import type { TestClient } from '../support/client.ts';
import { aClient, NEVER } from '../support/client.ts';
import { APP_ID, ORDER_ID } from '../support/orders.ts';
import { answers } from '../support/scripted-transport.ts';
import { WALL_START_MS } from '../support/virtual-clock.ts';

const WRITE = 'AbortAndRollbackChangeOrder';

type Fields = Readonly<Record<string, unknown>>;

const BATCH = { PipelineId: 'p-1', PipelineName: 'Batch 1 Change', Status: 1, StartTime: WALL_START_MS };

/** An application whose last order is the usual one, which at each time is so. */
function application(orderAt: (atMs: number) => Fields, callsPerMinute?: number): TestClient {
  const answerOf = (call: string, atMs: number): HttpAnswer => {
    const order = { AppId: APP_ID, SupportRollback: true, Pipelines: [BATCH], ...orderAt(atMs) };
    if (call === 'DescribeChangeOrder') return describeAnswer(order);
    if (call === 'describeApplicationStatus')
      return httpAnswer(envelopeOf({ AppId: APP_ID, LastChangeOrderId: ORDER_ID }));
    if (call === WRITE) return httpAnswer(envelopeOf({ ChangeOrderId: ORDER_ID }));
    // In UTC+8.
    const listed = { ChangeOrderId: ORDER_ID, AppId: APP_ID, Status: 1, CreateTime: '2026-11-22 13:00:00' };
    return httpAnswer(envelopeOf({ ChangeOrderList: [listed], TotalSize: 1 }));
  };
  const script = ({ url, atMs }: { readonly url: URL; readonly atMs: number }) =>
    answers(answerOf(url.pathname.replace(/.*\//u, ''), atMs));
  return aClient(script, undefined, undefined, callsPerMinute);
}

function undo({ client, clock }: TestClient): Promise<Aborted> {
  return abortAndRollBack({
    client,
    clock,
    cancel: NEVER,
    asked: {
      trigger: 'timed-out',
      targets: 1,
      changeOrderId: ORDER_ID,
      appId: APP_ID,
      givenById: true,
      descriptionContains: undefined,
      amongSeveral: false,
      createdAfterMs: WALL_START_MS - 60_000,
    },
    writes: () => undefined,
    provenUndone: false,
  });
}

function writesMs({ transport }: TestClient): readonly number[] {
  return transport.seen.filter(({ url }) => url.pathname.endsWith(`/${WRITE}`)).map(({ atMs }) => atMs);
}

test('an order that is this run’s own is undone', async () => {
  const tested = application(() => ({}));
  expect(await tested.clock.run(undo(tested))).toMatchObject({ kind: 'sent', accepted: true });
  expect(writesMs(tested)).toHaveLength(1);
});

describe('where calls are scarce, so that the write has to wait for its turn', () => {
  /** One call of the four is made 10 s before the others come back, the reads 5 s after it. */
  async function scarce(orderAt: (atMs: number) => Fields): Promise<[TestClient, Aborted]> {
    const tested = application(orderAt, 4);
    const { client, clock } = tested;
    await clock.run(client.call('DescribeChangeOrder', {}, NEVER));
    await clock.run(clock.sleep(50_000));
    return [tested, await clock.run(undo(tested))];
  }

  test('nothing is sent to an order that has ended since it was looked at', async () => {
    const [tested, aborted] = await scarce(atMs => ({ Status: atMs < 56_000 ? 1 : 2 }));
    expect(aborted).toMatchObject({ kind: 'not-written', why: { kind: 'ended', status: 2 } });
    expect(writesMs(tested)).toStrictEqual([]);
  });

  test('all is read anew before it is sent', async () => {
    const [tested, aborted] = await scarce(() => ({}));
    expect(aborted).toMatchObject({ kind: 'sent', accepted: true });
    const [writeMs = 0, ...others] = writesMs(tested);
    expect(others).toStrictEqual([]);
    const looksMs = tested.transport.seen
      .filter(({ url }) => url.pathname.endsWith('/DescribeChangeOrder'))
      .map(({ atMs }) => atMs);
    expect(writeMs - (looksMs.at(-1) ?? 0)).toBeLessThan(5_000);
  });
});

test('where the write never gets its turn in time, nobody is told that the API refused it', async () => {
  const tested = application(() => ({}), 3);
  const aborted = await tested.clock.run(undo(tested));
  expect(writesMs(tested)).toStrictEqual([]);
  expect(aborted.kind).toBe('not-written');
  if (aborted.kind !== 'not-written') return;
  const { what = '' } = catalogue.en.undo.explain({ ...aborted, trigger: 'timed-out' });
  expect(what).toContain('nothing was written: ');
  expect(what).not.toContain('refused');
});

describe('an order whose own word is odd is not undone', () => {
  test('where it names as its application what is no id', async () => {
    const tested = application(() => ({ AppId: 'of somebody else' }));
    expect(await tested.clock.run(undo(tested))).toStrictEqual({
      kind: 'not-written',
      why: { kind: 'other-application', appId: 'of somebody else' },
    });
    expect(writesMs(tested)).toStrictEqual([]);
  });

  test('where one of its batches began at a time that cannot be', async () => {
    const tomorrow = { ...BATCH, PipelineId: 'p-0', StartTime: WALL_START_MS + 86_400_000 };
    const tested = application(() => ({ Pipelines: [tomorrow, BATCH] }));
    expect(await tested.clock.run(undo(tested))).toStrictEqual({
      kind: 'not-written',
      why: { kind: 'undated', of: 'start' },
    });
    expect(writesMs(tested)).toStrictEqual([]);
  });
});
