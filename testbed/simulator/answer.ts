import type { ApiError } from './api-error.ts';
import { toXml } from './xml.ts';

/** An answer that is ready to be sent. */
export interface Answer {
  readonly httpStatus: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The `Code` it tells, where it is an error. */
  readonly code?: string;
}

/** What every answer needs to know of its request. */
export interface AnswerContext {
  readonly requestId: string;
  /** The host that was asked, as the client named it. */
  readonly hostId: string;
  readonly format: 'json' | 'xml';
}

/**
 * The format that the gateway answers in: JSON only where the client says `application/json`. The
 * wildcard of many clients gets XML.
 */
export function formatFor(accept: string | undefined): 'json' | 'xml' {
  return accept?.includes('application/json') ? 'json' : 'xml';
}

/** A document in the format of the context. `rootName` is the XML's root element. */
export function documentAnswer(
  context: AnswerContext,
  httpStatus: number,
  rootName: string,
  document: unknown,
): Answer {
  const isJson = context.format === 'json';
  return {
    httpStatus,
    headers: {
      'content-type': isJson ? 'application/json;charset=utf-8' : 'text/xml;charset=utf-8',
      'x-acs-request-id': context.requestId,
    },
    body: isJson
      ? JSON.stringify(document)
      : `<?xml version='1.0' encoding='UTF-8'?>${toXml(rootName, document)}`,
  };
}

/** The gateway's own error: `{RequestId, HostId, Code, Message, Recommend}`. */
export function errorAnswer(context: AnswerContext, error: ApiError): Answer {
  const document = {
    RequestId: context.requestId,
    HostId: context.hostId,
    Code: error.code,
    Message: error.message,
    Recommend: `https://api.aliyun.com/troubleshoot?q=${encodeURIComponent(error.code)}`,
  };
  return { ...documentAnswer(context, error.httpStatus, 'Error', document), code: error.code };
}

/** A document without envelope and always as JSON, as services other than the API's gateway answer. */
export function plainAnswer(httpStatus: number, document: object, code?: string): Answer {
  return {
    httpStatus,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(document),
    ...(code === undefined ? {} : { code }),
  };
}
