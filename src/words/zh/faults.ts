import type { Fault } from '../../rollout/fault.ts';
import { faultDetail } from './fault-details.ts';

/**
 * A failed request in Chinese:
 * `DescribeChangeOrder 返回 NoPermission（HTTP 403，RequestId …）：You are not authorized.`
 */
export function faultText(fault: Fault): string {
  const { action, reason, code, httpStatus, requestId, message, detail } = fault;
  const details = [
    httpStatus === undefined ? [] : [`HTTP ${httpStatus}`],
    requestId === undefined ? [] : [`RequestId ${requestId}`],
  ].flat();
  const inBrackets = details.length === 0 ? '' : `（${details.join('，')}）`;
  const own = detail === undefined ? '' : faultDetail(detail);
  const said = [message, own]
    .filter(text => text !== '')
    .map(text => `：${text}`)
    .join('');
  switch (reason) {
    case 'network':
    case 'unknown-host':
    case 'certificate':
      return `${action} 请求失败${said}`;
    case 'no-answer':
      return `${action} 没有收到响应${said}`;
    case 'no-id-token':
      return `${action} 无法获取${inBrackets}${said}`;
    case 'contradictory':
      return `${action} 收到的响应自相矛盾${inBrackets}${said}`;
    case 'malformed':
    case 'not-the-api':
    case 'too-large':
      return `${action} 收到的响应无法使用${inBrackets}${said}`;
    default:
      return `${action} 返回${code === undefined ? '失败' : ` ${code}`}${inBrackets}${said}`;
  }
}
