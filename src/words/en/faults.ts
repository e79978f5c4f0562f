import type { Fault } from '../../rollout/fault.ts';
import { faultDetail } from './fault-details.ts';

/**
 * A failed request in English:
 * `DescribeChangeOrder answered NoPermission (HTTP 403, RequestId …): You are not authorized.`
 */
export function faultText(fault: Fault): string {
  const { action, reason, code, httpStatus, requestId, message, detail } = fault;
  const details = [
    httpStatus === undefined ? [] : [`HTTP ${httpStatus}`],
    requestId === undefined ? [] : [`RequestId ${requestId}`],
  ].flat();
  const inBrackets = details.length === 0 ? '' : ` (${details.join(', ')})`;
  const own = detail === undefined ? '' : faultDetail(detail);
  const said = [message, own]
    .filter(text => text !== '')
    .map(text => `: ${text}`)
    .join('');
  switch (reason) {
    case 'network':
    case 'unknown-host':
    case 'certificate':
      return `${action} could not be asked${said}`;
    case 'no-answer':
      return `${action} got no answer${said}`;
    case 'no-id-token':
      return `${action} could not be obtained${inBrackets}${said}`;
    case 'contradictory':
      return `${action} got an answer that contradicts itself${inBrackets}${said}`;
    case 'malformed':
    case 'not-the-api':
    case 'too-large':
      return `${action} got an answer that cannot be used${inBrackets}${said}`;
    default:
      return `${action} answered ${code ?? 'with a failure'}${inBrackets}${said}`;
  }
}
