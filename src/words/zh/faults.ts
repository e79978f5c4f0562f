import type { Fault } from '../../rollout/fault.ts';

/**
 * A failed request in Chinese:
 * `DescribeChangeOrder 返回 NoPermission（HTTP 403，RequestId …）：You are not authorized.`
 */
export function faultText({ action, reason, code, httpStatus, requestId, message }: Fault): string {
  const details = [
    httpStatus === undefined ? [] : [`HTTP ${httpStatus}`],
    requestId === undefined ? [] : [`RequestId ${requestId}`],
  ].flat();
  const inBrackets = details.length === 0 ? '' : `（${details.join('，')}）`;
  const said = message === '' ? '' : `：${message}`;
  switch (reason) {
    case 'network':
    case 'certificate':
      return `${action} 请求未能发出${said}`;
    case 'no-answer':
      return `${action} 没有收到响应${said}`;
    case 'no-id-token':
      return `${action} 无法获取${said}`;
    case 'malformed':
    case 'not-the-api':
    case 'too-large':
      return `${action} 收到的响应无法使用${inBrackets}${said}`;
    default:
      return `${action} 返回${code === undefined ? '失败' : ` ${code}`}${inBrackets}${said}`;
  }
}
