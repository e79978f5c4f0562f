import type { Fault } from '../../rollout/fault.ts';

/**
 * A failed request in English:
 * `DescribeChangeOrder answered NoPermission (HTTP 403, RequestId …): You are not authorized.`
 */
export function faultText({ action, reason, code, httpStatus, requestId, message }: Fault): string {
  const details = [
    httpStatus === undefined ? [] : [`HTTP ${httpStatus}`],
    requestId === undefined ? [] : [`RequestId ${requestId}`],
  ].flat();
  const inBrackets = details.length === 0 ? '' : ` (${details.join(', ')})`;
  const said = message === '' ? '' : `: ${message}`;
  switch (reason) {
    case 'network':
    case 'certificate':
      return `${action} could not be asked${said}`;
    case 'no-answer':
      return `${action} got no answer${said}`;
    case 'no-id-token':
      return `${action} could not be obtained${said}`;
    case 'malformed':
    case 'not-the-api':
    case 'too-large':
      return `${action} got an answer that cannot be used${inBrackets}${said}`;
    default:
      return `${action} answered ${code ?? 'with a failure'}${inBrackets}${said}`;
  }
}
