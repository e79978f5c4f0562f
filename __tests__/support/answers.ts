import type { HttpAnswer } from '../../src/http/transport.ts';
import { ORDER_ID } from './orders.ts';

type Fields = Readonly<Record<string, unknown>>;

const JSON_TYPE = { 'content-type': 'application/json;charset=utf-8' };

/** An HTTP answer with this body, a text as it is and anything else as JSON. */
export function httpAnswer(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = JSON_TYPE,
): HttpAnswer {
  return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

/** The envelope of a success as DescribeChangeOrder has it. */
export function envelopeOf(data: unknown, parts: Fields = {}): Fields {
  return {
    RequestId: '01CF26C7-00A3-4AA6-BA76-7E95F2A3',
    Message: 'success',
    TraceId: 'ac1a0b2215622246421415014e',
    ErrorCode: '',
    Code: '200',
    Success: true,
    Data: data,
    ...parts,
  };
}

/** An answer of DescribeChangeOrder about the usual order, by default in progress without batches. */
export function describeAnswer(data: Fields = {}): HttpAnswer {
  return httpAnswer(envelopeOf({ ChangeOrderId: ORDER_ID, Status: 1, SubStatus: 0, ...data }));
}

/** Pipelines of these states. */
export function pipelines(...statuses: readonly unknown[]): readonly Fields[] {
  return statuses.map((Status, index) => ({ PipelineName: `Batch ${index + 1} Change`, Status }));
}

/** The gateway's own way of saying no. */
export function errorAnswer(
  code: string,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  message = `The text of ${code}.`,
): HttpAnswer {
  const body = { RequestId: 'E-4711', HostId: 'sae.cn-hangzhou.aliyuncs.com', Code: code, Message: message };
  return httpAnswer(body, status, { ...JSON_TYPE, ...headers });
}

/** Throttled; with the server's wait hint where one is given. */
export function throttled(retryAfter?: string): HttpAnswer {
  const headers = retryAfter === undefined ? {} : { 'x-acs-retry-after': retryAfter };
  return errorAnswer('Throttling.User', 400, headers);
}

export const UNAVAILABLE = errorAnswer('ServiceUnavailable', 503);

export const NO_SUCH_ORDER = errorAnswer('InvalidChangeOrder.NotFound', 400);
